"""The seek bar: where one is, where the segments lie, and a draft whose edges can be dragged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from core.domain.segments import Segment
from desktop.player.marking import Draft
from desktop.player.seek_geometry import SeekGeometry
from desktop.player.segment_paint import paint_segment

TRACK_PX, TRACK_HOVER_PX = 5.0, 8.0
HANDLE_PX = 7.0
MARGIN_PX = 10.0
WHEEL_S = 5.0
TRACK = QColor(255, 255, 255, 56)
PLAYED = QColor("#4c8dff")
HANDLE = QColor("#ffffff")


class SeekBar(QAbstractSlider):
    """In milliseconds as a slider (so that screen readers can tell the place), in seconds everywhere else.

    ``scrubbed`` comes while the handle is dragged, ``sought`` once, for the place that was chosen.
    """

    scrubbed = Signal(float)
    sought = Signal(float)
    hovered = Signal(float, int, object)
    """Time, x in this widget, segment or None."""
    unhovered = Signal()
    draft_dragged = Signal(float, float)
    segment_menu_requested = Signal(object, object)
    """Segment, global position."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setAccessibleName(self.tr("Position"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._duration_s = 0.0
        self._position_s = 0.0
        self._segments: tuple[Segment, ...] = ()
        self._draft: Draft | None = None
        self._dragging: str | None = None
        self._hover_x: float | None = None

    def sizeHint(self) -> QSize:
        return QSize(320, 26)

    def set_duration(self, duration_s: float) -> None:
        self._duration_s = duration_s
        self.setRange(0, round(duration_s * 1000))
        self.update()

    def set_position(self, position_s: float) -> None:
        """Ignored while the person drags: their hand decides."""
        if self._dragging != "handle":
            self._move_to(position_s)

    def set_segments(self, segments: tuple[Segment, ...]) -> None:
        self._segments = segments
        self.update()

    def segments(self) -> tuple[Segment, ...]:
        return self._segments

    def set_draft(self, draft: Draft | None) -> None:
        """The span being edited; its edges can be dragged. None ends editing."""
        self._draft = draft
        self.update()

    def geometry_s(self) -> SeekGeometry:
        return SeekGeometry(MARGIN_PX, self.width() - 2 * MARGIN_PX, self._duration_s)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._duration_s <= 0:
            event.ignore()
            return
        self._dragging = self._edge_under(event.position().x()) or "handle"
        self._drag_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        self._hover(x)
        if self._dragging is not None:
            self._drag_to(x)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was, self._dragging = self._dragging, None
        if was == "handle" and event.button() is Qt.MouseButton.LeftButton:
            self.sought.emit(self.geometry_s().time_s(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover_x = None
        self.unhovered.emit()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if notches and self._duration_s > 0:
            target_s = min(self._duration_s, max(0.0, self._position_s + notches * WHEEL_S))
            self._move_to(target_s)
            self.sought.emit(target_s)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        segment = self.geometry_s().segment_at(event.pos().x(), self._segments)
        if segment is not None:
            self.segment_menu_requested.emit(segment, event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_track(painter)
        self._paint_segments(painter)
        if self._draft is not None:
            self._paint_draft(painter, self._draft)
        self._paint_handle(painter)

    def _paint_track(self, painter: QPainter) -> None:
        geometry = self.geometry_s()
        for until_s, colour in ((self._duration_s or 1.0, TRACK), (self._position_s, PLAYED)):
            span = self._span(0.0, until_s)
            if self._duration_s <= 0:
                span.setWidth(geometry.width_px if colour is TRACK else 0)
            painter.setBrush(colour)
            painter.drawRoundedRect(span, span.height() / 2, span.height() / 2)

    def _paint_segments(self, painter: QPainter) -> None:
        """Brighter where already played, so that the place can be read inside a segment as well."""
        edited = self._draft.segment_id if self._draft is not None else None
        for segment in self._segments:
            if segment.id is not None and segment.id == edited:
                continue
            paint_segment(painter, self._span(segment.start_s, segment.end_s), segment.kind, 0.62)
            if self._position_s > segment.start_s:
                played = self._span(segment.start_s, min(self._position_s, segment.end_s))
                paint_segment(painter, played, segment.kind, 1.0)

    def _paint_draft(self, painter: QPainter, draft: Draft) -> None:
        start_s, end_s = draft.span()
        span = self._span(start_s, end_s).adjusted(0, -3, 0, 3)
        paint_segment(painter, span, draft.kind, 1.0)
        painter.setBrush(HANDLE)
        for x in (span.left(), span.right()):
            painter.drawRoundedRect(QRectF(x - 2, span.top() - 3, 4, span.height() + 6), 2, 2)

    def _paint_handle(self, painter: QPainter) -> None:
        if self._duration_s <= 0:
            return
        radius = HANDLE_PX if self._is_active() else HANDLE_PX - 1.5
        painter.setBrush(HANDLE)
        centre = QRectF(0, 0, 2 * radius, 2 * radius)
        centre.moveCenter(QRectF(self.rect()).center())
        centre.moveLeft(self.geometry_s().x(self._position_s) - radius)
        painter.drawEllipse(centre)

    def _span(self, start_s: float, end_s: float) -> QRectF:
        geometry = self.geometry_s()
        height = TRACK_HOVER_PX if self._is_active() else TRACK_PX
        left = geometry.x(start_s)
        return QRectF(left, (self.height() - height) / 2, geometry.x(end_s) - left, height)

    def _is_active(self) -> bool:
        return self._hover_x is not None or self._dragging is not None or self._draft is not None

    def _edge_under(self, x: float) -> str | None:
        if self._draft is None:
            return None
        return self.geometry_s().edge_at(x, *self._draft.span())

    def _drag_to(self, x: float) -> None:
        time_s = self.geometry_s().time_s(x)
        if self._dragging == "handle" or self._draft is None:
            self._move_to(time_s)
            self.scrubbed.emit(time_s)
            return
        start_s, end_s = self._draft.span()
        moved = (time_s, end_s) if self._dragging == "start" else (start_s, time_s)
        if moved[0] < moved[1]:
            self.draft_dragged.emit(*moved)

    def _hover(self, x: float) -> None:
        self._hover_x = x
        on_edge = self._edge_under(x) is not None
        self.setCursor(Qt.CursorShape.SizeHorCursor if on_edge else Qt.CursorShape.PointingHandCursor)
        geometry = self.geometry_s()
        self.hovered.emit(geometry.time_s(x), round(x), geometry.segment_at(x, self._segments))
        self.update()

    def _move_to(self, position_s: float) -> None:
        self._position_s = position_s
        self.setSliderPosition(round(position_s * 1000))
        self.update()
