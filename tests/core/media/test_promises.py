"""The promises of the reader, kept for every generated clip and every real one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from core.errors import UnreadableVideoError
from core.media.pictures import choose_thumbnail, encode_jpeg
from core.media.probe import probe
from core.media.reader import MediaReader, open_media
from core.media.sound import SOUND_RATE_HZ
from tests.core.media.conftest import BAD_FILES, GOOD_CLIPS
from tests.fixtures.sounds import likeness
from tests.shared_media import needs_shared_media, shared_clips

SHORT_SIDE_PX = 96
COUNT = 12
SLACK_S = 1.0
"""Sound and pictures of real files end up to this much apart."""


def check_facts(reader: MediaReader, path: Path) -> None:
    facts = reader.facts
    assert facts == probe(str(path))
    assert facts.duration_s > 0
    assert facts.size_bytes == path.stat().st_size
    assert facts.video.width > 0
    assert facts.video.height > 0
    assert facts.video.rotation_degrees in (0, 90, 180, 270)
    for before, after in pairwise(facts.chapters):
        assert before.end_s <= after.start_s
    assert all(0 <= chapter.start_s < chapter.end_s <= facts.duration_s for chapter in facts.chapters)


def check_frames(reader: MediaReader) -> None:
    frames = list(reader.sample_frames(COUNT, SHORT_SIDE_PX))
    assert 1 <= len(frames) <= COUNT
    times_s = [frame.time_s for frame in frames]
    assert all(before < after for before, after in pairwise(times_s))
    assert times_s[0] >= 0
    assert times_s[-1] <= reader.facts.duration_s + SLACK_S
    width, height = reader.facts.video.width, reader.facts.video.height
    expected_side = min(SHORT_SIDE_PX, width, height)
    for frame in frames:
        assert frame.picture.dtype == np.uint8
        assert frame.picture.shape[2] == 3
        assert frame.picture.flags.c_contiguous
        assert min(frame.picture.shape[:2]) == pytest.approx(expected_side, abs=1)
        assert frame.picture.shape[1] / frame.picture.shape[0] == pytest.approx(width / height, rel=0.03)
    assert encode_jpeg(choose_thumbnail(frames).picture, 64, 80).startswith(b"\xff\xd8")


def check_sound(reader: MediaReader, *, whole: bool) -> None:
    sound = reader.sound()
    assert sound.dtype == np.float32
    assert sound.ndim == 1
    assert bool(len(sound)) == bool(reader.facts.audio)
    if len(sound):
        assert np.abs(sound).max() <= 1.0
        assert len(sound) / SOUND_RATE_HZ <= reader.facts.duration_s + SLACK_S
        if whole:
            assert len(sound) / SOUND_RATE_HZ == pytest.approx(reader.facts.duration_s, abs=SLACK_S)


@pytest.mark.parametrize("name", GOOD_CLIPS)
def test_generated_clips(name: str, clip: Callable[[str], Path]) -> None:
    path = clip(name)
    with open_media(str(path)) as reader:
        check_facts(reader, path)
        check_frames(reader)
        check_sound(reader, whole=not name.startswith(("half", "damaged")))
        assert isinstance(reader.subtitle_lines(), tuple)


@pytest.mark.parametrize(
    "name", ["plain.mp4", "plain.ts", "many_keyframes.mp4", "no_duration.webm", "two_tracks.mkv"]
)
def test_a_second_reading_of_the_same_container_gives_the_same(
    name: str, clip: Callable[[str], Path]
) -> None:
    with open_media(str(clip(name))) as reader:
        before = [frame.time_s for frame in reader.sample_frames(COUNT, SHORT_SIDE_PX)]
        sound = reader.sound()
        assert [frame.time_s for frame in reader.sample_frames(COUNT, SHORT_SIDE_PX)] == before
        again = reader.sound()
        # Decoders fill in noise of their own, and the first packets may differ by the encoder's delay.
        settled = slice(SOUND_RATE_HZ // 4, min(len(again), len(sound)) - SOUND_RATE_HZ // 4)
        assert likeness(again[settled], sound[settled]) > 0.99
        assert len(again) == pytest.approx(len(sound), abs=SOUND_RATE_HZ // 20)
        assert len(list(reader.sample_frames(1, SHORT_SIDE_PX))) == 1
        assert list(reader.sample_frames(0, SHORT_SIDE_PX)) == []


@needs_shared_media
@pytest.mark.media
@pytest.mark.parametrize("path", shared_clips("video", "dance"), ids=lambda path: path.name)
def test_real_clips(path: Path) -> None:
    with open_media(str(path)) as reader:
        check_facts(reader, path)
        check_frames(reader)
        check_sound(reader, whole=True)
        assert isinstance(reader.subtitle_lines(), tuple)


@pytest.mark.parametrize("name", BAD_FILES)
def test_what_is_no_video_is_refused_with_its_name_and_reason(
    name: str, bad_file: Callable[[str], Path]
) -> None:
    path = bad_file(name)
    with pytest.raises(UnreadableVideoError) as caught:
        probe(str(path))
    message = str(caught.value)
    assert name in message
    assert BAD_FILES[name][1] in message
    assert message.endswith(".")
    assert "Errno" not in message
