"""The window as a whole: adding, menus, dialogs, theme, language, and a loop that never waits."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QColor, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from core.catalogue.session import Session
from core.domain.jobs import JobState
from core.domain.segments import SegmentKind
from core.domain.videos import EpisodeName
from core.exchange.tags_csv import read_tags_csv
from core.settings import load_settings
from desktop.control.editing_tags import EditingTags
from desktop.dialogs.about_dialog import AboutDialog
from desktop.dialogs.models_dialog import ModelsDialog
from desktop.dialogs.settings_dialog import SettingsDialog
from desktop.dialogs.shortcuts_dialog import ShortcutsDialog
from desktop.dialogs.tag_place_dialog import TagPlaceDialog
from desktop.dialogs.tag_words_dialog import TagWordsDialog
from desktop.main_window import MainWindow
from desktop.theme import DARK, Theme, ThemeChoice
from desktop.views.empty_state import Emptiness
from tests.desktop.conftest import OpenWindow
from tests.desktop.small_library import PLAN, SmallLibrary

Open = Callable[[], OpenWindow]
LEFT = Qt.MouseButton.LeftButton
D = TypeVar("D", bound=QDialog)


def action(window: MainWindow, name: str) -> QAction:
    found = window.menuBar().findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def dialog(window: MainWindow, kind: type[D], qtbot: QtBot) -> D:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(kind)))
    return next(each for each in window.findChildren(kind) if each.isVisible())


def drop(window: MainWindow, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(600, 400), copy, data, LEFT, none))
    assert window.drop_hint.isVisible()
    QApplication.sendEvent(window, QDropEvent(QPointF(600, 400), copy, data, LEFT, none))
    assert not window.drop_hint.isVisible()


def test_a_folder_that_is_dropped_is_added(
    open_window: Open, library: SmallLibrary, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = open_window()
    folder = tmp_path / "holidays"
    folder.mkdir()
    drop(shown.window, [folder])
    qtbot.waitUntil(lambda: str(folder) in [each.path for each in shown.library.folders()])
    folders = shown.window.workspace.sidebar.folders.list
    qtbot.waitUntil(lambda: folders.count() == 2)
    assert "holidays" in shown.window.toast.words.text()


def test_a_folder_that_does_not_fit_is_refused_in_words(
    open_window: Open, library: SmallLibrary, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = open_window()
    below = tmp_path / "videos" / "below"
    below.mkdir(parents=True)
    drop(shown.window, [below])
    qtbot.waitUntil(shown.window.toast.isVisible)
    assert "in the library already" in shown.window.toast.words.text()
    assert len(shown.library.folders()) == 1


def test_removing_the_folder_leaves_words_on_what_to_do(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    shown = open_window()
    shown.window.adding.remove(library.folder.id)
    page = shown.window.workspace.library
    qtbot.waitUntil(page.empty.isVisible)
    asked: list[Emptiness] = []
    page.empty.action_asked.disconnect(shown.window.browsing._act_on_emptiness)
    page.empty.action_asked.connect(asked.append)
    qtbot.waitUntil(lambda: page.empty.button.text() == "Add a folder…")
    QTest.mouseClick(page.empty.button, LEFT)
    assert asked == [Emptiness.NO_FOLDERS]


def test_tags_are_exported_as_they_are_listed(
    open_window: Open, library: SmallLibrary, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = open_window()
    shown.window.tag_model.set_ticked([library.tags["animals.cats"]])
    target = tmp_path / "tags.csv"
    shown.window.dialogs.export(target, shown.window.browsing.choice.query())
    qtbot.waitUntil(lambda: shown.window.toast.words.text() == f"3 tags written to {target}.")
    assert sorted(line.title for line in read_tags_csv(target)) == [
        "Cat and dog",
        "Cat and dog",
        "Cat asleep",
    ]


def test_settings_are_kept_and_applied(
    open_window: Open, library: SmallLibrary, qtbot: QtBot, theme: Theme
) -> None:
    shown = open_window()
    action(shown.window, "settings").trigger()
    asked = dialog(shown.window, SettingsDialog, qtbot)
    asked.theme.setCurrentIndex(asked.theme.findData("dark"))
    asked.skip[SegmentKind.INTRO].setChecked(True)
    asked.threshold.setValue(95)
    asked.accept()
    assert theme.choice is ThemeChoice.DARK
    assert QApplication.palette().window().color() == QColor(DARK.window)
    qtbot.waitUntil(lambda: load_settings().theme == "dark")
    assert load_settings().auto_skip == {SegmentKind.INTRO}

    def nothing_is_sure_enough() -> bool:
        with library.catalogue.read() as view:
            return view.search.tag_counts() == {} and view.video_tags.threshold() == pytest.approx(0.95)

    qtbot.waitUntil(nothing_is_sure_enough)


def test_the_language_changes_at_once_and_keeps_what_was_chosen(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    shown = open_window()
    window = shown.window
    window.tag_model.set_ticked([library.tags["animals"]])
    qtbot.waitUntil(lambda: window.grid_model.rowCount() == 4)
    window.browsing.show_video(library.video(1))
    qtbot.waitUntil(lambda: window.details.current == library.video(1))
    action(window, "language-ru").trigger()
    qtbot.waitUntil(lambda: window.workspace.library.count.text() == "4 видео")
    assert window.menuBar().actions()[0].text() == "&Файл"
    assert window.tag_model.path(library.tags["animals.dogs"]) == ("Животные", "Собаки")
    assert window.tag_model.ticked() == (library.tags["animals"],)
    qtbot.waitUntil(lambda: window.selected.ids() == [library.video(1)])
    action(window, "language-en").trigger()
    qtbot.waitUntil(lambda: window.workspace.library.count.text() == "4 videos")
    qtbot.waitUntil(lambda: load_settings().language == "en")


def test_the_dialogs_open_from_the_menu_and_close(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    window = open_window().window
    for name, kind in (("shortcuts", ShortcutsDialog), ("about", AboutDialog), ("models", ModelsDialog)):
        action(window, name).trigger()
        shown = dialog(window, kind, qtbot)
        if isinstance(shown, ModelsDialog):
            qtbot.waitUntil(lambda shown=shown: "efficientnet-lite2" in shown.rows)  # type: ignore[misc]
        if isinstance(shown, AboutDialog):
            assert "Apache License" in shown.tabs.widget(0).toPlainText()  # type: ignore[union-attr]
        shown.reject()


def test_a_tag_is_added_edited_moved_and_deleted_by_its_menu(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    window = open_window().window
    panel, tags = window.workspace.sidebar.tags, window.tag_model

    def choose(tag_id: int, text: str) -> None:
        menu = panel.menu_for(tag_id)
        next(each for each in menu.actions() if each.text() == text).trigger()
        menu.deleteLater()

    choose(library.tags["animals"], "Add tag below…")
    words = dialog(window, TagWordsDialog, qtbot)
    words.name_en.setText("Birds")
    words.aliases.setText("owl, sparrow")
    words.accept()
    qtbot.waitUntil(lambda: len(tags.tag_ids()) == 6)
    birds = max(tags.tag_ids())
    choose(birds, "Move…")
    place = dialog(window, TagPlaceDialog, qtbot)
    place.list.setCurrentRow(0)
    place.accept()
    qtbot.waitUntil(lambda: tags.path(birds) == ("Birds",))
    choose(library.tags["animals"], "Delete")
    qtbot.waitUntil(lambda: len(tags.tag_ids()) == 3)
    qtbot.waitUntil(window.toast.isVisible)
    QTest.mouseClick(window.toast.button, LEFT)
    qtbot.waitUntil(lambda: len(tags.tag_ids()) == 6)
    assert isinstance(window.tag_editing, EditingTags)


def test_a_name_that_is_taken_is_refused_in_words(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    window = open_window().window
    window.tag_editing.ask_to_edit(library.tags["animals.dogs"])
    words = dialog(window, TagWordsDialog, qtbot)
    words.name_en.setText("Cats")
    words.accept()
    qtbot.waitUntil(window.toast.isVisible)
    assert "There is a tag “Cats” at this place already." in window.toast.words.text()


def test_the_event_loop_never_waits_while_a_large_library_is_browsed(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    """Ten thousand videos appear, are scrolled through and filtered: every timer tick comes in time."""

    def add(edit: Session) -> None:
        for number in range(10_000):
            video_id = edit.videos.ensure(f"many-{number}", EpisodeName(f"Many {number}"), 5)
            edit.files.put(f"/many/{number}.mp4", video_id, None, 5, 1)

    shown = open_window()
    window = shown.window
    lateness: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        lateness.append(now - last - 0.01)
        last = now

    shown.edits.submit(add)
    qtbot.waitUntil(lambda: window.grid_model.rowCount() == 10_000 + len(PLAN), timeout=60_000)
    timer = QTimer()
    timer.timeout.connect(tick)
    last = time.perf_counter()
    timer.start(10)
    bar = window.workspace.library.grid.verticalScrollBar()
    for step in range(40):
        bar.setValue(bar.maximum() * step // 40)
        qtbot.wait(15)
    window.tag_model.set_ticked([library.tags["animals"]])
    qtbot.waitUntil(lambda: window.grid_model.rowCount() == 4)
    timer.stop()
    lateness.sort()
    assert lateness[-1] < 0.25
    assert lateness[int(0.9 * len(lateness))] < 0.05


def test_the_window_comes_back_as_it_was_left(open_window: Open, library: SmallLibrary, qtbot: QtBot) -> None:
    first = open_window()
    first.window.resize(1100, 700)
    first.window.workspace.splitter.setSizes([220, 500, 380])
    before = first.window.workspace.splitter.sizes()
    first.stop()
    second = open_window()
    second.window.resize(1100, 700)
    assert second.window.workspace.splitter.sizes() == before


def test_closing_twice_does_no_harm(open_window: Open, library: SmallLibrary) -> None:
    shown = open_window()
    shown.window.close()
    shown.window.close()


def choose_file(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer the next file dialog with a path."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))


def test_a_tag_tree_is_imported_once(
    open_window: Open, library: SmallLibrary, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "Content Taxonomy 3.1.tsv"
    file.write_text("IAB\t\t\nUnique ID\tParent\tName\n1\t\tVehicles\n2\t1\tTrains\n", encoding="utf-8")
    shown = open_window()
    window = shown.window
    choose_file(window, file, monkeypatch)
    action(window, "import_tree").trigger()
    qtbot.waitUntil(lambda: window.toast.words.text() == "IAB Content Taxonomy 3.1: 3 tags added.")
    qtbot.waitUntil(lambda: len(window.tag_model.tag_ids()) == 5 + 3)
    action(window, "import_tree").trigger()
    qtbot.waitUntil(lambda: window.toast.words.text() == "IAB Content Taxonomy 3.1 is here already.")


def test_a_file_that_is_no_tag_tree_is_refused_in_words(
    open_window: Open, library: SmallLibrary, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window().window
    notes = tmp_path / "notes.txt"
    notes.write_text("milk\tbread\n")
    choose_file(window, notes, monkeypatch)
    action(window, "import_tree").trigger()
    qtbot.waitUntil(lambda: "is no IAB Content Taxonomy" in window.toast.words.text())
    assert len(window.tag_model.tag_ids()) == 5


def test_the_menu_of_a_card_analyses_it_again(open_window: Open, library: SmallLibrary, qtbot: QtBot) -> None:
    window = open_window().window
    window.browsing.show_video(library.video(4))
    menu = window.selected.menu()
    next(each for each in menu.actions() if each.text() == "Analyse again").trigger()

    def queued() -> bool:
        with library.catalogue.read() as view:
            return [job.state for job in view.jobs.of_video(library.video(4))] == [JobState.QUEUED]

    qtbot.waitUntil(queued)
    qtbot.waitUntil(lambda: window.toast.words.text() == "1 video will be analysed again.")
    menu.deleteLater()
