"""Shows the queue in status bar, panel and grid, and carries pause, cancel and retry to it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from core.catalogue.session import Session
from core.domain.changes import ChangeSet
from core.domain.jobs import JobCounts
from core.jobs.runner import JobProgress
from desktop.itemmodels.catalogue_reads import CatalogueReads
from desktop.itemmodels.jobs_model import JobLine, JobsModel, read_jobs
from desktop.itemmodels.stage_names import stage_name
from desktop.itemmodels.video_grid_model import VideoGridModel
from desktop.views.jobs_panel import JobsPanel
from desktop.views.queue_status import Round, queue_status
from desktop.views.status_line import StatusLine
from desktop.workers.edits import EditQueue
from desktop.workers.pool import WorkerPool

_KEY = "jobs"
_TICK_MS = 1000
_NOTHING = JobCounts(0, 0, 0, 0, 0)


def read_queue(view: Session) -> tuple[list[JobLine], JobCounts, dict[int, int]]:
    """Return the lines to list, how many are in each state, and the video of every listed job."""
    lines = read_jobs(view)
    counts = view.jobs.counts()
    counts = replace(counts, failed=counts.failed - sum(len(line.others) for line in lines))
    return lines, counts, {job.id: job.video_id for line in lines for job in line.jobs}


class FollowingQueue(QObject):
    """``busy_changed`` says whether jobs are open."""

    busy_changed = Signal(bool)

    def __init__(
        self,
        *,
        reads: CatalogueReads,
        edits: EditQueue,
        pool: WorkerPool,
        model: JobsModel,
        grid: VideoGridModel,
        status: StatusLine,
        panel: JobsPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reads, self._edits, self._pool = reads, edits, pool
        self._model, self._grid, self._status = model, grid, status
        self._counts = _NOTHING
        self._videos: dict[int, int] = {}
        self._titles: dict[int, str] = {}
        self._round = Round()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.show)
        self._tick.start()
        pool.progress.connect(self._take_progress)
        pool.state_changed.connect(self.show)
        status.pause_toggled.connect(self.toggle_pause)
        panel.cancel_asked.connect(self._cancel)
        panel.retry_asked.connect(self._retry)
        self.show()

    def begin(self) -> None:
        """Read the queue for the first time."""
        self.take_changes(ChangeSet(everything=True))

    def take_changes(self, changes: ChangeSet) -> None:
        """Read the queue again where a commit touched it; the cards of its videos follow."""
        if changes.everything or changes.jobs:
            before = {self._videos[i] for i in changes.jobs if i in self._videos}
            self._reads.read(_KEY, read_queue, lambda answer: self._take(answer, changes, before))

    def toggle_pause(self) -> None:
        """Pause the queue, or let it go on."""
        if self._pool.paused:
            self._pool.resume()
        else:
            self._pool.pause()

    def show(self) -> None:
        """Bring the status bar up to date."""
        running = self._pool.running
        share = self._round.share(self._counts.open, sum(job.fraction for job in running))
        status = queue_status(
            self._counts,
            paused=self._pool.paused,
            share=share,
            rate_per_minute=self._pool.rate_per_minute,
            left_s=self._pool.time_left_s(self._counts),
        )
        self._status.show_status(status, self._doing(running))
        self._status.show_paused(paused=self._pool.paused)

    def _doing(self, running: tuple[JobProgress, ...]) -> str:
        if not running:
            return ""
        stage, title = stage_name(running[0].stage), self._titles.get(running[0].video_id, "")
        return f"{stage}: {title}" if title else stage

    def _take(
        self, answer: tuple[list[JobLine], JobCounts, dict[int, int]], changes: ChangeSet, before: set[int]
    ) -> None:
        lines, self._counts, self._videos = answer
        self._titles = {line.job.video_id: line.title for line in lines}
        self._model.show(lines)
        touched = before | {self._videos[i] for i in changes.jobs if i in self._videos}
        self._grid.take_job_videos(sorted(touched))
        self.busy_changed.emit(self._counts.open > 0)
        self.show()

    def _take_progress(self, progress: JobProgress) -> None:
        self._model.set_progress(progress.job_id, progress.stage, progress.fraction)
        self._grid.set_progress(progress.video_id, progress.fraction)
        self.show()

    def _cancel(self, job_ids: list[int]) -> None:
        self._edits.submit(lambda edit: edit.jobs.cancel(job_ids))

    def _retry(self, job_ids: list[int]) -> None:
        self._edits.submit(lambda edit: edit.jobs.retry(job_ids))
