"""Spans of a video that are not its story: intro, recap, credits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SegmentKind(StrEnum):
    INTRO = "intro"
    RECAP = "recap"
    CREDITS = "credits"
    PREVIEW = "preview"


class SegmentAction(StrEnum):
    """What the player does inside the segment."""

    SKIP = "skip"
    OFFER = "offer"
    NONE = "none"


CHAPTER_SOURCE = "chapter"
USER_SOURCE = "user"


@dataclass(frozen=True, slots=True)
class Segment:
    """``source`` is ``chapter``, ``user`` or a detector's name; ``reason`` is one sentence for a person."""

    kind: SegmentKind
    start_s: float
    end_s: float
    score: float
    action: SegmentAction
    reason: str
    source: str
    id: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start_s < self.end_s:
            raise ValueError(f"a segment cannot run from {self.start_s} s to {self.end_s} s")


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    start_s: float
    end_s: float
    text: str
