"""One clip for every property of real collections, made once a session."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from tests.fixtures.clips import (
    cut_off,
    damage,
    jpeg_picture,
    make_clip,
    make_hdr_clip,
    make_sound_file,
)

LINES = ((0.2, 0.9, "Hello <i>world</i>"), (1.0, 1.5, "Привет"))
CHAPTERS = ((0.0, 0.8, "Intro"), (0.8, 2.0, "Story"))

GOOD_CLIPS: dict[str, Callable[[Path], Path]] = {
    "plain.mp4": make_clip,
    "plain.avi": lambda path: make_clip(path, video_codec="mpeg4", audio_codec="libmp3lame"),
    "plain.mov": lambda path: make_clip(path, video_codec="mjpeg"),
    "plain.ts": make_clip,
    "plain.mpg": lambda path: make_clip(path, video_codec="mpeg2video", audio_codec="mp2", fps=25),
    "plain.webm": lambda path: make_clip(path, video_codec="libvpx-vp9", audio_codec="libopus"),
    "raw.h264": lambda path: make_clip(path, audio=False),
    "rotated.mp4": lambda path: make_clip(path, rotation_degrees=90),
    "upside_down.mp4": lambda path: make_clip(path, rotation_degrees=180),
    "wide_pixels.mp4": lambda path: make_clip(path, pixel_aspect=Fraction(2, 1)),
    "variable_rate.mp4": lambda path: make_clip(path, times_s=(0.0, 0.1, 0.2, 0.9, 1.0, 1.7)),
    "variable_rate.mkv": lambda path: make_clip(path, times_s=(0.0, 0.1, 0.2, 0.9, 1.0, 1.7)),
    "silent.mp4": lambda path: make_clip(path, audio=False),
    "two_tracks.mkv": lambda path: make_clip(path, audio_languages=("eng", "rus"), pitches_hz=(440, 880)),
    "cover.mp4": lambda path: make_clip(path, cover=jpeg_picture()),
    "cover.mkv": lambda path: make_clip(path, cover=jpeg_picture()),
    "one_frame.mp4": lambda path: make_clip(path, seconds=0.1, audio=False),
    "one_frame.mkv": lambda path: make_clip(path, seconds=0.1, audio=False),
    "large.mp4": lambda path: make_clip(path, seconds=0.2, size=(3840, 2160)),
    "hdr.mp4": make_hdr_clip,
    "chapters.mp4": lambda path: make_clip(path, chapters=CHAPTERS),
    "chapters.mkv": lambda path: make_clip(path, chapters=CHAPTERS),
    "subtitles.mp4": lambda path: make_clip(path, subtitles=LINES),
    "subtitles.mkv": lambda path: make_clip(path, subtitles=LINES, subtitle_language="rus"),
    "no_duration.webm": lambda path: make_clip(
        path, video_codec="libvpx-vp9", audio_codec="libopus", muxer_options={"live": "1"}
    ),
    "many_keyframes.mp4": lambda path: make_clip(path, seconds=6, keyframe_every=5),
    "half.mkv": lambda path: cut_off(make_clip(path.with_name("whole_for_half.mkv")), path, 0.5),
    "half.webm": lambda path: cut_off(
        make_clip(path.with_name("whole.webm"), video_codec="libvpx-vp9", audio_codec="libopus"), path, 0.6
    ),
    "damaged.avi": lambda path: damage(
        make_clip(path.with_name("whole.avi"), video_codec="mpeg4", audio_codec="libmp3lame"), path
    ),
    "damaged.mkv": lambda path: damage(make_clip(path.with_name("whole_for_damage.mkv")), path),
}
"""Clips that must be readable, however odd."""


def _text(path: Path) -> Path:
    path.write_text("Dear diary, today I renamed a file.\n" * 50, encoding="utf-8")
    return path


def _bytes(data: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(data)
        return path

    return write


BAD_FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "empty.mp4": (_bytes(b""), "empty"),
    "text.mp4": (_text, "text"),
    "playlist.mp4": (_bytes(b"#EXTM3U\n#EXT-X-VERSION:3\nhttp://example.invalid/a.ts\n"), "text"),
    "noise.mkv": (_bytes(bytes(range(256)) * 40), "damaged or not a video"),
    "zeros.mp4": (_bytes(bytes(20_000)), "zeros"),
    "picture.mp4": (_bytes(jpeg_picture()), "picture"),
    "no_moov.mp4": (lambda path: cut_off(make_clip(path.with_name("w.mp4")), path, 0.5), "moov"),
    "sound.m4a": (make_sound_file, "sound only"),
}
"""Files that must be refused, with a word that the reason must hold."""


@pytest.fixture(scope="session")
def clip_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clips")


@pytest.fixture(scope="session")
def clip(clip_folder: Path) -> Callable[[str], Path]:
    """Return a function that gives the path of a good clip, made at its first use."""

    def get(name: str) -> Path:
        path = clip_folder / name
        return path if path.exists() else GOOD_CLIPS[name](path)

    return get


@pytest.fixture(scope="session")
def bad_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folder = tmp_path_factory.mktemp("bad")

    def get(name: str) -> Path:
        path = folder / name
        return path if path.exists() else BAD_FILES[name][0](path)

    return get
