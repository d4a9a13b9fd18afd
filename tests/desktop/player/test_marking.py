from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.segments import SegmentKind
from desktop.player.marking import SHORTEST_S, Draft, guess_kind
from desktop.player.position_notes import NOTE_EVERY_S, PositionNotes
from desktop.player.time_spin import parse_time, time_text

INTRO = SegmentKind.INTRO


def test_start_and_end_make_a_segment_in_either_order() -> None:
    assert Draft(INTRO).starting_at(3.0).ending_at(9.0).span() == (3.0, 9.0)
    assert Draft(INTRO).ending_at(9.0).starting_at(3.0).span() == (3.0, 9.0)


def test_a_start_behind_the_end_begins_a_new_span() -> None:
    draft = Draft(INTRO, 3.0, 9.0).starting_at(12.0)
    assert (draft.start_s, draft.end_s) == (12.0, None)
    assert not draft.is_complete()


@given(st.floats(0, 1e4), st.floats(0, 1e4))
def test_what_is_complete_is_never_empty(start_s: float, end_s: float) -> None:
    draft = Draft(INTRO).starting_at(start_s).ending_at(end_s)
    if draft.is_complete():
        assert draft.span()[1] - draft.span()[0] >= SHORTEST_S


@pytest.mark.parametrize(("time_s", "kind"), [(10.0, SegmentKind.INTRO), (1300.0, SegmentKind.CREDITS)])
def test_the_kind_is_guessed_from_the_place(time_s: float, kind: SegmentKind) -> None:
    assert guess_kind(time_s, 1400.0) is kind


@given(st.integers(0, 360_000))
def test_a_time_survives_being_written_and_read(tenths: int) -> None:
    assert parse_time(time_text(tenths / 10)) == pytest.approx(tenths / 10)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("1:02:03.5", 3723.5), ("2:03", 123.0), ("90", 90.0), ("12,5", 12.5), (" 0:05.0 ", 5.0)],
)
def test_times_are_read_as_people_write_them(text: str, seconds: float) -> None:
    assert parse_time(text) == seconds


@pytest.mark.parametrize("text", ["", "abc", "1::2", "-5", "1:2:3:4"])
def test_what_is_no_time_is_refused(text: str) -> None:
    assert parse_time(text) is None


def test_the_place_is_noted_once_per_distance_in_both_directions() -> None:
    notes = PositionNotes()
    notes.start(100.0)
    assert not notes.is_due(100.0 + NOTE_EVERY_S - 0.1)
    assert notes.is_due(100.0 + NOTE_EVERY_S)
    assert not notes.is_due(100.0 + NOTE_EVERY_S + 1)
    assert notes.is_due(20.0)
