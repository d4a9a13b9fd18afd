"""A short notice at the lower edge of the window, with a way to undo where there is one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.views.widgets import label, push_button

_SHOWN_MS = 6000
_MOST_PX = 620
_FROM_EDGE_PX = 48


class Toast(QFrame):
    """One notice at a time; it goes by itself, and stays while the mouse rests on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("toast")
        self._act: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.words = label("", "", wrap=True)
        self.button = push_button("")
        self.button.clicked.connect(self._press)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 10, 10)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        parent.installEventFilter(self)
        self.hide()

    def say(self, words: str, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence; with ``button`` a press carries out ``act``."""
        self._act = act
        self.words.setText(words)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: object) -> None:
        self._timer.stop()
        super().enterEvent(event)  # type: ignore[arg-type]

    def leaveEvent(self, event: object) -> None:
        self._timer.start()
        super().leaveEvent(event)  # type: ignore[arg-type]

    def _place(self) -> None:
        window = self._over
        most = min(_MOST_PX, window.width() - 80)
        wanted = self.words.fontMetrics().horizontalAdvance(self.words.text()) + 48
        if self.button.isVisibleTo(self):
            wanted += self.button.sizeHint().width() + 12
        self.setFixedWidth(min(most, wanted))
        self._row.activate()
        self.setFixedHeight(max(44, self._row.heightForWidth(self.width())))
        x = (window.width() - self.width()) // 2
        self.move(x, window.height() - self.height() - _FROM_EDGE_PX)

    def _press(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()


class DropHint(QFrame):
    """Covers the window while files are dragged over it."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("dropHint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        shown = label(words, "")
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(shown)
        self.hide()

    def cover(self) -> None:
        """Lie over the whole parent with a margin."""
        self.setGeometry(self._over.rect().adjusted(24, 24, -24, -24))
        self.show()
        self.raise_()
