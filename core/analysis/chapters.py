"""Segments from the chapters that the maker of a file wrote into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.analysis.chapter_titles import TitleMeaning, is_plain_title, title_meaning
from core.domain.media import Chapter
from core.domain.segments import Segment, SegmentAction, SegmentKind

SOURCE = "chapter"


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What is usual for a kind: length in seconds, share of the video, and where it may start (share)."""

    shortest_s: float
    longest_s: float
    largest_share: float
    earliest: float
    latest: float


_BOUNDS = {
    SegmentKind.INTRO: _Bounds(3.0, 180.0, 0.25, 0.0, 0.6),
    SegmentKind.RECAP: _Bounds(3.0, 300.0, 0.25, 0.0, 0.5),
    SegmentKind.CREDITS: _Bounds(3.0, 900.0, 0.35, 0.5, 1.0),
    SegmentKind.PREVIEW: _Bounds(3.0, 180.0, 0.25, 0.5, 1.0),
}
"""Outside these a title means something else, and nothing is said: a wrong skip hurts more than a miss."""
_CERTAIN, _LIKELY = 0.95, 0.6
_SUBJECT = {
    SegmentKind.INTRO: "an intro",
    SegmentKind.RECAP: "a recap",
    SegmentKind.CREDITS: "credits",
    SegmentKind.PREVIEW: "a preview",
}


def segments_from_chapters(chapters: Sequence[Chapter], duration_s: float) -> tuple[Segment, ...]:
    """Return the segments that chapter titles name (English, Russian), in time order.

    ``skip`` where the title can hardly mean anything else; ``offer`` where its word also names parts of talks
    and stories and the other titles are those of one ("Intro" beside "How lists work").
    """
    length_s = max([duration_s, *(chapter.end_s for chapter in chapters)], default=0.0)
    ordered = sorted(chapters, key=lambda chapter: chapter.start_s)
    segments = []
    for place, chapter in enumerate(ordered):
        meaning = title_meaning(chapter.title)
        if meaning is not None and _is_usual(chapter, meaning.kind, length_s):
            others = [other.title for other in ordered[:place] + ordered[place + 1 :]]
            segments.append(_segment(chapter, meaning, certain=meaning.clear or _looks_like_film(others)))
    return tuple(segments)


def _is_usual(chapter: Chapter, kind: SegmentKind, length_s: float) -> bool:
    bounds = _BOUNDS[kind]
    span_s = chapter.end_s - chapter.start_s
    return (
        chapter.start_s >= 0
        and bounds.shortest_s <= span_s <= min(bounds.longest_s, bounds.largest_share * length_s)
        and bounds.earliest * length_s <= chapter.start_s <= bounds.latest * length_s
    )


def _looks_like_film(other_titles: Sequence[str]) -> bool:
    """Say whether the other chapters are those of a film or an episode: plain numbers or further segments."""
    return bool(other_titles) and all(
        is_plain_title(title) or title_meaning(title) is not None for title in other_titles
    )


def _segment(chapter: Chapter, meaning: TitleMeaning, *, certain: bool) -> Segment:
    title = " ".join(chapter.title.split())
    reason = f"The file's own chapter “{title}” names {_SUBJECT[meaning.kind]}."
    if not certain:
        reason += " Its title can mean something else, so it is only offered."
    return Segment(
        kind=meaning.kind,
        start_s=chapter.start_s,
        end_s=chapter.end_s,
        score=_CERTAIN if certain else _LIKELY,
        action=SegmentAction.SKIP if certain else SegmentAction.OFFER,
        reason=reason,
        source=SOURCE,
    )
