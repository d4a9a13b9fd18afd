"""The program as it is put together: what the threads find reaches the window."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalogue.catalogue import Catalogue
from core.library.watcher import WatchStatus
from core.settings import Settings
from desktop.app import Filmoteka
from desktop.i18n import Languages
from desktop.theme import Theme
from tests.core.analysis.engines import make_obedient_engine
from tests.desktop.conftest import OpenWindow
from tests.desktop.small_library import SmallLibrary

SOON_MS = 8_000
"""Far below the patience that an empty grid has without a report."""
CLOSES_WITHIN_S = 5.0


@pytest.fixture
def filmoteka(
    theme: Theme, languages: Languages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Filmoteka]:
    """The whole program, but with an engine that does what the names of the files say."""
    monkeypatch.setenv("FILMOTEKA_HOME", str(tmp_path))
    monkeypatch.setattr("desktop.app.MakeEngine", lambda _home: make_obedient_engine)
    made = Filmoteka(tmp_path / "library.sqlite3", Settings(language="en", theme="light"), theme, languages)
    yield made
    made.stop()
    made.deleteLater()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()


def test_a_folder_without_videos_soon_says_so(filmoteka: Filmoteka, qtbot: QtBot, tmp_path: Path) -> None:
    empty = filmoteka.window.workspace.library.empty
    filmoteka.start()
    qtbot.waitUntil(lambda: empty.heading.text() == "Show Filmoteka where your videos are")
    (tmp_path / "holidays").mkdir()
    filmoteka.window.adding.add([str(tmp_path / "holidays")])
    qtbot.waitUntil(lambda: empty.heading.text() == "No videos yet", timeout=SOON_MS)


def test_closing_in_the_middle_of_an_analysis_ends_soon_and_leaves_no_process(
    filmoteka: Filmoteka, qtbot: QtBot, tmp_path: Path
) -> None:
    """The engine hangs on this file: nobody answers when it is asked to stop."""
    (tmp_path / "hang.mp4").write_bytes(b"content")
    filmoteka.library.index_paths([tmp_path / "hang.mp4"])
    filmoteka.library.enqueue_stale()
    filmoteka.start()
    qtbot.waitUntil(lambda: len(filmoteka.pool.running) == 1, timeout=15_000)
    (process,) = multiprocessing.active_children()
    began = time.monotonic()
    filmoteka.stop()
    assert time.monotonic() - began < CLOSES_WITHIN_S
    assert not process_exists(process)
    with Catalogue(tmp_path / "library.sqlite3").read() as view:
        assert view.jobs.counts().running == 0
        assert view.jobs.counts().queued == 2


def process_exists(process: BaseProcess) -> bool:
    try:
        return process.is_alive()
    except ValueError:  # it was closed: joined and gone
        return False


def test_a_folder_that_cannot_be_heard_is_marked_and_says_why(
    open_window: Callable[[], OpenWindow], library: SmallLibrary, qtbot: QtBot
) -> None:
    window = open_window().window
    folders = window.workspace.sidebar.folders
    qtbot.waitUntil(lambda: folders.list.count() == 1)
    quiet = folders.list.item(0).icon().cacheKey()
    reason = f"The system cannot report changes in {library.folder.path} (No space left on device); "
    reason += "the folder is looked through now and then instead."
    window.show_watching([WatchStatus(library.folder.id, live=False, reason=reason)])
    assert reason in folders.list.item(0).toolTip()
    assert folders.list.item(0).icon().cacheKey() != quiet
    window.preferences.choose_language("ru")
    qtbot.waitUntil(lambda: window.workspace.sidebar.folders.list.count() == 1)
    assert "Система не может сообщать" in window.workspace.sidebar.folders.list.item(0).toolTip()
    window.show_watching([WatchStatus(library.folder.id, live=True, reason=None)])
    assert window.workspace.sidebar.folders.list.item(0).toolTip() == library.folder.path
