"""The grid's arithmetic."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.views.grid_geometry import GAP, MARGIN, GridGeometry

GRIDS = st.builds(GridGeometry, st.integers(100, 3000), st.integers(1, 1_000_000))


@given(GRIDS, st.data())
def test_every_card_is_found_where_it_lies(grid: GridGeometry, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, grid.count - 1))
    box = grid.box(row)
    assert grid.row_at(box.x + box.width // 2, box.y + box.height // 2) == row
    assert row in grid.visible(box.y, 1)
    assert box.y + box.height <= grid.height


@given(GRIDS)
def test_a_row_of_cards_fills_the_width(grid: GridGeometry) -> None:
    assume(grid.columns > 1)
    right = MARGIN + grid.columns * (grid.card_width + GAP) - GAP
    assert grid.view_width - MARGIN - grid.columns < right <= grid.view_width - MARGIN


@given(GRIDS, st.integers(-2000, 2000), st.integers(-2000, 2000), st.data())
def test_no_move_leaves_the_grid(grid: GridGeometry, columns: int, lines: int, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, grid.count - 1))
    assert 0 <= grid.moved(row, columns, lines) < grid.count


def test_down_into_a_short_last_row_reaches_its_last_card() -> None:
    grid = GridGeometry(1000, 9)
    assert grid.columns == 4
    assert grid.moved(7, 0, 1) == 8
    assert grid.moved(8, 0, 1) == 8
    assert grid.moved(2, 0, 5) == 8
    assert grid.moved(6, 0, -5) == 2


def test_an_empty_grid_holds_nothing() -> None:
    grid = GridGeometry(800, 0)
    assert grid.height == 0
    assert grid.row_at(30, 30) is None
    assert list(grid.visible(0, 600)) == []
