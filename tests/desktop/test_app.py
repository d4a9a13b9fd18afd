"""The program as it is put together: what the threads find reaches the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.library.watcher import WatchStatus
from core.settings import Settings
from desktop.app import Filmoteka
from desktop.i18n import Languages
from desktop.theme import Theme
from tests.desktop.conftest import OpenWindow
from tests.desktop.small_library import SmallLibrary

SOON_MS = 8_000
"""Far below the patience that an empty grid has without a report."""


@pytest.fixture
def filmoteka(
    theme: Theme, languages: Languages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Filmoteka]:
    monkeypatch.setenv("FILMOTEKA_HOME", str(tmp_path))
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
