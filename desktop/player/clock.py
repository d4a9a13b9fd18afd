"""The player's own clock.

libvlc reports the time only every 250 ms and goes on reporting the old place for up to 0.4 s after a seek.
The window therefore shows this clock: it runs by itself, follows the reports, and ignores stale ones.
"""

from __future__ import annotations

import time
from collections.abc import Callable

STALE_AFTER_SEEK_S = 1.0
"""Reports far from the place sought are stale for at most this long."""

NEAR_S = 0.6
"""A report this close to the place sought shows that the seek has happened."""

DRIFT_S = 0.25
"""Reports come late by up to their own period: smaller differences are smoothed instead of followed."""

FALLBACK_FPS = 25.0
"""For stepping in files that do not say their frame rate."""

ROUNDING = 1e-3
"""Of a frame: a place computed from a frame's number must lead back to that number."""


def frame_place(position_s: float, fps: float, frames: int) -> float:
    """The middle of the frame that lies ``frames`` from the one at ``position_s``.

    The middle, since engines count in milliseconds and most frames do not begin on one. ``fps`` 0 is unknown.
    """
    rate = fps or FALLBACK_FPS
    return (max(0, int(position_s * rate + ROUNDING) + frames) + 0.5) / rate


class PlaybackClock:
    """Position in seconds at any moment. ``now`` is a monotonic clock in seconds."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._base_s = 0.0
        self._since = now()
        self._rate = 1.0
        self._running = False
        self._sought_at: float | None = None

    def position_s(self) -> float:
        """Seconds from the start of the video; never negative."""
        if not self._running:
            return self._base_s
        return self._base_s + (self._now() - self._since) * self._rate

    def run(self) -> None:
        """The picture moves from now on."""
        if not self._running:
            self._since = self._now()
            self._running = True

    def halt(self) -> None:
        """The picture stands still from now on."""
        self._rebase(self.position_s())
        self._running = False

    def set_rate(self, rate: float) -> None:
        """``rate`` is 1 at normal speed."""
        self._rebase(self.position_s())
        self._rate = rate

    def jump(self, position_s: float) -> None:
        """The person (or the program) sought ``position_s``."""
        self._rebase(max(0.0, position_s))
        self._sought_at = self._now()

    def report(self, position_s: float) -> None:
        """The engine says that it is at ``position_s``."""
        error_s = position_s - self.position_s()
        if self._is_stale(error_s):
            return
        self._sought_at = None
        self._rebase(position_s if abs(error_s) > DRIFT_S else self.position_s() + 0.2 * error_s)

    def _is_stale(self, error_s: float) -> bool:
        if self._sought_at is None:
            return False
        waited_s = self._now() - self._sought_at
        return waited_s < STALE_AFTER_SEEK_S and abs(error_s) > NEAR_S * max(1.0, self._rate)

    def _rebase(self, position_s: float) -> None:
        self._base_s = position_s
        self._since = self._now()
