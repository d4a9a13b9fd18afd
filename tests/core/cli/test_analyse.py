"""``analyse`` with real files and a real analysis process; the stages that need no weights."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.domain.jobs import JobState
from tests.core.cli.conftest import Command
from tests.core.cli.test_program import program
from tests.fixtures.clips import make_clip

QUICK = ("--stages", "probe,thumbnail,segments")


@pytest.fixture
def films(home: Path) -> Path:
    folder = home / "films"
    folder.mkdir()
    for number, name in enumerate(("one.mp4", "two.mp4", "три.mkv")):
        make_clip(folder / name, seconds=1.0 + number / 2)
    return folder


def runs(home: Path) -> list[int]:
    catalogue = Catalogue(home / "library.sqlite3")
    with catalogue.read() as view:
        found = [job.runs for job in view.jobs.in_state(list(JobState))]
    catalogue.close()
    return found


def test_files_are_analysed_once_and_then_known(command: Command, films: Path, home: Path) -> None:
    first = command("analyse", str(films), *QUICK, "--json")
    assert first.code == 0
    assert {Path(video["path"]).name for video in first.json["videos"]} == {"one.mp4", "two.mp4", "три.mkv"}
    assert all(video["duration_s"] > 0.9 for video in first.json["videos"])
    assert first.json["failed"] == []
    assert "Analysing" in first.err
    assert runs(home) == [1, 1, 1]
    second = command("analyse", str(films), *QUICK, "--json")
    assert second.json == first.json
    assert second.err == ""
    assert runs(home) == [1, 1, 1]


def test_a_file_that_fails_is_named_and_the_rest_goes_on(command: Command, films: Path) -> None:
    (films / "text.mp4").write_text("this is a letter")
    (films / "empty.mp4").write_bytes(b"")
    found = command("analyse", str(films), "/nowhere.mp4", *QUICK, "--jobs", "2", "--json")
    assert found.code == 3
    record = json.loads(found.out)
    failed = {Path(failure["path"]).name: failure["reason"] for failure in record["failed"]}
    assert set(failed) == {"text.mp4", "empty.mp4", "nowhere.mp4"}
    assert all(failed.values())
    well = [video for video in record["videos"] if video["error"] is None]
    assert len(well) == 3
    for name in failed:
        assert f"{name}: " in found.err


def test_a_folder_without_videos_is_no_failure(command: Command, home: Path) -> None:
    (home / "nothing").mkdir()
    found = command("analyse", str(home / "nothing"))
    assert (found.code, found.out) == (0, "No videos were found there.\n")


@pytest.mark.slow
def test_a_second_run_over_two_hundred_files_takes_less_than_two_seconds(home: Path) -> None:
    folder = home / "films"
    folder.mkdir()
    clip = make_clip(home / "clip.mp4", seconds=0.5).read_bytes()
    for number in range(200):
        (folder / f"{number}.mp4").write_bytes(clip + number.to_bytes(64, "big"))
    first = program(home, "analyse", str(folder), *QUICK, "--json", patience_s=280)
    assert first.returncode == 0
    began = time.perf_counter()
    second = program(home, "analyse", str(folder), *QUICK, "--json")
    took_s = time.perf_counter() - began
    assert json.loads(second.stdout) == json.loads(first.stdout)
    assert len(json.loads(second.stdout)["videos"]) == 200
    assert took_s < 2
