"""What can be done with the videos selected in the grid."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMenu, QMenuBar

from core.domain.stages import ALL_STAGES
from core.library.library import Library
from desktop.control.playing import Playing
from desktop.itemmodels.latest_first import LatestFirst
from desktop.itemmodels.video_grid_model import GridRole
from desktop.views.workspace import Workspace

_COMMANDS = ("play", "play_start", "add_tag", "analyse", "open_file")


class SelectedVideos(QObject):
    """``told`` carries a sentence for the person."""

    told = Signal(str)

    def __init__(
        self,
        *,
        workspace: Workspace,
        playing: Playing,
        library: Library,
        chores: LatestFirst,
        menus: QMenuBar,
    ) -> None:
        super().__init__(workspace)
        self._workspace, self._grid = workspace, workspace.library.grid
        self._playing, self._library, self._chores, self._menus = playing, library, chores, menus
        self._grid.opened.connect(self.open)
        self._grid.customContextMenuRequested.connect(self._show_menu)

    def ids(self) -> list[int]:
        """Return the videos selected."""
        rows = self._grid.selectionModel().selectedIndexes()
        return [index.data(GridRole.VIDEO_ID) for index in rows]

    def open(self, index: QModelIndex) -> None:
        """Play a card from where the person stopped."""
        if index.isValid():
            self._playing.play(index.data(GridRole.VIDEO_ID))

    def play(self) -> None:
        """Play the current card."""
        self.open(self._grid.currentIndex())

    def play_from_start(self) -> None:
        """Play the current card from its first second."""
        index = self._grid.currentIndex()
        if index.isValid():
            self._playing.play(index.data(GridRole.VIDEO_ID), 0.0)

    def show_file(self) -> None:
        """Show where the file lies."""
        shown = self._workspace.detail.shown
        if shown is not None:
            open_in_file_manager(shown.video.path)

    def tag(self) -> None:
        """Let the person type a tag."""
        self._workspace.detail.show()
        self._workspace.detail.focus_tag_field()

    def analyse(self) -> None:
        """Analyse the videos selected anew."""
        self.analyse_these(self.ids())

    def analyse_these(self, video_ids: list[int]) -> None:
        """Analyse videos anew, whatever is known about them."""
        if not video_ids:
            self.told.emit(self.tr("Select the videos to analyse first."))
            return
        library = self._library
        words = self.tr("%n video(s) will be analysed again.", "", len(video_ids))
        self._chores.ask(
            ("analyse", tuple(video_ids)),
            lambda: library.enqueue(video_ids, ALL_STAGES),
            lambda _: self.told.emit(words),
        )

    def menu(self) -> QMenu:
        """Return the commands for the videos selected: the same as in the menu bar."""
        menu = QMenu(self._grid)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in _COMMANDS:
            action = self._menus.findChild(QAction, name)
            if action is not None:
                menu.addAction(action)
        return menu

    def _show_menu(self, point: QPoint) -> None:
        if self._grid.indexAt(point).isValid():
            self.menu().popup(self._grid.viewport().mapToGlobal(point))


def open_in_file_manager(path: str) -> None:
    """Open the folder of a file, or a folder itself, in the system's file manager."""
    place = Path(path)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place if place.is_dir() else place.parent)))
