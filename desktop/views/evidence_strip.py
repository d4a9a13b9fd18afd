"""Small pictures of the moments that show why a tag is there; a click plays from the moment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.itemmodels.details import Evidence
from desktop.theme import Theme
from desktop.views.figures import clock_text
from desktop.views.flow_layout import FlowLayout

_SIZE = QSize(70, 40)
_RADIUS = 6.0
_CUT_ABOVE = 0.25
"""Of an upright picture more is cut off below than above: that is where the heads are."""


class FrameButton(QAbstractButton):
    """One moment: its picture, and its time below at the right."""

    def __init__(self, evidence: Evidence, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock_text(evidence.time_s)
        self._picture = QPixmap()
        if evidence.jpeg is not None:
            self._picture.loadFromData(evidence.jpeg)
        self.setFixedSize(_SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Play from {0}").format(self._clock))
        self.setAccessibleName(self.toolTip())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(area, _RADIUS, _RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(area, self._theme.colour("shade"))
        self._paint_picture(painter, area)
        self._paint_clock(painter, area)
        painter.setClipping(False)
        painter.setPen(self._theme.colour("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        if self.underMouse() or self.hasFocus():
            pen = painter.pen()
            pen.setColor(self._theme.colour("accent"))
            pen.setWidthF(2.0)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def enterEvent(self, event: object) -> None:
        self.update()
        super().enterEvent(event)  # type: ignore[arg-type]

    def leaveEvent(self, event: object) -> None:
        self.update()
        super().leaveEvent(event)  # type: ignore[arg-type]

    def _paint_picture(self, painter: QPainter, area: QRectF) -> None:
        if self._picture.isNull():
            return
        size = self._picture.size().scaled(_SIZE, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveLeft(area.center().x() - target.width() / 2)
        target.moveTop(area.top() - (target.height() - area.height()) * _CUT_ABOVE)
        painter.drawPixmap(target, self._picture, QRectF(self._picture.rect()))

    def _paint_clock(self, painter: QPainter, area: QRectF) -> None:
        font = painter.font()
        font.setPointSizeF(7.5)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        width, height = metrics.horizontalAdvance(self._clock) + 8, metrics.height() + 1
        box = QRectF(area.right() - width - 3, area.bottom() - height - 3, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(12, 13, 18, 205))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._clock)


class EvidenceStrip(QWidget):
    """``chosen`` carries the moment that was clicked, in seconds."""

    chosen = Signal(float)

    def __init__(self, evidence: Sequence[Evidence], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, spacing=5)
        self.buttons: list[FrameButton] = []
        for moment in evidence:
            button = FrameButton(moment, theme)
            button.clicked.connect(lambda _=False, t=moment.time_s: self.chosen.emit(t))
            self.buttons.append(button)
            row.addWidget(button)
