"""Where the cards of the grid lie: arithmetic alone, as fast for a million as for ten. No Qt in here."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

CARD_WIDTH = 190
"""Cards are at least so wide; what a row has left is shared among them."""
GAP = 16
MARGIN = 20
WORDS_HEIGHT = 66
"""Room below the picture for two lines of title and one of tags."""


@dataclass(frozen=True, slots=True)
class Box:
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class GridGeometry:
    """Cards in rows from the top left, all of one size, in a view ``view_width`` pixels wide."""

    view_width: int
    count: int
    card_width_wanted: int = CARD_WIDTH

    @property
    def columns(self) -> int:
        return max(1, (self.view_width - 2 * MARGIN + GAP) // (self.card_width_wanted + GAP))

    @property
    def card_width(self) -> int:
        room = self.view_width - 2 * MARGIN - (self.columns - 1) * GAP
        return max(80, room // self.columns)

    @property
    def picture_height(self) -> int:
        return round(self.card_width * 9 / 16)

    @property
    def card_height(self) -> int:
        return self.picture_height + WORDS_HEIGHT

    @property
    def lines(self) -> int:
        return ceil(self.count / self.columns)

    @property
    def height(self) -> int:
        """Return the height of all rows."""
        return 2 * MARGIN + self.lines * (self.card_height + GAP) - GAP if self.count else 0

    def box(self, row: int) -> Box:
        """Return where a card lies, from the top left of the content."""
        line, column = divmod(row, self.columns)
        x = MARGIN + column * (self.card_width + GAP)
        return Box(x, MARGIN + line * (self.card_height + GAP), self.card_width, self.card_height)

    def row_at(self, x: int, y: int) -> int | None:
        """Return the card at a point, ``None`` between the cards."""
        row = self.nearest_row(x, y)
        if row is None:
            return None
        box = self.box(row)
        inside = box.x <= x < box.x + box.width and box.y <= y < box.y + box.height
        return row if inside else None

    def nearest_row(self, x: int, y: int) -> int | None:
        """Return the card nearest to a point."""
        if not self.count:
            return None
        line = min(max(0, (y - MARGIN) // (self.card_height + GAP)), self.lines - 1)
        column = min(max(0, (x - MARGIN) // (self.card_width + GAP)), self.columns - 1)
        return min(line * self.columns + column, self.count - 1)

    def visible(self, top: int, view_height: int) -> range:
        """Return the cards that a view shows which is scrolled down by ``top``."""
        step = self.card_height + GAP
        first = max(0, (top - MARGIN) // step) * self.columns
        last = (max(0, top + view_height - MARGIN) // step + 1) * self.columns
        return range(min(first, self.count), min(last, self.count))

    def moved(self, row: int, columns: int, lines: int) -> int:
        """Return the card that lies so many columns and lines away, the nearest where there is none."""
        if lines and not 0 <= row + lines * self.columns < self.count:
            if abs(lines) > 1:
                column = row % self.columns
                row = column if lines < 0 else (self.lines - 1) * self.columns + column
            elif lines > 0 and row // self.columns < self.lines - 1:
                row = self.count - 1
            lines = 0
        return min(max(0, row + columns + lines * self.columns), self.count - 1)
