"""What every test of the window stands on: no Qt warning, no leaked thread, a real library."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QMessageLogContext, QThread, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.catalogue.catalogue import Catalogue
from core.jobs.runner import JobRunner
from core.library.library import Library
from core.settings import Settings
from desktop.control.playing import Playing
from desktop.i18n import Languages
from desktop.main_window import MainWindow
from desktop.theme import Theme, ThemeChoice
from desktop.workers.changes import ChangeRelay
from desktop.workers.edits import EditQueue
from desktop.workers.pool import WorkerPool
from tests.desktop.small_library import SmallLibrary

_HARMLESS = ("This plugin does not support", "No RHI backend", "No HW decoder", "pa_context_connect")
"""What the offscreen platform says of itself, and Qt's player of a machine without sound and graphics."""


@pytest.fixture(autouse=True)
def qt_is_content() -> Iterator[None]:
    """Fail a test that makes Qt warn, or that leaves a QThread running."""
    complaints: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        quiet = kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        of_media = (context.category or "").startswith("qt.multimedia")
        if not quiet and not of_media and not any(words in message for words in _HARMLESS):
            complaints.append(message)

    before = qInstallMessageHandler(hear)
    yield
    qInstallMessageHandler(before)
    running = [thread.objectName() for thread in _threads() if thread.isRunning()]
    assert not running, f"threads left running: {running}"
    assert not complaints, f"Qt complained: {complaints}"


def _threads() -> list[QThread]:
    app = QApplication.instance()
    main = None if app is None else app.thread()
    # The type is asked, not the object: proxies such as those of torch warn when they are looked at.
    found = [each for each in gc.get_objects() if issubclass(type(each), QThread) and each is not main]
    return [each for each in found if isValid(each)]  # Qt ended the others with their parents


@pytest.fixture
def library(tmp_path: Path) -> Iterator[SmallLibrary]:
    """A library with eight videos, thumbnails, tags, segments, speech and jobs."""
    small = SmallLibrary(tmp_path)
    yield small
    small.catalogue.close()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, ThemeChoice.LIGHT)


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    made = Languages(qapp, "en")
    yield made
    made.choose("en")


class OpenWindow:
    """The window over a library, with everything that it is handed."""

    def __init__(self, catalogue: Catalogue, theme: Theme, languages: Languages, settings: Settings) -> None:
        self.stopped = False
        self.catalogue = catalogue
        self.settings = settings
        self.library = Library(catalogue, settings.analysis_options)
        self.changes = ChangeRelay(catalogue)
        self.edits = EditQueue(catalogue)
        self.pool = WorkerPool(catalogue, _no_runner, workers=0)
        self.window = MainWindow(
            catalogue=catalogue,
            library=self.library,
            pool=self.pool,
            edits=self.edits,
            changes=self.changes,
            settings=settings,
            theme=theme,
            languages=languages,
        )

    @property
    def playing(self) -> Playing:
        return self.window.playing

    def stop(self) -> None:
        if self.stopped:
            return
        self.stopped = True
        self.window.close()
        self.changes.stop()
        self.pool.stop()
        self.edits.stop()


def _no_runner() -> JobRunner:
    raise AssertionError("no worker is to start in these tests")


@pytest.fixture
def open_window(
    library: SmallLibrary,
    theme: Theme,
    languages: Languages,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[[], OpenWindow]]:
    """Open the window over the small library, in English and light."""
    monkeypatch.setenv("FILMOTEKA_HOME", str(tmp_path))
    opened: list[OpenWindow] = []

    def open_now() -> OpenWindow:
        shown = OpenWindow(library.catalogue, theme, languages, Settings(language="en", theme="light"))
        opened.append(shown)
        shown.window.resize(1280, 800)
        shown.window.show()
        shown.window.activateWindow()
        qtbot.waitUntil(lambda: shown.window.grid_model.rowCount() == len(library.videos))
        qtbot.waitUntil(lambda: shown.window.tag_model.rowCount() > 0)
        return shown

    yield open_now
    for shown in opened:
        shown.stop()
        shown.window.deleteLater()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()
