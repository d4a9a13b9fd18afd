"""What QtMultimedia's pictures are painted on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from PySide6.QtWidgets import QWidget


class FrameSurface(QWidget):
    """Paints frames itself: the own window of a QVideoWidget would swallow mouse and keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("playerSurface")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self._frame = QVideoFrame()
        self.sink = QVideoSink(self)
        self.sink.videoFrameChanged.connect(self._show)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if self._frame.isValid():
            options = QVideoFrame.PaintOptions()
            options.aspectRatioMode = Qt.AspectRatioMode.KeepAspectRatio
            self._frame.paint(painter, self.rect().toRectF(), options)

    def _show(self, frame: QVideoFrame) -> None:
        self._frame = frame
        self.update()
