"""Paints a node of the tag tree: the name, and at the right how many videos it holds."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.itemmodels.tag_tree_model import TagRole
from desktop.theme import Theme
from desktop.views.figures import count_text

Index = QModelIndex | QPersistentModelIndex
_PAD = 8


class TagDelegate(QStyledItemDelegate):
    """A tag without videos is shown quietly; it stays where it is."""

    def __init__(self, theme: Theme, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if not index.data(TagRole.COUNT):
            option.palette.setColor(QPalette.ColorRole.Text, self._theme.colour("muted"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        count = index.data(TagRole.COUNT)
        if not count:
            return
        text = count_text(count, self._language)
        rect: QRect = option.rect
        room = QFontMetrics(option.font).horizontalAdvance(text)
        place = QRect(rect.right() - room - _PAD, rect.top(), room, rect.height())
        painter.save()
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        painter.restore()
