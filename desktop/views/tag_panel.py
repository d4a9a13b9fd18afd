"""The tag tree of the side bar: search inside it, tick to filter, edit by the context menu."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QTreeView, QVBoxLayout, QWidget

from desktop.itemmodels.tag_tree_model import TagRole, TagTreeModel
from desktop.theme import Theme
from desktop.views.tag_delegate import TagDelegate
from desktop.views.widgets import label, quiet_button


class TagTreeView(QTreeView):
    """A click on a name ticks it like a click on its box; Space and Enter do the same."""

    ticked = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tagTree")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(self.tr("Tags"))
        self._pressed = QModelIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.ticked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick by a click on the name; the box is Qt's, and the branch opens the node."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        before = index.data(Qt.ItemDataRole.CheckStateRole)
        super().mouseReleaseEvent(event)
        untouched = index.isValid() and index.data(Qt.ItemDataRole.CheckStateRole) == before
        on_words = point.x() >= self.visualRect(index).left() and index == self._pressed
        if untouched and on_words and event.button() == Qt.MouseButton.LeftButton:
            self.ticked.emit(index)


class TagPanel(QWidget):
    """Wishes to change the tree leave as signals; the window carries them out."""

    add_asked = Signal(object)
    edit_asked = Signal(int)
    move_asked = Signal(int)
    delete_asked = Signal(int)

    def __init__(
        self, model: TagTreeModel, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._kept_open: set[int] | None = None
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(model)
        self._proxy.setRecursiveFilteringEnabled(True)
        self._proxy.setAutoAcceptChildRows(True)
        self._proxy.setFilterRole(TagRole.WORDS)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.tree = TagTreeView()
        self.tree.setModel(self._proxy)
        self.tree.setItemDelegate(TagDelegate(theme, language, self.tree))
        self.tree.ticked.connect(self._toggle)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a tag"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self._lay_out()

    def open_tags(self) -> set[int]:
        """Return the tags that are expanded."""
        return {i for i in self._model.tag_ids() if self.tree.isExpanded(self._place(i))}

    def set_open_tags(self, tag_ids: set[int]) -> None:
        """Expand exactly these tags."""
        for tag_id in self._model.tag_ids():
            place = self._place(tag_id)
            if place.isValid():
                self.tree.setExpanded(place, tag_id in tag_ids)

    def reveal(self, tag_id: int) -> None:
        """Open the way to a tag and select it."""
        place = self._place(tag_id)
        self.tree.scrollTo(place)
        self.tree.setCurrentIndex(place)

    def _lay_out(self) -> None:
        add = quiet_button(self._theme, "window-plus", self.tr("New tag"))
        add.clicked.connect(lambda: self.add_asked.emit(None))
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 6, 0)
        head.addWidget(label(self.tr("TAGS"), "section"))
        head.addStretch()
        head.addWidget(add)
        field = QHBoxLayout()
        field.setContentsMargins(8, 0, 8, 0)
        field.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(field)
        column.addWidget(self.tree, 1)

    def _place(self, tag_id: int) -> QModelIndex:
        return self._proxy.mapFromSource(self._model.index_of(tag_id))

    def _toggle(self, place: QModelIndex) -> None:
        checked = self._proxy.data(place, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
        self._proxy.setData(place, state, Qt.ItemDataRole.CheckStateRole)

    def _search(self, text: str) -> None:
        """Show what matches with the way to it; afterwards the tree is as open as before."""
        if text and self._kept_open is None:
            self._kept_open = self.open_tags()
        self._proxy.setFilterFixedString(text.strip())
        if text:
            self.tree.expandAll()
        elif self._kept_open is not None:
            self.set_open_tags(self._kept_open)
            self._kept_open = None

    def _show_menu(self, point: QPoint) -> None:
        place = self.tree.indexAt(point)
        self.menu_for(place.data(TagRole.TAG_ID) if place.isValid() else None).popup(
            self.tree.viewport().mapToGlobal(point)
        )

    def menu_for(self, tag_id: int | None) -> QMenu:
        """Return what can be done with a tag, or with the tree where none is named."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if tag_id is None:
            menu.addAction(self.tr("New tag…"), lambda: self.add_asked.emit(None))
            return menu
        menu.addAction(self.tr("Add tag below…"), lambda: self.add_asked.emit(tag_id))
        menu.addAction(self.tr("Edit name and words…"), lambda: self.edit_asked.emit(tag_id))
        menu.addAction(self.tr("Move…"), lambda: self.move_asked.emit(tag_id))
        menu.addSeparator()
        menu.addAction(self.tr("Delete"), lambda: self.delete_asked.emit(tag_id))
        return menu
