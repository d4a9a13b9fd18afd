"""Waits until a burst of changes is over before something costly is asked again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

SETTLE_MS = 300
_SHARE = 8
"""What took a while is asked again only after this many times as long: it keeps a core free."""


class Settling(QObject):
    """``due`` follows the first ``wish`` after a while; further wishes until then change nothing."""

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._took_s = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.due)

    def wish(self) -> None:
        """Something changed."""
        if not self._timer.isActive():
            self._timer.start(max(SETTLE_MS, round(1000 * _SHARE * self._took_s)))

    def note(self, took_s: float) -> None:
        """Say how long the last answer took to be found."""
        self._took_s = took_s
