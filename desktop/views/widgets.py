"""The small building blocks that the views share, dressed by the style sheet through their ``role``."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.theme import Theme

ICON_PX = 18


def label(text: str, role: str, *, wrap: bool = False) -> QLabel:
    """Return words that are shown as they are, never as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


class ElidedLabel(QLabel):
    """One line that gives way: what does not fit is shortened, and whole in the tool tip."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def quiet_button(theme: Theme, icon: str, tip: str, tone: str = "muted") -> QToolButton:
    """Return a button that is an icon; its tip is its name for screen readers too."""
    made = QToolButton()
    made.setProperty("role", "quiet")
    made.setIconSize(QSize(ICON_PX, ICON_PX))
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    theme.dress(made, icon, tone)
    return made


def push_button(text: str, role: str = "") -> QPushButton:
    """Return a button with words as they are; ``role``: ``primary``, ``link``, ``chip``, ``row`` or none."""
    made = QPushButton(text.replace("&", "&&"))
    made.setProperty("role", role)
    if role in ("link", "chip", "row"):
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def line() -> QFrame:
    """Return a thin horizontal line."""
    made = QFrame()
    made.setFixedHeight(1)
    made.setStyleSheet("background: palette(mid);")
    return made


def restyle(widget: QWidget) -> None:
    """Apply the style sheet anew after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
