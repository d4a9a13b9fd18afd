"""The middle of the window: search, order, the filter in words, and the grid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.domain.sorting import Sorting, SortKey
from desktop.reasons import in_their_words
from desktop.theme import Theme
from desktop.views.empty_state import EmptyState
from desktop.views.figures import count_text
from desktop.views.filter_choice import SORTINGS, Combine
from desktop.views.video_grid import VideoGrid
from desktop.views.widgets import label, push_button, restyle

_TYPING_MS = 180


class LibraryPage(QWidget):
    """Every wish leaves as a signal; what is shown comes by method."""

    searched = Signal(str)
    sorted_by = Signal(object)
    combined = Signal(object)
    tick_removed = Signal(int)
    filter_cleared = Signal()

    def __init__(self, grid: VideoGrid, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._language = language
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._search_text)
        self.grid = grid
        self.empty = EmptyState(theme)
        self.search: QLineEdit = self._search_box(theme)
        self.sort = self._sort_box()
        self.all_button, self.any_button = QToolButton(), QToolButton()
        self._any_all = self._any_all_switch()
        self.count = label("", "small")
        self.mistake = label("", "small")
        self._chips = QWidget()
        self._chip_row = QHBoxLayout(self._chips)
        self._chip_row.setContentsMargins(0, 0, 0, 0)
        self._chip_row.setSpacing(6)
        self._stack = QStackedWidget()
        self._stack.addWidget(grid)
        self._stack.addWidget(self.empty)
        self._lay_out()

    # -- what is shown

    def show_count(self, count: int) -> None:
        """Say how many videos match."""
        text = self.tr("%n video(s)", "", count)
        self.count.setText(text.replace(str(count), count_text(count, self._language), 1))

    def show_mistake(self, message: str) -> None:
        """Say what is wrong with the words typed; an empty message takes it back."""
        self.mistake.setText(in_their_words(message))
        self.mistake.setVisible(bool(message))
        self.search.setProperty("wrong", bool(message))
        restyle(self.search)

    def show_ticks(self, ticks: Sequence[tuple[int, str]], combine: Combine) -> None:
        """Show the ticked tags as chips; a click takes one away."""
        while (item := self._chip_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for tag_id, name in ticks:
            self._chip_row.addWidget(self._chip(tag_id, name))
        if ticks:
            clear = push_button(self.tr("Clear"), "link")
            clear.clicked.connect(self.filter_cleared)
            self._chip_row.addWidget(clear)
        self._any_all.setVisible(len(ticks) > 1)
        (self.all_button if combine is Combine.ALL else self.any_button).setChecked(True)
        self._chips.setVisible(bool(ticks))

    def show_empty(self, *, empty: bool) -> None:
        """Show the words for an empty grid, or the grid."""
        self._stack.setCurrentIndex(1 if empty else 0)

    def clear_search(self) -> None:
        """Empty the search box and search for nothing: the caller clears the filter as a whole."""
        self.search.clear()
        self._typing.stop()
        self.show_mistake("")

    # -- building

    def _search_box(self, theme: Theme) -> QLineEdit:
        box = QLineEdit()
        box.setObjectName("search")
        box.setPlaceholderText(self.tr("Search names, tags and speech"))
        box.setClearButtonEnabled(True)
        action = box.addAction(theme.icon("window-search"), QLineEdit.ActionPosition.LeadingPosition)
        theme.dress(action, "window-search")
        box.textChanged.connect(self._wait_for_typing)
        box.returnPressed.connect(self._search_now)
        return box

    def _sort_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Order"))
        for sorting in SORTINGS:
            box.addItem(self._sorting_name(sorting), sorting)
        box.currentIndexChanged.connect(lambda row: self.sorted_by.emit(SORTINGS[row]))
        return box

    def _sorting_name(self, sorting: Sorting) -> str:
        match sorting.key, sorting.descending:
            case SortKey.ADDED, True:
                return self.tr("Newest first")
            case SortKey.ADDED, False:
                return self.tr("Oldest first")
            case SortKey.TITLE, False:
                return self.tr("Title A–Z")
            case SortKey.TITLE, True:
                return self.tr("Title Z–A")
            case SortKey.CREATED, _:
                return self.tr("Filmed last")
            case SortKey.DURATION, True:
                return self.tr("Longest first")
            case SortKey.DURATION, False:
                return self.tr("Shortest first")
            case SortKey.SIZE, _:
                return self.tr("Largest first")
        return self.tr("Series and episode")

    def _any_all_switch(self) -> QWidget:
        switch = QWidget()
        switch.setObjectName("anyAll")
        switch.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(switch)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        group = QButtonGroup(self)
        wordings = (
            (self.all_button, Combine.ALL, self.tr("All"), self.tr("Videos that have every ticked tag")),
            (
                self.any_button,
                Combine.ANY,
                self.tr("Any"),
                self.tr("Videos that have any ticked tag"),
            ),
        )
        for button, combine, text, tip in wordings:
            button.setText(text)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, c=combine: self.combined.emit(c))
            group.addButton(button)
            row.addWidget(button)
        return switch

    def _chip(self, tag_id: int, name: str) -> QWidget:
        chip = push_button(f"{name}   ✕", "chip")
        chip.setToolTip(self.tr("Stop filtering by {0}").format(name))
        chip.clicked.connect(lambda: self.tick_removed.emit(tag_id))
        return chip

    def _lay_out(self) -> None:
        self.search.setMinimumSize(QSize(180, 34))
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.search, 1)
        top.addWidget(self.sort)
        second = QHBoxLayout()
        second.setSpacing(10)
        for part in (self.count, self.mistake, self._any_all, self._chips):
            second.addWidget(part)
        second.addStretch()
        bar = QWidget()
        bar.setObjectName("libraryBar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(bar)
        rows.setContentsMargins(20, 12, 20, 10)
        rows.setSpacing(8)
        rows.addLayout(top)
        rows.addLayout(second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        self.show_mistake("")
        self.show_ticks((), Combine.ALL)

    def _wait_for_typing(self) -> None:
        self._typing.start()

    def _search_now(self) -> None:
        self._typing.stop()
        self._search_text()
        self.grid.setFocus()

    def _search_text(self) -> None:
        self.searched.emit(self.search.text())
