"""What the grid says when it has nothing to show, and what to do about it."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.views.widgets import label, push_button

_ICON_PX = 64


class Emptiness(Enum):
    """Why the grid is empty."""

    NO_FOLDERS = "no folders"
    LOOKING = "looking"
    NO_VIDEOS = "no videos"
    NO_RESULTS = "no results"


def emptiness(shown: int, *, folders: int, filtered: bool, scanning: bool) -> Emptiness | None:
    """Say why nothing is shown; ``None`` where something is."""
    if shown:
        return None
    if filtered:
        return Emptiness.NO_RESULTS
    if scanning:
        return Emptiness.LOOKING
    return Emptiness.NO_VIDEOS if folders else Emptiness.NO_FOLDERS


class EmptyState(QWidget):
    """``action_asked`` carries the reason whose button was pressed."""

    action_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._reason = Emptiness.NO_FOLDERS
        self._icon = QLabel()
        self.heading = label("", "heading")
        self._words = label("", "muted")
        self._words.setWordWrap(True)
        self._words.setFixedWidth(440)
        self.button = push_button("", "primary")
        self.button.clicked.connect(lambda: self.action_asked.emit(self._reason))
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        for part in (self._icon, self.heading, self._words):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        theme.changed.connect(self._repaint)
        self.explain(self._reason)

    def explain(self, reason: Emptiness) -> None:
        """Show the words for a reason."""
        self._reason = reason
        icon, heading, words, button = self._texts(reason)
        ratio = self.devicePixelRatioF()
        pixmap = self._theme.pixmap(icon, round(_ICON_PX * ratio), "faint")
        pixmap.setDevicePixelRatio(ratio)
        self._icon.setPixmap(pixmap)
        self.heading.setText(heading)
        self._words.setText(words)
        self.button.setText(button)
        self.button.setVisible(bool(button))

    def _repaint(self) -> None:
        self.explain(self._reason)

    def _texts(self, reason: Emptiness) -> tuple[str, str, str, str]:
        """Return icon, heading, words and the text of the button."""
        match reason:
            case Emptiness.NO_FOLDERS:
                return (
                    "window-folder-add",
                    self.tr("Show Filmoteka where your videos are"),
                    self.tr(
                        "Add a folder, or drop one here. Your files stay where they are and are never "
                        "changed; everything is worked out on this computer."
                    ),
                    self.tr("Add a folder…"),
                )
            case Emptiness.LOOKING:
                words = self.tr("The first ones appear here in a moment. Browse while the rest follow.")
                return ("window-clock", self.tr("Looking for videos"), words, "")
            case Emptiness.NO_VIDEOS:
                words = self.tr("None of your folders holds a video. New files are noticed by themselves.")
                return ("window-film", self.tr("No videos yet"), words, self.tr("Add another folder…"))
            case Emptiness.NO_RESULTS:
                words = self.tr("Take a tick away, choose “any” instead of “all”, or search for other words.")
                return ("window-search", self.tr("No video matches"), words, self.tr("Clear the filter"))
