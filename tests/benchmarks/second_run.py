"""How long does ``filmoteka analyse`` take over files that are analysed already, and does it touch them?

    python -m tests.benchmarks.second_run [--quick] [--json FILE]

The real command runs over generated clips with all its stages, then twice more. The whole process counts,
its start included. Nothing is decoded but in an analysis process, and each of those notes its start in a
file: like every Python it imports ``sitecustomize``, and the benchmark puts its own in the way.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from core.paths import HOME_VARIABLE
from tests.benchmarks.report import Figure, Goal, Measurement, run_benchmark
from tests.fixtures.clips import make_clip

CLIPS, QUICK_CLIPS = 200, 12
_PROJECT = Path(__file__).resolve().parents[2]
_NOTE_START = """import os, sys
if "--multiprocessing-fork" in sys.argv:
    with open(os.environ["FILMOTEKA_STARTS"], "a") as file:
        file.write(f"{os.getpid()}\\n")
"""
_COMMAND = "import sys; from desktop.entry import main; sys.exit(main())"


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of the command. ``processes`` is how many analysis processes it started."""

    seconds: float
    code: int
    processes: int


def measure(quick: bool) -> Measurement:
    """Analyse the clips, then again; return how long it took and what was started."""
    count = QUICK_CLIPS if quick else CLIPS
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        videos = home / "videos"
        videos.mkdir()
        for number in range(count):
            make_clip(videos / f"clip {number:03d}.mp4", seconds=1, pitches_hz=(300.0 + 2 * number,))
        first, second, third = (_analyse(home, videos) for _ in range(3))
    figures = (
        Figure("second run", second.seconds, "s", Goal("<", 2)),
        Figure("third run", third.seconds, "s", Goal("<", 2)),
        Figure("analysis processes of the second run", second.processes, "", Goal("==", 0)),
        Figure("analysis processes of the third run", third.processes, "", Goal("==", 0)),
        Figure("analysis processes of the first run", first.processes, "", Goal(">=", 1)),
        Figure("first run, all stages", first.seconds, "s"),
        Figure("first run, a clip", first.seconds / count, "s"),
        Figure("worst exit code", max(abs(run.code) for run in (first, second, third)), "", Goal("==", 0)),
        Figure("clips", count),
    )
    how = (
        f"`filmoteka analyse` over {count} generated clips of one second with all stages, then twice again; "
        "whole processes, start of Python included."
    )
    return Measurement(figures, how=how)


def _analyse(home: Path, videos: Path) -> _Run:
    starts = home / "starts.txt"
    starts.write_text("")
    noting = home / "noting"
    noting.mkdir(exist_ok=True)
    (noting / "sitecustomize.py").write_text(_NOTE_START)
    environment = {
        **os.environ,
        HOME_VARIABLE: str(home / "filmoteka"),
        "FILMOTEKA_STARTS": str(starts),
        "PYTHONPATH": os.pathsep.join((str(noting), str(_PROJECT))),
    }
    began = time.perf_counter()
    code = subprocess.run(
        [sys.executable, "-c", _COMMAND, "analyse", str(videos)],
        env=environment,
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ).returncode
    return _Run(time.perf_counter() - began, code, len(starts.read_text().split()))


if __name__ == "__main__":
    raise SystemExit(run_benchmark("second_run", measure))
