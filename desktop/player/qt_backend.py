"""Playing with QtMultimedia, where libvlc is missing or cannot draw into a window (Wayland)."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import (
    Q_ARG,
    QCoreApplication,
    QDeadlineTimer,
    QEventLoop,
    QGenericArgumentHolder,
    QLocale,
    QMetaObject,
    QObject,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtMultimedia import QAudioOutput, QMediaMetaData, QMediaPlayer
from PySide6.QtWidgets import QWidget

from desktop.player.backend import RATE_MAX, RATE_MIN, PlaybackBackend, PlaybackState, Track, Tracks
from desktop.player.clock import frame_place
from desktop.player.failures import Failure, why_ended_early, why_not_playable
from desktop.player.qt_surface import FrameSurface

log = logging.getLogger(__name__)

EARLY_S = 2.0
_STATES = {
    QMediaPlayer.PlaybackState.PlayingState: PlaybackState.PLAYING,
    QMediaPlayer.PlaybackState.PausedState: PlaybackState.PAUSED,
}
_Status = QMediaPlayer.MediaStatus


class QtBackend(PlaybackBackend):
    """QMediaPlayer works in threads of its own and is exact to a frame; separate subtitles it cannot load.

    Whatever makes or ends those threads is ordered through the event loop and not called: a call from Python
    holds the interpreter's lock, which a thread that ends needs too (to ask for an override of
    ``disconnectNotify``), and the two would wait for each other for ever.
    """

    name = "QtMultimedia"
    loads_subtitles = False

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._audio = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._audio)
        self._start_s = 0.0
        self._sought_s: float | None = None
        self._player.playbackStateChanged.connect(self._on_state)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.durationChanged.connect(lambda ms: self.duration_changed.emit(ms / 1000))
        self._player.errorOccurred.connect(self._on_error)
        self._player.tracksChanged.connect(self._tell_tracks)

    def create_surface(self, parent: QWidget) -> QWidget:
        surface = FrameSurface(parent)
        self._player.setVideoOutput(surface.sink)
        return surface

    def open(self, path: Path, start_s: float) -> None:
        self._path, self._start_s, self._sought_s = path, start_s, start_s
        self._enter(PlaybackState.OPENING)
        failure = why_not_playable(path)
        if failure is not None:
            # Not from within open(): who calls it does not expect an answer yet.
            QTimer.singleShot(0, self, lambda: self._fail(failure))
            return
        self._set_source(QUrl())  # the same path again is a new opening too
        self._set_source(QUrl.fromLocalFile(str(path.absolute())))
        self._order("play")

    def play(self) -> None:
        if self._state is PlaybackState.ENDED:
            self.open(self._path, 0.0)
        elif self._state is not PlaybackState.IDLE:
            self._order("play")

    def pause(self) -> None:
        self._order("pause")

    def stop(self) -> None:
        self._enter(PlaybackState.IDLE)
        self._arrive()
        self._order("stop")
        self._set_source(QUrl())

    def seek(self, position_s: float) -> None:
        if self._state is PlaybackState.ENDED:
            self.open(self._path, position_s)
        elif self._state is not PlaybackState.IDLE:
            self._set_position(max(0.0, position_s))
            self.position_changed.emit(self.position_s())

    def step_frame(self, frames: int) -> None:
        self.pause()
        fps = self._player.metaData().value(QMediaMetaData.Key.VideoFrameRate) or 0.0
        self.seek(frame_place(self.position_s(), float(fps), frames))

    def position_s(self) -> float:
        return self._player.position() / 1000 if self._sought_s is None else self._sought_s

    def duration_s(self) -> float:
        return max(0, self._player.duration()) / 1000

    def set_volume(self, percent: int) -> None:
        self._audio.setVolume(max(0, min(100, percent)) / 100)

    def set_muted(self, muted: bool) -> None:
        self._audio.setMuted(muted)

    def set_rate(self, rate: float) -> None:
        self._order("setPlaybackRate", Q_ARG(float, max(RATE_MIN, min(RATE_MAX, rate))))

    def choose_audio(self, track_id: int) -> None:
        self._player.setActiveAudioTrack(track_id)
        self._tell_tracks()

    def choose_subtitle(self, track_id: int | None) -> None:
        self._player.setActiveSubtitleTrack(-1 if track_id is None else track_id)
        self._tell_tracks()

    def load_subtitle(self, path: Path) -> None:
        log.warning("QtMultimedia does not load separate subtitles: %s", path)

    def shutdown(self, wait_s: float = 0.0) -> bool:
        self._tick.stop()
        self._order("stop")
        self._set_source(QUrl())
        deadline = QDeadlineTimer(round(wait_s * 1000))
        while not self._player.source().isEmpty() and not deadline.hasExpired():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        return wait_s == 0 or self._player.source().isEmpty()

    def _on_state(self, state: QMediaPlayer.PlaybackState) -> None:
        if self._state is not PlaybackState.IDLE and state in _STATES:
            self._enter(_STATES[state])

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is _Status.LoadedMedia:
            start_s, self._start_s = self._start_s, 0.0
            if start_s > 0:
                self._set_position(start_s)
            else:
                self._arrive()
        elif status is _Status.EndOfMedia and self._state is not PlaybackState.IDLE:
            self._on_end()

    def _on_end(self) -> None:
        early = self.duration_s() - self.position_s() > EARLY_S
        failure = why_ended_early(self._path) if early else None
        if failure is not None:
            self._fail(failure)
            return
        self._enter(PlaybackState.ENDED)
        self.ended.emit()

    def _on_error(self, error: QMediaPlayer.Error, detail: str) -> None:
        log.warning("QtMultimedia: %s %s", error, detail)
        if self._state is not PlaybackState.IDLE:
            self._fail(why_ended_early(self._path) or Failure.UNKNOWN_FORMAT)

    def _order(self, slot: str, *arguments: QGenericArgumentHolder) -> None:
        """Have the event loop call a slot of the player, after all that was ordered before."""
        QMetaObject.invokeMethod(self._player, slot, Qt.ConnectionType.QueuedConnection, *arguments)

    def _set_source(self, url: QUrl) -> None:
        self._order("setSource", Q_ARG(QUrl, url))

    def _set_position(self, position_s: float) -> None:
        self._sought_s = position_s
        self._order("setPosition", Q_ARG("qlonglong", round(position_s * 1000)))
        QTimer.singleShot(0, self, self._arrive)  # after what was ordered

    def _arrive(self) -> None:
        self._sought_s = None

    def _tell_tracks(self) -> None:
        self.tracks_changed.emit(
            Tracks(
                _named(self._player.audioTracks()),
                _named(self._player.subtitleTracks()),
                _chosen(self._player.activeAudioTrack()),
                _chosen(self._player.activeSubtitleTrack()),
            )
        )


def _named(tracks: list[QMediaMetaData]) -> tuple[Track, ...]:
    return tuple(Track(i, _name(data, i)) for i, data in enumerate(tracks))


def _name(data: QMediaMetaData, index: int) -> str:
    """Title, else language, else the track's number."""
    title = data.stringValue(QMediaMetaData.Key.Title)
    language = data.value(QMediaMetaData.Key.Language)
    known = language is not None and language is not QLocale.Language.AnyLanguage
    spoken = QLocale.languageToString(QLocale.Language(language)) if known else ""
    return title or spoken or str(index + 1)


def _chosen(index: int) -> int | None:
    return None if index < 0 else index
