from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.domain.jobs import JobKind
from core.domain.stages import ALL_STAGES, Stage
from core.library.queueing import Queueing
from core.library.tree_changes import REST_S
from tests.core.library.conftest import Home

Make = Callable[..., Path]


@pytest.fixture
def tagged(home: Home, make_clip: Make) -> Home:
    """A library with one video, of which everything is done and queued no more."""
    make_clip(home.root / "clip.mp4")
    (video_id,) = home.scan().added
    home.library.enqueue_stale()
    versions = Queueing(home.catalogue, lambda: home.options[-1]).versions()
    with home.catalogue.write() as edit:
        while (job := edit.jobs.claim("tester", 60)) is not None:
            edit.jobs.finish(job.id, "tester")
        for stage in ALL_STAGES:
            edit.results.put(video_id, stage, versions[stage])
    return home


def add_tag(catalogue: Catalogue, name: str) -> int:
    with catalogue.write() as edit:
        return edit.tag_tree.add(None, name)


def queued(home: Home) -> dict[JobKind, frozenset[Stage]]:
    with home.catalogue.read() as view:
        ids = view.jobs.counts().queued
        jobs = [job for job in view.jobs.of_video(1) if job.state == "queued"]
    assert len(jobs) == ids
    return {job.kind: job.stages for job in jobs}


def test_tags_are_queued_once_when_the_tree_has_rested(tagged: Home) -> None:
    turn = tagged.library.enqueue_when_tree_changed
    assert turn(0.0) == ()
    add_tag(tagged.catalogue, "Aquarium")
    assert turn(100.0) == turn(100.0 + 0.9 * REST_S) == ()
    add_tag(tagged.catalogue, "Terrarium")
    assert turn(100.0 + REST_S) == turn(100.0 + 1.9 * REST_S) == ()
    assert len(turn(100.0 + 2.1 * REST_S)) == 1
    assert queued(tagged) == {JobKind.DEEP: frozenset({Stage.TAGS})}
    assert turn(100.0 + 9 * REST_S) == ()


def test_other_changes_in_between_do_not_keep_the_tags_waiting(tagged: Home) -> None:
    turn = tagged.library.enqueue_when_tree_changed
    add_tag(tagged.catalogue, "Aquarium")
    turn(0.0)
    with tagged.catalogue.write() as edit:
        edit.meta.set("a", "b")
        edit.videos.set_error(1, None)
    other = Catalogue(tagged.catalogue.path)
    with other.write() as edit:
        edit.videos.set_error(1, "not understood")
    other.close()
    tagged.catalogue.notice_other_programs()
    assert len(turn(REST_S)) == 1


def test_a_tree_that_is_as_it_was_queues_nothing(tagged: Home) -> None:
    turn = tagged.library.enqueue_when_tree_changed
    tag_id = add_tag(tagged.catalogue, "Aquarium")
    turn(0.0)
    with tagged.catalogue.write() as edit:
        edit.tag_tree.delete(tag_id)
    assert turn(0.5 * REST_S) == turn(3 * REST_S) == ()
    assert queued(tagged) == {}


def test_a_tree_edited_by_another_program_is_noticed(tagged: Home) -> None:
    other = Catalogue(tagged.catalogue.path)
    add_tag(other, "Aquarium")
    other.close()
    tagged.catalogue.notice_other_programs()
    turn = tagged.library.enqueue_when_tree_changed
    assert turn(0.0) == ()
    assert len(turn(REST_S)) == 1


def test_nothing_is_asked_of_the_catalogue_while_nobody_edits_the_tree(
    tagged: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = tagged.library.enqueue_when_tree_changed
    add_tag(tagged.catalogue, "Aquarium")
    turn(-REST_S)
    assert len(turn(0.0)) == 1
    monkeypatch.setattr(tagged.catalogue, "read", None)
    assert turn(1.0) == turn(9 * REST_S) == ()
