"""The folders of the side bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from core.domain.videos import Folder
from core.paths import readable
from desktop.reasons import in_their_words
from desktop.theme import Theme
from desktop.views.widgets import label, quiet_button

_ROW = 29
_MOST_ROWS = 5


class FolderPanel(QWidget):
    """``add_asked`` and ``remove_asked`` are wishes; ``chosen`` shows the videos below one path."""

    add_asked = Signal()
    remove_asked = Signal(int)
    open_asked = Signal(str)
    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folders: tuple[Folder, ...] = ()
        self._unheard: dict[int, str] = {}
        self.list = QListWidget()
        self.list.setObjectName("folderList")
        self.list.setAccessibleName(self.tr("Folders"))
        self.list.setIconSize(QSize(16, 16))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.itemClicked.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole).path))
        theme.changed.connect(self._repaint)
        self.add_button = quiet_button(theme, "window-folder-add", self.tr("Add a folder"))
        self.add_button.clicked.connect(self.add_asked)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 6, 0)
        head.addWidget(label(self.tr("FOLDERS"), "section"))
        head.addStretch()
        head.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        inner = QHBoxLayout()
        inner.setContentsMargins(8, 0, 8, 0)
        inner.addWidget(self.list)
        column.addLayout(inner)
        self.show_folders(())

    def show_folders(self, folders: Sequence[Folder]) -> None:
        """List the folders; one that cannot be reached says so."""
        self._folders = tuple(folders)
        self.list.clear()
        for folder in self._folders:
            self.list.addItem(self._item(folder))
        self.list.setVisible(bool(self._folders))
        self.list.setFixedHeight(_ROW * min(_MOST_ROWS, max(1, len(self._folders))) + 4)

    def show_unheard(self, reasons: Mapping[int, str]) -> None:
        """Mark the folders (by id) whose changes the system does not report, each with its reason."""
        if self._unheard != reasons:
            self._unheard = dict(reasons)
            self.show_folders(self._folders)

    def _repaint(self) -> None:
        self.show_folders(self._folders)

    def _item(self, folder: Folder) -> QListWidgetItem:
        path = readable(folder.path)
        name = PurePath(path).name or path
        item = QListWidgetItem(name if folder.online else self.tr("{0} (offline)").format(name))
        unheard = self._unheard.get(folder.id, "") if folder.online else ""
        icon = "window-folder-off" if not folder.online else "window-clock" if unheard else "window-folder"
        item.setIcon(self._theme.icon(icon, "warning" if unheard or not folder.online else "muted"))
        item.setToolTip("\n".join(filter(None, (path, in_their_words(unheard)))))
        item.setData(Qt.ItemDataRole.UserRole, folder)
        return item

    def _show_menu(self, point: QPoint) -> None:
        item = self.list.itemAt(point)
        if item is not None:
            menu = self.menu_for(item.data(Qt.ItemDataRole.UserRole))
            menu.popup(self.list.viewport().mapToGlobal(point))

    def menu_for(self, folder: Folder) -> QMenu:
        """Return what can be done with a folder."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show its videos"), lambda: self.chosen.emit(folder.path))
        menu.addAction(self.tr("Open in the file manager"), lambda: self.open_asked.emit(folder.path))
        menu.addSeparator()
        menu.addAction(self.tr("Remove from the library…"), lambda: self.remove_asked.emit(folder.id))
        return menu
