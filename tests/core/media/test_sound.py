"""Sound arrives as mono 16 kHz, every sample at its time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.media.reader import open_media
from core.media.sound import SOUND_RATE_HZ, SoundBuffer
from tests.fixtures.clips import make_clip
from tests.fixtures.sounds import likeness

Clip = Callable[[str], Path]


def pitch_hz(sound: NDArray[np.float32]) -> float:
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    return float(np.argmax(spectrum) * SOUND_RATE_HZ / len(sound))


def test_the_tone_that_was_written_is_heard(clip: Clip) -> None:
    with open_media(str(clip("plain.mp4"))) as reader:
        sound = reader.sound()
    assert len(sound) / SOUND_RATE_HZ == pytest.approx(2.0, abs=0.06)
    assert pitch_hz(sound) == pytest.approx(440, abs=2)
    assert np.abs(sound[4000:-4000]).max() == pytest.approx(1 / 3, abs=0.05)


def test_reading_long_sound_tells_each_minute_how_far_it_is(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "long.mkv", seconds=200, fps=0.5)
    told: list[float] = []
    with open_media(str(path)) as reader:
        reader.sound(start_s=10, reached=told.append)
    assert told == pytest.approx([70, 130, 190], abs=0.5)


def test_each_track_can_be_heard(clip: Clip) -> None:
    with open_media(str(clip("two_tracks.mkv"))) as reader:
        assert pitch_hz(reader.sound()) == pytest.approx(440, abs=2)
        assert pitch_hz(reader.sound(0)) == pytest.approx(440, abs=2)
        assert pitch_hz(reader.sound(1)) == pytest.approx(880, abs=2)
        assert len(reader.sound(2)) == 0


def test_no_sound_is_an_empty_array(clip: Clip) -> None:
    with open_media(str(clip("silent.mp4"))) as reader:
        sound = reader.sound()
    assert sound.dtype == np.float32
    assert sound.shape == (0,)


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".ts"])
def test_a_window_holds_what_the_whole_has_there(tmp_path: Path, suffix: str) -> None:
    path = make_clip(tmp_path / f"window{suffix}", seconds=5)
    with open_media(str(path)) as reader:
        whole = reader.sound()
        window = reader.sound(start_s=2.0, end_s=3.5)
    assert len(window) == round(1.5 * SOUND_RATE_HZ)
    part = whole[2 * SOUND_RATE_HZ : 2 * SOUND_RATE_HZ + len(window)]
    assert likeness(window, part) > 0.99


def test_a_late_track_begins_with_silence_and_stays_in_time(clip: Clip) -> None:
    """The first packet of Matroska is often stamped a little after zero."""
    with open_media(str(clip("two_tracks.mkv"))) as reader:
        whole, late = reader.sound(), reader.sound(start_s=1.0)
    assert likeness(whole[SOUND_RATE_HZ : SOUND_RATE_HZ + 8000], late[:8000]) > 0.99


def test_a_window_beyond_the_end_is_empty(clip: Clip) -> None:
    with open_media(str(clip("plain.mp4"))) as reader:
        assert len(reader.sound(start_s=50.0, end_s=60.0)) == 0


def test_gaps_of_the_buffer_are_silence_and_what_is_outside_is_cut() -> None:
    buffer = SoundBuffer(1.0, 2.0)
    buffer.write(SOUND_RATE_HZ - 2, np.array([0.1, 0.2, 0.3], dtype=np.float32))
    buffer.write(SOUND_RATE_HZ + 4, np.array([5.0], dtype=np.float32))
    buffer.write(2 * SOUND_RATE_HZ, np.array([0.5], dtype=np.float32))
    np.testing.assert_allclose(buffer.sound(), [0.3, 0, 0, 0, 1.0])
    assert buffer.is_past(2 * SOUND_RATE_HZ)
