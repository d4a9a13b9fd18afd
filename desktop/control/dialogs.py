"""Opens the dialogs and carries out what was chosen in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow

from core.analysis.weights import ModelState, ModelStatus, ModelStore
from core.catalogue.catalogue import Catalogue
from core.errors import FilmotekaError
from core.exchange.tag_lines import tag_lines
from core.exchange.tags_csv import write_tags_csv
from core.paths import models_home
from core.query.syntax import Node
from core.settings import Settings
from desktop.dialogs.about_dialog import AboutDialog
from desktop.dialogs.models_dialog import ModelsDialog
from desktop.dialogs.settings_dialog import Chosen, Installed, SettingsDialog
from desktop.dialogs.shortcuts_dialog import ShortcutsDialog
from desktop.i18n import Languages
from desktop.itemmodels.latest_first import LatestFirst

_HERE = (ModelState.EMBEDDED, ModelState.INSTALLED)


def installed_models(found: tuple[ModelStatus, ...]) -> Installed:
    """Return what can be chosen in the settings: the models that are here."""
    here = [status.entry for status in found if status.state in _HERE]
    pictures = [(entry.id, entry.id) for entry in here if entry.purpose == "pictures"]
    return Installed(pictures, [(entry.id, entry.id) for entry in here if entry.purpose == "speech"])


class Dialogs(QObject):
    """``chosen`` carries what the settings are to be; ``told`` a sentence for the person."""

    chosen = Signal(object)
    told = Signal(str)
    models_changed = Signal()

    def __init__(
        self,
        *,
        catalogue: Catalogue,
        chores: LatestFirst,
        fetches: LatestFirst,
        settings: Settings,
        language: Languages,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._catalogue, self._chores, self._fetches = catalogue, chores, fetches
        self._settings, self._languages, self._window = settings, language, window
        self._closing = Event()
        self._store = ModelStore(models_home())

    def stop_fetching(self) -> None:
        """Break off what is being fetched; what arrived is continued another time."""
        self._closing.set()

    def show_settings(self) -> None:
        """Open the settings once what they show is known."""

        def read() -> tuple[float, Installed]:
            with self._catalogue.read() as view:
                return view.video_tags.threshold(), installed_models(self._store.list())

        self._chores.ask("settings shown", read, self._open_settings)

    def show_models(self) -> None:
        """Open the list of models."""
        language = self._languages.language
        dialog = ModelsDialog(self._store, self._fetches, self._closing, language, self._window)
        dialog.changed.connect(self.models_changed)
        _open(dialog)

    def show_shortcuts(self) -> None:
        """Open the list of keys."""
        actions = [a for a in self._window.menuBar().findChildren(QAction) if not a.shortcut().isEmpty()]
        _open(ShortcutsDialog(actions, self._window))

    def show_about(self) -> None:
        """Say what the program is."""
        _open(AboutDialog(self._window))

    def ask_to_export(self, query: Callable[[], Node]) -> None:
        """Let the person choose a file for the tags of the videos listed."""
        title, kinds = self.tr("Export tags as CSV"), self.tr("CSV files (*.csv)")
        name, _ = QFileDialog.getSaveFileName(self._window, title, "filmoteka-tags.csv", kinds)
        if name:
            self.export(Path(name), query())

    def export(self, target: Path, query: Node) -> None:
        """Write the tags of the videos that match, in the language of the window."""
        language = self._languages.language

        def work() -> str:
            try:
                with self._catalogue.read() as view:
                    lines = tag_lines(view, query, language=language)
                    count = write_tags_csv(target, lines, bom=True)
            except FilmotekaError as error:
                return str(error)
            return self.tr("%n tag(s) written to {0}.", "", count).format(target)

        self._chores.ask(("export", target), work, self.told.emit)

    def _open_settings(self, found: tuple[float, Installed]) -> None:
        threshold, installed = found
        dialog = SettingsDialog(self._settings, threshold, installed, self._window)
        dialog.accepted.connect(lambda: self._choose(dialog.chosen()))
        _open(dialog)

    def _choose(self, chosen: Chosen) -> None:
        self.chosen.emit(chosen)


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
