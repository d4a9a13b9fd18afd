"""Adds folders and files to the library, and takes folders out; the disk is never waited for here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from core.errors import UserError
from core.library.library import Library
from core.paths import readable
from desktop.itemmodels.latest_first import LatestFirst
from desktop.views.dropped import sorted_out


class Adding(QObject):
    """``told`` carries a sentence for the person."""

    told = Signal(str)

    def __init__(self, library: Library, chores: LatestFirst, window: QWidget) -> None:
        super().__init__(window)
        self._library, self._chores, self._window = library, chores, window

    def ask_for_folder(self) -> None:
        """Let the person choose a folder."""
        title = self.tr("Add a folder with videos")
        path = QFileDialog.getExistingDirectory(self._window, title, _videos_of_the_account())
        if path:
            self.add((path,))

    def ask_for_files(self) -> None:
        """Let the person choose single files."""
        title = self.tr("Add video files")
        paths, _ = QFileDialog.getOpenFileNames(self._window, title, _videos_of_the_account())
        self.add(paths)

    def add(self, paths: Sequence[str]) -> None:
        """Take in folders and files, however they were named."""
        dropped = sorted_out(paths)
        for folder in dropped.folders:
            self._chores.ask(("add folder", folder), partial(self._add_folder, folder), self._say)
        if dropped.files:
            files = dropped.files
            self._chores.ask(("add files", files), lambda: self._add_files(files), self._say)

    def ask_to_remove(self, folder_id: int) -> None:
        """Take a folder out of the library after a question."""
        answer = QMessageBox.question(
            self._window,
            self.tr("Remove the folder from the library?"),
            self.tr(
                "Its videos are no longer shown. Your files stay untouched, and tags and marks are kept "
                "for the day you add the folder again."
            ),
        )
        if answer == QMessageBox.StandardButton.Yes:
            self.remove(folder_id)

    def remove(self, folder_id: int) -> None:
        """Take a folder out of the library."""
        self._chores.ask(("remove folder", folder_id), lambda: self._remove(folder_id), self._say)

    def _add_folder(self, path: str) -> str:
        try:
            folder = self._library.add_folder(path)
        except UserError as error:
            return str(error)
        return self.tr("Looking for videos in {0}.").format(readable(folder.path))

    def _add_files(self, files: Sequence[str]) -> str:
        report = self._library.index_paths(files)
        self._library.enqueue_stale()
        if report.failures:
            return report.failures[0].reason
        return self.tr("%n file(s) added.", "", len(report.video_ids))

    def _remove(self, folder_id: int) -> str:
        try:
            self._library.remove_folder(folder_id)
        except UserError as error:
            return str(error)
        return ""

    def _say(self, words: str) -> None:
        if words:
            self.told.emit(words)


def _videos_of_the_account() -> str:
    """Return where videos usually are; the home folder where there is no such place."""
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.MoviesLocation)
    usual = next((place for place in places if Path(place).is_dir()), None)
    return usual or str(Path.home())
