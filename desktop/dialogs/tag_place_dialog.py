"""Asks below which tag another one is to hang."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.views.widgets import label

_ROOT = 0


class TagPlaceDialog(QDialog):
    """``places`` are the tags that may become the parent, each with its path."""

    def __init__(
        self, name: str, places: Sequence[tuple[int, Sequence[str]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Move “{0}”").format(name))
        self.resize(420, 480)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a tag"))
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget()
        self._add(self.tr("At the top of the tree"), _ROOT)
        for tag_id, path in places:
            self._add(" › ".join(path), tag_id)
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(self.accept)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(self.tr("It hangs below this tag from now on:"), "muted"))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)

    def parent_id(self) -> int | None:
        """Return the tag chosen, ``None`` for the top of the tree."""
        item = self.list.currentItem()
        tag_id = _ROOT if item is None else item.data(Qt.ItemDataRole.UserRole)
        return None if tag_id == _ROOT else int(tag_id)

    def _add(self, text: str, tag_id: int) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, tag_id)
        self.list.addItem(item)

    def _filter(self, text: str) -> None:
        for row in range(1, self.list.count()):
            item = self.list.item(row)
            item.setHidden(text.casefold() not in item.text().casefold())
