from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.exchange.tags_csv import read_tags_csv
from core.paths import HOME_VARIABLE

ROOT = Path(__file__).parents[2]


def run_samples(home: Path, report: Path) -> subprocess.CompletedProcess[str]:
    env = os.environ | {HOME_VARIABLE: str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "desktop.entry", "samples", "--report", str(report)]
    return subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=280, check=False
    )


@pytest.mark.slow
@pytest.mark.weights
def test_the_samples_are_analysed_and_told_and_a_second_start_is_quick(tmp_path: Path) -> None:
    first = run_samples(tmp_path / "home", tmp_path / "out")
    assert first.returncode == 0, first.stderr[-3000:]
    assert "Lighthouse" in first.stdout
    assert "intro" in first.stdout
    assert (tmp_path / "out" / "window.png").stat().st_size > 10_000
    rows = list(read_tags_csv(tmp_path / "out" / "tags.csv"))
    assert {row.identity for row in rows}
    second = run_samples(tmp_path / "home", tmp_path / "again")
    assert second.returncode == 0, second.stderr[-3000:]
    assert list(read_tags_csv(tmp_path / "again" / "tags.csv")) == rows


def test_a_report_folder_that_cannot_be_made_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    run = run_samples(tmp_path / "home", tmp_path / "file" / "out")
    assert run.returncode == 2
    assert "file/out cannot be made" in run.stderr
