"""Subtitles are found inside and beside the video, in any encoding, without their markup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.segments import TranscriptLine
from core.media.reader import open_media
from core.media.sidecar_text import decode_subtitle_file
from core.media.subtitles import SubtitleText, plain_words, sidecar_files, tidy_lines
from tests.fixtures.clips import make_clip

Clip = Callable[[str], Path]
ENGLISH = (
    "1\n00:00:00,200 --> 00:00:00,900\n<i>Good</i> morning\n\n"
    "2\n00:00:01,000 --> 00:00:01,500\nCafé, déjà vu\n"
)
RUSSIAN = "1\n00:00:00,200 --> 00:00:00,900\nДоброе утро, как ваши дела сегодня?\n"
VTT = "WEBVTT\n\n00:00.200 --> 00:00.900\n<v Ann>Good morning\n"
ASS = (
    "[Script Info]\nScriptType: v4.00+\n\n"
    "[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Arial\n\n[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    "Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,a note\n"
    "Dialogue: 0,0:00:00.20,0:00:00.90,Default,,0,0,0,,{\\i1}Good{\\i0}\\Nmorning\n"
)


def words(path: Path) -> SubtitleText:
    with open_media(str(path)) as reader:
        return reader.subtitle_text()


@pytest.mark.parametrize(("name", "language"), [("subtitles.mp4", "en"), ("subtitles.mkv", "ru")])
def test_tracks_inside_the_container(clip: Clip, name: str, language: str) -> None:
    lines = (TranscriptLine(0.2, 0.9, "Hello world"), TranscriptLine(1.0, 1.5, "Привет"))
    assert words(clip(name)) == SubtitleText(language, lines)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return make_clip(tmp_path / "film.mp4", seconds=0.3, audio=False)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("film.srt", ENGLISH, "Good morning"),
        ("film.vtt", VTT, "Good morning"),
        ("film.ass", ASS, "Good morning"),
        ("FILM.SRT", ENGLISH, "Good morning"),
    ],
)
def test_files_beside_the_video(film: Path, name: str, text: str, expected: str) -> None:
    film.with_name(name).write_text(text, encoding="utf-8")
    assert words(film).lines[0] == TranscriptLine(0.2, 0.9, expected)


@pytest.mark.parametrize(
    ("name", "language"),
    [("film.ru.srt", "ru"), ("film.rus.srt", "ru"), ("film.Russian.srt", "ru"), ("film.srt", None)],
)
def test_the_language_is_read_from_the_name(film: Path, name: str, language: str | None) -> None:
    film.with_name(name).write_text(RUSSIAN, encoding="utf-8")
    assert words(film).language == language


def test_preferred_languages_come_first_and_forced_ones_last(film: Path) -> None:
    for name in (
        "film.de.srt",
        "film.en.forced.srt",
        "film.en.srt",
        "film.ru.srt",
        "filmed.srt",
        "other.srt",
    ):
        film.with_name(name).write_text(ENGLISH, encoding="utf-8")
    found = [path.name for path, _ in sidecar_files(str(film))]
    assert set(found) == {"film.de.srt", "film.en.srt", "film.ru.srt", "film.en.forced.srt"}
    assert found[-1] == "film.en.forced.srt"
    with open_media(str(film)) as reader:
        assert reader.subtitle_text().language == "en"
        assert reader.subtitle_text(("ru",)).language == "ru"


def test_a_broken_file_beside_the_video_gives_way_to_the_next(film: Path) -> None:
    film.with_name("film.en.srt").write_bytes(b"\x00\x01\x02 no subtitles at all")
    film.with_name("film.ru.srt").write_text(RUSSIAN, encoding="utf-8")
    assert words(film).language == "ru"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866"])
def test_russian_in_any_usual_encoding(encoding: str) -> None:
    assert "Доброе утро" in decode_subtitle_file(RUSSIAN.encode(encoding))


def test_western_european_without_a_mark() -> None:
    assert "Café, déjà vu" in decode_subtitle_file(ENGLISH.encode("cp1252"))


@given(st.binary(max_size=300))
def test_any_bytes_can_be_decoded(data: bytes) -> None:
    assert isinstance(decode_subtitle_file(data), str)


def test_markup_is_taken_out() -> None:
    assert plain_words(r"{\an8}<font color='red'>One</font>\Ntwo   three") == "One two three"
    assert plain_words("a < b and c > d") == "a < b and c > d"


@given(st.lists(st.tuples(st.floats(-5, 100), st.floats(-5, 100), st.text(max_size=20)), max_size=10))
def test_lines_are_ordered_positive_and_not_repeated(raw: list[tuple[float, float, str]]) -> None:
    lines = tidy_lines(raw)
    spans = [(line.start_s, line.end_s) for line in lines]
    assert spans == sorted(spans)
    assert len(set(lines)) == len(lines)
    assert all(0 <= line.start_s < line.end_s and line.text for line in lines)
