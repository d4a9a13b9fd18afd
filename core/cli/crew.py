"""Runs chosen jobs to their end with several runners, each in a thread with a process of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from core.catalogue.catalogue import Catalogue
from core.jobs.runner import JobProgress, JobRunner

_POLL_S = 0.2
_IN_VIEW = 1000
"""So many open jobs are offered to a claim: to name a hundred thousand would cost more than it."""


class Crew:
    """``with Crew(...) as crew`` works until the block is left; jobs that did not end then are given back."""

    def __init__(
        self, catalogue: Catalogue, make_runner: Callable[[], JobRunner], count: int, job_ids: Sequence[int]
    ) -> None:
        self._catalogue = catalogue
        self._make_runner = make_runner
        self._open = tuple(job_ids)
        self._total = len(job_ids)
        self._fractions: dict[int, float] = {}
        self._stop = threading.Event()
        self._fault: BaseException | None = None
        count = max(1, min(count, len(job_ids)))
        self._threads = [threading.Thread(target=self._work, name=f"runner-{n}") for n in range(count)]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()
        if self._fault is not None and error is None:
            raise self._fault

    def wait(self) -> bool:
        """Wait a moment; return whether anything is left to do."""
        self._stop.wait(_POLL_S)
        self._look()
        return bool(self._open) and not self._stop.is_set()

    def done(self) -> float:
        """Return how many jobs are done, running ones by their part."""
        running = set(self._open)
        parts = sum(self._fractions.get(job_id, 0.0) for job_id in running)
        return self._total - len(running) + parts

    def _work(self) -> None:
        try:
            runner = self._make_runner()
            try:
                while self._open and not self._stop.is_set():
                    if runner.run_next(self._note, self._stop.is_set, self._open[:_IN_VIEW]) is None:
                        self._stop.wait(_POLL_S)
            finally:
                runner.close()
        except BaseException as fault:  # noqa: BLE001 - told by the thread that waits
            self._fault = fault
            self._stop.set()

    def _note(self, progress: JobProgress) -> None:
        self._fractions[progress.job_id] = progress.fraction

    def _look(self) -> None:
        """Find out which jobs are still open; another program may have run some of them."""
        with self._catalogue.read() as view:
            self._open = view.jobs.open_among(self._open)
