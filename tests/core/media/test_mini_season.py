"""The sample season: playable, with one intro in common, the same at every making."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.analysis.chapters import segments_from_chapters
from core.domain.segments import SegmentKind
from core.media.mini_season import CREDITS_S, EPISODES, INTRO_S, make_mini_season
from core.media.reader import open_media
from core.media.sound import SOUND_RATE_HZ
from core.media.video_files import is_video_path
from tests.fixtures.sounds import likeness

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("samples")
    done = subprocess.run(
        [sys.executable, "-m", "core.media.mini_season", str(folder)],
        capture_output=True, text=True, check=True, encoding="utf-8", cwd=Path(__file__).resolve().parents[3],
    )  # fmt: skip
    assert done.stderr == ""
    return tuple(Path(line) for line in done.stdout.splitlines())


def test_three_complete_episodes_lie_in_their_folder(season: tuple[Path, ...]) -> None:
    assert len(season) == 3
    for number, path in enumerate(season, start=1):
        assert path.parent.name == "Season 01"
        assert path.name.startswith(f"Lighthouse S01E{number:02} ")
        assert is_video_path(path)
    assert not [path for path in season[0].parent.iterdir() if path.name.startswith(".")]


def test_episodes_are_as_described(season: tuple[Path, ...]) -> None:
    for path, episode in zip(season, EPISODES, strict=True):
        with open_media(str(path)) as reader:
            assert reader.facts.duration_s == pytest.approx(episode.duration_s, abs=0.2)
            assert 60 <= reader.facts.duration_s <= 90
            assert len(reader.sound()) / SOUND_RATE_HZ == pytest.approx(episode.duration_s, abs=0.2)
            assert reader.facts.chapters == episode.chapters
            assert reader.subtitle_lines() == episode.subtitles
    assert sum(bool(episode.chapters) for episode in EPISODES) == 2
    assert sum(bool(episode.subtitles) for episode in EPISODES) == 1


def test_the_chapters_name_intro_and_credits(season: tuple[Path, ...]) -> None:
    for path, episode in zip(season[:2], EPISODES[:2], strict=True):
        with open_media(str(path)) as reader:
            intro, end = segments_from_chapters(reader.facts.chapters, reader.facts.duration_s)
        assert (intro.kind, end.kind) == (SegmentKind.INTRO, SegmentKind.CREDITS)
        assert (intro.start_s, intro.end_s) == (episode.intro_start_s, episode.intro_start_s + INTRO_S)
        assert end.end_s - end.start_s == pytest.approx(CREDITS_S)


def test_the_intro_sounds_alike_and_the_stories_do_not(season: tuple[Path, ...]) -> None:
    intros, stories = [], []
    for path, episode in zip(season, EPISODES, strict=True):
        with open_media(str(path)) as reader:
            begin_s = episode.intro_start_s
            intros.append(reader.sound(start_s=begin_s + 0.5, end_s=begin_s + INTRO_S - 0.5))
            stories.append(reader.sound(start_s=begin_s + INTRO_S + 1, end_s=begin_s + INTRO_S + 12))
    for other in (1, 2):
        assert likeness(intros[0], intros[other]) > 0.9
        assert likeness(stories[0], stories[other]) < 0.5
    assert len({episode.intro_start_s for episode in EPISODES}) == 3


def test_what_is_there_is_left_alone(season: tuple[Path, ...]) -> None:
    before = [path.stat().st_mtime_ns for path in season]
    assert make_mini_season(season[0].parents[2]) == season
    assert [path.stat().st_mtime_ns for path in season] == before
