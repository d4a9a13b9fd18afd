"""Chapters with telling titles become segments; everything else is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.analysis.chapter_titles import is_plain_title, title_meaning
from core.analysis.chapters import segments_from_chapters
from core.domain.media import Chapter
from core.domain.segments import Segment, SegmentAction, SegmentKind

EPISODE_S = 1400.0


def episode(title: str, start_s: float, end_s: float, *more: Chapter) -> tuple[Segment, ...]:
    return segments_from_chapters((Chapter(start_s, end_s, title), *more), EPISODE_S)


@pytest.mark.parametrize(
    "title",
    [
        "Intro", "INTRO", "Opening", "OP", "OP1", "OP 2", "Opening Credits", "Opening Titles",
        "Title sequence", "01. Intro", "Chapter 2: Opening Credits", "[Intro]", "OP: Unravel",
        "Opening theme - Guren",
        "Заставка", "вступление", "Вступительные титры", "Опенинг", "Опенинг 2", "Глава 1. Заставка",
    ],
)  # fmt: skip
def test_titles_that_name_an_intro(title: str) -> None:
    (segment,) = episode(title, 60.0, 150.0, Chapter(150.0, 1400.0, "Part A"))
    assert (segment.kind, segment.start_s, segment.end_s) == (SegmentKind.INTRO, 60.0, 150.0)
    assert segment.action is SegmentAction.SKIP
    assert segment.source == "chapter"
    assert title in segment.reason


@pytest.mark.parametrize(
    ("title", "kind", "start_s", "end_s"),
    [
        ("Recap", SegmentKind.RECAP, 0.0, 60.0),
        ("Previously on", SegmentKind.RECAP, 0.0, 60.0),
        ("Previously on Lighthouse", SegmentKind.RECAP, 0.0, 60.0),
        ("Ранее в сериале", SegmentKind.RECAP, 0.0, 60.0),
        ("Ранее", SegmentKind.RECAP, 0.0, 60.0),
        ("Краткое содержание предыдущих серий", SegmentKind.RECAP, 0.0, 60.0),
        ("Credits", SegmentKind.CREDITS, 1300.0, 1400.0),
        ("End credits", SegmentKind.CREDITS, 1300.0, 1400.0),
        ("ED 2", SegmentKind.CREDITS, 1280.0, 1370.0),
        ("Ending", SegmentKind.CREDITS, 1280.0, 1370.0),
        ("Outro", SegmentKind.CREDITS, 1280.0, 1400.0),
        ("Титры", SegmentKind.CREDITS, 1300.0, 1400.0),
        ("Эндинг", SegmentKind.CREDITS, 1300.0, 1400.0),
        ("Preview", SegmentKind.PREVIEW, 1370.0, 1400.0),
        ("Next time", SegmentKind.PREVIEW, 1370.0, 1400.0),
        ("Анонс", SegmentKind.PREVIEW, 1370.0, 1400.0),
        ("В следующей серии", SegmentKind.PREVIEW, 1370.0, 1400.0),
    ],
)
def test_titles_that_name_other_segments(title: str, kind: SegmentKind, start_s: float, end_s: float) -> None:
    (segment,) = episode(title, start_s, end_s)
    assert (segment.kind, segment.start_s, segment.end_s) == (kind, start_s, end_s)


@pytest.mark.parametrize(
    "title",
    [
        "Introduction to cooking", "Introducing the team", "Intro to algebra", "Operation", "Open house",
        "Edward", "Ed", "Op", "Edge", "Crediting the sources", "Opening the box", "Opening: how it all began",
        "Intro: what is a list", "Endings", "Chapter 01", "Chapter 1", "Глава 3", "12", "", "   ",
        "Previewing", "Титровать раствор", "Ранее в этом году", "Recapitulation", "Анонсы недели",
        "Вступление в должность",
        "The credits of a good teacher", "Заставка телефона",
    ],
)  # fmt: skip
def test_titles_that_name_nothing(title: str) -> None:
    assert episode(title, 60.0, 150.0) == ()
    assert episode(title, 1300.0, 1400.0) == ()


def test_an_intro_of_forty_per_cent_is_no_intro() -> None:
    assert segments_from_chapters((Chapter(0.0, 40.0, "Intro"),), 100.0) == ()


def test_an_intro_of_ten_minutes_is_no_intro() -> None:
    assert segments_from_chapters((Chapter(0.0, 600.0, "Intro"),), 7200.0) == ()


def test_a_blink_is_no_intro() -> None:
    assert episode("Intro", 0.0, 1.0) == ()


def test_credits_at_the_beginning_are_no_end_credits() -> None:
    assert episode("Credits", 0.0, 60.0) == ()


def test_the_intro_of_a_talk_is_offered_not_skipped() -> None:
    talk = (
        Chapter(0.0, 60.0, "Intro"),
        Chapter(60.0, 900.0, "How lists work"),
        Chapter(900.0, 1400.0, "Questions from the audience"),
    )
    (segment,) = segments_from_chapters(talk, 1400.0)
    assert segment.action is SegmentAction.OFFER
    assert segment.score < 0.9


def test_a_clear_title_is_skipped_whatever_the_others_say() -> None:
    film = (Chapter(0.0, 90.0, "Opening Credits"), Chapter(90.0, 7000.0, "A stranger arrives"))
    (segment,) = segments_from_chapters(film, 7000.0)
    assert segment.action is SegmentAction.SKIP


def test_segments_come_in_time_order_and_a_missing_duration_is_the_last_end() -> None:
    chapters = (
        Chapter(1310.0, 1400.0, "ED"),
        Chapter(0.0, 30.0, "Recap"),
        Chapter(30.0, 120.0, "OP"),
        Chapter(120.0, 1310.0, "Part A"),
    )
    kinds = [segment.kind for segment in segments_from_chapters(chapters, 0.0)]
    assert kinds == [SegmentKind.RECAP, SegmentKind.INTRO, SegmentKind.CREDITS]


@pytest.mark.parametrize("title", ["Chapter 03", "Part A", "Act One", "III", "7", "Глава 2", "", "Cold open"])
def test_plain_titles_are_known_as_such(title: str) -> None:
    assert is_plain_title(title)
    assert title_meaning(title) is None


@given(
    st.lists(
        st.tuples(
            st.floats(0, 5000, allow_nan=False),
            st.floats(0, 2000, allow_nan=False),
            st.one_of(
                st.text(max_size=30), st.sampled_from(["Intro", "OP", "Титры", "Credits", "Recap", "Анонс"])
            ),
        ),
        max_size=8,
    ),
    st.floats(0, 6000, allow_nan=False),
)
def test_any_chapters_give_valid_segments_inside_them(
    raw: list[tuple[float, float, str]], duration_s: float
) -> None:
    chapters = [Chapter(start_s, start_s + span_s, title) for start_s, span_s, title in raw]
    spans = {(chapter.start_s, chapter.end_s) for chapter in chapters}
    for segment in segments_from_chapters(chapters, duration_s):
        assert (segment.start_s, segment.end_s) in spans
        assert segment.action in (SegmentAction.SKIP, SegmentAction.OFFER)
        assert 0 < segment.score < 1
