"""The command line as a process of its own: pipes, odd consoles, speed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from tests.core.cli.conftest import ODD_PATH

ROOT = Path(__file__).parents[3]


def program(
    home: Path, *arguments: str | bytes, environment: dict[str, str] | None = None, patience_s: float = 120
) -> subprocess.CompletedProcess[bytes]:
    library = str(home / "library.sqlite3")
    call = [sys.executable, "-m", "tests.core.cli.program", "--library", library]
    return subprocess.run(
        [*call, *arguments],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        timeout=patience_s,
        check=False,
    )


def test_a_reader_that_has_read_enough_ends_it_quietly(library: Catalogue, home: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    library_file = str(home / "library.sqlite3")
    arguments = [sys.executable, "-m", "tests.core.cli.program", "--library", library_file, "tags"]
    found = subprocess.run(
        arguments, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, timeout=120, check=False
    )
    os.close(writing)
    assert (found.returncode, found.stderr) == (0, b"")


def test_a_console_that_knows_no_cyrillic_gets_an_answer(library: Catalogue, home: Path) -> None:
    latin_only = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"}
    for arguments in (
        ["search", "--lang", "ru"],
        ["search", "--json", "--lang", "ru"],
        ["tags", "--lang", "ru"],
    ):
        found = program(home, *arguments, environment=latin_only)
        assert (found.returncode, found.stderr) == (0, b"")


def test_a_file_name_of_any_bytes_can_be_named(library: Catalogue, home: Path) -> None:
    found = program(home, "show", os.fsencode(ODD_PATH), "--json")
    assert json.loads(found.stdout)["path"] == ODD_PATH
    assert program(home, "show", os.fsencode(ODD_PATH)).returncode == 0


def test_the_csv_on_stdout_is_nothing_but_csv(library: Catalogue, home: Path) -> None:
    found = program(home, "export", "csv", "--output", "-", "--bom", "dog")
    lines = found.stdout.decode("utf-8-sig").splitlines()
    assert found.stdout.startswith(b"\xef\xbb\xbf")
    assert lines[0].startswith("path,identity,title,tag_path")
    assert len(lines) == 3


@pytest.mark.parametrize("verb", ["main", "analyse", "search", "folders", "export"])
def test_no_verb_imports_what_takes_seconds(verb: str) -> None:
    heavy = "torch av PySide6 transformers open_clip faster_whisper huggingface_hub"
    code = f"""
import sys, core.cli.{verb}, core.library.library, core.library.opening, core.settings
print([name for name in '{heavy}'.split() if name in sys.modules])"""
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60, check=True
    )
    assert found.stdout == b"[]\n"
