"""How fast the queue moves, and when it will be empty."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

_REMEMBERED = 50
_WINDOW_S = 300.0
_REST_S = 20.0


class Pace:
    """Counts finished jobs of the last five minutes; not before two are done does it say anything."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._ends: deque[float] = deque(maxlen=_REMEMBERED)
        self._began: float | None = None

    def started(self) -> None:
        """Note that a job begins; after a rest the count begins anew, for the rest is no work."""
        now = self._clock()
        last_sign = self._ends[-1] if self._ends else self._began
        if last_sign is None or now - last_sign > _REST_S:
            self._began = now
            self._ends.clear()

    def finished(self) -> None:
        """Note that a job ended."""
        self._ends.append(self._clock())

    @property
    def per_minute(self) -> float | None:
        """Return finished jobs per minute."""
        now = self._clock()
        recent = [end for end in self._ends if now - end < _WINDOW_S]
        if self._began is None or len(recent) < 2:
            return None
        full = len(self._ends) == _REMEMBERED or recent[0] != self._ends[0]
        since = recent[0] if full else self._began
        span_s = now - since
        return 60.0 * len(recent) / span_s if span_s > 0 else None

    def left_s(self, open_jobs: int) -> float | None:
        """Return in how many seconds so many jobs will be done."""
        rate = self.per_minute
        return None if rate is None else 60.0 * open_jobs / rate
