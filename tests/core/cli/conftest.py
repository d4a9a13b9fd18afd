from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from core.catalogue.catalogue import Catalogue
from core.cli.main import run
from core.domain.segments import TranscriptLine
from core.domain.tags import TagPrediction
from core.domain.videos import EpisodeName
from core.library.opening import open_library
from tests.core.cli.program import open_window


@dataclass(frozen=True, slots=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Outcome]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("FILMOTEKA_HOME", str(tmp_path / "home"))
    root = logging.getLogger()
    level = root.level
    yield tmp_path
    root.setLevel(level)
    for handler in [h for h in root.handlers if getattr(h, "of_filmoteka", False)]:
        root.removeHandler(handler)
        handler.close()


@pytest.fixture
def command(home: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command line on the library of the test."""

    def call(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = run(open_window, (), ["--library", str(home / "library.sqlite3"), *arguments])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


ODD_PATH = os.fsdecode(b"/videos/caf\xe9.mp4")


@pytest.fixture
def library(home: Path) -> Iterator[Catalogue]:
    """Two videos, one at a path that is no UTF-8."""
    catalogue = open_library(home / "library.sqlite3")
    with catalogue.write() as edit:
        for title, path in (("Beach day", "/videos/beach.mp4"), ("Кафе", ODD_PATH)):
            video_id = edit.videos.ensure(f"id-{title}", EpisodeName(title), 5)
            edit.files.put(path, video_id, None, 5, 1)
            edit.videos.index_words(video_id, path)
        edit.video_tags.replace_predictions(
            1,
            [TagPrediction("animals.dogs", 0.9, "picture", (1.5,)), TagPrediction("nature.sea", 0.8, "name")],
        )
        edit.transcripts.replace(1, [TranscriptLine(0, 2, "hello there")])
    yield catalogue
    catalogue.close()
