"""See that an installed Filmoteka works: its doctor, and a clip analysed with the weights that it carries.

    python packaging/smoke_test.py PROGRAM [--window]

The program runs outside the checkout, in a home of its own, without hub and without screen. Ends with 1 and
the program's own words where something is wrong. ``--window`` also opens the window on the samples.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CLIP_NAME = "Birthday party.mp4"
EXPECTED_TAG = "Birthday"
CLIP_SECONDS = 3.0
_LONGEST_STEP_S = 600.0
_OF_THE_CHECKOUT = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "LD_LIBRARY_PATH")


class SmokeError(Exception):
    """Says what did not work, with the program's own words."""


class Program:
    """An installed program in a home of its own."""

    def __init__(self, path: Path, folder: Path) -> None:
        self._path = path.absolute()
        self._folder = folder
        self._library = folder / "smoke.sqlite3"
        kept = {name: value for name, value in os.environ.items() if name not in _OF_THE_CHECKOUT}
        self._environment = kept | {
            "FILMOTEKA_HOME": str(folder / "home"),
            "HF_HUB_OFFLINE": "1",
            "QT_QPA_PLATFORM": "offscreen",
        }

    def run(self, *arguments: str) -> str:
        """Run a verb and return what it printed. Raises SmokeError where its exit code is not 0."""
        command = [str(self._path), "--library", str(self._library), *arguments]
        begin = time.perf_counter()
        done = subprocess.run(
            command,
            cwd=self._folder,
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=_LONGEST_STEP_S,
            check=False,
        )
        seconds = time.perf_counter() - begin
        print(f"  {' '.join(arguments)}: exit code {done.returncode}, {seconds:.1f} s", flush=True)
        if done.returncode != 0:
            raise SmokeError(f"{' '.join(command)}\n{done.stdout}\n{done.stderr}")
        return done.stdout


def check_analysis(program: Program, folder: Path) -> None:
    """Analyse a clip made on the spot; its length, its tags and the CSV have to come back."""
    clip = folder / CLIP_NAME
    _make_clip(clip)
    program.run("analyse", str(clip))
    video: dict[str, Any] = json.loads(program.run("show", str(clip), "--json"))
    tags = {name for tag in video["tags"] for name in tag["path"]}
    expect(video["error"] is None, f"The clip has an error: {video['error']}")
    expect(abs(video["duration_s"] - CLIP_SECONDS) < 0.2, f"The clip lasts {video['duration_s']} s")
    expect(EXPECTED_TAG in tags, f"The clip is named {CLIP_NAME}, its tags are {sorted(tags)}")
    expect(
        len(json.loads(program.run("search", "", "--json"))) == 1, "An empty search does not find the clip"
    )
    table = folder / "tags.csv"
    program.run("export", "csv", "--output", str(table))
    expect(EXPECTED_TAG in table.read_text("utf-8-sig"), "The CSV does not hold the tags")


def check_window(program: Program, folder: Path) -> None:
    """Open the window on the samples and wait for its picture and its tags."""
    report = folder / "report"
    program.run("samples", "--report", str(report))
    for name in ("window.png", "tags.csv"):
        expect((report / name).stat().st_size > 0, f"{name} is empty")


def expect(holds: object, complaint: str) -> None:
    """Raise SmokeError with the complaint where something does not hold."""
    if not holds:
        raise SmokeError(complaint)


def _make_clip(path: Path) -> None:
    sys.path.insert(0, str(ROOT))
    from tests.fixtures.clips import make_clip

    make_clip(path, seconds=CLIP_SECONDS, size=(320, 240))


def smoke_test(path: Path, *, window: bool) -> None:
    """Check a program. Raises SmokeError at the first thing that does not work."""
    with tempfile.TemporaryDirectory(prefix="filmoteka-smoke-") as name:
        folder = Path(name)
        program = Program(path, folder)
        program.run("--help")
        program.run("doctor")
        check_analysis(program, folder)
        if window:
            check_window(program, folder)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("--window", action="store_true", help="open the window on the samples as well")
    options = parser.parse_args()
    try:
        smoke_test(options.program, window=options.window)
    except SmokeError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{options.program} works")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
