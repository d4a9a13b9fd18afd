"""Brings the commits of every thread and program to the window as one signal."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QTimer, Signal

from core.catalogue.catalogue import Catalogue
from core.domain.changes import ChangeSet

_GATHER_MS = 60
_OTHER_PROGRAMS_MS = 1000


class ChangeRelay(QObject):
    """Emits ``changed`` on the GUI thread; commits that follow each other closely come together."""

    changed = Signal(object)
    _committed = Signal()

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._lock = threading.Lock()
        self._gathered = ChangeSet()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_GATHER_MS)
        self._timer.timeout.connect(self._emit)
        self._committed.connect(self._start)
        self._unsubscribe = catalogue.subscribe(self._gather)
        self._poll = QTimer(self)
        self._poll.setInterval(_OTHER_PROGRAMS_MS)
        self._poll.timeout.connect(catalogue.notice_other_programs)
        self._poll.start()

    def stop(self) -> None:
        """Hear no more commits."""
        self._unsubscribe()
        self._poll.stop()
        self._timer.stop()

    def _gather(self, changes: ChangeSet) -> None:
        with self._lock:
            self._gathered = self._gathered | changes
        self._committed.emit()

    def _start(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _emit(self) -> None:
        with self._lock:
            changes, self._gathered = self._gathered, ChangeSet()
        if changes:
            self.changed.emit(changes)
