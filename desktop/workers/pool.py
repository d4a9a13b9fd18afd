"""The worker pool: QThreads that each supervise one analysis process."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from core.catalogue.catalogue import Catalogue
from core.domain.changes import ChangeSet
from core.domain.jobs import JobCounts
from core.jobs.pace import Pace
from core.jobs.runner import JobOutcome, JobProgress, JobRunner

_log = logging.getLogger(__name__)
_IDLE_POLL_S = 3.0
_FAULT_PAUSE_S = 5.0


class AnalysisThread(QThread):
    """Takes jobs while it is not paused; everything it does is ``JobRunner``'s."""

    progress = Signal(object)
    ended = Signal(object)

    def __init__(self, runner: JobRunner, switch: _Switch, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._switch = switch

    def run(self) -> None:
        while not self._switch.stopping.is_set():
            if not self._take_one():
                self._runner.rest()
                self._switch.wait_for_work(_IDLE_POLL_S)
        self._runner.close()

    def _take_one(self) -> bool:
        if self._switch.paused.is_set():
            return False
        try:
            outcome = self._runner.run_next(self.progress.emit, self._switch.stopping.is_set)
        except Exception:  # noqa: BLE001 - the border of the worker loop
            _log.exception("the worker met a bug; it goes on with the next job")
            self._switch.stopping.wait(_FAULT_PAUSE_S)
            return False
        if outcome is not None:
            self.ended.emit(outcome)
        return outcome is not None


class _Switch:
    """What the threads of the pool look at."""

    def __init__(self) -> None:
        self.stopping = threading.Event()
        self.paused = threading.Event()
        self._work = threading.Condition()
        self._news = 0

    def wake(self) -> None:
        with self._work:
            self._news += 1
            self._work.notify_all()

    def wait_for_work(self, timeout_s: float) -> None:
        with self._work:
            before = self._news
            self._work.wait_for(lambda: self._news != before or self.stopping.is_set(), timeout_s)


class WorkerPool(QObject):
    """``progress`` carries a ``JobProgress``, ``ended`` a ``JobOutcome``; both arrive on the GUI thread."""

    progress = Signal(object)
    ended = Signal(object)
    state_changed = Signal()

    def __init__(
        self,
        catalogue: Catalogue,
        make_runner: Callable[[], JobRunner],
        workers: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._switch = _Switch()
        self._pace = Pace()
        self._running: dict[int, JobProgress] = {}
        self._unsubscribe = catalogue.subscribe(self._hear)
        self._threads = [AnalysisThread(make_runner(), self._switch, self) for _ in range(workers)]
        for number, thread in enumerate(self._threads, start=1):
            thread.setObjectName(f"worker-{number}")
            thread.progress.connect(self._note_progress)
            thread.ended.connect(self._note_end)

    def start(self) -> None:
        """Begin to take jobs."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Hand back what runs and end; returns when every process is gone."""
        self._unsubscribe()
        self._switch.stopping.set()
        self._switch.wake()
        for thread in self._threads:
            thread.wait()

    @property
    def paused(self) -> bool:
        """Return whether no new job is taken."""
        return self._switch.paused.is_set()

    @property
    def running(self) -> tuple[JobProgress, ...]:
        """Return the last progress of every job at work."""
        return tuple(self._running.values())

    @property
    def rate_per_minute(self) -> float | None:
        """Return finished jobs per minute, ``None`` before two are done."""
        return self._pace.per_minute

    def time_left_s(self, counts: JobCounts) -> float | None:
        """Return in how many seconds the queue will be empty."""
        return self._pace.left_s(counts.open)

    def pause(self) -> None:
        """Finish what runs and take nothing new."""
        self._switch.paused.set()
        self.state_changed.emit()

    def resume(self) -> None:
        """Take jobs again."""
        self._switch.paused.clear()
        self._switch.wake()
        self.state_changed.emit()

    def _hear(self, changes: ChangeSet) -> None:
        if changes.jobs or changes.everything:
            self._switch.wake()

    def _note_progress(self, progress: JobProgress) -> None:
        if progress.job_id not in self._running:
            self._pace.started()
        self._running[progress.job_id] = progress
        self.progress.emit(progress)

    def _note_end(self, outcome: JobOutcome) -> None:
        self._running.pop(outcome.job_id, None)
        self._pace.finished()
        self.ended.emit(outcome)
        self.state_changed.emit()
