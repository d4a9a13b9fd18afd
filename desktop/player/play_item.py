"""What the player is told about a video: plain values, no catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.domain.segments import Segment


@dataclass(frozen=True, slots=True)
class PlayItem:
    """One video to play. ``start_s`` is where to begin (0 or the place where the person stopped)."""

    video_id: int
    path: Path
    title: str
    start_s: float = 0.0
    segments: tuple[Segment, ...] = ()
    has_next: bool = False
    has_previous: bool = False
