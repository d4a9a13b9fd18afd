"""The durable queue of work."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.domain.stages import Stage


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class JobKind(StrEnum):
    """One job of each kind per video. ``QUICK`` makes a new folder browsable before ``DEEP`` begins."""

    QUICK = "quick"
    DEEP = "deep"


@dataclass(frozen=True, slots=True)
class Job:
    """``attempts`` counts failed tries; an interrupted program costs none. ``runs`` counts finished runs."""

    id: int
    video_id: int
    kind: JobKind
    stages: frozenset[Stage]
    priority: int
    state: JobState
    attempts: int
    runs: int
    error: str | None
    created_at: float
    started_at: float | None
    finished_at: float | None


@dataclass(frozen=True, slots=True)
class JobCounts:
    queued: int
    running: int
    done: int
    failed: int
    cancelled: int

    @property
    def open(self) -> int:
        return self.queued + self.running
