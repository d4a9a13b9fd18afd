"""The composition root of the window: builds every part, hands it on by constructor, ends it in order."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from core.analysis.engine import MakeEngine
from core.analysis.process import AnalysisProcess, ProcessLimits
from core.errors import FilmotekaError
from core.jobs.owner import new_owner
from core.jobs.runner import JobRunner
from core.library.library import Library
from core.library.name_words import name_text
from core.library.opening import open_library
from core.library.reports import ScanReport
from core.paths import models_home
from core.settings import Settings, load_settings
from desktop.i18n import Languages, install_language
from desktop.main_window import MainWindow
from desktop.reasons import in_their_words
from desktop.theme import Theme, apply_theme
from desktop.workers.changes import ChangeRelay
from desktop.workers.edits import EditQueue
from desktop.workers.pool import WorkerPool
from desktop.workers.scan import ScanThread

_log = logging.getLogger(__name__)
_SIGNAL_POLL_MS = 200


class Filmoteka(QObject):
    """Everything that lives while the window is open."""

    def __init__(self, library_file: Path, settings: Settings, theme: Theme, languages: Languages) -> None:
        """Open the library and build the window. Raises CatalogueError where the library cannot be opened."""
        super().__init__()
        self.settings = settings
        self.catalogue = open_library(library_file)
        self.library = Library(self.catalogue, settings.analysis_options)
        self.changes = ChangeRelay(self.catalogue, self)
        self.edits = EditQueue(self.catalogue, self)
        self.pool = WorkerPool(self.catalogue, self._make_runner, settings.workers, self)
        self.scan = ScanThread(self.library, self)
        self.window = MainWindow(
            catalogue=self.catalogue,
            library=self.library,
            pool=self.pool,
            edits=self.edits,
            changes=self.changes,
            settings=settings,
            theme=theme,
            languages=languages,
        )
        self.scan.reported.connect(self._take_report)

    def start(self) -> None:
        """Show the window, then begin to scan and to analyse."""
        self.window.show()
        self.scan.start()
        self.pool.start()

    def stop(self) -> None:
        """Keep every edit, hand jobs back, end threads and processes; a step that fails stops no other."""
        with ExitStack() as steps:  # undone from the last to the first
            steps.callback(self.catalogue.close)
            steps.callback(self.changes.stop)
            steps.callback(self.edits.stop)
            steps.callback(self.pool.stop)
            steps.callback(self.scan.stop)
            steps.callback(self.window.shutdown)
            steps.callback(self.window.close)

    def _take_report(self, _report: ScanReport) -> None:
        self.window.note_scanned(self.scan.looked_through)
        self.window.show_watching(self.scan.watching)

    def _make_runner(self) -> JobRunner:
        process = AnalysisProcess(
            MakeEngine(models_home()), ProcessLimits(idle_s=self.settings.unload_after_s)
        )
        return JobRunner(self.catalogue, process, new_owner(), self.settings.analysis_options, name_text)


def run_window(library_file: Path, opened: Callable[[Filmoteka], None] | None = None) -> int:
    """Open the window on a library and return when it is closed; ``opened`` is called when it stands."""
    application = make_application()
    settings = load_settings()
    languages = install_language(application, settings.language)
    theme = apply_theme(application, settings.theme)
    try:
        filmoteka = Filmoteka(library_file, settings, theme, languages)
    except FilmotekaError as error:
        _log.error("%s", error)
        if application.platformName() != "offscreen":  # where nobody could close it
            QMessageBox.critical(None, "Filmoteka", in_their_words(str(error)))
        return 2
    _quit_on_signals(application)
    filmoteka.start()
    if opened is not None:
        opened(filmoteka)
    try:
        return application.exec()
    finally:
        filmoteka.stop()


def make_application() -> QApplication:
    """Return the application.

    libvlc can embed its picture under X11 alone, so X11 is chosen where a Wayland session offers it too.
    """
    if sys.platform == "linux" and "QT_QPA_PLATFORM" not in os.environ:
        if os.environ.get("DISPLAY"):
            os.environ["QT_QPA_PLATFORM"] = "xcb"
        elif not os.environ.get("WAYLAND_DISPLAY"):
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
    present = QApplication.instance()
    application = present if isinstance(present, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Filmoteka")
    application.setDesktopFileName("org.filmoteka.Filmoteka")
    return application


def _quit_on_signals(application: QApplication) -> None:
    """Let Ctrl+C and a polite kill end the program in order."""

    def leave(_number: int, _frame: FrameType | None) -> None:
        application.quit()

    signal.signal(signal.SIGINT, leave)
    signal.signal(signal.SIGTERM, leave)
    heartbeat = QTimer(application)  # Python hears signals only between steps of its own
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start(_SIGNAL_POLL_MS)
