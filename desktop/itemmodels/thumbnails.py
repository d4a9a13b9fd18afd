"""Thumbnails: made ready off the GUI thread, the ones on screen first, the last few hundred kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPixmap

from desktop.itemmodels.latest_first import LatestFirst

KEPT = 400
_THREADS = 2
_SPECK = QSize(6, 4)
"""So small that its enlargement is a soft wash of colour."""
_UPRIGHT = 0.85
"""Pictures less wide than this share of their place are shown whole instead of cut."""
_ANYHOW, _SOFT = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation


class Thumbnails(QObject):
    """``ready`` names the identity whose picture can be drawn now.

    Pictures are made for one size in device pixels, so that painting is copying; after a change of the size
    the old ones serve until the new ones are made.
    """

    ready = Signal(str)

    def __init__(self, jpeg_of: Callable[[str], bytes | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jpeg_of = jpeg_of
        self._pool = LatestFirst(_THREADS, limit=128, parent=self)
        self._pictures: OrderedDict[str, QPixmap] = OrderedDict()
        self._absent: set[str] = set()
        self._stale: set[str] = set()

    def picture(self, identity: str, size: QSize, radius: float) -> QPixmap | None:
        """Return the thumbnail, or ``None`` and fetch it; ``ready`` follows where there is one."""
        picture = self._pictures.get(identity)
        if picture is not None:
            self._pictures.move_to_end(identity)
        fits = picture is not None and picture.size() == size and identity not in self._stale
        if not fits and identity not in self._absent and not self._pool.is_waiting(identity):
            self._fetch(identity, size, radius)
        return picture

    def renew(self, identity: str) -> None:
        """Fetch the picture anew when it is wanted next: a run made the first one, or another one."""
        self._absent.discard(identity)
        if identity in self._pictures:
            self._stale.add(identity)

    def close(self) -> None:
        """Wait for what is being decoded."""
        self._pool.close()

    def _fetch(self, identity: str, size: QSize, radius: float) -> None:
        self._stale.discard(identity)
        self._pool.ask(
            identity,
            lambda: fitted(self._jpeg_of(identity), size, radius),
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


def fitted(jpeg: bytes | None, size: QSize, radius: float) -> QImage | None:
    """Return the picture filling ``size`` with round corners, ``None`` where there is none.

    An upright one is shown whole, its own colours, blurred and dimmed, at its sides. Any thread may ask.
    """
    image = QImage.fromData(jpeg) if jpeg else QImage()
    if image.isNull() or size.isEmpty():
        return None
    made = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corners = QPainterPath()
    corners.addRoundedRect(QRectF(made.rect()), radius, radius)
    painter.setClipPath(corners)
    if image.width() * size.height() < _UPRIGHT * image.height() * size.width():
        speck = image.scaled(_SPECK, _ANYHOW, _SOFT)
        painter.drawImage(0, 0, speck.scaled(size, _ANYHOW, _SOFT))
        painter.fillRect(made.rect(), QColor(0, 0, 0, 110))
        mode = Qt.AspectRatioMode.KeepAspectRatio
    else:
        mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    shown = image.scaled(size, mode, _SOFT)
    painter.drawImage((size.width() - shown.width()) // 2, (size.height() - shown.height()) // 2, shown)
    painter.end()
    return made
