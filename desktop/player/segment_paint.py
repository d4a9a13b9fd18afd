"""How segments look: colours that colour-blind people tell apart, and a pattern for those who see none.

The colours are four of the eight of Okabe and Ito, "Color Universal Design" (2008).
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath

from core.domain.segments import SegmentKind

COLOURS = {
    SegmentKind.INTRO: QColor("#e69f00"),
    SegmentKind.RECAP: QColor("#56b4e9"),
    SegmentKind.CREDITS: QColor("#cc79a7"),
    SegmentKind.PREVIEW: QColor("#009e73"),
}
PATTERNS = {
    SegmentKind.INTRO: Qt.BrushStyle.NoBrush,
    SegmentKind.RECAP: Qt.BrushStyle.BDiagPattern,
    SegmentKind.CREDITS: Qt.BrushStyle.Dense5Pattern,
    SegmentKind.PREVIEW: Qt.BrushStyle.VerPattern,
}
PATTERN_INK = QColor(0, 0, 0, 150)
MIN_WIDTH_PX = 3.0
"""A short segment of a long film must still be seen."""


def paint_segment(painter: QPainter, rect: QRectF, kind: SegmentKind, opacity: float) -> None:
    """Fill ``rect`` in the manner of ``kind``."""
    shape = QPainterPath()
    shape.addRoundedRect(rect.adjusted(0, 0, max(0.0, MIN_WIDTH_PX - rect.width()), 0), 2, 2)
    painter.save()
    painter.setOpacity(opacity)
    painter.fillPath(shape, COLOURS[kind])
    painter.fillPath(shape, QBrush(PATTERN_INK, PATTERNS[kind]))
    painter.restore()
