"""Does the window stay awake while videos are analysed? Lateness of a timer of 5 ms in its event loop.

    python -m tests.benchmarks.event_loop [--quick] [--json FILE]

The real program runs with its worker threads and its analysis process over generated clips; its window is
drawn offscreen, and meanwhile a person searches.
"""

from __future__ import annotations

import itertools
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from core.library.opening import open_library
from core.paths import HOME_VARIABLE
from tests.benchmarks.report import Figure, Goal, Measurement, median, percentile, run_benchmark
from tests.fixtures.clips import make_clip

if TYPE_CHECKING:
    from desktop.app import Filmoteka

CLIPS, QUICK_CLIPS = 40, 8
TICK_MS = 5
DOING_MS = 700
WORDS = ("holiday", "", "dog -cat", "tag:animals", "")


class Lateness:
    """Collects by how much each tick of a timer came too late, in milliseconds."""

    def __init__(self, filmoteka: Filmoteka, videos: int) -> None:
        from PySide6.QtCore import Qt, QTimer
        from PySide6.QtWidgets import QApplication

        self.late_ms: list[float] = []
        self._filmoteka, self._videos = filmoteka, videos
        self._quit = QApplication.quit
        self._last = time.perf_counter()
        self._words = itertools.cycle(WORDS)
        self._tick = QTimer(filmoteka)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._note)
        self._doing = QTimer(filmoteka)
        self._doing.timeout.connect(self._do_something)
        QTimer.singleShot(1500, self._begin)  # the first painting of the window is another benchmark's

    def _begin(self) -> None:
        self._last = time.perf_counter()
        self._tick.start(TICK_MS)
        self._doing.start(DOING_MS)

    def _note(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now

    def _do_something(self) -> None:
        window = self._filmoteka.window
        window.browsing.search(next(self._words))
        with self._filmoteka.catalogue.read() as view:
            counts = view.jobs.counts()
        if counts.done + counts.failed >= 2 * self._videos and not counts.open:
            self._quit()


def measure(quick: bool) -> Measurement:
    """Analyse the clips with the window open; return the lateness of its event loop."""
    from desktop.app import run_window

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    count = QUICK_CLIPS if quick else CLIPS
    kept: list[Lateness] = []
    with tempfile.TemporaryDirectory() as home:
        os.environ[HOME_VARIABLE] = home
        library_file = _library_of_clips(Path(home), count)
        code = run_window(library_file, lambda filmoteka: kept.append(Lateness(filmoteka, count)))
    late_ms = kept[0].late_ms
    figures = (
        Figure("lateness, 99th percentile", percentile(late_ms, 99), "ms", Goal("<", 20)),
        Figure("lateness, maximum", max(late_ms), "ms", Goal("<", 150)),
        Figure("lateness, median", median(late_ms), "ms"),
        Figure("ticks", len(late_ms)),
        Figure("exit code of the window", code, "", Goal("==", 0)),
    )
    how = f"A timer of {TICK_MS} ms in the event loop of the real window while {count} clips were analysed."
    return Measurement(figures, how=how)


def _library_of_clips(home: Path, count: int) -> Path:
    videos = home / "videos"
    videos.mkdir()
    for number in range(count):
        pitches_hz = (300.0 + 5 * number,)
        make_clip(videos / f"holiday {number:03d}.mp4", seconds=6, size=(640, 360), pitches_hz=pitches_hz)
    catalogue = open_library(home / "library.sqlite3")
    with catalogue.write() as edit:
        edit.folders.add(str(videos))
    catalogue.close()
    return home / "library.sqlite3"


if __name__ == "__main__":
    raise SystemExit(run_benchmark("event_loop", measure))
