"""The tag tree with check boxes and counts; changes are told node by node, so that nothing collapses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.catalogue.tag_tree import TagRow
from desktop.itemmodels.tag_tree_rows import TagForest, misplaced, siblings

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class TagRole(IntEnum):
    TAG_ID = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2
    WORDS = Qt.ItemDataRole.UserRole + 3


class TagTreeModel(QAbstractItemModel):
    """``ticks_changed`` follows every change of the set of ticked tags."""

    ticks_changed = Signal()

    def __init__(self, language: str = "en", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._forest = TagForest()
        self._counts: dict[int, int] = {}
        self._ticked: dict[int, None] = {}

    # -- what the window says

    def show(self, rows: Sequence[TagRow]) -> None:
        """Become the tree of the catalogue: ``rows`` hold parents before children, siblings in order."""
        for tag_id in misplaced(self._forest, rows):
            parent_id, place = self._forest.parent_of(tag_id), self._forest.place_of(tag_id)
            self.beginRemoveRows(self.index_of(parent_id), place, place)
            self._forest.remove(tag_id)
            self.endRemoveRows()
        order = siblings(rows)
        for row in rows:
            if row.id not in self._forest:
                self._insert(row, order[row.parent_id])
            elif self._forest.row(row.id) != row:
                self._forest.replace(row)
                self._tell(row.id)
        gone = [i for i in self._ticked if i not in self._forest]
        if gone:
            self.set_ticked([i for i in self._ticked if i in self._forest])

    def set_counts(self, counts: Mapping[int, int]) -> None:
        """Show how many videos carry each tag or one below it."""
        before, self._counts = self._counts, dict(counts)
        for tag_id in self._forest.ids():
            if before.get(tag_id, 0) != self._counts.get(tag_id, 0):
                self._tell(tag_id)

    def set_language(self, language: str) -> None:
        """Show the names in another language."""
        self._language = language
        for tag_id in self._forest.ids():
            self._tell(tag_id)

    def set_ticked(self, tag_ids: Sequence[int]) -> None:
        """Tick exactly these tags."""
        wanted = dict.fromkeys(i for i in tag_ids if i in self._forest)
        changed = set(self._ticked) ^ set(wanted)
        if not changed and list(wanted) == list(self._ticked):
            return
        self._ticked = wanted
        touched = {i for tag_id in changed if tag_id in self._forest for i in self._forest.lineage(tag_id)}
        for tag_id in touched:
            self._tell(tag_id)
        self.ticks_changed.emit()

    # -- what the views ask

    def ticked(self) -> tuple[int, ...]:
        """Return the ticked tags in the order in which they were ticked."""
        return tuple(self._ticked)

    def tag_ids(self) -> list[int]:
        """Return every tag of the tree."""
        return self._forest.ids()

    def tag_row(self, tag_id: int) -> TagRow | None:
        """Return what the catalogue says of a tag, ``None`` where it is not in the tree."""
        return self._forest.row(tag_id) if tag_id in self._forest else None

    def path(self, tag_id: int) -> tuple[str, ...]:
        """Return the names from the root down, in the language shown."""
        return self._forest.path(tag_id, self._language)

    def below(self, tag_id: int) -> list[int]:
        """Return the tag and all below it."""
        return self._forest.below(tag_id)

    def index_of(self, tag_id: int | None) -> QModelIndex:
        """Return the place of a tag; ``None`` is the root of everything."""
        if tag_id is None or tag_id not in self._forest:
            return QModelIndex()
        return self.createIndex(self._forest.place_of(tag_id), 0, tag_id)

    def tag_at(self, index: Index) -> int | None:
        """Return the tag at a place."""
        return int(index.internalId()) if index.isValid() else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        if parent.isValid() and parent.column() != 0:
            return 0
        return len(self._forest.children_of(self.tag_at(parent)))

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 1

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        children = self._forest.children_of(self.tag_at(parent))
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, child: Index | None = None) -> Any:
        if child is None:  # Qt has two functions of this name
            return super().parent()
        tag_id = self.tag_at(child)
        if tag_id is None or tag_id not in self._forest:
            return QModelIndex()
        return self.index_of(self._forest.parent_of(tag_id))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tag_id = self.tag_at(index)
        if tag_id is None or tag_id not in self._forest:
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._check_state(tag_id)
        if role == TagRole.TAG_ID:
            return tag_id
        if role == TagRole.COUNT:
            return self._counts.get(tag_id, 0)
        node = self._forest.row(tag_id).node
        if role == Qt.ItemDataRole.DisplayRole:
            return node.name(self._language)
        if role == TagRole.WORDS:
            return " ".join((node.name_en, node.name_ru, *node.aliases))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        tag_id = self.tag_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or tag_id is None:
            return False
        others = [i for i in self._ticked if i != tag_id]
        tick = Qt.CheckState(value) == Qt.CheckState.Checked
        self.set_ticked([*others, tag_id] if tick else others)
        return True

    def _check_state(self, tag_id: int) -> Qt.CheckState:
        if tag_id in self._ticked:
            return Qt.CheckState.Checked
        inside = any(tag_id in self._forest.lineage(ticked) for ticked in self._ticked)
        return Qt.CheckState.PartiallyChecked if inside else Qt.CheckState.Unchecked

    def _insert(self, row: TagRow, order: list[int]) -> None:
        """Put the node behind the siblings that stand before it in the catalogue's order."""
        now = self._forest.children_of(row.parent_id)
        before = set(order[: order.index(row.id)])
        place = sum(1 for sibling in now if sibling in before)
        self.beginInsertRows(self.index_of(row.parent_id), place, place)
        self._forest.insert(place, row)
        self.endInsertRows()

    def _tell(self, tag_id: int) -> None:
        index = self.index_of(tag_id)
        self.dataChanged.emit(index, index)
