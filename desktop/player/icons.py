"""The player's icons: line drawings in ``currentColor``, tinted for wherever they are shown."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SIZES_PX = (20, 24, 40, 48)
"""Of normal and of doubled screens."""

CHROME = QColor("#e8eaed")
CHROME_DISABLED = QColor("#5c636e")


def icon(name: str, colour: QColor = CHROME, disabled: QColor = CHROME_DISABLED) -> QIcon:
    """``resources/icons/player-NAME.svg`` in ``colour``; ``disabled`` where its control is."""
    made = QIcon()
    for size_px in SIZES_PX:
        made.addPixmap(_drawn(name, colour, size_px), QIcon.Mode.Normal)
        made.addPixmap(_drawn(name, disabled, size_px), QIcon.Mode.Disabled)
    return made


def _drawn(name: str, colour: QColor, size_px: int) -> QPixmap:
    svg = _source(name).replace("currentColor", colour.name())
    pixmap = QPixmap(size_px, size_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return pixmap


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return (files("resources") / "icons" / f"player-{name}.svg").read_text(encoding="utf-8")
