"""What the player asks of an engine that plays files."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.player.failures import Failure, sentence

log = logging.getLogger(__name__)
TICK_MS = 100
RATE_MIN = 0.25
RATE_MAX = 4.0


class PlaybackState(Enum):
    IDLE = "idle"
    OPENING = "opening"
    PLAYING = "playing"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Track:
    """An audio or subtitle track; ``id`` has a meaning to the engine alone."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Tracks:
    """The tracks of the open file. A current id of None means none (subtitles off, no sound)."""

    audio: tuple[Track, ...] = ()
    subtitles: tuple[Track, ...] = ()
    current_audio: int | None = None
    current_subtitle: int | None = None


class PlaybackBackend(QObject):
    """The protocol of an engine. Every method returns at once; what came of it arrives as a signal.

    ``failed`` carries a full sentence for a person and means that playing is over. ``unavailable`` means
    that the engine itself cannot be used on this machine. A class of its own rather than
    ``typing.Protocol``, since Qt signals have to be declared on a QObject.
    """

    position_changed = Signal(float)
    duration_changed = Signal(float)
    state_changed = Signal(object)
    tracks_changed = Signal(object)
    ended = Signal()
    failed = Signal(str)
    unavailable = Signal(str)

    name = ""
    loads_subtitles = True
    """Whether :meth:`load_subtitle` does anything."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._state = PlaybackState.IDLE
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._tell_position)

    def create_surface(self, parent: QWidget) -> QWidget:
        """The widget that shows the picture; asked for once, before :meth:`open`."""
        raise NotImplementedError

    def open(self, path: Path, start_s: float) -> None:
        """Play ``path`` from ``start_s``."""
        raise NotImplementedError

    def play(self) -> None:
        """Go on, or begin again after the end."""
        raise NotImplementedError

    def pause(self) -> None:
        raise NotImplementedError

    def stop(self) -> None:
        """Let go of the file."""
        raise NotImplementedError

    def seek(self, position_s: float) -> None:
        """Go to exactly ``position_s``."""
        raise NotImplementedError

    def step_frame(self, frames: int) -> None:
        """Pause, and show the next (1) or the previous (-1) frame."""
        raise NotImplementedError

    def position_s(self) -> float:
        raise NotImplementedError

    def duration_s(self) -> float:
        """0 while it is unknown."""
        raise NotImplementedError

    def state(self) -> PlaybackState:
        return self._state

    def set_volume(self, percent: int) -> None:
        """0 to 100."""
        raise NotImplementedError

    def set_muted(self, muted: bool) -> None:
        raise NotImplementedError

    def set_rate(self, rate: float) -> None:
        """Clamped to ``RATE_MIN`` .. ``RATE_MAX``."""
        raise NotImplementedError

    def choose_audio(self, track_id: int) -> None:
        raise NotImplementedError

    def choose_subtitle(self, track_id: int | None) -> None:
        """None turns subtitles off."""
        raise NotImplementedError

    def load_subtitle(self, path: Path) -> None:
        """Show the subtitles of a separate file."""
        raise NotImplementedError

    def shutdown(self, wait_s: float = 0.0) -> bool:
        """Free everything, in the background. True when that was finished within ``wait_s``."""
        raise NotImplementedError

    def _fail(self, failure: Failure) -> None:
        path = self._path
        self.stop()
        log.warning("cannot play %s: %s", path, failure.value)
        self.failed.emit(sentence(failure, path))

    def _tell_position(self) -> None:
        self.position_changed.emit(self.position_s())

    def _enter(self, state: PlaybackState) -> None:
        if state is self._state:
            return
        self._state = state
        if state is PlaybackState.PLAYING:
            self._tick.start()
        else:
            self._tick.stop()
        self.state_changed.emit(state)
