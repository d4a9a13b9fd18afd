"""The grid's view: mouse, ranges, scrolling, and a million cards."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from desktop.views.video_grid import VideoGrid

LEFT = Qt.MouseButton.LeftButton
KEYS = Qt.KeyboardModifier


class Million(QAbstractListModel):
    """As many rows as asked for, without holding them."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows = rows
        self.asked = 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return self.rows

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> str | None:
        self.asked += 1
        return str(index.row()) if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def model() -> Million:
    return Million(100)


@pytest.fixture
def grid(model: Million, qtbot: QtBot) -> Iterator[VideoGrid]:
    made = VideoGrid()
    qtbot.addWidget(made)
    made.setModel(model)
    made.resize(700, 500)
    made.show()
    yield made
    made.hide()


def centre(grid: VideoGrid, row: int) -> QPoint:
    return grid.visualRect(grid.model().index(row, 0)).center()


def chosen(grid: VideoGrid) -> list[int]:
    return sorted(index.row() for index in grid.selectionModel().selectedIndexes())


def test_a_click_selects_and_the_gap_between_cards_does_not(grid: VideoGrid) -> None:
    QTest.mouseClick(grid.viewport(), LEFT, KEYS.NoModifier, centre(grid, 1))
    assert chosen(grid) == [1]
    right = grid.visualRect(grid.model().index(0, 0)).right()
    assert not grid.indexAt(QPoint(right + 8, 60)).isValid()
    assert grid.indexAt(centre(grid, 2)).row() == 2


def test_shift_selects_in_reading_order_and_ctrl_single_cards(grid: VideoGrid) -> None:
    QTest.mouseClick(grid.viewport(), LEFT, KEYS.NoModifier, centre(grid, 2))
    QTest.mouseClick(grid.viewport(), LEFT, KEYS.ShiftModifier, centre(grid, 4))
    assert chosen(grid) == [2, 3, 4]
    QTest.mouseClick(grid.viewport(), LEFT, KEYS.ControlModifier, centre(grid, 3))
    assert chosen(grid) == [2, 4]
    QTest.keyClick(grid, Qt.Key.Key_Home)
    QTest.keyClick(grid, Qt.Key.Key_Down, KEYS.ShiftModifier)
    assert chosen(grid) == list(range(grid.geometry_now.columns + 1))


def test_double_click_and_enter_open(grid: VideoGrid) -> None:
    opened = QSignalSpy(grid.opened)
    QTest.mouseClick(grid.viewport(), LEFT, KEYS.NoModifier, centre(grid, 1))
    QTest.mouseDClick(grid.viewport(), LEFT, KEYS.NoModifier, centre(grid, 1))
    assert opened.count() == 1
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert [opened.at(n)[0].row() for n in range(opened.count())][-1] == grid.currentIndex().row()


def test_the_current_card_is_brought_into_view(grid: VideoGrid) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Home)
    QTest.keyClick(grid, Qt.Key.Key_End)
    assert grid.currentIndex().row() == 99
    assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()))
    grid.scrollTo(grid.model().index(50, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
    assert abs(centre(grid, 50).y() - grid.viewport().height() // 2) < 5


def test_what_is_at_the_top_stays_there_when_the_columns_change(grid: VideoGrid) -> None:
    grid.scrollTo(grid.model().index(60, 0), QAbstractItemView.ScrollHint.PositionAtTop)
    first = grid.visible_rows().start
    grid.resize(1150, 500)
    assert grid.geometry_now.columns > 3
    assert first in grid.visible_rows()


def test_a_million_cards_scroll_as_ten_do(grid: VideoGrid, model: Million, qtbot: QtBot) -> None:
    model.beginResetModel()
    model.rows = 1_000_000
    model.endResetModel()
    started = time.perf_counter()
    for share in (0.0, 0.3, 0.7, 1.0):
        grid.verticalScrollBar().setValue(round(grid.verticalScrollBar().maximum() * share))
        grid.viewport().repaint()
    assert time.perf_counter() - started < 1.0
    assert 999_999 in grid.visible_rows()
    assert model.asked < 5000
