"""What the status bar says about the queue. No Qt in here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from core.domain.jobs import JobCounts


class QueueState(Enum):
    NOTHING = "nothing"
    IDLE = "idle"
    WORKING = "working"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class QueueStatus:
    """``share`` of this round that is done, 0..1; rate and time left are ``None`` before they are known."""

    state: QueueState
    open: int
    failed: int
    share: float
    rate_per_minute: float | None
    left_s: float | None


class Round:
    """A round begins when the queue fills and ends when it is empty: the bar runs from 0 to 1 once."""

    def __init__(self) -> None:
        self._most_open = 0

    def share(self, open_jobs: int, running: float) -> float:
        """Return the share done; ``running`` is the sum of the fractions of the jobs at work."""
        if open_jobs == 0:
            self._most_open = 0
            return 0.0
        self._most_open = max(self._most_open, open_jobs)
        return min(1.0, (self._most_open - open_jobs + running) / self._most_open)


def queue_status(
    counts: JobCounts, *, paused: bool, share: float, rate_per_minute: float | None, left_s: float | None
) -> QueueStatus:
    """Put together what is shown."""
    if counts.open == 0:
        idle = QueueState.IDLE if counts.done or counts.failed else QueueState.NOTHING
        return QueueStatus(idle, 0, counts.failed, 0.0, None, None)
    state = QueueState.PAUSED if paused and not counts.running else QueueState.WORKING
    rate, left = (None, None) if state is QueueState.PAUSED else (rate_per_minute, left_s)
    return QueueStatus(state, counts.open, counts.failed, share, rate, left)
