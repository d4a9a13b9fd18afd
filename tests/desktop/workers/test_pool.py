from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.analysis.messages import AnalysisOptions
from core.analysis.process import AnalysisProcess
from core.catalogue.catalogue import Catalogue
from core.domain.jobs import JobKind, JobState
from core.domain.stages import ALL_STAGES
from core.domain.videos import EpisodeName
from core.jobs.owner import new_owner
from core.jobs.runner import JobOutcome, JobRunner
from desktop.workers.pool import WorkerPool
from tests.core.analysis.engines import make_obedient_engine


class PooledLibrary:
    """A library whose files say by their names what happens to them, and a pool with real processes."""

    def __init__(self, home: Path, workers: int) -> None:
        self.home = home
        self.catalogue = Catalogue(home / "library.sqlite3")
        self.pool = WorkerPool(self.catalogue, self.make_runner, workers)
        self.outcomes: list[JobOutcome] = []
        self.pool.ended.connect(self.outcomes.append)

    def make_runner(self) -> JobRunner:
        process = AnalysisProcess(make_obedient_engine)
        return JobRunner(self.catalogue, process, new_owner(), AnalysisOptions, lambda path: path)

    def add(self, *names: str) -> None:
        with self.catalogue.write() as edit:
            for name in names:
                video_id = edit.videos.ensure(f"s1-{name}", EpisodeName(name), 1)
                edit.files.put(str(self.home / name), video_id, None, 1, 1)
                edit.jobs.enqueue(video_id, JobKind.DEEP, ALL_STAGES)

    def states(self) -> list[JobState]:
        with self.catalogue.read() as view:
            return [job.state for job in view.jobs.in_state(tuple(JobState))]


@pytest.fixture
def library(tmp_path: Path, qtbot: QtBot) -> Iterator[PooledLibrary]:
    library = PooledLibrary(tmp_path, workers=2)
    yield library
    library.pool.stop()
    library.catalogue.close()


def test_two_workers_do_every_job_once(library: PooledLibrary, qtbot: QtBot) -> None:
    library.add(*(f"good {number}.mp4" for number in range(12)))
    library.pool.start()
    qtbot.waitUntil(lambda: len(library.outcomes) == 12, timeout=60_000)
    assert {outcome.state for outcome in library.outcomes} == {JobState.DONE}
    assert len({outcome.job_id for outcome in library.outcomes}) == 12
    assert library.pool.rate_per_minute is not None


def test_a_new_job_wakes_a_resting_pool_at_once(library: PooledLibrary, qtbot: QtBot) -> None:
    library.pool.start()
    library.add("first.mp4")
    qtbot.waitUntil(lambda: len(library.outcomes) == 1, timeout=60_000)
    library.add("second.mp4")
    qtbot.waitUntil(lambda: len(library.outcomes) == 2, timeout=2_500)


def test_a_paused_pool_takes_nothing_until_it_is_resumed(library: PooledLibrary, qtbot: QtBot) -> None:
    library.pool.pause()
    library.pool.start()
    library.add("good.mp4")
    qtbot.wait(1000)
    assert library.states() == [JobState.QUEUED]
    library.pool.resume()
    qtbot.waitUntil(lambda: library.states() == [JobState.DONE], timeout=60_000)


def test_stopping_hands_running_jobs_back(library: PooledLibrary, qtbot: QtBot) -> None:
    library.add("slow 1.mp4", "slow 2.mp4", "slow 3.mp4")
    with qtbot.waitSignal(library.pool.progress, timeout=60_000):
        library.pool.start()
    library.pool.stop()
    assert library.states() == [JobState.QUEUED] * 3


def test_a_crashing_file_does_not_end_its_worker(library: PooledLibrary, qtbot: QtBot) -> None:
    library.add("segfault.mp4", "good 1.mp4", "good 2.mp4", "bug.mp4")
    library.pool.start()

    def done() -> bool:
        return sorted(library.states()).count(JobState.DONE) == 2 and JobState.FAILED in library.states()

    qtbot.waitUntil(done, timeout=60_000)
