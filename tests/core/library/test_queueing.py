from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.analysis import versions
from core.catalogue.session import Session
from core.domain.jobs import Job, JobKind, JobState
from core.domain.stages import ALL_STAGES, DEEP_STAGES, QUICK_STAGES, Stage
from core.jobs.owner import new_owner
from core.library.queueing import Queueing
from tests.core.library.conftest import Home

Make = Callable[..., Path]


@pytest.fixture
def video_id(home: Home, make_clip: Make) -> int:
    clip = make_clip(home.root / "clip.mp4")
    home.scan()
    video = home.video_at(clip)
    assert video is not None
    return video.id


def jobs_of(home: Home, video_id: int) -> dict[JobKind, Job]:
    with home.catalogue.read() as view:
        return {job.kind: job for job in view.jobs.of_video(video_id)}


def finish_all(
    home: Home, video_id: int, error: str | None = None, stages: frozenset[Stage] = ALL_STAGES
) -> None:
    now = Queueing(home.catalogue, lambda: home.options[-1]).versions()
    with home.catalogue.write() as edit:
        while (job := edit.jobs.claim("tester", 60)) is not None:
            edit.jobs.finish(job.id, "tester", error)
        _keep(edit, video_id, {s: now[s] for s in stages}, error)


def _keep(edit: Session, video_id: int, done: dict[Stage, str], error: str | None) -> None:
    for stage, version in done.items():
        edit.results.put(video_id, stage, version, error)


def test_a_new_video_gets_a_quick_job_before_its_deep_one(home: Home, video_id: int) -> None:
    jobs = jobs_of(home, video_id)
    assert jobs[JobKind.QUICK].stages == QUICK_STAGES
    assert jobs[JobKind.DEEP].stages == DEEP_STAGES
    assert jobs[JobKind.QUICK].priority > jobs[JobKind.DEEP].priority


def test_what_is_done_is_not_queued_again(home: Home, video_id: int) -> None:
    finish_all(home, video_id)
    assert home.library.enqueue_stale() == ()


def test_another_encoder_queues_only_what_depends_on_it(home: Home, video_id: int) -> None:
    finish_all(home, video_id)
    home.library.enqueue_stale()
    home.options.append(replace(home.options[-1], picture_encoder="another"))
    assert len(home.library.enqueue_stale()) == 1
    job = jobs_of(home, video_id)[JobKind.DEEP]
    assert (job.state, job.stages) == (JobState.QUEUED, frozenset({Stage.TAGS}))


def test_an_edited_tag_tree_makes_tags_stale(home: Home, video_id: int) -> None:
    finish_all(home, video_id)
    home.library.enqueue_stale()
    with home.catalogue.write() as edit:
        edit.tag_tree.add(None, "Aquarium")
    home.library.enqueue_stale()
    assert jobs_of(home, video_id)[JobKind.DEEP].stages == {Stage.TAGS}


def test_open_jobs_are_left_as_they_are(home: Home, video_id: int) -> None:
    with home.catalogue.write() as edit:
        running = edit.jobs.claim("tester", 60)
        assert running is not None
    assert home.library.enqueue_stale() == ()
    with home.catalogue.write() as edit:
        assert edit.jobs.finish(running.id, "tester")
    assert jobs_of(home, video_id)[running.kind].state is JobState.DONE  # not queued a second time


def run_of(home: Home, video_id: int, kind: JobKind) -> Job:
    """Return the job of this kind, claimed, with all others of the video out of the way."""
    while True:
        with home.catalogue.write() as edit:
            job = edit.jobs.claim("tester", 60)
            assert job is not None
            if (job.video_id, job.kind) == (video_id, kind):
                return job
            edit.jobs.finish(job.id, "tester")


def test_what_runs_by_an_old_version_comes_again_and_what_waits_does_not(
    home: Home, video_id: int, make_clip: Make
) -> None:
    home.library.enqueue_stale()
    run = run_of(home, video_id, JobKind.DEEP)
    make_clip(home.root / "waiting.mp4")
    (waiting,) = home.scan().added
    before = jobs_of(home, waiting)
    with home.catalogue.write() as edit:
        edit.tag_tree.add(None, "Aquarium")
    assert run.id in home.library.enqueue_stale()
    assert home.library.enqueue_stale() == ()
    assert jobs_of(home, waiting) == before
    with home.catalogue.write() as edit:
        assert edit.jobs.finish(run.id, "tester")
    job = jobs_of(home, video_id)[JobKind.DEEP]
    assert job.state is JobState.QUEUED
    assert job.stages == {Stage.TAGS}


