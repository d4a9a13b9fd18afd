"""The status bar: what the program is doing, how far it is, how long it takes, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QStatusBar, QWidget

from desktop.theme import Theme
from desktop.views.queue_status import QueueState, QueueStatus
from desktop.views.widgets import label, quiet_button

_MINUTE_S = 60
_HOUR_S = 3600


class StatusLine(QStatusBar):
    """``pause_toggled`` and ``panel_asked`` are wishes of the person."""

    pause_toggled = Signal()
    panel_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._theme = theme
        self.words = label("", "small")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setFixedWidth(150)
        self.pace = label("", "small")
        self.failed = label("", "small")
        self.pause = quiet_button(theme, "window-pause", self.tr("Pause the analysis"))
        self.pause.clicked.connect(self.pause_toggled)
        self.panel = quiet_button(theme, "window-jobs", self.tr("Show the queue"))
        self.panel.clicked.connect(self.panel_asked)
        for part in (self.pause, self.bar, self.words):
            self.addWidget(part)
        for part in (self.pace, self.failed, self.panel):
            self.addPermanentWidget(part)
        self.setContentsMargins(8, 2, 8, 2)

    def show_status(self, status: QueueStatus, doing: str) -> None:
        """Show the state of the queue; ``doing`` names stage and video."""
        busy = status.state in (QueueState.WORKING, QueueState.PAUSED)
        for part in (self.pause, self.bar, self.pace):
            part.setVisible(busy)
        self.bar.setValue(round(1000 * status.share))
        self.words.setText(self._words(status, doing))
        self.pace.setText(self._pace(status))
        self.failed.setText(self.tr("%n failed", "", status.failed) if status.failed else "")
        self.failed.setVisible(status.failed > 0)

    def show_paused(self, *, paused: bool) -> None:
        """Offer to go on, or to stop."""
        tip = self.tr("Go on with the analysis") if paused else self.tr("Pause the analysis")
        self.pause.setToolTip(tip)
        self.pause.setAccessibleName(tip)
        self._theme.dress(self.pause, "window-play" if paused else "window-pause", "text")

    def _words(self, status: QueueStatus, doing: str) -> str:
        if status.state is QueueState.NOTHING:
            return ""
        if status.state is QueueState.IDLE:
            return self.tr("Everything is analysed")
        left = self.tr("%n job(s) left", "", status.open)
        if status.state is QueueState.PAUSED:
            return self.tr("Paused · {0}").format(left)
        return f"{left} · {doing}" if doing else left

    def _pace(self, status: QueueStatus) -> str:
        parts = []
        if status.rate_per_minute:
            parts.append(self.tr("{0} per minute").format(f"{status.rate_per_minute:.3g}"))
        if status.left_s is not None:
            parts.append(self._left(status.left_s))
        return " · ".join(parts)

    def _left(self, left_s: float) -> str:
        if left_s < _MINUTE_S:
            return self.tr("less than a minute left")
        if left_s < _HOUR_S:
            return self.tr("about %n minute(s) left", "", round(left_s / _MINUTE_S))
        return self.tr("about %n hour(s) left", "", round(left_s / _HOUR_S))
