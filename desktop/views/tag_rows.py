"""The tags of one video in the detail panel: score, who says so, the moments, and the person's answer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.domain.tags import TagState, VideoTag
from desktop.itemmodels.details import TagDetail
from desktop.theme import Theme
from desktop.views.evidence_strip import EvidenceStrip
from desktop.views.widgets import ElidedLabel, label, push_button, quiet_button

PATH_SEPARATOR = " › "


class ScoreBar(QWidget):
    """A short bar, filled by the score."""

    def __init__(self, score: float, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score = score
        self._theme = theme
        self.setFixedSize(54, 6)
        self.setToolTip(self.tr("{0} % sure").format(round(100 * score)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect())
        painter.setBrush(self._theme.colour("shade"))
        painter.drawRoundedRect(area, 3, 3)
        area.setWidth(max(6.0, area.width() * self._score))
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(area, 3, 3)


class TagLine(QWidget):
    """``answered`` carries the tag and the person's word: a ``TagState``, or ``None`` to take it back."""

    answered = Signal(int, object)
    moment_chosen = Signal(float)

    def __init__(self, detail: TagDetail, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tag = detail.tag
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(3)
        column.addLayout(self._head())
        column.addLayout(self._source_line())
        self.evidence = EvidenceStrip(detail.evidence, theme)
        self.evidence.chosen.connect(self.moment_chosen)
        self.evidence.setVisible(bool(detail.evidence))
        column.addSpacing(3 if detail.evidence else 0)
        column.addWidget(self.evidence)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        name = ElidedLabel(self.tag.path[-1], "name")
        name.setToolTip(PATH_SEPARATOR.join(self.tag.path))
        row.addWidget(name, 1)
        if self.tag.state is TagState.SUGGESTED:
            self.accept = self._answer(
                "window-check", self.tr("Yes, this is right"), TagState.ACCEPTED, "good"
            )
            self.reject = self._answer("window-close", self.tr("No, this is wrong"), TagState.REJECTED, "bad")
            row.addWidget(self.accept)
            row.addWidget(self.reject)
        elif self.tag.state is TagState.ACCEPTED:
            self.reject = self._answer("window-close", self.tr("No, this is wrong"), TagState.REJECTED, "bad")
            row.addWidget(self.reject)
        else:
            self.remove = self._answer("window-trash", self.tr("Remove this tag"), None, "muted")
            row.addWidget(self.remove)
        return row

    def _answer(self, icon: str, tip: str, state: TagState | None, tone: str) -> QWidget:
        button = quiet_button(self._theme, icon, tip, tone)
        button.setAccessibleName(f"{tip}: {self.tag.path[-1]}")
        button.clicked.connect(lambda: self.answered.emit(self.tag.tag_id, state))
        return button

    def _source_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self.tag.state is TagState.SUGGESTED:
            row.addWidget(ScoreBar(self.tag.score, self._theme), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(label(self._because(), "small"))
        else:
            words = (
                self.tr("Added by you") if self.tag.state is TagState.ADDED else self.tr("Confirmed by you")
            )
            row.addWidget(label(words, "good"))
        above = PATH_SEPARATOR.join(self.tag.path[:-1])
        row.addWidget(ElidedLabel(self.tr("in {0}").format(above) if above else "", "small"), 1)
        return row

    def _because(self) -> str:
        """Say by which sense; a source that has no words here is shown by its own name."""
        percent = self.tr("{0} %").format(round(100 * self.tag.score))
        senses = {
            "picture": self.tr("picture"),
            "name": self.tr("file name"),
            "words": self.tr("speech"),
        }
        parts = [senses.get(part.strip(), part.strip()) for part in self.tag.source.split("+")]
        return f"{percent} · {', '.join(parts)}"


class RejectedLine(QWidget):
    """A tag that the person refused, with the way back."""

    answered = Signal(int, object)

    def __init__(self, tag: VideoTag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        name = ElidedLabel(PATH_SEPARATOR.join(tag.path), "small")
        self.restore = push_button(self.tr("Bring back"), "link")
        self.restore.clicked.connect(lambda: self.answered.emit(tag.tag_id, None))
        row.addWidget(name, 1)
        row.addWidget(self.restore)
