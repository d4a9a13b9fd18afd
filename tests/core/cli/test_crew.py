from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.analysis.messages import AnalysisOptions
from core.analysis.process import AnalysisProcess
from core.catalogue.catalogue import Catalogue
from core.cli.crew import Crew
from core.domain.jobs import Job, JobKind, JobState
from core.domain.stages import ALL_STAGES
from core.domain.videos import EpisodeName
from core.jobs.owner import new_owner
from core.jobs.runner import JobRunner
from tests.core.analysis.engines import make_obedient_engine


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    catalogue = Catalogue(tmp_path / "library.sqlite3")
    yield catalogue
    catalogue.close()


def enqueue(catalogue: Catalogue, *names: str) -> list[int]:
    job_ids = []
    with catalogue.write() as edit:
        for name in names:
            video_id = edit.videos.ensure(f"id-{name}", EpisodeName(name), 1)
            edit.files.put(str(catalogue.path.parent / name), video_id, None, 1, 1)
            job_ids.append(edit.jobs.enqueue(video_id, JobKind.DEEP, ALL_STAGES))
    return job_ids


def crew_of(catalogue: Catalogue, count: int, job_ids: list[int]) -> Crew:
    def make_runner() -> JobRunner:
        process = AnalysisProcess(make_obedient_engine)
        return JobRunner(catalogue, process, new_owner(), AnalysisOptions, str)

    return Crew(catalogue, make_runner, count, job_ids)


def jobs(catalogue: Catalogue) -> list[Job]:
    with catalogue.read() as view:
        return sorted(view.jobs.in_state(list(JobState)), key=lambda job: job.id)


def test_two_runners_bring_every_chosen_job_to_its_end_once(catalogue: Catalogue) -> None:
    chosen = enqueue(catalogue, "a.mp4", "broken.mp4", "b.mp4", "c.mp4")
    enqueue(catalogue, "not-asked-for.mp4")
    told = []
    with crew_of(catalogue, 2, chosen) as crew:
        while crew.wait():
            told.append(crew.done())
    done, failed, waiting = JobState.DONE, JobState.FAILED, JobState.QUEUED
    assert [job.state for job in jobs(catalogue)] == [done, failed, done, done, waiting]
    assert [job.runs for job in jobs(catalogue)] == [1, 1, 1, 1, 0]
    assert crew.done() == len(chosen)
    assert told == sorted(told)


def test_a_crew_that_is_interrupted_gives_its_jobs_back(catalogue: Catalogue) -> None:
    chosen = enqueue(catalogue, "slow.mp4", "later.mp4")

    def interrupt_in_mid_job() -> None:
        with crew_of(catalogue, 1, chosen) as crew:
            while crew.wait():
                if crew.done() > 0:
                    raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupt_in_mid_job()
    assert [(job.state, job.attempts) for job in jobs(catalogue)] == [(JobState.QUEUED, 0)] * 2


def test_a_bug_in_a_runner_is_not_swallowed(catalogue: Catalogue) -> None:
    chosen = enqueue(catalogue, "a.mp4")

    def broken() -> JobRunner:
        raise ZeroDivisionError

    def work() -> None:
        with Crew(catalogue, broken, 1, chosen) as crew:
            while crew.wait():
                pass

    with pytest.raises(ZeroDivisionError):
        work()
