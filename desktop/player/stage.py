"""Where the player's parts lie: the picture, the bars around or above it, and what floats over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop.player.control_bar import ControlBar
from desktop.player.mark_editor import MarkEditor
from desktop.player.overlays import HoverBubble, Message, SkipButton, TitleBar, Toast, lift
from desktop.player.style import player_style

HIDE_AFTER_MS = 2500
FLOAT_MARGIN_PX = 24


class PlayerStage(QWidget):
    """In a window the bars lie above and below the picture; in full screen they lie on it, and hide."""

    full_screen_changed = Signal(bool)
    picture_clicked = Signal()
    """A single click: known only once no second one has followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lift(self)
        self.setObjectName("player")
        self.setStyleSheet(player_style())
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(360, 240)
        # Made first, and therefore below everything that floats over it.
        self._picture = QWidget(self)
        lift(self._picture)
        self._picture.setObjectName("playerPicture")
        self._picture.setMouseTracking(True)
        self._surface: QWidget | None = None
        self._full = False
        self._state_before = Qt.WindowState.WindowNoState
        self._watched: QWidget | None = None
        self._mouse_was = QPoint()
        self.title_bar = TitleBar(self)
        self.bottom = QFrame(self)
        self.bottom.setObjectName("playerBottom")
        lift(self.bottom)
        self.editor = MarkEditor(self.bottom)
        self.editor.hide()
        self.controls = ControlBar(self.bottom)
        column = QVBoxLayout(self.bottom)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.editor)
        column.addWidget(self.controls)
        self.message, self.skip = Message(self), SkipButton(self)
        self.toast, self.bubble = Toast(self), HoverBubble(self)
        self._start_hiding()
        self.controls.seek_bar.unhovered.connect(self.bubble.hide)

    def set_surface(self, surface: QWidget) -> None:
        """What an engine draws on; it fills the place of the picture."""
        if self._surface is not None:
            self._surface.deleteLater()
        self._surface = surface
        surface.show()
        self.lay_out()

    def picture(self) -> QWidget:
        """The parent for a surface."""
        return self._picture

    def is_full_screen(self) -> bool:
        return self._full

    def set_full_screen(self, *, full: bool) -> None:
        """The whole window does; who owns it hides its other parts on ``full_screen_changed``."""
        window = self.window()
        if full and not window.isFullScreen():
            self._state_before = window.windowState()
            window.setWindowState(self._state_before | Qt.WindowState.WindowFullScreen)
        elif not full and window.isFullScreen():
            window.setWindowState(self._state_before & ~Qt.WindowState.WindowFullScreen)
        self._sync_full_screen()

    def may_hide(self) -> bool:
        """Whether nothing but the mouse asks for the controls; refined by the view."""
        return True

    def show_controls(self) -> None:
        """Until the mouse has rested for a while."""
        if self.bottom.isHidden():
            self.bottom.show()
            self.title_bar.show()
            self.lay_out()
        self._show_cursor(visible=True)
        self._hide_timer.start()

    def show_editor(self, *, shown: bool) -> None:
        self.editor.setVisible(shown)
        self.show_controls()
        self.lay_out()

    def place_bubble(self, text: str, seek_bar_x: int) -> None:
        """Above the seek bar, kept inside the window."""
        self.bubble.setText(text)
        self.bubble.adjustSize()
        middle = self.controls.seek_bar.mapTo(self, QPoint(seek_bar_x, 0)).x()
        x = max(4, min(self.width() - self.bubble.width() - 4, middle - self.bubble.width() // 2))
        self.bubble.move(x, self.bottom.y() - self.bubble.height() - 4)
        self.bubble.show()

    def lay_out(self) -> None:
        """Place everything; cheap enough to be called whenever something appears."""
        width, height = self.width(), self.height()
        top_px = self.title_bar.sizeHint().height()
        layout = self.bottom.layout()
        bottom_px = layout.sizeHint().height() if layout is not None else 0
        self.title_bar.setGeometry(0, 0, width, top_px)
        self.bottom.setGeometry(0, height - bottom_px, width, bottom_px)
        picture = QRect(0, 0, width, height)
        if not self._full:
            picture.adjust(0, top_px, 0, -bottom_px)
        self._picture.setGeometry(picture)
        if self._surface is not None:
            self._surface.setGeometry(self._picture.rect())
        self.message.setGeometry(picture)
        self._place_floating(picture, height - bottom_px)
        for child in (self._picture, self.title_bar, self.bottom):
            # Windows of their own keep the old pixels when they move or shrink.
            child.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._watched is not self.window():
            if self._watched is not None:
                self._watched.removeEventFilter(self)
            self._watched = self.window()
            self._watched.installEventFilter(self)
        self._sync_full_screen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window system may end full screen without asking us."""
        if event.type() is QEvent.Type.WindowStateChange:
            self._sync_full_screen()
        return False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        # Showing a bar makes the window system report a move that no hand made.
        place = event.globalPosition().toPoint()
        if place != self._mouse_was:
            self._mouse_was = place
            self.show_controls()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        if event.button() is Qt.MouseButton.LeftButton:
            self._click_timer.start(QApplication.doubleClickInterval())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._click_timer.stop()
            self.set_full_screen(full=not self._full)

    def _start_hiding(self) -> None:
        self._hide_timer = QTimer(self, interval=HIDE_AFTER_MS, singleShot=True)
        self._hide_timer.timeout.connect(self._hide_controls)
        self._click_timer = QTimer(self, singleShot=True)
        self._click_timer.timeout.connect(self.picture_clicked)
        self.skip.moved.connect(self.lay_out)
        self.toast.moved.connect(self.lay_out)

    def _place_floating(self, picture: QRect, bars_from_y: int) -> None:
        lower_edge = picture.bottom() if self.bottom.isHidden() else min(picture.bottom(), bars_from_y)
        for widget in (self.skip, self.toast):
            y = lower_edge - FLOAT_MARGIN_PX - widget.height()
            on_the_right = widget is self.skip
            x = picture.width() - FLOAT_MARGIN_PX - widget.width() if on_the_right else FLOAT_MARGIN_PX
            widget.move(x, y)

    def _hide_controls(self) -> None:
        if not self._full or not self.may_hide():
            return
        if self._is_mouse_over_bars() or self.controls.is_menu_open() or self.editor.isVisible():
            self._hide_timer.start()
            return
        self.bottom.hide()
        self.title_bar.hide()
        self.bubble.hide()
        self._show_cursor(visible=False)
        self.lay_out()

    def _is_mouse_over_bars(self) -> bool:
        place = self.mapFromGlobal(QCursor.pos())
        return any(
            bar.isVisible() and bar.geometry().contains(place) for bar in (self.bottom, self.title_bar)
        )

    def _show_cursor(self, *, visible: bool) -> None:
        for widget in (self, self._surface):
            if widget is not None and visible:
                widget.unsetCursor()
            elif widget is not None:
                widget.setCursor(Qt.CursorShape.BlankCursor)

    def _sync_full_screen(self) -> None:
        full = self.window().isFullScreen()
        if full == self._full:
            return
        self._full = full
        self.controls.show_full_screen(full=full)
        self.show_controls()
        self.lay_out()
        self.full_screen_changed.emit(full)
