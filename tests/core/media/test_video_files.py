"""Which names are those of videos."""

from __future__ import annotations

import pytest

from core.media.video_files import is_video_path


@pytest.mark.parametrize(
    "name",
    [
        "a.mp4",
        "A.MKV",
        "b.webm",
        "c.MTS",
        "d.rmvb",
        "e.3gp",
        "/films/Кино.avi",
        "x.y.mov",
        "f.vob",
        "party.mp4",
    ],
)
def test_videos(name: str) -> None:
    assert is_video_path(name)


@pytest.mark.parametrize(
    "name",
    [
        "a.jpg", "a.mp3", "mp4", ".mp4", ".hidden.mp4", "._clip.mov", "film.mkv.part", "film.mp4.crdownload",
        "film.mp4~", "film.part.mp4", "film.temp.mkv", "film.srt", "",
        "clip.mp4.txt", "~$film.mp4", "a.mp4.!qB",
    ],
)  # fmt: skip
def test_no_videos(name: str) -> None:
    assert not is_video_path(name)
