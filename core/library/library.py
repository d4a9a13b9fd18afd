"""The facade of the collection: its folders, what lies in them, and what is to be analysed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Event, RLock

from core.analysis.messages import AnalysisOptions
from core.catalogue.catalogue import Catalogue
from core.domain.jobs import JobKind
from core.domain.stages import Stage
from core.domain.videos import Folder
from core.errors import UserError
from core.library.identity import reading_error
from core.library.indexing import Indexing
from core.library.intake import Intake
from core.library.queueing import DEEP_PRIORITY, Queueing
from core.library.reachable import forget_mount_point, is_reachable
from core.library.reports import IndexReport, ScanReport
from core.library.scanner import Scanner
from core.library.settling import Settling
from core.library.tree_changes import TreeChanges
from core.library.walk import is_below
from core.library.withdrawal import withdraw_jobs
from core.paths import absolute, readable


class Library:
    """May be used from any thread; scans and hints wait for each other, nothing else waits for them.

    What a scan or a hint takes in is queued for analysis at once.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        options: Callable[[], AnalysisOptions],
        settling: Settling | None = None,
    ) -> None:
        self.catalogue = catalogue
        self._queueing = Queueing(catalogue, options)
        self._tree_changes = TreeChanges(catalogue, self._queueing)
        self._settling = settling or Settling()
        self._intake = Intake(catalogue, lambda: self._queueing.versions()[Stage.PROBE])
        self._scanner = Scanner(catalogue, self._intake, self._settling, self._queueing.enqueue_returned)
        self._indexing = Indexing(catalogue, self._intake)
        self._one_scan = RLock()

    @property
    def unsettled(self) -> frozenset[str]:
        """Return the paths of files that are still being written."""
        return self._settling.waiting

    def folders(self) -> tuple[Folder, ...]:
        """Return the folders of the library."""
        with self.catalogue.read() as view:
            return view.folders.all()

    def add_folder(self, path: str | os.PathLike[str]) -> Folder:
        """Add a folder; one that was added already is returned as it is. The next scan looks into it.

        Raises UserError where there is no such folder, it cannot be read, it is the whole disk, or it lies
        inside an added one or around one.
        """
        place = absolute(path)
        _refuse_unfit(place)
        with self.catalogue.write() as edit:
            for other in edit.folders.all():
                if other.path != place:
                    _refuse_overlap(place, other)
            return edit.folders.add(place)

    def remove_folder(self, folder_id: int) -> None:
        """Take a folder out of the library; what is known about its videos is kept for the day it returns."""
        with self.catalogue.write() as edit:
            if edit.folders.get(folder_id) is None:
                raise UserError(f"There is no folder with the number {folder_id} in the library.")
            videos = {record.video_id for record in edit.files.of_folder(folder_id)}
            edit.folders.remove(folder_id)
            forget_mount_point(edit, folder_id)
            withdraw_jobs(edit, videos)

    def scan(self, stop: Event, folder_ids: Iterable[int] | None = None) -> ScanReport:
        """Bring the catalogue up to date with the folders (all and the single files, unless some are named).

        Files that are still being written are reported as ``unsettled`` and left alone.
        """
        chosen = None if folder_ids is None else set(folder_ids)
        report = ScanReport()
        with self._one_scan:
            for folder in self.folders():
                if stop.is_set():
                    return report | ScanReport(complete=False)
                if chosen is None or folder.id in chosen:
                    report |= self._scanner.scan(folder, stop.is_set)
            if chosen is None:
                report |= self._scanner.look_at_strays(stop.is_set)
        return report

    def look_at_strays(self, stop: Event) -> ScanReport:
        """Bring the files that were named one by one, and lie in no folder of the library, up to date."""
        with self._one_scan:
            return self._scanner.look_at_strays(stop.is_set)

    def handle_hints(self, paths: Iterable[str], stop: Event | None = None) -> ScanReport:
        """Look at paths about which something was heard; take in those that have settled."""
        should_stop = (stop or Event()).is_set
        by_folder: dict[int, list[str]] = {}
        folders = self.folders()
        for path in paths:
            if (folder := _folder_of(path, folders)) is not None:
                by_folder.setdefault(folder.id, []).append(path)
        report = ScanReport()
        with self._one_scan:
            for folder in folders:
                if folder.id not in by_folder:
                    continue
                if is_reachable(self.catalogue, folder):
                    report |= self._scanner.look_at(folder, by_folder[folder.id], should_stop)
                else:
                    report |= self._scanner.put_offline(folder)
        return report

    def index_paths(self, paths: Sequence[str | os.PathLike[str]], stop: Event | None = None) -> IndexReport:
        """Take files, and the videos below folders, into the catalogue at once; nothing is queued.

        A known file of the same size and time is not read again. A named file is taken whatever its name is.
        """
        return self._indexing.index([absolute(path) for path in paths], (stop or Event()).is_set)

    def enqueue_stale(self) -> tuple[int, ...]:
        """Queue every stage that is missing or was computed by another version; return the ids of the jobs.

        Jobs that failed or were cancelled stay so until what computes their stages changes, or ``enqueue``.
        """
        return self._queueing.enqueue_all_stale()

    def enqueue_when_tree_changed(self, now_s: float) -> tuple[int, ...]:
        """Queue what is stale some seconds after the last change of the tag tree; return the ids of the jobs.

        Made to be called every moment by one thread, which may wait for it; ``now_s`` is that of its clock.
        """
        return self._tree_changes.enqueue_when_rested(now_s)

    def enqueue(
        self,
        video_ids: Iterable[int],
        stages: frozenset[Stage],
        kind: JobKind = JobKind.DEEP,
        priority: int = DEEP_PRIORITY,
    ) -> tuple[int, ...]:
        """Queue the stages whatever is known already; return the ids of the jobs, one a video, in order."""
        return self._queueing.enqueue(video_ids, stages, kind, priority)

    def enqueue_what_waited_for_weights(self) -> tuple[int, ...]:
        """Queue what failed for want of weights, when some were fetched; return the ids of the jobs."""
        with self.catalogue.read() as view:
            waiting = view.results.waiting_for_weights()
        return tuple(
            job_id for video_id, stages in waiting.items() for job_id in self.enqueue([video_id], stages)
        )

    def stale_stages(self, video_ids: Iterable[int], stages: frozenset[Stage]) -> dict[int, frozenset[Stage]]:
        """Return for each video which of the stages are not done by today's version."""
        versions = {stage: v for stage, v in self._queueing.versions().items() if stage in stages}
        with self.catalogue.read() as view:
            return {video_id: view.results.stale(video_id, versions) for video_id in video_ids}


def _folder_of(path: str, folders: Iterable[Folder]) -> Folder | None:
    """Return the folder that holds the path."""
    return next((folder for folder in folders if is_below(path, folder.path)), None)


def _refuse_unfit(place: str) -> None:
    shown = readable(place)
    if not Path(place).exists():
        raise UserError(f"There is no folder {shown}.")
    if not Path(place).is_dir():
        raise UserError(f"{shown} is not a folder. Please choose the folder that holds it.")
    if place == os.sep:
        raise UserError("The whole disk cannot be added. Please choose the folders that hold videos.")
    try:
        os.scandir(place).close()
    except OSError as error:
        raise UserError(str(reading_error(place, error))) from error


def _refuse_overlap(place: str, other: Folder) -> None:
    shown, known = readable(place), readable(other.path)
    here, there = os.path.realpath(place), os.path.realpath(other.path)
    if is_below(here, there):
        raise UserError(f"{shown} lies in the folder {known}, which is in the library already.")
    if is_below(there, here):
        raise UserError(
            f"{shown} holds the folder {known}, which is in the library already. "
            "Remove that one first; nothing known about its videos is lost."
        )
