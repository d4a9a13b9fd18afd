"""A segment being marked or corrected by hand. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.domain.segments import Segment, SegmentKind

SHORTEST_S = 0.5
"""Nobody means a shorter span than this; it comes from pressing both keys at once."""


@dataclass(frozen=True, slots=True)
class Draft:
    """``segment_id`` is set when an existing segment is corrected. A missing edge is None."""

    kind: SegmentKind
    start_s: float | None = None
    end_s: float | None = None
    segment_id: int | None = None

    @classmethod
    def of(cls, segment: Segment) -> Draft:
        return cls(segment.kind, segment.start_s, segment.end_s, segment.id)

    def starting_at(self, time_s: float) -> Draft:
        """An end that does not lie behind the new start is dropped: a new span was begun."""
        end_s = self.end_s if self.end_s is not None and self.end_s > time_s else None
        return replace(self, start_s=time_s, end_s=end_s)

    def ending_at(self, time_s: float) -> Draft:
        """A start that does not lie before the new end is dropped."""
        start_s = self.start_s if self.start_s is not None and self.start_s < time_s else None
        return replace(self, start_s=start_s, end_s=time_s)

    def is_complete(self) -> bool:
        return self.start_s is not None and self.end_s is not None and self.end_s - self.start_s >= SHORTEST_S

    def span(self) -> tuple[float, float]:
        """Start and end to show; with one edge missing both are the other one."""
        start_s = self.start_s if self.start_s is not None else self.end_s
        end_s = self.end_s if self.end_s is not None else self.start_s
        return start_s or 0.0, end_s or 0.0


def guess_kind(time_s: float, duration_s: float) -> SegmentKind:
    """What a person most likely marks: credits in the last third, else an intro."""
    late = duration_s > 0 and time_s > duration_s * 2 / 3
    return SegmentKind.CREDITS if late else SegmentKind.INTRO
