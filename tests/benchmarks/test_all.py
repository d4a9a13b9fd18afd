"""Running every benchmark of a package, and the page that comes of it."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

import pytest

from tests.benchmarks import all as every
from tests.benchmarks.measurements import markdown_table

_ROOT = Path(__file__).resolve().parents[2]
_MODULES = {
    "swift": '''"""How swift is it?

More words.
"""
from tests.benchmarks.report import Figure, Goal, Measurement, Table, run_benchmark

def measure(quick):
    time = Figure("time", 0.5 if quick else 0.25, "s", Goal("<", 0.3))
    return Measurement((time,), (Table("Cases", ("case", "s"), (("one | two", 0.5),)),), "By the clock.")

if __name__ == "__main__":
    raise SystemExit(run_benchmark("swift", measure))
''',
    "broken": '"""Does it break?"""\ndef main(): raise ValueError("no such clip")\nmain()\n',
    "clips": '"""Not a benchmark."""\nraise ImportError("nobody needs to import this")\n',
    "all": '"""Runs the others."""\ndef main(): ...\n',
}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a package with a good benchmark, a broken one and two other modules."""
    name = f"fakes_{tmp_path.name.replace('-', '_')}"
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").touch()
    for module, source in _MODULES.items():
        (tmp_path / name / f"{module}.py").write_text(source, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(tmp_path), str(_ROOT))))
    importlib.invalidate_caches()
    return name


def test_benchmarks_are_found_by_what_they_define(package: str) -> None:
    found = every.find_benchmarks(package)
    assert [(benchmark.name, benchmark.purpose) for benchmark in found] == [
        ("broken", "Does it break?"),
        ("swift", "How swift is it?"),
    ]
    assert f"{package}.clips" not in sys.modules


def test_a_full_run_writes_what_every_benchmark_found(package: str, tmp_path: Path) -> None:
    page = tmp_path / "docs" / "measurements.md"
    assert every.main(["--output", str(page)], package) == 1
    text = page.read_text("utf-8")
    assert "| time | 0.25 s | < 0.3 s | yes |  |" in text
    assert "By the clock." in text
    assert "| one \\| two | 0.5 |" in text
    assert "| [broken](#broken) | Does it break? | broke |" in text
    assert "ended with code 1 and without results" in text
    assert "Quick run" not in text


def test_a_quick_run_says_so_and_passes_where_every_goal_of_it_holds(package: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    assert every.main(["--quick", "--only", "swift", "--output", str(page)], package) == 1
    assert "Quick run" in page.read_text("utf-8")
    assert "| time | 0.5 s | < 0.3 s | NO |  |" in page.read_text("utf-8")
    assert every.main(["--only", "swift", "--output", str(page)], package) == 0


def test_a_name_that_is_not_there_is_refused(package: str) -> None:
    with pytest.raises(SystemExit, match="no benchmark named slow"):
        every.main(["--only", "slow"], package)


def test_the_benchmarks_of_the_project_are_found_without_importing_them() -> None:
    assert not {"all", "report", "machine", "measurements"} & {
        found.name for found in every.find_benchmarks()
    }


def test_a_markdown_cell_stays_in_its_cell() -> None:
    assert markdown_table(["a"], [("x|y\nz",)]) == "| a |\n| --- |\n| x\\|y z |\n"
