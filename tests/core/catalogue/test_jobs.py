from __future__ import annotations

import multiprocessing
import re
import sys
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.domain.jobs import Job, JobKind, JobState
from core.domain.stages import ALL_STAGES, QUICK_STAGES, Stage
from core.domain.videos import EpisodeName
from tests.core.catalogue.conftest import add_video

JOBS = 60
WRITES = 40


def enqueue(catalogue: Catalogue, name: str = "one", priority: int = 0) -> int:
    video_id = add_video(catalogue, name)
    with catalogue.write() as edit:
        return edit.jobs.enqueue(video_id, JobKind.DEEP, ALL_STAGES, priority)


def claim(catalogue: Catalogue, owner: str = "me", lease_s: float = 30) -> Job | None:
    with catalogue.write() as edit:
        return edit.jobs.claim(owner, lease_s)


def state(catalogue: Catalogue, job_id: int) -> JobState:
    with catalogue.read() as view:
        job = view.jobs.get(job_id)
    assert job is not None
    return job.state


def test_the_most_urgent_job_is_claimed_first_and_only_once(catalogue: Catalogue) -> None:
    later, urgent = enqueue(catalogue, "a"), enqueue(catalogue, "b", priority=5)
    first, second = claim(catalogue), claim(catalogue, "other")
    assert first is not None
    assert second is not None
    assert (first.id, second.id) == (urgent, later)
    assert claim(catalogue, "third") is None


def test_a_video_is_in_one_hand_at_a_time(catalogue: Catalogue) -> None:
    enqueue(catalogue)
    with catalogue.write() as edit:
        edit.jobs.enqueue(1, JobKind.QUICK, QUICK_STAGES, 10)
        assert edit.jobs.claim("me", 9) is not None
        assert edit.jobs.claim("other", 9) is None


def test_a_job_is_finished_once_and_by_its_owner_alone(catalogue: Catalogue) -> None:
    job_id = enqueue(catalogue)
    claim(catalogue)
    with catalogue.write() as edit:
        assert not edit.jobs.finish(job_id, "somebody else")
        assert edit.jobs.finish(job_id, "me")
        assert not edit.jobs.finish(job_id, "me")
        job = edit.jobs.get(job_id)
    assert job is not None
    assert (job.state, job.runs, job.attempts) == (JobState.DONE, 1, 0)


def test_a_cancelled_job_is_lost_to_its_runner(catalogue: Catalogue) -> None:
    job_id = enqueue(catalogue)
    claim(catalogue)
    with catalogue.write() as edit:
        assert edit.jobs.heartbeat(job_id, "me", 30)
        edit.jobs.cancel([job_id])
        assert not edit.jobs.heartbeat(job_id, "me", 30)
        assert not edit.jobs.finish(job_id, "me")
        edit.jobs.retry([job_id])
    assert state(catalogue, job_id) is JobState.QUEUED


def test_what_died_with_its_owner_is_taken_back_and_costs_no_try(catalogue: Catalogue) -> None:
    dead, alive, late = enqueue(catalogue, "a"), enqueue(catalogue, "b"), enqueue(catalogue, "c")
    claim(catalogue, "dead")
    claim(catalogue, "alive")
    claim(catalogue, "alive", lease_s=-1)
    with catalogue.write() as edit:
        edit.jobs.take_back(lambda owner: owner == "alive")
        jobs = [edit.jobs.get(job_id) for job_id in (dead, alive, late)]
    expected = [JobState.QUEUED, JobState.RUNNING, JobState.QUEUED]
    assert [job.state for job in jobs if job] == expected
    assert [job.attempts for job in jobs if job] == [0, 0, 0]


def test_a_postponed_job_counts_the_try_and_waits(catalogue: Catalogue) -> None:
    job_id = enqueue(catalogue)
    claim(catalogue)
    with catalogue.write() as edit:
        assert edit.jobs.postpone(job_id, "me", "crashed", 60)
        job = edit.jobs.get(job_id)
    assert job is not None
    assert (job.state, job.attempts, job.error) == (JobState.QUEUED, 1, "crashed")
    assert claim(catalogue) is None


def test_stages_asked_for_while_a_job_runs_come_after_it(catalogue: Catalogue) -> None:
    job_id = enqueue(catalogue)
    claim(catalogue)
    with catalogue.write() as edit:
        edit.jobs.enqueue(1, JobKind.DEEP, frozenset({Stage.TAGS}))
        edit.jobs.finish(job_id, "me")
    again = claim(catalogue)
    assert again is not None
    assert again.stages == {Stage.TAGS}
    with catalogue.write() as edit:
        edit.jobs.finish(job_id, "me")
    assert state(catalogue, job_id) is JobState.DONE


