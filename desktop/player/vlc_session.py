"""libvlc's instance and media player; every method runs in the lane's thread."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.player.backend import Track, Tracks
from desktop.player.failures import why_ended_early, why_not_playable

if TYPE_CHECKING:
    from desktop.player.vlc_lane import VlcEvents

log = logging.getLogger(__name__)

NO_TRACK = -1


class VlcSession:
    """Made by :meth:`start`, ended by :meth:`release`."""

    def __init__(self, instance: Any, events: VlcEvents) -> None:
        self.player = instance.media_player_new()
        self.player.video_set_mouse_input(0)
        self.player.video_set_key_input(0)
        self._instance = instance
        self._events = events
        self._opening = 0
        self._manager = self.player.event_manager()
        self._listen()

    @classmethod
    def start(cls, options: list[str], events: VlcEvents) -> VlcSession | None:
        """None where libvlc refuses to start, for instance without its plug-ins."""
        import vlc

        instance = vlc.Instance(options)
        return None if instance is None else cls(instance, events)

    def open(self, opening: int, path: Path, start_s: float) -> None:
        """Play ``path``; what libvlc reports from now on carries the number ``opening``."""
        self.stop()
        self._opening = opening
        failure = why_not_playable(path)
        if failure is not None:
            self._events.refused.emit(opening, failure)
            return
        media = self._instance.media_new(path.absolute().as_uri())
        if start_s > 0:
            media.add_option(f":start-time={start_s:.3f}")
        self.player.set_media(media)
        media.release()
        self.player.play()

    def stop(self) -> None:
        self.player.stop()

    def pause(self, *, paused: bool) -> None:
        self.player.set_pause(int(paused))

    def seek(self, position_s: float) -> None:
        self.player.set_time(round(position_s * 1000))

    def set_sound(self, volume: int, muted: bool) -> None:
        self.player.audio_set_volume(volume)
        self.player.audio_set_mute(muted)

    def set_rate(self, rate: float) -> None:
        self.player.set_rate(rate)

    def choose_audio(self, track_id: int) -> None:
        self.player.audio_set_track(track_id)
        self.read_tracks()

    def choose_subtitle(self, track_id: int | None) -> None:
        self.player.video_set_spu(NO_TRACK if track_id is None else track_id)
        self.read_tracks()

    def load_subtitle(self, path: Path) -> None:
        import vlc

        self.player.add_slave(vlc.MediaSlaveType.subtitle, path.absolute().as_uri(), b_select=True)

    def read_tracks(self) -> None:
        """Report the tracks with their names, and the frame rate."""
        tracks = Tracks(
            _tracks(self.player.audio_get_track_description()),
            _tracks(self.player.video_get_spu_description()),
            _current(self.player.audio_get_track()),
            _current(self.player.video_get_spu()),
        )
        self._events.tracks_read.emit(self._opening, tracks)
        self._events.fps_read.emit(self._opening, self.player.get_fps())

    def explain_early_end(self, path: Path) -> None:
        """Report a file that was taken away; an end that is merely early stays an end."""
        failure = why_ended_early(path)
        if failure is None:
            self._events.end_confirmed.emit(self._opening)
        else:
            self._events.refused.emit(self._opening, failure)

    def release(self) -> None:
        """Let go of everything; waits until libvlc's threads have ended."""
        for kind in self._kinds():
            self._manager.event_detach(kind)
        self.stop()
        self.player.release()
        self._instance.release()

    def _listen(self) -> None:
        for kind, heard in self._kinds().items():
            self._manager.event_attach(kind, heard)

    def _kinds(self) -> dict[Any, Any]:
        """A callback only emits a Qt signal: libvlc must not be called from its own callback."""
        import vlc

        events, kind = self._events, vlc.EventType
        return {
            kind.MediaPlayerTimeChanged: lambda e: events.time_reported.emit(
                self._opening, e.u.new_time / 1000
            ),
            kind.MediaPlayerLengthChanged: lambda e: events.length_known.emit(
                self._opening, e.u.new_length / 1000
            ),
            kind.MediaPlayerPlaying: lambda _: events.playing.emit(self._opening),
            kind.MediaPlayerPaused: lambda _: events.paused.emit(self._opening),
            kind.MediaPlayerEndReached: lambda _: events.end_reached.emit(self._opening),
            kind.MediaPlayerEncounteredError: lambda _: events.error_met.emit(self._opening),
            kind.MediaPlayerESAdded: lambda _: events.tracks_stale.emit(self._opening),
            kind.MediaPlayerESDeleted: lambda _: events.tracks_stale.emit(self._opening),
            kind.MediaPlayerESSelected: lambda _: events.tracks_stale.emit(self._opening),
        }


def _tracks(described: list[tuple[int, bytes]]) -> tuple[Track, ...]:
    """libvlc lists "Disable" as a track of its own; ours is the absence of one."""
    return tuple(Track(i, name.decode("utf-8", "replace")) for i, name in described if i != NO_TRACK)


def _current(track_id: int) -> int | None:
    return None if track_id == NO_TRACK else track_id
