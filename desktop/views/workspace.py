"""The pages of the window: the library with its side bar and details, and beside it the player."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desktop.views import detail_panel, sidebar
from desktop.views.detail_panel import DetailPanel
from desktop.views.library_page import LibraryPage
from desktop.views.sidebar import Sidebar

LIBRARY_PAGE = 0


class Workspace(QStackedWidget):
    """The player's page is added when the first video is opened."""

    def __init__(
        self, side: Sidebar, library: LibraryPage, detail: DetailPanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.sidebar, self.library, self.detail = side, library, detail
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("panes")
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane in (side, library, detail):
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([sidebar.WIDTH, 900, detail_panel.WIDTH])
        self.addWidget(self.splitter)

    def showing_library(self) -> bool:
        """Say whether the library is shown, not the player."""
        return self.currentIndex() == LIBRARY_PAGE
