from __future__ import annotations

from pathlib import Path

import pytest

from core.health import machine
from core.health.finding import Finding, Health
from core.health.machine import look_at_machine


def findings(library: Path) -> dict[str, Finding]:
    return {finding.name: finding for finding in look_at_machine(library)}


def test_a_sound_machine_is_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FILMOTEKA_HOME", str(tmp_path))
    found = findings(tmp_path / "library.sqlite3")
    assert {finding.health for finding in found.values() if finding.name != "folder watching"} == {Health.OK}
    assert "FTS5" in found["SQLite"].detail


def test_a_place_that_cannot_be_written_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FILMOTEKA_HOME", str(tmp_path))
    (tmp_path / "log").write_text("in the way")
    found = findings(tmp_path / "library.sqlite3")["log folder"]
    assert found.health is Health.FAILED
    assert "FILMOTEKA_HOME" in found.advice


def test_few_watches_and_an_old_sqlite_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FILMOTEKA_HOME", str(tmp_path))
    (tmp_path / "watches").write_text("100\n")
    monkeypatch.setattr(machine, "_WATCHES", tmp_path / "watches")
    monkeypatch.setattr(machine, "sqlite_version", lambda: (3, 8, 0))
    found = findings(tmp_path / "library.sqlite3")
    assert found["folder watching"].health is Health.WARNING
    assert found["SQLite"].health is Health.FAILED
    assert "3.37" in found["SQLite"].advice
