"""Ticking, searching and sorting through the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.itemmodels.tag_tree_model import TagRole
from desktop.main_window import MainWindow
from tests.desktop.conftest import OpenWindow
from tests.desktop.small_library import PLAN, SmallLibrary

Open = Callable[[], OpenWindow]
LEFT = Qt.MouseButton.LeftButton


def click_tag(window: MainWindow, tag_id: int, qtbot: QtBot, x_in_row: int = 60) -> None:
    """Click on the name of a tag, or with a small ``x_in_row`` on its box."""
    tree = window.workspace.sidebar.tags.tree
    window.workspace.sidebar.tags.reveal(tag_id)
    rect = tree.visualRect(tree.currentIndex())
    QTest.mouseClick(tree.viewport(), LEFT, pos=QPoint(rect.left() + x_in_row, rect.center().y()))


def titles(window: MainWindow, qtbot: QtBot) -> list[str]:
    model = window.grid_model
    for row in range(model.rowCount()):
        qtbot.waitUntil(lambda row=row: model.card_at(row) is not None)  # type: ignore[misc]
    return sorted(model.index(row).data() for row in range(model.rowCount()))


def test_a_tick_shows_the_videos_of_the_tag_and_of_all_below(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    window = open_window().window
    click_tag(window, library.tags["animals"], qtbot, x_in_row=8)
    qtbot.waitUntil(lambda: window.grid_model.rowCount() == 4)
    assert titles(window, qtbot) == sorted(title for title, _ in PLAN[:4])
    assert window.workspace.library.count.text() == "4 videos"


def test_several_ticks_combine_with_all_and_with_any(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    window = open_window().window
    click_tag(window, library.tags["animals"], qtbot)
    click_tag(window, library.tags["sport"], qtbot)
    qtbot.waitUntil(lambda: window.grid_model.rowCount() == 1)
    assert titles(window, qtbot) == ["Skiing with the dog"]
    QTest.mouseClick(window.workspace.library.any_button, LEFT)
    qtbot.waitUntil(lambda: window.grid_model.rowCount() == 5)


def test_a_chip_takes_its_tick_away(open_window: Open, library: SmallLibrary, qtbot: QtBot) -> None:
    window = open_window().window
    click_tag(window, library.tags["animals.cats"], qtbot)
    qtbot.waitUntil(lambda: window.grid_model.rowCount() == 2)
    chip = next(b for b in window.workspace.library.findChildren(QPushButton) if b.text().startswith("Cats"))
    QTest.mouseClick(chip, LEFT)
    qtbot.waitUntil(lambda: window.grid_model.rowCount() == len(PLAN))
    assert window.tag_model.ticked() == ()


def test_a_chip_shows_the_name_of_its_tag_as_it_is(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    with library.catalogue.write() as edit:
        edit.tag_tree.edit(
            library.tags["animals.cats"], name_en="Cats & kittens", name_ru="", aliases=(), prompts=()
        )
    window = open_window().window
    window.tag_model.set_ticked([library.tags["animals.cats"]])
    chips = window.workspace.library.findChildren(QPushButton)
    assert "Cats && kittens   ✕" in [chip.text() for chip in chips]  # one “&” is shown


def test_clearing_shows_everything_again(open_window: Open, library: SmallLibrary, qtbot: QtBot) -> None:
    window = open_window().window
    window.workspace.library.search.setText("cat")
    click_tag(window, library.tags["animals.cats"], qtbot)
    qtbot.waitUntil(lambda: window.grid_model.rowCount() == 2)
    clear = next(b for b in window.workspace.library.findChildren(QPushButton) if b.text() == "Clear")
    QTest.mouseClick(clear, LEFT)
    qtbot.waitUntil(lambda: window.grid_model.rowCount() == len(PLAN))
    assert window.tag_model.ticked() == ()
    assert window.workspace.library.search.text() == ""


def test_counts_follow_a_change_and_nothing_collapses(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    shown = open_window()
    window, tree = shown.window, shown.window.workspace.sidebar.tags.tree
    ski = window.tag_model.index_of(library.tags["sport.ski"])
    qtbot.waitUntil(lambda: ski.data(TagRole.COUNT) == 2)
    tree.expandAll()
    before = window.workspace.sidebar.tags.open_tags()
    resets = QSignalSpy(window.tag_model.modelReset)
    shown.window.details.answer(library.video(7), library.tags["sport.ski"], "added")
    qtbot.waitUntil(lambda: ski.data(TagRole.COUNT) == 3)
    assert window.workspace.sidebar.tags.open_tags() == before != set()
    assert resets.count() == 0


def test_typed_words_search_names_and_speech(open_window: Open, qtbot: QtBot) -> None:
    window = open_window().window
    window.activateWindow()
    search = window.workspace.library.search
    QTest.keyClicks(search, "march")
    qtbot.waitUntil(lambda: window.grid_model.rowCount() == 1)
    assert titles(window, qtbot) == ["Skiing in March"]
    search.clear()
    QTest.keyClicks(search, "swim")
    qtbot.waitUntil(lambda: titles(window, qtbot) == ["Dog on the beach"])


def test_a_mistake_is_named_and_the_last_answer_stays(open_window: Open, qtbot: QtBot) -> None:
    window = open_window().window
    page = window.workspace.library
    QTest.keyClicks(page.search, "(dog")
    qtbot.waitUntil(page.mistake.isVisible)
    assert "not closed" in page.mistake.text()
    assert window.grid_model.rowCount() == len(PLAN)
    QTest.keyClicks(page.search, ")")
    qtbot.waitUntil(lambda: not page.mistake.isVisible())
    qtbot.waitUntil(lambda: window.grid_model.rowCount() == 3)


def test_nothing_found_offers_to_clear_the_filter(open_window: Open, qtbot: QtBot) -> None:
    window = open_window().window
    page = window.workspace.library
    QTest.keyClicks(page.search, "zebra")
    qtbot.waitUntil(page.empty.isVisible)
    QTest.mouseClick(page.empty.button, LEFT)
    qtbot.waitUntil(lambda: window.grid_model.rowCount() == len(PLAN))
    assert page.search.text() == ""
    assert page.grid.isVisible()


def test_the_order_is_chosen_and_the_selection_kept(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    window = open_window().window
    grid, model = window.workspace.library.grid, window.grid_model
    row = model.row_of(library.video(3))
    assert row is not None
    grid.setCurrentIndex(model.index(row))
    sort = window.workspace.library.sort
    sort.setCurrentIndex(sort.findText("Largest first"))
    qtbot.waitUntil(lambda: model.id_at(0) == library.video(7))
    qtbot.waitUntil(lambda: window.selected.ids() == [library.video(3)])
    assert window.details.current == library.video(3)


def test_the_search_in_the_tree_shows_the_way_and_closes_again(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    window = open_window().window
    panel = window.workspace.sidebar.tags
    model = panel.tree.model()
    assert panel.open_tags() == set()
    QTest.keyClicks(panel.search, "puppy")
    assert model.rowCount() == 1
    assert model.index(0, 0, model.index(0, 0)).data() == "Dogs"
    assert library.tags["animals"] in panel.open_tags()
    panel.search.clear()
    assert model.rowCount() == 2
    assert panel.open_tags() == set()


def test_the_keyboard_reaches_search_grid_and_video(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    window = open_window().window
    grid = window.workspace.library.grid
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(window.focusWidget(), QLineEdit)
    QTest.keyClick(window.workspace.library.search, Qt.Key.Key_Return)
    assert grid.hasFocus()
    for key, row in ((Qt.Key.Key_Home, 0), (Qt.Key.Key_Right, 1), (Qt.Key.Key_End, 7), (Qt.Key.Key_Up, 4)):
        QTest.keyClick(grid, key)
        assert grid.currentIndex().row() == row
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert not window.workspace.detail.isVisible()
    QTest.keyClick(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(window.selected.ids()) == len(PLAN)


def test_a_folder_shows_its_videos(open_window: Open, library: SmallLibrary, qtbot: QtBot) -> None:
    window = open_window().window
    folders = window.workspace.sidebar.folders.list
    qtbot.waitUntil(lambda: folders.count() == 1)
    rect = folders.visualItemRect(folders.item(0))
    QTest.mouseClick(folders.viewport(), LEFT, pos=rect.center())
    assert window.workspace.library.search.text() == f'path:"{library.folder.path}"'
    qtbot.waitUntil(lambda: window.workspace.library.count.text() == "8 videos")
