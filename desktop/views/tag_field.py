"""The field that adds a tag: completes over the tree, and makes a new tag where none is meant."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView, QWidget

from desktop.theme import Theme
from desktop.views.widgets import quiet_button

SHOWN_SEPARATOR = " › "
KEPT_SEPARATOR = "/"


def path_typed(text: str) -> str:
    """Return what was typed as a path of the tree: ``Animals › Dogs`` is ``Animals/Dogs``."""
    parts = text.replace("›", KEPT_SEPARATOR).replace(">", KEPT_SEPARATOR).split(KEPT_SEPARATOR)
    return KEPT_SEPARATOR.join(part.strip() for part in parts if part.strip())


class TagField(QWidget):
    """``chosen`` carries the id of a tag of the tree, ``named`` the path of one that is not in it yet."""

    chosen = Signal(int)
    named = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: dict[str, int] = {}
        self._by_leaf: dict[str, list[int]] = {}
        self._names = QStringListModel(self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Add a tag"))
        self.field.returnPressed.connect(self._take)
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(9)
        popup = QListView()
        popup.setObjectName("completion")
        completer.setPopup(popup)
        completer.activated.connect(self._choose)
        self.field.setCompleter(completer)
        button = quiet_button(theme, "window-plus", self.tr("Add this tag"))
        button.clicked.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(button)

    def offer(self, paths: Sequence[tuple[int, tuple[str, ...]]]) -> None:
        """Complete over these tags."""
        self._ids = {SHOWN_SEPARATOR.join(path): tag_id for tag_id, path in paths}
        self._by_leaf = {}
        for tag_id, path in paths:
            self._by_leaf.setdefault(path[-1].casefold(), []).append(tag_id)
        self._names.setStringList(sorted(self._ids, key=str.casefold))

    def _choose(self, text: str) -> None:
        tag_id = self._meant(text)
        if tag_id is not None:
            self.chosen.emit(tag_id)
            self.field.clear()

    def _take(self) -> None:
        text = self.field.text().strip()
        if not text:
            return
        tag_id = self._meant(text)
        if tag_id is not None:
            self.chosen.emit(tag_id)
        elif path := path_typed(text):
            self.named.emit(path)
        self.field.clear()

    def _meant(self, text: str) -> int | None:
        """Return the tag with this path, or the only one with this name."""
        if text in self._ids:
            return self._ids[text]
        same = self._by_leaf.get(text.casefold(), [])
        return same[0] if len(same) == 1 else None