def test_a_renamed_file_is_tagged_anew_by_its_new_name_and_nothing_else_is_done(
    home: Home, video_id: int
) -> None:
    finish_all(home, video_id)
    (home.root / "clip.mp4").rename(home.root / "my poodle.mp4")
    home.scan()
    jobs = jobs_of(home, video_id)
    assert (jobs[JobKind.QUICK].state, jobs[JobKind.DEEP].state) == (JobState.DONE, JobState.QUEUED)
    assert jobs[JobKind.DEEP].stages == {Stage.TAGS}
    finish_all(home, video_id)
    (home.root / "Poodles").mkdir()
    (home.root / "my poodle.mp4").rename(home.root / "Poodles" / "1.mp4")
    home.scan()
    assert jobs_of(home, video_id)[JobKind.DEEP].state is JobState.QUEUED


def test_a_file_moved_without_another_word_in_its_path_keeps_its_tags(home: Home, video_id: int) -> None:
    finish_all(home, video_id)
    (home.root / "New folder").mkdir()
    (home.root / "clip.mp4").rename(home.root / "New folder" / "clip.mp4")
    assert home.scan().moved == (video_id,)
    assert {job.state for job in jobs_of(home, video_id).values()} == {JobState.DONE}


def test_a_file_renamed_while_it_is_tagged_is_tagged_once_more(home: Home, video_id: int) -> None:
    run = run_of(home, video_id, JobKind.DEEP)
    (home.root / "clip.mp4").rename(home.root / "my poodle.mp4")
    home.scan()
    with home.catalogue.write() as edit:
        assert edit.jobs.finish(run.id, "tester")
    job = jobs_of(home, video_id)[JobKind.DEEP]
    assert (job.state, set(job.stages)) == (JobState.QUEUED, {Stage.TAGS})


def test_a_video_named_by_the_path_that_it_keeps_is_tagged_anew_where_it_loses_the_other(
    home: Home, video_id: int, make_clip: Make
) -> None:
    content = (home.root / "clip.mp4").read_bytes()
    (home.root / "my poodle.mp4").write_bytes(content)
    home.scan()
    finish_all(home, video_id)
    make_clip(home.root / "clip.mp4", "other content", 9_000)
    home.scan()
    assert home.listed() == ["clip", "my poodle"]
    assert jobs_of(home, video_id)[JobKind.DEEP].stages == {Stage.TAGS}


def test_work_on_content_that_was_replaced_is_withdrawn_until_it_is_found_again(
    home: Home, video_id: int, make_clip: Make
) -> None:
    content = (home.root / "clip.mp4").read_bytes()
    make_clip(home.root / "clip.mp4", "other content", 9_000)
    (new,) = home.scan().changed
    assert {job.state for job in jobs_of(home, video_id).values()} == {JobState.CANCELLED}
    assert {job.state for job in jobs_of(home, new).values()} == {JobState.QUEUED}
    (home.root / "found again.mp4").write_bytes(content)
    home.scan()
    assert {job.state for job in jobs_of(home, video_id).values()} == {JobState.QUEUED}


