"""Keeps the library up to date while the program runs. Free of Qt: a thread of the window calls ``run``."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Event

from core.domain.videos import Folder
from core.library.library import Library
from core.library.reachable import reachable_folders
from core.library.reports import ScanReport
from core.library.watcher import Watcher, WatchStatus

_log = logging.getLogger(__name__)
_SCANS_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Rhythm:
    """``poll_s`` bounds every wait, ``gather_s`` lets hints that come in swarms gather, ``unheard_rescan_s``
    is for folders whose changes the system cannot report.
    """

    poll_s: float = 0.5
    settling_poll_s: float = 0.2
    gather_s: float = 0.1
    roots_s: float = 5.0
    rescan_s: float = 600.0
    unheard_rescan_s: float = 15.0
    folder_hint_s: float = 1.0


class LibraryLoop:
    """``on_report`` is told, on the loop's thread, what each scan and each worthy hint brought."""

    def __init__(
        self,
        library: Library,
        watcher: Watcher | None = None,
        rhythm: Rhythm | None = None,
        on_report: Callable[[ScanReport], None] = lambda _report: None,
    ) -> None:
        self._library = library
        self._watcher = watcher or Watcher()
        self._rhythm = rhythm or Rhythm()
        self._on_report = on_report
        self._due: dict[int, float] = {}
        self._waiting: set[str] = set()
        self._roots_due = 0.0
        self._strays_due = 0.0
        self._known: tuple[Folder, ...] = ()
        self._looked_through: frozenset[int] = frozenset()

    def statuses(self) -> tuple[WatchStatus, ...]:
        """Return how each folder is watched; may be called from any thread."""
        return self._watcher.statuses()

    def looked_through(self) -> frozenset[int]:
        """Return the folders in which all is found that lay there; may be called from any thread."""
        return self._looked_through

    def run(self, stop: Event) -> None:
        """Look through all folders, then follow what happens in them until ``stop``."""
        try:
            self._guarded(self._library.enqueue_stale, stop)
            while not stop.is_set():
                self._guarded(lambda: self._turn(stop), stop)
                self._watcher.wait(self._rhythm.settling_poll_s if self._waiting else self._rhythm.poll_s)
                stop.wait(self._rhythm.gather_s)
        finally:
            self._watcher.close()

    def _guarded(self, step: Callable[[], object], stop: Event) -> None:
        """A full disk or a bug costs one turn; what it left undone is done by the scan that follows."""
        try:
            step()
        except Exception:  # noqa: BLE001 - the border of the loop: nobody else keeps the library true
            _log.exception("a look at the folders failed; it is repeated")
            self._roots_due = 0.0
            for folder in self._known:
                self._scan_by(folder.id, 0.0)
            stop.wait(self._rhythm.roots_s)

    def _turn(self, stop: Event) -> None:
        folders = self._library.folders()
        if time.monotonic() >= self._roots_due or {f.id for f in folders} != {f.id for f in self._known}:
            self._look_at_roots(folders)
        hints = self._watcher.take()
        for folder_id in hints.folder_ids:
            self._scan_by(folder_id, self._rhythm.folder_hint_s)
        if paths := hints.paths | self._waiting:
            self._tell(self._library.handle_hints(paths, stop), paths)
        self._scan_what_is_due(stop)
        self._library.enqueue_when_tree_changed(time.monotonic())
        if time.monotonic() >= self._strays_due:
            self._strays_due = time.monotonic() + self._rhythm.rescan_s
            self._tell(self._library.look_at_strays(stop), ())

    def _look_at_roots(self, folders: Iterable[Folder]) -> None:
        """Watch what came, stop watching what went; a folder that came or went is scanned at once."""
        self._known = tuple(folders)
        self._roots_due = time.monotonic() + self._rhythm.roots_s
        reachable = reachable_folders(self._library.catalogue)
        for folder in self._known:
            if folder.id not in reachable:
                self._watcher.unwatch(folder.id)
                if folder.online:
                    self._scan_by(folder.id, 0.0)
            elif not self._watcher.is_current(folder):
                self._watcher.watch(folder)
                self._scan_by(folder.id, 0.0)
        for gone in self._watcher.watched() - {folder.id for folder in self._known}:
            self._watcher.unwatch(gone)
            self._looked_through -= {gone}
            self._due.pop(gone, None)

    def _scan_what_is_due(self, stop: Event) -> None:
        now = time.monotonic()
        for folder_id in [f for f, due in self._due.items() if due <= now]:
            if stop.is_set():
                return
            began = time.monotonic()
            del self._due[folder_id]
            report = self._library.scan(stop, [folder_id])
            if report.complete and not report.unsettled:
                self._looked_through |= {folder_id}
            self._tell(report, (), always=True)
            self._scan_by(folder_id, self._pause_s(folder_id, time.monotonic() - began))

    def _pause_s(self, folder_id: int, cost_s: float) -> float:
        """A folder that cannot be heard is looked through often, for no more than a share of the time."""
        live = {status.folder_id: status.live for status in self._watcher.statuses()}
        if live.get(folder_id, True):
            return self._rhythm.rescan_s
        return min(self._rhythm.rescan_s, max(self._rhythm.unheard_rescan_s, cost_s / _SCANS_SHARE))

    def _scan_by(self, folder_id: int, within_s: float) -> None:
        due = time.monotonic() + within_s
        self._due[folder_id] = min(due, self._due.get(folder_id, due))

    def _tell(self, report: ScanReport, looked_at: Iterable[str], *, always: bool = False) -> None:
        """Remember what has still to settle, and tell what was found; a scan tells that it found nothing."""
        self._waiting -= set(looked_at)
        self._waiting |= set(report.unsettled)
        if always or report.found_anything or report.failures or report.offline:
            self._on_report(report)
