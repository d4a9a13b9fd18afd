"""What lies above the picture.

libvlc draws into an X (or Win32) window of its own, which covers whatever Qt paints in the same place. Each
of these is therefore a native window too, a sibling of the picture, and raised above it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from desktop.player.icons import icon
from desktop.player.skipping import SkipOffer
from desktop.player.style import player_style
from desktop.player.wording import offer_text

TOAST_MS = 7000
REMARK_MS = 1500
INK = QColor("#14161b")
"""On the one bright thing of the player."""


def lift(widget: QWidget) -> None:
    """Give the widget a window of its own."""
    widget.setAttribute(Qt.WidgetAttribute.WA_DontCreateNativeAncestors)
    widget.setAttribute(Qt.WidgetAttribute.WA_NativeWindow)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def floating_menu(name: str) -> QMenu:
    """A menu in the player's style.

    Without a parent: Qt would make it belong to the nearest native window, which has to be a top-level one.
    """
    menu = QMenu()
    menu.setObjectName("playerMenu")
    menu.setAccessibleName(name)
    menu.setStyleSheet(player_style())
    return menu


class SkipButton(QPushButton):
    """Shown from the start of a segment to its end."""

    moved = Signal()
    """Shown, hidden, or of another size: it has to be placed anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        lift(self)
        self.setObjectName("playerSkip")
        self.setIcon(icon("skip", INK))
        self.setIconSize(QSize(20, 20))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrows stand behind the words
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_offer(self, offer: SkipOffer | None) -> None:
        if offer is None:
            if not self.isHidden():
                self.hide()
            return
        text = offer_text(offer)
        if text == self.text() and not self.isHidden():
            return
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} (S)")
        self.adjustSize()
        self.show()
        self.moved.emit()


class Toast(QFrame):
    """A sentence with one thing to do about it; goes by itself."""

    moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        lift(self)
        self.setObjectName("playerToast")
        self._text = QLabel(self)
        self._text.setObjectName("playerToastText")
        self._action = QPushButton(self)
        self._action.setObjectName("playerToastAction")
        self._action.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._action.setCursor(Qt.CursorShape.PointingHandCursor)
        self._action.clicked.connect(self._act)
        self._do: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.addWidget(self._text)
        row.addWidget(self._action)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """``do`` is called when ``action`` is clicked."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self._do = do
        self.adjustSize()
        self.show()
        self.moved.emit()
        self._timer.start(TOAST_MS if action else REMARK_MS)

    def _act(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()


class HoverBubble(QLabel):
    """The time, and the segment, under the mouse on the seek bar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        lift(self)
        self.setObjectName("playerBubble")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()


class TitleBar(QFrame):
    """Back, and what is playing."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        lift(self)
        self.setObjectName("playerTitleBar")
        self.back = QToolButton(self)
        self.back.setIcon(icon("back"))
        self.back.setIconSize(QSize(20, 20))
        self.back.setAutoRaise(True)
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.setAccessibleName(self.tr("Back to the library"))
        self.back.setToolTip(self.tr("Back to the library (Esc)"))
        self.back.clicked.connect(self.left)
        self._title = QLabel(self)
        self._title.setObjectName("playerTitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 12, 4)
        row.addWidget(self.back)
        row.addWidget(self._title, 1)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self._title.setToolTip(title)
        self.setAccessibleName(title)


class Message(QLabel):
    """Why there is no picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        lift(self)
        self.setObjectName("playerMessage")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.hide()

    def say(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
