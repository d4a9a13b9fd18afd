"""Playing with libvlc."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.player.backend import RATE_MAX, RATE_MIN, PlaybackBackend, PlaybackState, Tracks
from desktop.player.clock import PlaybackClock, frame_place
from desktop.player.failures import Failure
from desktop.player.surface import NativeSurface
from desktop.player.vlc_lane import VlcLane
from desktop.player.vlc_options import embeds_on, has_sound_device, libvlc_options

log = logging.getLogger(__name__)

EARLY_S = 2.0
"""An end this long before the known duration is looked into: was the file taken away?"""


class VlcBackend(PlaybackBackend):
    """The GUI thread's side: it posts to the lane, keeps the clock, and turns reports into signals."""

    name = "libvlc"

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = PlaybackClock()
        self._duration_s, self._fps = 0.0, 0.0
        self._opening = 0
        self._came_to_life = False
        self._tracks = Tracks()
        self._volume, self._muted, self._rate = 100, False, 1.0
        self._window_id = 0
        self._platform = QGuiApplication.platformName()
        options = libvlc_options(self._platform, sound=has_sound_device())
        self._lane = VlcLane(options, self._attach)
        self._listen()

    def create_surface(self, parent: QWidget) -> QWidget:
        surface = NativeSurface(parent)
        if embeds_on(self._platform):
            self._window_id = int(surface.winId())
        # A window may be destroyed by its parent without a word to us: then the lane ends as well.
        surface.destroyed.connect(self._lane.close)
        return surface

    def open(self, path: Path, start_s: float) -> None:
        self._opening += 1
        opening = self._opening
        self._path = path
        self._came_to_life = False
        self._tracks = Tracks()
        self._fps = 0.0
        self._duration_s = 0.0
        self._clock.halt()
        self._clock.jump(start_s)
        self._enter(PlaybackState.OPENING)
        self._lane.post(lambda s: s.open(opening, path, start_s))

    def play(self) -> None:
        if self._state is PlaybackState.ENDED:
            self.open(self._path, 0.0)
        elif self._state is PlaybackState.PAUSED:
            self._lane.post(lambda s: s.pause(paused=False))

    def pause(self) -> None:
        if self._state in (PlaybackState.PLAYING, PlaybackState.OPENING):
            self._lane.post(lambda s: s.pause(paused=True))

    def stop(self) -> None:
        self._opening += 1
        self._clock.halt()
        self._enter(PlaybackState.IDLE)
        self._lane.post(lambda s: s.stop())

    def seek(self, position_s: float) -> None:
        if self._state is PlaybackState.IDLE:
            return
        target_s = max(0.0, position_s)
        if self._state is PlaybackState.ENDED:
            self.open(self._path, target_s)
            return
        self._clock.jump(target_s)
        self._lane.post_latest("seek", lambda s: s.seek(target_s))
        self.position_changed.emit(target_s)

    def step_frame(self, frames: int) -> None:
        # By seeking, in both directions: libvlc's next_frame shows the same picture again after a seek while
        # paused (3.0.24), and there is none for the way back.
        if self._state in (PlaybackState.PLAYING, PlaybackState.PAUSED):
            self._clock.halt()
            self._lane.post(lambda s: s.pause(paused=True))
            self.seek(frame_place(self.position_s(), self._fps, frames))

    def position_s(self) -> float:
        position_s = self._clock.position_s()
        return min(position_s, self._duration_s) if self._duration_s > 0 else position_s

    def duration_s(self) -> float:
        return self._duration_s

    def set_volume(self, percent: int) -> None:
        self._volume = max(0, min(100, percent))
        self._post_sound()

    def set_muted(self, muted: bool) -> None:
        self._muted = muted
        self._post_sound()

    def set_rate(self, rate: float) -> None:
        self._rate = max(RATE_MIN, min(RATE_MAX, rate))
        wanted = self._rate
        self._clock.set_rate(wanted)
        if self._state is not PlaybackState.IDLE:
            self._lane.post(lambda s: s.set_rate(wanted))

    def choose_audio(self, track_id: int) -> None:
        self._lane.post(lambda s: s.choose_audio(track_id))

    def choose_subtitle(self, track_id: int | None) -> None:
        self._lane.post(lambda s: s.choose_subtitle(track_id))

    def load_subtitle(self, path: Path) -> None:
        self._lane.post(lambda s: s.load_subtitle(path))

    def shutdown(self, wait_s: float = 0.0) -> bool:
        self._tick.stop()
        self._lane.close()
        until = time.monotonic() + wait_s
        while not self._lane.wait(0.005) and time.monotonic() < until:
            # Where the video output waits for the GUI thread, a plain join would hang.
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return not self._lane.is_alive()

    def _attach(self, player: Any) -> None:
        """Give libvlc the window; runs in the lane."""
        if self._window_id == 0:
            return
        setters = {"xcb": player.set_xwindow, "windows": player.set_hwnd, "cocoa": player.set_nsobject}
        setters[self._platform](self._window_id)

    def _post_sound(self) -> None:
        volume, muted = self._volume, self._muted
        if self._state is not PlaybackState.IDLE:
            self._lane.post(lambda s: s.set_sound(volume, muted))

    def _listen(self) -> None:
        events, queued = self._lane.events, Qt.ConnectionType.QueuedConnection
        events.time_reported.connect(self._on_time, queued)
        events.length_known.connect(self._on_length, queued)
        events.playing.connect(self._on_playing, queued)
        events.paused.connect(self._on_paused, queued)
        events.end_reached.connect(self._on_end, queued)
        events.end_confirmed.connect(self._on_end_confirmed, queued)
        events.error_met.connect(self._on_error, queued)
        events.tracks_stale.connect(self._on_tracks_stale, queued)
        events.tracks_read.connect(self._on_tracks, queued)
        events.fps_read.connect(self._on_fps, queued)
        events.refused.connect(self._on_refused, queued)
        events.no_engine.connect(self._on_no_engine, queued)

    def _on_time(self, opening: int, position_s: float) -> None:
        if opening == self._opening:
            self._came_to_life = True
            self._clock.report(position_s)

    def _on_length(self, opening: int, duration_s: float) -> None:
        if opening == self._opening and duration_s > 0 and duration_s != self._duration_s:
            self._duration_s = duration_s
            self.duration_changed.emit(duration_s)

    def _on_playing(self, opening: int) -> None:
        if opening != self._opening:
            return
        self._clock.run()
        first = self._state is PlaybackState.OPENING
        self._enter(PlaybackState.PLAYING)
        if first:  # libvlc takes volume and speed only now
            self._post_sound()
            self.set_rate(self._rate)

    def _on_paused(self, opening: int) -> None:
        if opening == self._opening:
            self._clock.halt()
            self._enter(PlaybackState.PAUSED)

    def _on_end(self, opening: int) -> None:
        if opening != self._opening:
            return
        stopped_s = self.position_s()
        self._clock.halt()
        if not self._came_to_life:
            self._fail(Failure.UNKNOWN_FORMAT)
            return
        if self._duration_s - stopped_s > EARLY_S:
            path = self._path
            self._lane.post(lambda s: s.explain_early_end(path))
        else:
            self._on_end_confirmed(opening)

    def _on_end_confirmed(self, opening: int) -> None:
        if opening == self._opening:
            self._enter(PlaybackState.ENDED)
            self.ended.emit()

    def _on_error(self, opening: int) -> None:
        if opening == self._opening:
            self._fail(Failure.UNKNOWN_FORMAT)

    def _on_tracks_stale(self, opening: int) -> None:
        if opening == self._opening:
            self._came_to_life = True
            self._lane.post_latest("tracks", lambda s: s.read_tracks())

    def _on_tracks(self, opening: int, tracks: Tracks) -> None:
        if opening == self._opening and tracks != self._tracks:
            self._tracks = tracks
            self.tracks_changed.emit(tracks)

    def _on_fps(self, opening: int, fps: float) -> None:
        if opening == self._opening and fps > 0:
            self._fps = fps

    def _on_refused(self, opening: int, failure: Failure) -> None:
        if opening == self._opening:
            self._fail(failure)

    def _on_no_engine(self) -> None:
        self._enter(PlaybackState.IDLE)
        self.unavailable.emit(self.tr("libvlc does not start on this machine: its plug-ins are missing."))
