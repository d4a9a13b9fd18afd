from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.videos import EpisodeName
from core.library.episode_names import episode_name


@pytest.mark.parametrize(
    ("path", "series", "season", "episode", "episode_title"),
    [
        ("/v/Show.Name.S01E02.The.Title.1080p.WEB-DL.x264-GRP.mkv", "Show Name", 1, 2, "The Title"),
        ("/v/Детский сад 2 сезон 5 серия.mp4", "Детский сад", 2, 5, None),
        ("/v/Сериал/Сезон 2/05. Название.mkv", "Сериал", 2, 5, "Название"),
        ("/v/Show/Season 1/03 - Pilot.mkv", "Show", 1, 3, "Pilot"),
        ("/v/Friends/Season 02/Friends - 2x05 - Some.avi", "Friends", 2, 5, "Some"),
        ("/v/[Group] Naruto - 12 [720p].mkv", "Naruto", 1, 12, None),
        ("/v/Доктор/2 сезон/Доктор - 12 серия.avi", "Доктор", 2, 12, None),
        ("/v/Семья/Серия 7.mp4", "Семья", 1, 7, None),
        ("/v/Show/Specials/02 - Making of.mkv", "Show", 0, 2, "Making of"),
        ("/v/Show.S03E04-E05.mkv", "Show", 3, 4, None),
    ],
)
def test_series_season_and_episode_are_read(
    path: str, series: str, season: int, episode: int, episode_title: str | None
) -> None:
    name = episode_name(path)
    assert (name.series, name.season, name.episode, name.episode_title) == (
        series,
        season,
        episode,
        episode_title,
    )
    assert f"S{season:02d}E{episode:02d}" in name.title


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/v/IMG_1234.MOV", "IMG_1234"),
        ("/v/Season 1/IMG_123.MOV", "IMG_123"),
        ("/v/VID_20190712_101112.mp4", "VID_20190712_101112"),
        ("/v/2019-07-12 10.11.12.mp4", "2019-07-12 10.11.12"),
        ("/v/GX010042.MP4", "GX010042"),
        ("/v/My Trip to Rome 2019.mp4", "My Trip to Rome 2019"),
        ("/v/birthday_of_anna.part.2.mp4", "birthday of anna part 2"),
        ("/v/My.Movie.2019.1080p.BluRay.x264-GRP.mkv", "My Movie (2019)"),
        ("/v/Game (1999) [DVDRip].avi", "Game (1999)"),
        ("/v/the_web_of_life.mp4", "the web of life"),
        ("/v/Mr. Bean goes to town.mp4", "Mr. Bean goes to town"),
        ("/v/1080p.mp4", "1080p"),
        ("/v/[Club].mp4", "[Club]"),
    ],
)
def test_other_names_are_cleaned_and_are_no_episodes(path: str, title: str) -> None:
    assert episode_name(path) == EpisodeName(title)


def test_letters_of_a_mac_are_composed() -> None:
    assert episode_name("/v/Мой дом.mp4").title == "Мой дом"


@given(st.text(min_size=1).filter(lambda name: "/" not in name and "\0" not in name))
def test_every_name_gives_a_title_that_can_be_kept(name: str) -> None:
    title = episode_name(f"/v/{name}.mp4").title
    title.encode("utf-8")
    assert title.strip() or not name.strip()


@given(st.binary(min_size=1).filter(lambda raw: b"/" not in raw and b"\0" not in raw))
def test_names_of_any_bytes_give_a_title(raw: bytes) -> None:
    path = "/v/S01E0" + raw.decode("utf-8", "surrogateescape") + ".mp4"
    episode_name(path).title.encode("utf-8")


def test_ten_thousand_ordinary_names_take_less_than_two_seconds() -> None:
    began = time.perf_counter()
    for number in range(10_000):
        episode_name(f"/v/{number // 100}/walk {number} with the dog.mp4")
    assert time.perf_counter() - began < 2.0


def test_a_library_without_series_never_loads_guessit() -> None:
    code = (
        "import sys; from core.library.episode_names import episode_name; episode_name('/v/walk 1.mp4');"
        "assert 'guessit' not in sys.modules; episode_name('/v/Show S01E01.mp4');"
        "assert 'guessit' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
