"""Parts of the detail panel below the tags: segments, speech, facts, and the banner of a failure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.domain.segments import Segment, SegmentKind, TranscriptLine
from desktop.reasons import in_their_words
from desktop.theme import Theme
from desktop.views.figures import clock_text
from desktop.views.widgets import label, push_button, quiet_button

_MOST_LINES_PX = 220


def segment_name(kind: SegmentKind) -> str:
    """Return what a segment is called."""
    return {
        SegmentKind.INTRO: QCoreApplication.translate("Segment", "Intro"),
        SegmentKind.RECAP: QCoreApplication.translate("Segment", "Recap"),
        SegmentKind.CREDITS: QCoreApplication.translate("Segment", "Credits"),
        SegmentKind.PREVIEW: QCoreApplication.translate("Segment", "Preview"),
    }[kind]


class FactsGrid(QWidget):
    """Names at the left, values at the right; values can be selected and copied."""

    def __init__(self, lines: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(lines):
            grid.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            shown = label(value, "", wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(shown, row, 1)


class ErrorBanner(QFrame):
    """Why the analysis failed, and the way to try again."""

    retry_asked = Signal()

    def __init__(self, reason: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("errorBanner")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(label(in_their_words(reason), "", wrap=True))
        self.retry = push_button(self.tr("Try again"))
        theme.dress(self.retry, "window-retry", "text")
        self.retry.clicked.connect(self.retry_asked)
        column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeft)


class SegmentLines(QWidget):
    """``chosen`` plays from a moment, ``refused`` removes a segment for good."""

    chosen = Signal(float)
    refused = Signal(int)

    def __init__(self, segments: Sequence[Segment], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for segment in segments:
            column.addLayout(self._line(segment, theme))

    def _line(self, segment: Segment, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        times = f"{clock_text(segment.start_s)} – {clock_text(segment.end_s)}"
        play = push_button(f"{segment_name(segment.kind)}   {times}", "row")
        theme.dress(play, "window-play", "accent")
        play.setToolTip(in_their_words(segment.reason))
        play.clicked.connect(lambda: self.chosen.emit(segment.start_s))
        row.addWidget(play, 1)
        if segment.id is not None:
            remove = quiet_button(theme, "window-close", self.tr("This is wrong"), "bad")
            remove.clicked.connect(lambda: self.refused.emit(segment.id))
            row.addWidget(remove)
        return row


class _Lines(QListWidget):
    """As high as its lines are, up to a limit: how they break depends on the width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
        self.setFixedHeight(min(_MOST_LINES_PX, self.contentsSize().height() + 6))


class TranscriptList(QWidget):
    """What is spoken, with a search inside; a click plays from the line."""

    chosen = Signal(float)

    def __init__(self, lines: Sequence[TranscriptLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = tuple(lines)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search what is said"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.list = _Lines()
        self.list.setObjectName("transcript")
        self.list.setWordWrap(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.list)
        for line in self._lines:
            item = QListWidgetItem(f"{clock_text(line.start_s)}   {line.text}")
            item.setData(Qt.ItemDataRole.UserRole, line.start_s)
            self.list.addItem(item)

    def _filter(self, text: str) -> None:
        for row, line in enumerate(self._lines):
            self.list.item(row).setHidden(text.casefold() not in line.text.casefold())

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