def test_what_could_not_be_opened_is_tried_again_in_all_stages_by_another_version_of_the_probe(
    home: Home, video_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.library.enqueue_stale()
    finish_all(home, video_id, error="not understood")
    assert home.library.enqueue_stale() == ()
    monkeypatch.setattr(versions, "_PROBE", "another")
    home.library.enqueue_stale()
    assert {job.state for job in jobs_of(home, video_id).values()} == {JobState.QUEUED}
    assert jobs_of(home, video_id)[JobKind.DEEP].stages == DEEP_STAGES


def test_a_try_that_failed_keeps_its_count_and_its_delay(home: Home, video_id: int) -> None:
    with home.catalogue.write() as edit:
        job = edit.jobs.claim("tester", 60)
        assert job is not None
        edit.jobs.postpone(job.id, "tester", "crashed", 60)
    home.library.enqueue_stale()
    home.scan()
    assert jobs_of(home, video_id)[job.kind].attempts == 1


def test_a_failed_job_stays_failed_until_what_computes_it_changes(home: Home, video_id: int) -> None:
    home.library.enqueue_stale()
    finish_all(home, video_id, error="crashed", stages=frozenset())
    assert home.library.enqueue_stale() == ()
    home.options.append(replace(home.options[-1], speech_model="another"))
    home.library.enqueue_stale()
    jobs = jobs_of(home, video_id)
    assert jobs[JobKind.QUICK].state is JobState.FAILED
    assert jobs[JobKind.DEEP].state is JobState.QUEUED


def test_a_cancelled_job_stays_cancelled(home: Home, video_id: int) -> None:
    with home.catalogue.write() as edit:
        edit.jobs.cancel(job.id for job in edit.jobs.of_video(video_id))
    assert home.library.enqueue_stale() == ()
    home.scan()
    assert {job.state for job in jobs_of(home, video_id).values()} == {JobState.CANCELLED}


def test_a_video_that_returns_is_tried_again_whatever_failed(home: Home, video_id: int) -> None:
    finish_all(home, video_id, error="The file is not there any more.")
    home.root.rename(home.root.with_name("away"))
    home.scan()
    home.root.with_name("away").rename(home.root)
    home.scan()
    assert {job.state for job in jobs_of(home, video_id).values()} == {JobState.QUEUED}


def test_asked_for_again_everything_is_queued_in_order(home: Home, video_id: int, make_clip: Make) -> None:
    other = home.library.index_paths([make_clip(home.root / "b.mp4")]).video_ids[0]
    finish_all(home, video_id)
    ids = home.library.enqueue([other, video_id], frozenset({Stage.TAGS}), JobKind.DEEP, 5)
    with home.catalogue.read() as view:
        jobs = [view.jobs.get(job_id) for job_id in ids]
    assert [job.video_id for job in jobs if job is not None] == [other, video_id]


def test_stale_stages_are_told_for_the_command_line(home: Home, video_id: int) -> None:
    finish_all(home, video_id, stages=frozenset({Stage.PROBE}))
    wanted = frozenset({Stage.PROBE, Stage.TAGS})
    assert home.library.stale_stages([video_id], wanted) == {video_id: {Stage.TAGS}}


def test_what_runs_already_is_not_queued_a_second_time(home: Home, video_id: int) -> None:
    (job_id,) = home.library.enqueue([video_id], ALL_STAGES)
    owner = new_owner()
    with home.catalogue.write() as edit:
        assert edit.jobs.claim(owner, 60, [job_id]) is not None
    assert home.library.enqueue([video_id], frozenset({Stage.TAGS, Stage.SPEECH})) == (job_id,)
    with home.catalogue.write() as edit:
        edit.jobs.finish(job_id, owner)
    assert jobs_of(home, video_id)[JobKind.DEEP].state is JobState.DONE


def test_a_run_that_a_killed_program_left_is_queued_once(home: Home, video_id: int) -> None:
    (job_id,) = home.library.enqueue([video_id], ALL_STAGES)
    host, pid, _, random = new_owner().rsplit(":", 3)
    with home.catalogue.write() as edit:
        assert edit.jobs.claim(f"{host}:{pid}:another start:{random}", 60, [job_id]) is not None
    assert home.library.enqueue([video_id], ALL_STAGES) == (job_id,)
    assert jobs_of(home, video_id)[JobKind.DEEP].state is JobState.QUEUED
    with home.catalogue.write() as edit:
        assert edit.jobs.claim("me", 60, [job_id]) is not None
        edit.jobs.finish(job_id, "me")
    assert jobs_of(home, video_id)[JobKind.DEEP].state is JobState.DONE


def test_what_failed_for_want_of_weights_is_queued_when_they_come(home: Home, make_clip: Make) -> None:
    make_clip(home.root / "clip.mp4")
    (video_id,) = home.scan().added
    with home.catalogue.write() as edit:
        while (job := edit.jobs.claim("tester", 60)) is not None:
            edit.jobs.finish(
                job.id, "tester", "The weights are not here." if Stage.TAGS in job.stages else None
            )
        edit.results.put(video_id, Stage.TAGS, "", "The weights are not here.")
        edit.results.put(video_id, Stage.SPEECH, "1", "Nothing can be heard.")
    (job_id,) = home.library.enqueue_what_waited_for_weights()
    with home.catalogue.read() as view:
        again = view.jobs.get(job_id)
    assert again is not None
    assert (again.state, again.stages) == (JobState.QUEUED, frozenset({Stage.TAGS}))
