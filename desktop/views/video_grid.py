"""The grid of cards: an item view whose layout is computed, never stored."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from desktop.views.grid_geometry import GAP, GridGeometry

Index = QModelIndex | QPersistentModelIndex
_WHEEL_LINES = 0.45
"""A notch of the wheel moves by this share of a row of cards."""


class VideoGrid(QAbstractItemView):
    """``opened`` follows Enter and double-click; ``looked_at`` the current card, ``None`` without one."""

    opened = Signal(QModelIndex)
    preview_asked = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("videoGrid")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Videos"))
        self._hovered = -1
        self.doubleClicked.connect(self.opened)

    @property
    def geometry_now(self) -> GridGeometry:
        """Return the layout of this moment."""
        model = self.model()
        return GridGeometry(self.viewport().width(), model.rowCount() if model is not None else 0)

    def visible_rows(self) -> range:
        """Return the rows on screen."""
        return self.geometry_now.visible(self.verticalOffset(), self.viewport().height())

    # -- what an item view has to answer

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        box = self.geometry_now.box(index.row())
        return QRect(box.x, box.y - self.verticalOffset(), box.width, box.height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.geometry_now.row_at(point.x(), point.y() + self.verticalOffset())
        return QModelIndex() if row is None else self.model().index(row, 0)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        rect, height = self.visualRect(index), self.viewport().height()
        bar = self.verticalScrollBar()
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - height // 2)
        elif rect.top() < 0 or hint is QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top() - GAP)
        elif rect.bottom() > height or hint is QAbstractItemView.ScrollHint.PositionAtBottom:
            bar.setValue(bar.value() + rect.bottom() - height + GAP)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        grid, current = self.geometry_now, self.currentIndex()
        if not grid.count:
            return QModelIndex()
        if not current.isValid():
            return self.model().index(min(grid.count - 1, self.visible_rows().start), 0)
        moves = QAbstractItemView.CursorAction
        page = max(1, self.viewport().height() // (grid.card_height + GAP))
        steps = {
            moves.MoveLeft: (-1, 0),
            moves.MovePrevious: (-1, 0),
            moves.MoveRight: (1, 0),
            moves.MoveNext: (1, 0),
            moves.MoveUp: (0, -1),
            moves.MoveDown: (0, 1),
            moves.MovePageUp: (0, -page),
            moves.MovePageDown: (0, page),
            moves.MoveHome: (-grid.count, 0),
            moves.MoveEnd: (grid.count, 0),
        }
        return self.model().index(grid.moved(current.row(), *steps[action]), 0)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: object) -> None:
        """Select from the card at one corner to the card at the other, in reading order."""
        grid, offset = self.geometry_now, self.verticalOffset()
        ends = [grid.nearest_row(p.x(), p.y() + offset) for p in (rect.topLeft(), rect.bottomRight())]
        rows = sorted(row for row in ends if row is not None)
        if rows:
            model = self.model()
            chosen = QItemSelection(model.index(rows[0], 0), model.index(rows[-1], 0))
            self.selectionModel().select(chosen, command)  # type: ignore[call-overload]

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    # -- events

    def updateGeometries(self) -> None:
        grid, height = self.geometry_now, self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, grid.height - height))
        bar.setPageStep(height)
        bar.setSingleStep(max(1, round((grid.card_height + GAP) * _WHEEL_LINES / 3)))
        super().updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card at the top of the view there while the columns change."""
        top = GridGeometry(max(1, event.oldSize().width()), self.geometry_now.count)
        first = top.visible(self.verticalOffset(), 1).start
        super().resizeEvent(event)
        self.updateGeometries()
        if event.oldSize().width() > 0 and self.verticalOffset() > 0:
            self.verticalScrollBar().setValue(self.geometry_now.box(first).y - GAP)
        self.resized.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self._hover(self.viewport().mapFromGlobal(event.globalPosition().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position().toPoint())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._hover(QPoint(-1, -1))
        super().leaveEvent(event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.opened.emit(current)
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.preview_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        grid, offset, area = self.geometry_now, self.verticalOffset(), event.rect()
        model, selected = self.model(), self.selectionModel()
        for row in grid.visible(offset + area.top(), area.height()):
            index = model.index(row, 0)
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            box = grid.box(row)
            option.rect = QRect(box.x, box.y - offset, box.width, box.height)
            option.state = self._state(index, selected.isSelected(index), row)
            self.itemDelegate().paint(painter, option, index)

    def _state(self, index: QModelIndex, chosen: bool, row: int) -> QStyle.StateFlag:
        flags = QStyle.StateFlag
        state = flags.State_Enabled
        if chosen:
            state |= flags.State_Selected
        if row == self._hovered:
            state |= flags.State_MouseOver
        if self.hasFocus() and index == self.currentIndex():
            state |= flags.State_HasFocus
        return state

    def _hover(self, point: QPoint) -> None:
        inside = self.viewport().rect().contains(point)
        row = self.geometry_now.row_at(point.x(), point.y() + self.verticalOffset()) if inside else None
        if (row if row is not None else -1) != self._hovered:
            self._hovered = -1 if row is None else row
            self.viewport().update()
