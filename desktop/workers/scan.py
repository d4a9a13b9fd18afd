"""The thread that keeps the library true to the disk."""

from __future__ import annotations

import logging
import threading

from PySide6.QtCore import QObject, QThread, Signal

from core.library.library import Library
from core.library.loop import LibraryLoop
from core.library.watcher import WatchStatus

_log = logging.getLogger(__name__)


class ScanThread(QThread):
    """Runs ``LibraryLoop`` until it is stopped; everything it finds reaches the window as a ChangeSet.

    ``reported`` carries the ``ScanReport`` of each look at a folder.
    """

    reported = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scan")
        self._loop = LibraryLoop(library, on_report=self.reported.emit)
        self._stop = threading.Event()

    def run(self) -> None:
        self._loop.run(self._stop)

    @property
    def watching(self) -> tuple[WatchStatus, ...]:
        """Return how each folder is watched."""
        return self._loop.statuses()

    @property
    def looked_through(self) -> frozenset[int]:
        """Return the folders in which all is found that lay there."""
        return self._loop.looked_through()

    def stop(self) -> None:
        """End the loop; returns when the thread has ended."""
        self._stop.set()
        self.wait()
