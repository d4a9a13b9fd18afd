"""What the probe says about clips whose properties are known."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.media import Chapter
from core.errors import UnreadableVideoError, UserError, VideoVanishedError
from core.media.languages import language_code
from core.media.probe import creation_time, probe, tidy_chapters
from tests.fixtures.clips import make_clip
from tests.shared_media import needs_shared_media, shared_media

Clip = Callable[[str], Path]


@pytest.mark.parametrize(
    ("name", "size", "turn"),
    [
        ("plain.mp4", (160, 120), 0),
        ("rotated.mp4", (120, 160), 90),
        ("upside_down.mp4", (160, 120), 180),
        ("wide_pixels.mp4", (320, 120), 0),
        ("large.mp4", (3840, 2160), 0),
    ],
)
def test_size_is_as_shown_upright(clip: Clip, name: str, size: tuple[int, int], turn: int) -> None:
    video = probe(str(clip(name))).video
    assert (video.width, video.height, video.rotation_degrees) == (*size, turn)


@pytest.mark.parametrize(
    ("name", "duration_s"),
    [
        ("plain.mp4", 2.0),
        ("plain.avi", 2.0),
        ("no_duration.webm", 2.0),
        ("variable_rate.mp4", 2.0),
        ("one_frame.mp4", 0.1),
        ("one_frame.mkv", 0.1),
        ("many_keyframes.mp4", 6.0),
    ],
)
def test_duration(clip: Clip, name: str, duration_s: float) -> None:
    assert probe(str(clip(name))).duration_s == pytest.approx(duration_s, abs=0.15)


def test_the_rate_of_a_variable_rate_is_its_average(clip: Clip) -> None:
    fps = probe(str(clip("variable_rate.mp4"))).video.fps
    assert fps is not None
    assert 2.5 < fps < 4.0


def test_tracks_and_languages(clip: Clip) -> None:
    facts = probe(str(clip("two_tracks.mkv")))
    assert [track.language for track in facts.audio] == ["en", "ru"]
    assert facts.audio[0].sample_rate_hz == 44_100
    assert probe(str(clip("silent.mp4"))).audio == ()


@pytest.mark.parametrize(("name", "language"), [("subtitles.mp4", "en"), ("subtitles.mkv", "ru")])
def test_subtitle_tracks(clip: Clip, name: str, language: str) -> None:
    (track,) = probe(str(clip(name))).subtitles
    assert (track.language, track.text) == (language, True)


@pytest.mark.parametrize("name", ["chapters.mp4", "chapters.mkv"])
def test_chapters(clip: Clip, name: str) -> None:
    chapters = probe(str(clip(name))).chapters
    assert chapters == (Chapter(0.0, 0.8, "Intro"), Chapter(0.8, 2.0, "Story"))


def test_hdr_is_told_by_the_transfer_curve(clip: Clip) -> None:
    assert probe(str(clip("hdr.mp4"))).video.hdr
    assert not probe(str(clip("plain.mp4"))).video.hdr


@pytest.mark.parametrize("name", ["cover.mp4", "cover.mkv"])
def test_a_cover_is_never_the_video(clip: Clip, name: str) -> None:
    video = probe(str(clip(name))).video
    assert (video.codec, video.width, video.height) == ("h264", 160, 120)


def test_title_and_time_of_creation(tmp_path: Path) -> None:
    path = make_clip(
        tmp_path / "named.mp4",
        seconds=0.2,
        metadata={"title": "Дача", "creation_time": "2021-06-05T10:11:12Z"},
    )
    facts = probe(str(path))
    assert facts.title == "Дача"
    assert facts.created_at == "2021-06-05T10:11:12+00:00"


def test_a_clock_that_was_never_set_gives_no_date() -> None:
    assert creation_time({"creation_time": "1904-01-01T00:00:00.000000Z"}) is None
    assert creation_time({"creation_time": "1970-01-01T00:00:00Z"}) is None
    assert creation_time({"creation_time": "yesterday"}) is None


def test_a_missing_file_has_vanished(tmp_path: Path) -> None:
    with pytest.raises(VideoVanishedError, match=r"gone\.mp4"):
        probe(str(tmp_path / "gone.mp4"))


def test_a_folder_is_no_video(tmp_path: Path) -> None:
    with pytest.raises(UnreadableVideoError, match="folder"):
        probe(str(tmp_path))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "locked.mp4", seconds=0.1)
    path.chmod(0)
    with pytest.raises(UserError, match="permission"):
        probe(str(path))


def test_a_refused_open_is_a_matter_of_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_clip(tmp_path / "locked.mp4", seconds=0.1)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UserError, match=r"“locked\.mp4”.*permission"):
        probe(str(path))


@pytest.mark.skipif(os.name != "posix", reason="file names are text elsewhere")
@pytest.mark.parametrize(
    "name", [b"http:lesson.mp4", b"concat:a|b.mp4", b"\xff\xfe\xd0.mp4", "Видео №1 😀.mp4".encode()]
)
def test_any_file_name_is_a_file_name(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    make_clip(tmp_path / "clip.mp4", seconds=0.2, audio=False).rename(path)
    assert probe(str(path)).duration_s == pytest.approx(0.2, abs=0.05)


@needs_shared_media
@pytest.mark.media
def test_real_clips_with_several_streams() -> None:
    folder = shared_media() / "video"
    assert probe(str(folder / "tf_carving_ice.mp4")).video.codec == "h264"
    portrait = probe(str(folder / "androidx_portrait_4k60.mp4")).video
    assert (portrait.width, portrait.height, portrait.rotation_degrees) == (2160, 3840, 90)
    assert len(probe(str(folder / "torchcodec_nasa_13013.mp4")).subtitles) == 2


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("rus", "ru"),
        ("ru-RU", "ru"),
        ("Russian", "ru"),
        ("eng", "en"),
        ("und", None),
        ("", None),
        (None, None),
    ],
)
def test_language_codes(tag: str | None, code: str | None) -> None:
    assert language_code(tag) == code


times = st.floats(-100, 10_000, allow_nan=False)


@given(st.lists(st.tuples(times, times), max_size=10), st.floats(0.1, 9000))
def test_tidy_chapters_are_ordered_and_inside(spans: list[tuple[float, float]], duration_s: float) -> None:
    tidy = tidy_chapters([Chapter(start_s, end_s, "x") for start_s, end_s in spans], duration_s)
    end_s = 0.0
    for chapter in tidy:
        assert end_s - 0.002 <= chapter.start_s < chapter.end_s <= duration_s + 0.001
        end_s = chapter.end_s


def test_a_chapter_without_an_end_runs_to_the_next() -> None:
    raw = [Chapter(0.0, 0.0, "a"), Chapter(10.0, 10.0, "b")]
    assert tidy_chapters(raw, 30.0) == (Chapter(0.0, 10.0, "a"), Chapter(10.0, 30.0, "b"))
