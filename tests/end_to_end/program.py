"""The real program with its window, in a process of its own, over a library of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.domain.jobs import JobState
from core.library.opening import open_library
from tests.fixtures.clips import make_clip

ROOT = Path(__file__).parents[2]


class Program:
    """Starts, kills and looks at Filmoteka; one at a time over one home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.library_file = home / "library.sqlite3"
        self.watched = home / "videos"
        self.watched.mkdir()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "FILMOTEKA_HOME": str(self.home),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
        }

    def make_clips(self, count: int) -> None:
        """Make clips of different content in the watched folder, and add the folder."""
        for number in range(count):
            name = self.watched / f"holiday {number:02d}.mp4"
            make_clip(name, seconds=2 + number % 3, pitches_hz=(300.0 + 7 * number,))
        catalogue = open_library(self.library_file)
        with catalogue.write() as edit:
            edit.folders.add(str(self.watched))
        catalogue.close()

    def start(self) -> None:
        """Open the window."""
        command = [sys.executable, "-m", "desktop.entry", "--library", str(self.library_file)]
        with (self.home / "program.log").open("ab") as log:
            self._process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)

    def kill(self) -> None:
        """Kill it as ``kill -9`` does; nothing of it gets a chance to tidy up."""
        assert self._process is not None
        assert self._process.poll() is None, (self.home / "program.log").read_text()[-2000:]
        self._process.kill()
        self._process.wait()

    def quit(self) -> int:
        """Ask it politely to end; return its exit code."""
        assert self._process is not None
        self._process.terminate()
        return self._process.wait(30)

    def wait_until_done(self, videos: int, timeout_s: float) -> None:
        """Wait until so many videos are known and no job is open."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            states = self.job_states()
            finished = sum(count for state, count in states.items() if state is JobState.DONE)
            if finished >= 2 * videos and not states[JobState.QUEUED] and not states[JobState.RUNNING]:
                return
            time.sleep(0.5)
        raise AssertionError(f"not done in {timeout_s} s: {self.job_states()}")

    def job_states(self) -> Counter[JobState]:
        """Return how many jobs are in each state."""
        catalogue = Catalogue(self.library_file)
        try:
            with catalogue.read() as view:
                return Counter(job.state for job in view.jobs.in_state(tuple(JobState)))
        finally:
            catalogue.close()
