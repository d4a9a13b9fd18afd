"""The left of the window: folders above, tags below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.itemmodels.tag_tree_model import TagTreeModel
from desktop.theme import Theme
from desktop.views.folder_panel import FolderPanel
from desktop.views.tag_panel import TagPanel

WIDTH = 258


class Sidebar(QWidget):
    def __init__(
        self, tags: TagTreeModel, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(190)
        self.folders = FolderPanel(theme)
        self.tags = TagPanel(tags, theme, language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(6)
        column.addWidget(self.folders)
        column.addWidget(self.tags, 1)
