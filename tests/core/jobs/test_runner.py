from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.analysis.messages import AnalysisOptions
from core.analysis.process import AnalysisProcess
from core.catalogue.catalogue import Catalogue
from core.domain.jobs import JobKind, JobState
from core.domain.stages import ALL_STAGES, Stage
from core.domain.tags import TagNode, TagState, Taxonomy
from core.domain.videos import EpisodeName
from core.jobs.owner import new_owner
from core.jobs.runner import MAX_TRIES, JobOutcome, JobProgress, JobRunner
from core.library.identity import content_identity
from tests.core.analysis.engines import make_obedient_engine


class Workshop:
    """A real library of files with telling names, and a runner with a real process."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.catalogue = Catalogue(home / "library.sqlite3")
        with self.catalogue.write() as edit:
            edit.tag_tree.merge(Taxonomy((TagNode("animals", None, "Animals", "Животные"),)), "home")
        self.process = AnalysisProcess(make_obedient_engine)
        self.runner = self.another_runner()
        self.progress: list[JobProgress] = []

    def another_runner(self) -> JobRunner:
        return JobRunner(self.catalogue, self.process, new_owner(), AnalysisOptions, lambda path: path)

    def add(self, name: str) -> int:
        path = self.home / name
        path.write_text(name)
        stat = path.stat()
        identity = content_identity(str(path), stat.st_size)
        with self.catalogue.write() as edit:
            video_id = edit.videos.ensure(identity, EpisodeName(name), stat.st_size)
            edit.files.put(str(path), video_id, None, stat.st_size, stat.st_mtime_ns)
            edit.jobs.enqueue(video_id, JobKind.DEEP, ALL_STAGES)
        return video_id

    def run(self) -> JobOutcome | None:
        return self.runner.run_next(self.progress.append)

    def make_due(self) -> None:
        with self.catalogue.write() as edit:
            edit.jobs._db.execute("UPDATE jobs SET not_before = 0")

    def close(self) -> None:
        self.runner.close()
        self.catalogue.close()


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    workshop = Workshop(tmp_path)
    yield workshop
    workshop.close()


def test_results_and_the_end_of_the_job_are_one(workshop: Workshop) -> None:
    video_id = workshop.add("good.mp4")
    outcome = workshop.run()
    assert outcome is not None
    assert outcome.state is JobState.DONE
    with workshop.catalogue.read() as view:
        assert [tag.path for tag in view.video_tags.of_video(video_id)] == [("Animals",)]
        assert set(view.results.done(video_id)) == ALL_STAGES
        job = view.jobs.of_video(video_id)[0]
    assert (job.state, job.runs, job.attempts) == (JobState.DONE, 1, 0)
    assert workshop.run() is None
    assert workshop.progress[0].video_id == video_id


def test_a_crash_costs_one_try_and_the_next_one_succeeds(workshop: Workshop) -> None:
    video_id = workshop.add("crash-once.mp4")
    first = workshop.run()
    assert first is not None
    assert first.state is JobState.QUEUED
    assert "SIGKILL" in (first.error or "")
    assert workshop.run() is None, "it waits before the next try"
    workshop.make_due()
    second = workshop.run()
    assert second is not None
    assert second.state is JobState.DONE
    with workshop.catalogue.read() as view:
        assert view.jobs.of_video(video_id)[0].attempts == 1
        video = view.videos.get(video_id)
    assert video is not None
    assert video.error is None


def test_a_file_that_always_crashes_fails_after_its_tries_and_the_rest_goes_on(workshop: Workshop) -> None:
    bad, good = workshop.add("segfault.mp4"), workshop.add("good.mp4")
    states = []
    for _ in range(MAX_TRIES + 1):
        outcome = workshop.run()
        workshop.make_due()
        assert outcome is not None
        states.append((outcome.video_id, outcome.state))
    assert states.count((bad, JobState.QUEUED)) == MAX_TRIES - 1
    assert states.count((bad, JobState.FAILED)) == 1
    assert (good, JobState.DONE) in states
    with workshop.catalogue.read() as view:
        video = view.videos.get(bad)
    assert video is not None
    assert "SIGSEGV" in (video.error or "")


def test_a_broken_file_fails_at_once_with_its_reason(workshop: Workshop) -> None:
    video_id = workshop.add("broken.mp4")
    outcome = workshop.run()
    assert outcome is not None
    assert (outcome.state, outcome.error) == (JobState.FAILED, "broken.mp4 is broken.")
    with workshop.catalogue.read() as view:
        assert set(view.results.failed(video_id)) == ALL_STAGES


def test_what_the_person_refused_is_not_resurrected_by_a_second_run(workshop: Workshop) -> None:
    video_id = workshop.add("good.mp4")
    workshop.run()
    with workshop.catalogue.write() as edit:
        edit.video_tags.say([video_id], edit.tag_tree.ids_by_key()["animals"], TagState.REJECTED)
        edit.jobs.enqueue(video_id, JobKind.DEEP, frozenset({Stage.TAGS}))
    workshop.run()
    with workshop.catalogue.read() as view:
        assert view.video_tags.of_video(video_id) == ()
        assert view.jobs.of_video(video_id)[0].runs == 2


def test_a_cancelled_job_stops_and_stays_cancelled(workshop: Workshop) -> None:
    video_id = workshop.add("slow.mp4")

    def cancel(_: JobProgress) -> None:
        with workshop.catalogue.write() as edit:
            edit.jobs.cancel([edit.jobs.of_video(video_id)[0].id])
        workshop.runner._last_heartbeat = 0.0

    outcome = workshop.runner.run_next(cancel)
    assert outcome is not None
    assert outcome.state is JobState.CANCELLED
    with workshop.catalogue.read() as view:
        assert view.video_tags.of_video(video_id) == ()


def test_a_job_of_a_dead_program_is_taken_over(workshop: Workshop) -> None:
    workshop.add("good.mp4")
    with workshop.catalogue.write() as edit:
        host = new_owner().rsplit(":", 3)[0]
        assert edit.jobs.claim(f"{host}:999999999:1:dead", 600.0) is not None
    outcome = workshop.run()
    assert outcome is not None
    assert outcome.state is JobState.DONE


def test_a_result_that_comes_after_another_program_took_over_is_dropped(workshop: Workshop) -> None:
    video_id = workshop.add("slow.mp4")
    stolen = False

    def steal(_: JobProgress) -> None:
        nonlocal stolen
        if not stolen:
            stolen = True
            with workshop.catalogue.write() as edit:
                edit.jobs._db.execute("UPDATE jobs SET lease_owner = 'other:1:1:x', lease_until = 9e12")

    workshop.runner.run_next(steal)
    with workshop.catalogue.read() as view:
        assert view.video_tags.of_video(video_id) == ()
        assert view.jobs.of_video(video_id)[0].runs == 0


def test_a_stopped_runner_hands_its_job_back_untouched(workshop: Workshop) -> None:
    video_id = workshop.add("slow.mp4")
    outcome = workshop.runner.run_next(workshop.progress.append, lambda: bool(workshop.progress))
    assert outcome is not None
    assert outcome.state is JobState.QUEUED
    with workshop.catalogue.read() as view:
        assert view.jobs.of_video(video_id)[0].attempts == 0


def test_a_file_that_was_moved_while_its_job_began_is_tried_again_where_it_lies_now(
    workshop: Workshop,
) -> None:
    video_id = workshop.add("broken.mp4")
    new_path = workshop.home / "elsewhere good.mp4"

    def move(_: JobProgress) -> None:
        if not new_path.exists():
            (workshop.home / "broken.mp4").rename(new_path)
            with workshop.catalogue.write() as edit:
                edit.files.put(str(new_path), video_id, None, 1, 1)
                edit.files.forget([edit.files.of_video(video_id)[-1].id])

    first = workshop.runner.run_next(move)
    assert first is not None
    assert (first.state, first.error) == (JobState.QUEUED, None)
    second = workshop.run()
    assert second is not None
    assert second.state is JobState.DONE
    with workshop.catalogue.read() as view:
        assert view.jobs.of_video(video_id)[0].attempts == 0
        assert view.results.failed(video_id) == {}


@pytest.mark.parametrize("when", ["before", "during"])
def test_what_another_film_shows_is_not_kept_for_the_one_that_it_replaced(
    workshop: Workshop, when: str
) -> None:
    video_id = workshop.add("good.mp4")

    def replace(_: object) -> None:
        (workshop.home / "good.mp4").write_text("another film")

    if when == "before":
        replace(None)
        outcome = workshop.run()
    else:
        outcome = workshop.runner.run_next(replace)
    assert outcome is not None
    assert outcome.state is JobState.FAILED
    assert "replaced" in (outcome.error or "")
    with workshop.catalogue.read() as view:
        assert view.video_tags.of_video(video_id) == ()
        assert view.results.done(video_id) == {}


def test_a_file_that_was_only_touched_is_the_same_video(workshop: Workshop) -> None:
    workshop.add("good.mp4")
    os.utime(workshop.home / "good.mp4", (1, 1))
    outcome = workshop.run()
    assert outcome is not None
    assert outcome.state is JobState.DONE


def test_a_file_that_vanished_is_no_fault_of_the_video(workshop: Workshop) -> None:
    video_id = workshop.add("broken.mp4")
    (workshop.home / "broken.mp4").unlink()
    outcome = workshop.run()
    assert outcome is not None
    assert outcome.state is JobState.FAILED
    assert "not there any more" in (outcome.error or "")
    with workshop.catalogue.read() as view:
        video = view.videos.get(video_id)
        assert view.results.failed(video_id) == {}
    assert video is not None
    assert video.error is None


def test_a_fault_of_the_machine_costs_one_try_and_not_the_worker(workshop: Workshop) -> None:
    workshop.add("good.mp4")

    def no_room(_: JobProgress) -> None:
        raise OSError(28, "No space left on device")

    outcome = workshop.runner.run_next(no_room)
    assert outcome is not None
    assert outcome.state is JobState.QUEUED
    assert "No space left" in (outcome.error or "")
    workshop.make_due()
    again = workshop.run()
    assert again is not None
    assert again.state is JobState.DONE


def test_a_bug_of_ours_fails_the_job_with_a_plain_sentence(workshop: Workshop) -> None:
    workshop.add("bug.mp4")
    outcome = workshop.run()
    assert outcome is not None
    assert outcome.state is JobState.FAILED
    assert "ZeroDivisionError" in (outcome.error or "")


def test_what_succeeded_is_kept_though_another_stage_failed(workshop: Workshop) -> None:
    video_id = workshop.add("deaf.mp4")
    outcome = workshop.run()
    assert outcome is not None
    assert (outcome.state, outcome.error) == (JobState.FAILED, "Nothing can be heard.")
    with workshop.catalogue.read() as view:
        assert [tag.path for tag in view.video_tags.of_video(video_id)] == [("Animals",)]
        assert set(view.results.done(video_id)) == ALL_STAGES - {Stage.SPEECH}
        video = view.videos.get(video_id)
    assert video is not None
    assert video.error == "Nothing can be heard."


def test_new_speech_makes_the_tags_that_read_it_stale(workshop: Workshop) -> None:
    video_id = workshop.add("good.mp4")
    workshop.run()
    with workshop.catalogue.write() as edit:
        edit.jobs.enqueue(video_id, JobKind.DEEP, frozenset({Stage.SPEECH}))
    workshop.run()
    with workshop.catalogue.read() as view:
        assert Stage.TAGS not in view.results.done(video_id)
