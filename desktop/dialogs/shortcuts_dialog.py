"""The keys of the window and of the player."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.views.widgets import label


class ShortcutsDialog(QDialog):
    """``actions`` are those of the menus: their keys are listed as they are."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(760, 560)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addLayout(self._column((self.tr("MENUS"), _menu_keys(actions))))
        columns.addLayout(
            self._column((self.tr("LIBRARY"), self._grid()), (self.tr("PLAYER"), self._player()))
        )
        body = QWidget()
        body.setLayout(columns)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(body)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(area, 1)
        column.addWidget(buttons)

    def _column(self, *groups: tuple[str, Sequence[tuple[str, str]]]) -> QVBoxLayout:
        column = QVBoxLayout()
        for name, keys in groups:
            column.addWidget(label(name, "section"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(14)
            grid.setVerticalSpacing(7)
            grid.setColumnStretch(1, 1)
            for row, (key, words) in enumerate(keys):
                grid.addWidget(label(key, "key"), row, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(label(words, ""), row, 1)
            column.addLayout(grid)
            column.addSpacing(14)
        column.addStretch()
        return column

    def _grid(self) -> list[tuple[str, str]]:
        return [
            ("← ↑ → ↓", self.tr("Move between the videos")),
            ("Enter", self.tr("Play")),
            (self.tr("Space"), self.tr("Show or hide the details")),
            ("Ctrl+A", self.tr("Select all")),
        ]

    def _player(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Space"), self.tr("Pause or go on")),
            ("← →", self.tr("5 seconds back or on")),
            ("J L", self.tr("10 seconds back or on")),
            ("↑ ↓", self.tr("Louder or quieter")),
            ("M", self.tr("Sound off or on")),
            ("F", self.tr("Full screen")),
            ("S", self.tr("Skip the intro, recap or credits")),
            ("U", self.tr("Jump back before the last skip")),
            ("N P", self.tr("Next or previous episode")),
            ("[ ]", self.tr("Slower or faster")),
            (", .", self.tr("One frame back or on")),
            ("I O", self.tr("A segment starts or ends here")),
            ("C", self.tr("Next subtitles")),
            ("Esc", self.tr("Back to the library")),
        ]


def _menu_keys(actions: Sequence[QAction]) -> list[tuple[str, str]]:
    with_keys = [action for action in actions if not action.shortcut().isEmpty()]
    native = QKeySequence.SequenceFormat.NativeText
    return [(a.shortcut().toString(native), a.text().replace("&", "").rstrip("…")) for a in with_keys]
