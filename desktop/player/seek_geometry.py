"""Where times lie on the seek bar. Qt-free."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.domain.segments import Segment

GRAB_PX = 7.0
"""An edge is caught this far from it."""


@dataclass(frozen=True, slots=True)
class SeekGeometry:
    """A track from ``left_px`` on, ``width_px`` wide, that stands for ``duration_s``."""

    left_px: float
    width_px: float
    duration_s: float

    def x(self, time_s: float) -> float:
        """Pixel of a time, kept on the track."""
        if self.duration_s <= 0:
            return self.left_px
        return self.left_px + self.width_px * min(1.0, max(0.0, time_s / self.duration_s))

    def time_s(self, x: float) -> float:
        """Time at a pixel, kept within the video."""
        if self.width_px <= 0:
            return 0.0
        return self.duration_s * min(1.0, max(0.0, (x - self.left_px) / self.width_px))

    def segment_at(self, x: float, segments: Iterable[Segment]) -> Segment | None:
        """The shortest segment under the pixel: a long one must not hide a short one inside it."""
        time_s = self.time_s(x)
        hit = [s for s in segments if s.start_s <= time_s <= s.end_s]
        return min(hit, key=lambda s: s.end_s - s.start_s, default=None)

    def edge_at(self, x: float, start_s: float, end_s: float) -> str | None:
        """``start``, ``end`` or None: which edge of a span is caught at the pixel."""
        to_start, to_end = abs(x - self.x(start_s)), abs(x - self.x(end_s))
        if min(to_start, to_end) > GRAB_PX:
            return None
        return "start" if to_start < to_end else "end"
