"""Volume, mute and speed: kept over videos and engines, shown in the control bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.player.backend import PlaybackBackend
from desktop.player.commands import next_rate
from desktop.player.control_bar import ControlBar
from desktop.player.menus import fill_speeds
from desktop.player.wording import rate_text


class SoundAndSpeed(QObject):
    """``remarked`` says what a key has done, since its control may be hidden."""

    volume_changed = Signal(int)
    remarked = Signal(str)

    def __init__(self, controls: ControlBar, backend: PlaybackBackend, parent: QObject) -> None:
        super().__init__(parent)
        self._controls = controls
        self._volume, self._muted, self._rate = 100, False, 1.0
        controls.volume_chosen.connect(self.set_volume)
        self.use(backend)

    def use(self, backend: PlaybackBackend) -> None:
        """Another engine plays from now on."""
        self._backend = backend
        backend.set_rate(self._rate)
        self._apply_sound()
        self._show_rate()

    def set_volume(self, percent: int) -> None:
        """0 to 100; sound that was muted comes back."""
        self._volume, self._muted = max(0, min(100, percent)), False
        self._apply_sound()
        self.volume_changed.emit(self._volume)

    def change_volume(self, by_percent: float) -> None:
        self.set_volume(self._volume + round(by_percent))
        self.remarked.emit(self.tr("Volume {percent} %").format(percent=self._volume))

    def toggle_mute(self) -> None:
        self._muted = not self._muted
        self._apply_sound()
        self.remarked.emit(self.tr("Sound off") if self._muted else self.tr("Sound on"))

    def change_rate(self, steps: float) -> None:
        self.set_rate(next_rate(self._rate, round(steps)))

    def set_rate(self, rate: float) -> None:
        self._rate = rate
        self._backend.set_rate(rate)
        self._show_rate()
        self.remarked.emit(self.tr("Speed {rate}").format(rate=rate_text(rate)))

    def _apply_sound(self) -> None:
        self._backend.set_volume(self._volume)
        self._backend.set_muted(self._muted)
        self._controls.show_volume(self._volume, muted=self._muted)

    def _show_rate(self) -> None:
        self._controls.show_rate(self._rate)
        fill_speeds(self._controls.speed.menu(), self._rate, self.set_rate)
