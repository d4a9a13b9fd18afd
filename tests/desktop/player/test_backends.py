"""One suite for both engines: what the player relies on holds whichever plays."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.player.backend import PlaybackBackend, PlaybackState, Tracks
from tests.desktop.player.conftest import CLIP_S, make_backend

WAIT_MS = 8000


@pytest.fixture
def surface(backend: PlaybackBackend, qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(320, 240)
    made = backend.create_surface(window)
    window.show()
    yield made
    window.close()


def play(backend: PlaybackBackend, qtbot: QtBot, path: Path, start_s: float = 0.0) -> None:
    backend.open(path, start_s)
    qtbot.waitUntil(
        lambda: backend.state() is PlaybackState.PLAYING and backend.duration_s() > 0, timeout=WAIT_MS
    )


@pytest.mark.usefixtures("surface")
class TestBackends:
    def test_it_plays_and_tells_length_and_place(
        self, backend: PlaybackBackend, qtbot: QtBot, clip: Path
    ) -> None:
        places: list[float] = []
        backend.position_changed.connect(places.append)
        play(backend, qtbot, clip)
        assert backend.duration_s() == pytest.approx(CLIP_S, abs=0.3)
        qtbot.waitUntil(lambda: len(places) > 0 and places[-1] > 0.8, timeout=WAIT_MS)
        assert places == sorted(places)

    def test_it_begins_where_it_was_told(self, backend: PlaybackBackend, qtbot: QtBot, clip: Path) -> None:
        play(backend, qtbot, clip, 6.0)
        qtbot.waitUntil(lambda: backend.position_s() > 6.2, timeout=WAIT_MS)
        assert backend.position_s() < 9.0

    def test_the_place_after_a_seek_is_the_place_sought(
        self, backend: PlaybackBackend, qtbot: QtBot, clip: Path
    ) -> None:
        play(backend, qtbot, clip)
        backend.seek(8.0)
        for _ in range(6):
            qtbot.wait(50)
            assert 7.9 <= backend.position_s() <= 9.0
        backend.seek(2.0)
        qtbot.wait(300)
        assert 1.9 <= backend.position_s() <= 3.0

    def test_pause_holds_and_play_goes_on(self, backend: PlaybackBackend, qtbot: QtBot, clip: Path) -> None:
        play(backend, qtbot, clip)
        backend.pause()
        qtbot.waitUntil(lambda: backend.state() is PlaybackState.PAUSED, timeout=WAIT_MS)
        held_s = backend.position_s()
        qtbot.wait(400)
        assert backend.position_s() == pytest.approx(held_s, abs=0.15)
        backend.play()
        qtbot.waitUntil(lambda: backend.position_s() > held_s + 0.2, timeout=WAIT_MS)

    def test_seeking_works_while_paused(self, backend: PlaybackBackend, qtbot: QtBot, clip: Path) -> None:
        play(backend, qtbot, clip)
        backend.pause()
        qtbot.waitUntil(lambda: backend.state() is PlaybackState.PAUSED, timeout=WAIT_MS)
        backend.seek(7.0)
        qtbot.wait(300)
        assert backend.position_s() == pytest.approx(7.0, abs=0.15)
        assert backend.state() is PlaybackState.PAUSED

    def test_speed_changes_how_fast_the_place_moves(
        self, backend: PlaybackBackend, qtbot: QtBot, clip: Path
    ) -> None:
        play(backend, qtbot, clip)
        backend.set_rate(4.0)
        qtbot.wait(300)
        before_s = backend.position_s()
        qtbot.wait(1000)
        assert 2.5 < backend.position_s() - before_s < 6.0

    def test_the_end_is_told_and_play_begins_again(
        self, backend: PlaybackBackend, qtbot: QtBot, short_clip: Path
    ) -> None:
        with qtbot.waitSignal(backend.ended, timeout=WAIT_MS):
            backend.open(short_clip, 0.0)
        assert backend.state() is PlaybackState.ENDED
        backend.play()
        qtbot.waitUntil(lambda: backend.state() is PlaybackState.PLAYING, timeout=WAIT_MS)
        assert backend.position_s() < 0.9

    def test_seeking_back_after_the_end_plays_from_there(
        self, backend: PlaybackBackend, qtbot: QtBot, clip: Path
    ) -> None:
        with qtbot.waitSignal(backend.ended, timeout=WAIT_MS):
            backend.open(clip, CLIP_S - 1.0)
        backend.seek(3.0)
        qtbot.waitUntil(lambda: backend.position_s() > 3.2, timeout=WAIT_MS)
        assert backend.position_s() < 6.0

    def test_tracks_are_listed_and_chosen(self, backend: PlaybackBackend, qtbot: QtBot, clip: Path) -> None:
        heard: list[Tracks] = []
        backend.tracks_changed.connect(heard.append)
        play(backend, qtbot, clip)
        qtbot.waitUntil(lambda: bool(heard) and len(heard[-1].audio) == 2, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: len(heard[-1].subtitles) == 1, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: heard[-1].current_audio is not None, timeout=WAIT_MS)
        other = next(t for t in heard[-1].audio if t.id != heard[-1].current_audio)
        backend.choose_audio(other.id)
        qtbot.waitUntil(lambda: heard[-1].current_audio == other.id, timeout=WAIT_MS)
        subtitle = heard[-1].subtitles[0]
        backend.choose_subtitle(subtitle.id)
        qtbot.waitUntil(lambda: heard[-1].current_subtitle == subtitle.id, timeout=WAIT_MS)
        backend.choose_subtitle(None)
        qtbot.waitUntil(lambda: heard[-1].current_subtitle is None, timeout=WAIT_MS)

    def test_a_missing_file_fails_with_a_sentence_that_names_it(
        self, backend: PlaybackBackend, qtbot: QtBot, tmp_path: Path
    ) -> None:
        with qtbot.waitSignal(backend.failed, timeout=WAIT_MS) as failure:
            backend.open(tmp_path / "gone.mp4", 0.0)
        assert "gone.mp4" in failure.args[0]
        assert failure.args[0].endswith(".")
        assert backend.state() is PlaybackState.IDLE

    @pytest.mark.parametrize("content", [b"", b"no video at all " * 400, b"\x00" * 5000])
    def test_what_is_no_video_fails(
        self, backend: PlaybackBackend, qtbot: QtBot, tmp_path: Path, content: bytes
    ) -> None:
        path = tmp_path / "notes.mp4"
        path.write_bytes(content)
        with qtbot.waitSignal(backend.failed, timeout=WAIT_MS) as failure:
            backend.open(path, 0.0)
        assert "notes.mp4" in failure.args[0]

    def test_after_a_failure_the_next_file_plays(
        self, backend: PlaybackBackend, qtbot: QtBot, tmp_path: Path, clip: Path
    ) -> None:
        with qtbot.waitSignal(backend.failed, timeout=WAIT_MS):
            backend.open(tmp_path / "gone.mp4", 0.0)
        play(backend, qtbot, clip)

    def test_a_file_deleted_while_it_plays_leaves_the_window_alive(
        self, backend: PlaybackBackend, qtbot: QtBot, clip: Path, tmp_path: Path
    ) -> None:
        path = tmp_path / "here today.mkv"
        path.write_bytes(clip.read_bytes())
        ends: list[str] = []
        backend.failed.connect(ends.append)
        backend.ended.connect(lambda: ends.append("ended"))
        play(backend, qtbot, path)
        path.unlink()
        backend.seek(CLIP_S - 0.7)
        qtbot.waitUntil(lambda: bool(ends), timeout=WAIT_MS)
        backend.play()  # from the beginning, which is not there any more
        qtbot.waitUntil(lambda: any("here today.mkv" in e for e in ends), timeout=WAIT_MS)

    def test_another_file_may_be_opened_at_any_moment(
        self, backend: PlaybackBackend, qtbot: QtBot, clip: Path, short_clip: Path
    ) -> None:
        for path in (clip, short_clip) * 4:
            backend.open(path, 0.0)
            qtbot.wait(20)
        play(backend, qtbot, clip, 5.0)
        assert backend.duration_s() == pytest.approx(CLIP_S, abs=0.3)

    def test_every_setting_is_taken_before_anything_is_open(self, backend: PlaybackBackend) -> None:
        backend.set_volume(30)
        backend.set_muted(True)
        backend.set_rate(2.0)
        backend.seek(4.0)
        backend.step_frame(1)
        backend.pause()
        backend.play()
        assert backend.state() is PlaybackState.IDLE


def test_a_file_that_loses_its_data_while_playing_is_reported(
    qtbot: QtBot, clip: Path, tmp_path: Path
) -> None:
    backend = make_backend("libvlc")
    window = QWidget()
    qtbot.addWidget(window)
    backend.create_surface(window)
    path = tmp_path / "on a stick.mkv"
    # Padded, so that it is not in libvlc's buffer as a whole when its disk goes.
    path.write_bytes(clip.read_bytes())
    with qtbot.waitSignal(backend.failed, timeout=20_000) as failure:
        backend.open(path, 0.0)
        qtbot.waitUntil(lambda: backend.state() is PlaybackState.PLAYING, timeout=WAIT_MS)
        with path.open("r+b") as file:
            file.truncate(0)
        path.unlink()
    assert "on a stick.mkv" in failure.args[0]
    assert backend.shutdown(5.0)


def test_a_subtitle_file_becomes_a_track(qtbot: QtBot, clip: Path, tmp_path: Path) -> None:
    backend = make_backend("libvlc")
    window = QWidget()
    qtbot.addWidget(window)
    backend.create_surface(window)
    heard: list[Tracks] = []
    backend.tracks_changed.connect(heard.append)
    play(backend, qtbot, clip)
    qtbot.waitUntil(lambda: bool(heard) and len(heard[-1].subtitles) == 1, timeout=WAIT_MS)
    subtitles = tmp_path / "мои субтитры.srt"
    subtitles.write_text("1\n00:00:00,000 --> 00:00:10,000\nПривет\n", encoding="utf-8")
    backend.load_subtitle(subtitles)
    qtbot.waitUntil(lambda: len(heard[-1].subtitles) == 2, timeout=WAIT_MS)
    assert backend.shutdown(5.0)


def test_no_thread_of_libvlc_is_left_after_a_shutdown(qtbot: QtBot, clip: Path) -> None:
    backend = make_backend("libvlc")
    window = QWidget()
    qtbot.addWidget(window)
    backend.create_surface(window)
    play(backend, qtbot, clip)
    assert any(t.name == "libvlc" for t in threading.enumerate())
    assert backend.shutdown(5.0)
    assert not any(t.name == "libvlc" for t in threading.enumerate())
    assert backend.shutdown(0.0), "a second shutdown does no harm"


def test_a_window_that_goes_without_a_word_frees_the_engine(qtbot: QtBot, clip: Path) -> None:
    backend = make_backend("libvlc")
    window = QWidget()
    backend.create_surface(window)
    play(backend, qtbot, clip)
    window.deleteLater()
    qtbot.waitUntil(lambda: not any(t.name == "libvlc" for t in threading.enumerate()), timeout=WAIT_MS)
