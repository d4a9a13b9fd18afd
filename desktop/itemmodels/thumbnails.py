"""Thumbnails: decoded off the GUI thread, the ones on screen first, the last few hundred kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from desktop.itemmodels.latest_first import LatestFirst

KEPT = 400
DECODED_WIDTH = 480
"""Wide enough for a card on a high-DPI screen."""
_THREADS = 2
_SPECK = QSize(6, 4)
"""So small that its enlargement is a soft wash of colour."""


class Thumbnails(QObject):
    """``ready`` names the identity whose picture can be drawn now."""

    ready = Signal(str)

    def __init__(self, jpeg_of: Callable[[str], bytes | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jpeg_of = jpeg_of
        self._pool = LatestFirst(_THREADS, limit=128, parent=self)
        self._pictures: OrderedDict[str, QPixmap] = OrderedDict()
        self._absent: set[str] = set()

    def picture(self, identity: str) -> QPixmap | None:
        """Return the thumbnail, or ``None`` and fetch it; ``ready`` follows where there is one."""
        picture = self._pictures.get(identity)
        if picture is not None:
            self._pictures.move_to_end(identity)
        elif identity not in self._absent and not self._pool.is_waiting(identity):
            self._fetch(identity)
        return picture

    def forget(self, identity: str) -> None:
        """Fetch the picture anew: a run made another one, or the first one."""
        self._absent.discard(identity)
        if identity in self._pictures:
            self._fetch(identity)

    def close(self) -> None:
        """Wait for what is being decoded."""
        self._pool.close()

    def _fetch(self, identity: str) -> None:
        self._pool.ask(
            identity,
            lambda: decoded(self._jpeg_of(identity), DECODED_WIDTH),
            lambda image: self._take(identity, image),
        )

    def _take(self, identity: str, image: QImage | None) -> None:
        if image is None:
            self._absent.add(identity)
            return
        self._pictures[identity] = QPixmap.fromImage(image)
        self._pictures.move_to_end(identity)
        while len(self._pictures) > KEPT:
            self._pictures.popitem(last=False)
        self.ready.emit(identity)


def decoded(jpeg: bytes | None, width: int) -> QImage | None:
    """Return the picture at most ``width`` pixels wide, ``None`` where there is none. Any thread may ask."""
    image = QImage.fromData(jpeg) if jpeg else QImage()
    if image.isNull():
        return None
    if image.width() > width:
        image = image.scaled(
            QSize(width, 4 * width),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return with_backdrop(image.convertToFormat(QImage.Format.Format_RGB32))


def with_backdrop(image: QImage) -> QImage:
    """Put an upright picture on a wide one: its own colours, blurred and dimmed, fill the sides."""
    if image.height() * 16 <= image.width() * 9 * 1.5:
        return image
    width = round(image.height() * 16 / 9)
    anyhow, soft = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    speck = image.scaled(_SPECK, anyhow, soft)
    wide = speck.scaled(QSize(width, image.height()), anyhow, soft)
    painter = QPainter(wide)
    painter.fillRect(wide.rect(), QColor(0, 0, 0, 110))
    painter.drawImage((width - image.width()) // 2, 0, image)
    painter.end()
    return wide
