"""Paints one card of the grid: picture with badges, title, tags, how far it was watched and analysed."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.domain.videos import Video
from core.paths import readable
from desktop.itemmodels.cards import Card, CardState
from desktop.itemmodels.thumbnails import Thumbnails
from desktop.itemmodels.video_grid_model import GridRole
from desktop.reasons import in_their_words
from desktop.theme import Theme
from desktop.views.figures import clock_text, resolution_name
from desktop.views.grid_geometry import WORDS_HEIGHT

Index = QModelIndex | QPersistentModelIndex
_RADIUS = 10.0
_PAD = 8
_EDGE = 8
"""Frame and ring of a card reach so far beyond it."""
_KEPT = 120
_SEEN_STATES = (
    QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
).value
_BADGE = QColor(12, 13, 18, 205)
_ON_BADGE = QColor("#ffffff")


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that a painted card depends on besides its thumbnail."""

    card: Card | None
    progress: float | None
    width: int
    height: int
    ratio: float
    state: int
    dark: bool


class CardDelegate(QStyledItemDelegate):
    """Draws what the model holds at this moment; what is not there yet is a quiet placeholder."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self._painted: OrderedDict[tuple[Look, int | None], QPixmap] = OrderedDict()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(216, 216 * 9 // 16 + WORDS_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Copy the card as it was painted last; scrolling then costs next to nothing."""
        rect: QRect = option.rect
        look = Look(
            card=index.data(GridRole.CARD),
            progress=index.data(GridRole.PROGRESS),
            width=rect.width(),
            height=rect.height(),
            ratio=painter.device().devicePixelRatio(),
            state=option.state.value & _SEEN_STATES,
            dark=self._theme.dark,
        )
        thumbnail = self._thumbnail(look)
        key = (look, None if thumbnail is None else thumbnail.cacheKey())
        pixmap = self._painted.get(key)
        if pixmap is None:
            pixmap = self._painted[key] = self._painted_card(look, thumbnail, option.font)
            while len(self._painted) > _KEPT:
                self._painted.popitem(last=False)
        self._painted.move_to_end(key)
        painter.drawPixmap(rect.topLeft() - QPoint(_EDGE, _EDGE), pixmap)

    def _thumbnail(self, look: Look) -> QPixmap | None:
        if look.card is None:
            return None
        height = look.height - WORDS_HEIGHT
        size = QSize(round(look.width * look.ratio), round(height * look.ratio))
        return self._thumbnails.picture(look.card.video.identity, size, _RADIUS * look.ratio)

    def _painted_card(self, look: Look, thumbnail: QPixmap | None, font: QFont) -> QPixmap:
        size = QSize(look.width + 2 * _EDGE, look.height + 2 * _EDGE)
        pixmap = QPixmap(size * look.ratio)
        pixmap.setDevicePixelRatio(look.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(font)
        self._paint_card(painter, QRect(_EDGE, _EDGE, look.width, look.height), look, thumbnail)
        painter.end()
        return pixmap

    def _paint_card(self, painter: QPainter, rect: QRect, look: Look, thumbnail: QPixmap | None) -> None:
        state, card = QStyle.StateFlag(look.state), look.card
        picture = QRect(rect.left(), rect.top(), rect.width(), rect.height() - WORDS_HEIGHT)
        self._paint_frame(painter, rect, state)
        self._paint_picture(painter, picture, card, thumbnail)
        if card is None:
            self._paint_placeholder_words(painter, picture)
        else:
            self._paint_badges(painter, picture, card)
            self._paint_bar(painter, picture, card, look.progress)
            words = QRect(rect.left(), picture.bottom() + 1, rect.width(), WORDS_HEIGHT)
            self._paint_words(painter, words, card)
        self._paint_ring(painter, rect, state)

    # -- parts

    def _paint_frame(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        colour = None
        if state & QStyle.StateFlag.State_Selected:
            colour = self._theme.colour("accent_soft")
        elif state & QStyle.StateFlag.State_MouseOver:
            colour = self._theme.colour("window")
        if colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(rect).adjusted(-6, -6, 6, 6), _RADIUS + 4, _RADIUS + 4)

    def _paint_ring(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected):
            width = 2.0 if state & QStyle.StateFlag.State_HasFocus else 1.2
            painter.setPen(QPen(self._theme.colour("accent"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(-6, -6, 6, 6), _RADIUS + 4, _RADIUS + 4)

    def _paint_picture(
        self, painter: QPainter, rect: QRect, card: Card | None, thumbnail: QPixmap | None
    ) -> None:
        if thumbnail is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("shade"))
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
            self._paint_icon(painter, rect, "window-film", 32)
            return
        unreachable = card is not None and card.state in (CardState.MISSING, CardState.OFFLINE)
        painter.setOpacity(0.45 if unreachable else 1.0)
        painter.drawPixmap(rect, thumbnail)
        painter.setOpacity(1.0)

    def _paint_icon(self, painter: QPainter, rect: QRect, name: str, size: int) -> None:
        ratio = painter.device().devicePixelRatio()
        icon = self._theme.pixmap(name, round(size * ratio), "faint")
        target = QRectF(0, 0, size, size)
        target.moveCenter(QRectF(rect).center())
        painter.drawPixmap(target, icon, QRectF(icon.rect()))

    def _paint_badges(self, painter: QPainter, picture: QRect, card: Card) -> None:
        font = _sized(painter.font(), 8.5, QFont.Weight.DemiBold)
        video = card.video
        right = picture.right() - _PAD
        bottom = picture.bottom() - _PAD
        if video.duration_s is not None:
            _badge(painter, font, clock_text(video.duration_s), right, bottom, from_right=True)
        name = resolution_name(video.width, video.height)
        if name:
            _badge(painter, font, name, picture.left() + _PAD, bottom, from_right=False)
        label, tone = self._state_label(card.state)
        if label:
            top = picture.top() + _PAD + QFontMetrics(font).height() + 6
            colour = self._theme.colour(tone) if tone else _BADGE
            ink = _ON_BADGE if not tone or not self._theme.dark else self._theme.colour("on_accent")
            _badge(painter, font, label, picture.left() + _PAD, top, from_right=False, fill=colour, ink=ink)

    def _state_label(self, state: CardState) -> tuple[str, str]:
        """Return the words and the colour of the badge; no colour is the dark one of all badges."""
        return {
            CardState.READY: ("", ""),
            CardState.WAITING: (self.tr("Waiting"), ""),
            CardState.ANALYSING: (self.tr("Analysing"), "accent"),
            CardState.FAILED: (self.tr("Failed"), "bad"),
            CardState.MISSING: (self.tr("File missing"), "warning"),
            CardState.OFFLINE: (self.tr("Drive offline"), "warning"),
        }[state]

    def _paint_bar(self, painter: QPainter, picture: QRect, card: Card, progress: float | None) -> None:
        """Draw the analysis while it runs, else how far the video was watched."""
        running = card.state is CardState.ANALYSING and progress is not None
        share = progress if running and progress is not None else card.watched
        if share <= 0:
            return
        track = QRectF(picture.left(), picture.bottom() - 3, picture.width(), 4)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(picture), _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(track, QColor(0, 0, 0, 130))
        track.setWidth(track.width() * min(1.0, share))
        painter.fillRect(track, self._theme.colour("accent"))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, card: Card) -> None:
        inner = rect.adjusted(3, 7, -3, 0)
        title_font = _sized(painter.font(), 9.5, QFont.Weight.DemiBold)
        used = _draw_lines(painter, inner, card.video.title, title_font, self._theme.colour("text"), lines=2)
        small = _sized(painter.font(), 8.5, QFont.Weight.Normal)
        line = QRect(inner.left(), inner.top() + used + 4, inner.width(), 20)
        if card.tags:
            self._paint_chips(painter, line, card.tags, small)
        else:
            line.setBottom(rect.bottom())
            room = max(1, line.height() // QFontMetrics(small).lineSpacing())
            _draw_lines(painter, line, self._hint(card), small, self._theme.colour("muted"), lines=room)

    def _hint(self, card: Card) -> str:
        if card.state is CardState.FAILED:
            return in_their_words(short_reason(card.video))
        if card.state in (CardState.WAITING, CardState.ANALYSING):
            return self.tr("Tags will appear here")
        return self.tr("No tags") if card.state is CardState.READY else ""

    def _paint_chips(self, painter: QPainter, line: QRect, tags: tuple[str, ...], font: QFont) -> None:
        metrics = QFontMetrics(font)
        painter.setFont(font)
        x = line.left()
        for tag in tags:
            room = line.right() - x
            width = min(metrics.horizontalAdvance(tag) + 14, room)
            if width < 36:
                return
            chip = QRectF(x, line.top(), width, metrics.height() + 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("raised"))
            painter.drawRoundedRect(chip, 6, 6)
            painter.setPen(self._theme.colour("muted"))
            text = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, round(chip.width()) - 12)
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
            x += round(chip.width()) + 5

    def _paint_placeholder_words(self, painter: QPainter, picture: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("shade"))
        for line, share in enumerate((0.8, 0.45)):
            bar = QRectF(picture.left() + 3, picture.bottom() + 12 + 20 * line, picture.width() * share, 10)
            painter.drawRoundedRect(bar, 5, 5)


def short_reason(video: Video) -> str:
    """Return the reason with the file's name in place of its path: little room is left on a card."""
    path = readable(video.path)
    return (video.error or "").replace(path, PurePath(path).name)


@lru_cache(maxsize=16)
def _sized(font: QFont, points: float, weight: QFont.Weight) -> QFont:
    made = QFont(font)
    made.setPointSizeF(points)
    made.setWeight(weight)
    return made


def _badge(
    painter: QPainter,
    font: QFont,
    text: str,
    x: int,
    bottom: int,
    *,
    from_right: bool,
    fill: QColor = _BADGE,
    ink: QColor = _ON_BADGE,
) -> None:
    metrics = QFontMetrics(font)
    width, height = metrics.horizontalAdvance(text) + 12, metrics.height() + 4
    box = QRectF(x - width if from_right else x, bottom - height, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(box, 5, 5)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _draw_lines(painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor, *, lines: int) -> int:
    """Draw at most so many lines, the last one shortened; return the height used."""
    painter.setFont(font)
    painter.setPen(colour)
    metrics = QFontMetrics(font)
    broken = broken_lines(text, rect.width(), font, lines)
    for number, shown in enumerate(broken):
        y = rect.top() + number * metrics.lineSpacing() + metrics.ascent()
        painter.drawText(QPointF(rect.left(), y), shown)
    return len(broken) * metrics.lineSpacing()


@lru_cache(maxsize=2000)
def broken_lines(text: str, width: int, font: QFont, most: int) -> tuple[str, ...]:
    """Break a text into at most so many lines; what does not fit into the last one is left out."""
    metrics = QFontMetrics(font)
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    found: list[str] = []
    while len(found) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        last = len(found) == most - 1
        rest = text[start:] if last else text[start : start + line.textLength()]
        found.append(metrics.elidedText(rest.rstrip(), Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return tuple(found)
