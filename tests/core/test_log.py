from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.log import job_in_log, log_file, set_up_log


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("FILMOTEKA_HOME", str(tmp_path))
    root = logging.getLogger()
    level = root.level
    yield tmp_path
    root.setLevel(level)
    for handler in [h for h in root.handlers if getattr(h, "of_filmoteka", False)]:
        root.removeHandler(handler)
        handler.close()


def test_all_goes_to_the_file_and_warnings_to_stderr(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_log()
    set_up_log()  # a second call does not double the lines
    logging.getLogger("x").info("quiet %s", os.fsdecode(b"caf\xe9"))
    with job_in_log(7):
        logging.getLogger("x").warning("loud")
    written = log_file().read_text("utf-8")
    assert written.count("quiet caf�") == 1
    assert "[job 7] x: loud" in written
    assert capsys.readouterr().err == "WARNING: loud\n"


def test_a_place_that_cannot_be_written_does_not_stop_the_program(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "log").write_text("in the way")
    set_up_log()
    logging.getLogger("x").warning("still heard")
    assert "still heard" in capsys.readouterr().err
