"""The table of the jobs that run, wait or failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.catalogue.session import Session
from core.domain.jobs import Job, JobState
from core.domain.stages import Stage
from desktop.itemmodels.row_changes import Removal, row_changes
from desktop.itemmodels.stage_names import stage_name
from desktop.reasons import in_their_words

Index = QModelIndex | QPersistentModelIndex
SHOWN = 500
STATES = (JobState.RUNNING, JobState.QUEUED, JobState.FAILED)
_ROOT = QModelIndex()


class JobColumn(IntEnum):
    TITLE = 0
    STATE = 1
    PROGRESS = 2
    NOTE = 3


class JobRole(IntEnum):
    JOB_ID = Qt.ItemDataRole.UserRole + 1
    FRACTION = Qt.ItemDataRole.UserRole + 2
    STATE = Qt.ItemDataRole.UserRole + 3
    VIDEO_ID = Qt.ItemDataRole.UserRole + 4


@dataclass(frozen=True, slots=True)
class JobLine:
    """One job with the title of its video; ``others`` of the video failed for the very same reason."""

    job: Job
    title: str
    others: tuple[Job, ...] = ()

    @property
    def jobs(self) -> tuple[Job, ...]:
        """Return all jobs for which the line stands."""
        return (self.job, *self.others)


@dataclass(frozen=True, slots=True)
class StageProgress:
    stage: Stage
    fraction: float


def read_jobs(view: Session) -> list[JobLine]:
    """Read what the panel shows: running first, then waiting by urgency, then failed."""
    jobs = view.jobs.in_state(STATES[:2], SHOWN) + view.jobs.in_state(STATES[2:], SHOWN)
    titles = {video.id: video.title for video in view.videos.many({job.video_id for job in jobs})}
    return [JobLine(first, titles.get(first.video_id, ""), tuple(others)) for first, *others in _alike(jobs)]


def _alike(jobs: Sequence[Job]) -> list[list[Job]]:
    """Put the failed jobs of a video that have one reason together; all others stand alone."""
    groups: dict[tuple[int, str | None] | int, list[Job]] = {}
    for job in jobs:
        key = (job.video_id, job.error) if job.state is JobState.FAILED else job.id
        groups.setdefault(key, []).append(job)
    return list(groups.values())


class JobsModel(QAbstractTableModel):
    """Rows keep their place while they progress; nothing is reset."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[JobLine] = []
        self._progress: dict[int, StageProgress] = {}

    def show(self, lines: Sequence[JobLine]) -> None:
        """Become the jobs that the catalogue holds now."""
        old, new = [line.job.id for line in self._lines], [line.job.id for line in lines]
        steps = row_changes(old, new)
        if steps is None:
            self.beginResetModel()
            self._lines = list(lines)
            self.endResetModel()
            return
        for step in steps:
            if isinstance(step, Removal):
                self.beginRemoveRows(_ROOT, step.first, step.last)
                del self._lines[step.first : step.last + 1]
                self.endRemoveRows()
            else:
                last = step.first + len(step.ids) - 1
                self.beginInsertRows(_ROOT, step.first, last)
                self._lines[step.first : step.first] = lines[step.first : last + 1]
                self.endInsertRows()
        for row, line in enumerate(lines):
            if self._lines[row] != line:
                self._lines[row] = line
                self._tell(row)

    def set_progress(self, job_id: int, stage: Stage, fraction: float) -> None:
        """Show how far a job is."""
        self._progress[job_id] = StageProgress(stage, fraction)
        for row, line in enumerate(self._lines):
            if line.job.id == job_id:
                self._tell(row)
                return

    def jobs_at(self, row: int) -> tuple[Job, ...]:
        """Return the jobs of a row."""
        return self._lines[row].jobs

    def job_ids(self, state: JobState | None = None) -> list[int]:
        """Return the jobs shown, or those in one state."""
        return [job.id for line in self._lines for job in line.jobs if state in (None, job.state)]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(JobColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (self.tr("Video"), self.tr("State"), self.tr("Progress"), self.tr("Note"))
        return names[section] if 0 <= section < len(names) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(line, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return in_their_words(line.job.error) if line.job.error else line.title
            case JobRole.JOB_ID:
                return line.job.id
            case JobRole.VIDEO_ID:
                return line.job.video_id
            case JobRole.STATE:
                return line.job.state
            case JobRole.FRACTION:
                return self._fraction(line.job)
        return None

    def _text(self, line: JobLine, column: int) -> str:
        match column:
            case JobColumn.TITLE:
                return line.title
            case JobColumn.STATE:
                return self._state(line.job)
            case JobColumn.PROGRESS:
                fraction = self._fraction(line.job)
                return "" if fraction is None else self.tr("{0} %").format(round(100 * fraction))
        return in_their_words(line.job.error or "")

    def _state(self, job: Job) -> str:
        if job.state is JobState.RUNNING:
            progress = self._progress.get(job.id)
            return self.tr("Starting") if progress is None else stage_name(progress.stage)
        names = {JobState.QUEUED: self.tr("Waiting"), JobState.FAILED: self.tr("Failed")}
        return names.get(job.state, "")

    def _fraction(self, job: Job) -> float | None:
        if job.state is not JobState.RUNNING:
            return None
        progress = self._progress.get(job.id)
        return 0.0 if progress is None else progress.fraction

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(JobColumn) - 1))