def test_a_run_that_failed_leaves_no_mark_on_the_one_asked_for_meanwhile(catalogue: Catalogue) -> None:
    job_id = enqueue(catalogue)
    claim(catalogue)
    with catalogue.write() as edit:
        edit.jobs.postpone(job_id, "me", "crashed", -1)
    claim(catalogue)
    with catalogue.write() as edit:
        edit.jobs.enqueue(1, JobKind.DEEP, frozenset({Stage.TAGS}))
        assert edit.jobs.finish(job_id, "me", "crashed again")
        job = edit.jobs.get(job_id)
    assert job is not None
    assert job.state is JobState.QUEUED
    assert job.stages == {Stage.TAGS}
    assert (job.attempts, job.error, job.finished_at, job.runs) == (0, None, None, 1)
    assert claim(catalogue) is not None


def test_a_claim_costs_the_same_however_long_the_queue_is(catalogue: Catalogue) -> None:
    statements: list[str] = []
    with catalogue.write() as edit:
        db = edit.jobs._db
        db.set_trace_callback(statements.append)
        edit.jobs.claim("me", 30)
        edit.jobs.claim("me", 30, [1])
        edit.jobs.take_back(lambda _owner: True)
        edit.jobs.hand_back("me")
        db.set_trace_callback(None)
        assert len(statements) == 4
        steps = [step["detail"] for s in statements for step in db.execute("EXPLAIN QUERY PLAN " + s)]
    assert set(re.findall(r"INDEX (jobs_\w+)", " ".join(steps))) == {"jobs_claim", "jobs_running"}
    assert not [step for step in steps if "TEMP B-TREE" in step]


def test_an_open_job_takes_in_more_stages(catalogue: Catalogue) -> None:
    add_video(catalogue)
    with catalogue.write() as edit:
        first = edit.jobs.enqueue(1, JobKind.DEEP, frozenset({Stage.TAGS}))
        assert edit.jobs.enqueue(1, JobKind.DEEP, frozenset({Stage.SPEECH}), priority=3) == first
        job = edit.jobs.get(first)
    assert job is not None
    assert job.stages == {Stage.TAGS, Stage.SPEECH}
    assert job.priority == 3


def work_through(path: str, owner: str, results: multiprocessing.Queue[list[int]]) -> None:
    catalogue = Catalogue(Path(path))
    mine = []
    while True:
        with catalogue.write() as edit:
            job = edit.jobs.claim(owner, 30)
        if job is None:
            break
        with catalogue.write() as edit:
            assert edit.jobs.finish(job.id, owner)
        mine.append(job.id)
    catalogue.close()
    results.put(mine)


def write_much(path: str, name: str, results: multiprocessing.Queue[list[int]]) -> None:
    catalogue = Catalogue(Path(path))
    for number in range(WRITES):
        with catalogue.write() as edit:
            edit.meta.get("last")  # read, then write: the order in which a lock is hard to get
            edit.videos.ensure(f"{name}{number}", EpisodeName(name), 1)
            edit.meta.set("last", name)
    catalogue.close()
    results.put([WRITES])


def both(target: object, path: Path) -> list[list[int]]:
    """Run the target in two real processes at once."""
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[list[int]] = context.Queue()
    started = [
        context.Process(target=target, args=(str(path), name, results))  # type: ignore[arg-type]
        for name in ("left", "right")
    ]
    for process in started:
        process.start()
    found = [results.get(timeout=60) for _ in started]
    for process in started:
        process.join(10)
        assert process.exitcode == 0
    return found


def test_two_programs_never_run_a_job_twice(catalogue: Catalogue) -> None:
    with catalogue.write() as edit:
        for number in range(JOBS):
            video_id = edit.videos.ensure(f"v{number}", EpisodeName("v"), 1)
            edit.jobs.enqueue(video_id, JobKind.DEEP, ALL_STAGES)
    left, right = both(work_through, catalogue.path)
    assert sorted(left + right) == list(range(1, JOBS + 1))
    with catalogue.read() as view:
        assert {job.runs for job in view.jobs.in_state([JobState.DONE])} == {1}


def test_two_programs_that_write_at_once_wait_for_each_other(catalogue: Catalogue) -> None:
    assert both(write_much, catalogue.path) == [[WRITES], [WRITES]]
    with catalogue.read() as view:
        count = view.videos._db.execute("SELECT COUNT(*) FROM videos").fetchone()[0]
    assert count == 2 * WRITES


def test_two_programs_can_make_the_same_new_library(tmp_path: Path) -> None:
    assert both(write_much, tmp_path / "new" / "library.sqlite3") == [[WRITES], [WRITES]]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_owner_of_a_lease_is_known_to_live_or_not() -> None:
    from core.jobs.owner import is_alive, new_owner

    me = new_owner()
    assert is_alive(me)
    host, _, started, rest = me.rsplit(":", 3)
    assert not is_alive(":".join((host, "999999999", started, rest)))
