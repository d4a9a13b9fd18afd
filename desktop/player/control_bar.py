"""The strip of controls under the picture."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.player.commands import Command, Request
from desktop.player.icons import icon
from desktop.player.overlays import floating_menu
from desktop.player.seek_bar import SeekBar
from desktop.player.wording import clock_text, rate_text

ICON_PX = 20
NARROW_PX = 620
"""Below this width the volume slider makes room; the wheel and the keys still set the volume."""


class ControlBar(QFrame):
    """Shows what it is told; what the person asks for comes out of ``requested``."""

    requested = Signal(object)
    volume_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("playerControls")
        self._menus: list[QMenu] = []
        self.seek_bar = SeekBar(self)
        self.play = self._button("play", self.tr("Play"), "Space", Request(Command.PLAY_PAUSE))
        self.previous = self._button("previous", self.tr("Previous episode"), "P", Request(Command.PREVIOUS))
        self.next = self._button("next", self.tr("Next episode"), "N", Request(Command.NEXT))
        self.mute = self._button("volume", self.tr("Mute"), "M", Request(Command.MUTE))
        self.volume = self._volume_slider()
        self.time = QLabel("0:00", self)
        self.time.setObjectName("playerTime")
        self.time.setAccessibleName(self.tr("Time"))
        self.speed = self._menu_button(None, self.tr("Speed"))
        self.speed.setText(rate_text(1.0))
        self.mark = self._menu_button("mark", self.tr("Mark a segment"))
        self.subtitles = self._menu_button("subtitles", self.tr("Subtitles"))
        self.audio = self._menu_button("audio", self.tr("Audio track"))
        self.full_screen = self._button(
            "full-screen", self.tr("Full screen"), "F", Request(Command.FULL_SCREEN)
        )
        self._lay_out()

    def show_time(self, position_s: float, duration_s: float) -> None:
        """``12:34 / 45:00``; the length is left out while it is unknown."""
        total = f" / {clock_text(duration_s)}" if duration_s > 0 else ""
        text = clock_text(position_s) + total
        if text != self.time.text():
            self.time.setText(text)

    def show_playing(self, *, playing: bool) -> None:
        name = self.tr("Pause") if playing else self.tr("Play")
        _name(self.play, name, "Space")
        self.play.setIcon(icon("pause" if playing else "play"))

    def show_volume(self, percent: int, *, muted: bool) -> None:
        self.mute.setIcon(icon("muted" if muted or percent == 0 else "volume"))
        _name(self.mute, self.tr("Unmute") if muted else self.tr("Mute"), "M")
        self.volume.blockSignals(True)  # noqa: FBT003 - shown, not chosen
        self.volume.setValue(percent)
        self.volume.blockSignals(False)  # noqa: FBT003

    def show_rate(self, rate: float) -> None:
        self.speed.setText(rate_text(rate))

    def show_full_screen(self, *, full: bool) -> None:
        self.full_screen.setIcon(icon("window" if full else "full-screen"))
        _name(self.full_screen, self.tr("Leave full screen") if full else self.tr("Full screen"), "F")

    def show_neighbours(self, *, has_previous: bool, has_next: bool) -> None:
        """A lone video shows no buttons for episodes."""
        self.previous.setEnabled(has_previous)
        self.next.setEnabled(has_next)
        for button in (self.previous, self.next):
            button.setVisible(has_previous or has_next)

    def is_menu_open(self) -> bool:
        """The controls must not hide under an open menu."""
        return any(menu.isVisible() for menu in self._menus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.volume.setVisible(event.size().width() >= NARROW_PX)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        for widget in (self.play, self.previous, self.next, self.mute, self.volume):
            row.addWidget(widget)
        row.addSpacing(10)
        row.addWidget(self.time)
        row.addStretch(1)
        for widget in (self.speed, self.mark, self.subtitles, self.audio, self.full_screen):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(0)
        column.addWidget(self.seek_bar)
        column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _button(self, image: str, name: str, key: str, request: Request) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(image))
        _dress(button, name, key)
        button.clicked.connect(lambda: self.requested.emit(request))
        return button

    def _menu_button(self, image: str | None, name: str) -> QToolButton:
        button = QToolButton(self)
        if image is not None:
            button.setIcon(icon(image))
        _dress(button, name, "")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = floating_menu(name)
        self._menus.append(menu)  # a button does not own its menu
        button.setMenu(menu)
        return button

    def _volume_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setObjectName("playerVolume")
        slider.setAccessibleName(self.tr("Volume"))
        slider.setRange(0, 100)
        slider.setPageStep(10)
        slider.setFixedWidth(84)
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        slider.valueChanged.connect(self.volume_chosen)
        return slider


def _dress(button: QToolButton, name: str, key: str) -> None:
    # A click must leave the keys with the player; the Tab key still reaches every control.
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setIconSize(QSize(ICON_PX, ICON_PX))
    button.setAutoRaise(True)
    _name(button, name, key)


def _name(button: QToolButton, name: str, key: str) -> None:
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({key})" if key else name)
