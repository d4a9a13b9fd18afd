"""What a scan notices, on real files, with a real catalogue."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from core.domain.jobs import JobKind, JobState
from core.domain.tags import TagState
from core.domain.videos import Presence
from core.library.library import Library
from core.library.settling import Settling
from tests.core.library.conftest import Home

Make = Callable[..., Path]


def test_new_files_are_taken_in_with_their_titles(home: Home, make_clip: Make) -> None:
    make_clip(home.root / "walk_with_dog.mp4")
    make_clip(home.root / "deep" / "Show S01E02.mkv")
    report = home.scan()
    assert len(report.added) == report.files_seen == 2
    assert home.listed() == ["Show S01E02", "walk with dog"]


def test_a_second_scan_finds_nothing_new(home: Home, make_clip: Make) -> None:
    make_clip(home.root / "a.mp4")
    home.scan()
    report = home.scan()
    assert not report.found_anything
    assert report.files_seen == 1


def test_two_files_of_equal_content_are_one_video_named_after_the_first(home: Home, make_clip: Make) -> None:
    make_clip(home.root / "holiday.mp4", "same")
    home.scan()
    make_clip(home.root / "copy of something.mp4", "same")
    home.scan()
    assert home.listed() == ["holiday"]
    video = home.video_at(home.root / "copy of something.mp4")
    assert video == home.video_at(home.root / "holiday.mp4")


def test_a_renamed_file_keeps_its_video_and_takes_the_new_name(home: Home, make_clip: Make) -> None:
    clip = make_clip(home.root / "old_name.mp4")
    home.scan()
    before = home.video_at(clip)
    clip.rename(home.root / "new_name.mp4")
    report = home.scan()
    after = home.video_at(home.root / "new_name.mp4")
    assert before is not None
    assert after is not None
    assert (after.id, after.title, after.state) == (before.id, "new name", Presence.PRESENT)
    assert report.moved == (before.id,)
    assert not report.missing
    assert home.record_at(clip) is None


def test_a_moved_folder_keeps_all_its_videos(home: Home, make_clip: Make) -> None:
    for number in range(5):
        make_clip(home.root / "before" / f"{number} clip.mp4")
    home.scan()
    (home.root / "before").rename(home.root / "after")
    report = home.scan()
    assert (len(report.moved), report.added, report.missing) == (5, (), ())


def test_two_files_that_exchange_their_names_exchange_their_titles(home: Home, make_clip: Make) -> None:
    one, two = make_clip(home.root / "one.mp4", "1", 6_000), make_clip(home.root / "two.mp4", "2", 7_000)
    home.scan()
    first, second = home.video_at(one), home.video_at(two)
    one.rename(home.root / "aside")
    two.rename(one)
    (home.root / "aside").rename(two)
    home.scan()
    assert first is not None
    assert second is not None
    at_one, at_two = home.video_at(one), home.video_at(two)
    assert at_one is not None
    assert at_two is not None
    assert (at_one.id, at_one.title) == (second.id, "one")
    assert (at_two.id, at_two.title) == (first.id, "two")


def test_a_file_moved_to_another_folder_of_the_library_keeps_its_video(
    bare_home: Home, make_clip: Make
) -> None:
    one, two = bare_home.root / "one", bare_home.root / "two"
    clip = make_clip(one / "clip.mp4")
    two.mkdir()
    here, there = bare_home.library.add_folder(one), bare_home.library.add_folder(two)
    bare_home.scan()
    before = bare_home.video_at(clip)
    clip.rename(two / "clip.mp4")
    assert bare_home.library.scan(Event(), [there.id]).moved
    bare_home.library.scan(Event(), [here.id])
    after, record = bare_home.video_at(two / "clip.mp4"), bare_home.record_at(two / "clip.mp4")
    assert before == (after and before)
    assert after is not None
    assert before is not None
    assert after.id == before.id
    assert record is not None
    assert record.folder_id == there.id
    assert bare_home.record_at(clip) is None


def test_replaced_content_is_a_new_video_and_the_old_one_keeps_its_tags(home: Home, make_clip: Make) -> None:
    clip = make_clip(home.root / "clip.mp4", "old")
    home.scan()
    old = home.video_at(clip)
    assert old is not None
    with home.catalogue.write() as edit:
        tag = edit.tag_tree.ensure_path("Mine/Precious")
        edit.video_tags.say([old.id], tag, TagState.ADDED)
    make_clip(clip, "new content", 9_000)
    report = home.scan()
    new = home.video_at(clip)
    assert new is not None
    assert report.changed == (new.id,)
    assert new.id != old.id
    with home.catalogue.read() as view:
        assert view.video_tags.of_video(new.id) == ()
    make_clip(home.root / "found again.mp4", "old")
    home.scan()
    again = home.video_at(home.root / "found again.mp4")
    assert again is not None
    assert again.id == old.id
    with home.catalogue.read() as view:
        assert [tag.path for tag in view.video_tags.of_video(again.id)] == [("Mine", "Precious")]


def test_a_deleted_file_is_missing_and_comes_back_as_it_was(home: Home, make_clip: Make) -> None:
    clip = make_clip(home.root / "clip.mp4")
    home.scan()
    before = home.video_at(clip)
    content, times = clip.read_bytes(), clip.stat()
    clip.unlink()
    assert len(home.scan().missing) == 1
    assert home.state_at(clip) is Presence.MISSING
    clip.write_bytes(content)
    os.utime(clip, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert len(home.scan().returned) == 1
    assert home.video_at(clip) == before


def test_a_file_that_is_touched_stays_what_it_is(home: Home, make_clip: Make) -> None:
    clip = make_clip(home.root / "clip.mp4")
    home.scan()
    before = home.video_at(clip)
    os.utime(clip)
    assert not home.scan().found_anything
    assert home.video_at(clip) == before
    record = home.record_at(clip)
    assert record is not None
    assert record.mtime_ns == clip.stat().st_mtime_ns


def test_a_fresh_file_is_left_alone_until_it_has_settled(home: Home, make_clip: Make) -> None:
    library = Library(home.catalogue, lambda: home.options[-1], Settling(settle_s=0.2))
    clip = make_clip(home.root / "clip.mp4")
    assert library.scan(Event()).unsettled == (str(clip),)
    assert home.record_at(clip) is None
    time.sleep(0.25)
    assert len(library.scan(Event()).added) == 1


def test_a_renamed_file_need_not_settle(home: Home, make_clip: Make) -> None:
    clip = make_clip(home.root / "clip.mp4")
    home.scan()
    clip.rename(home.root / "renamed.mp4")
    library = Library(home.catalogue, lambda: home.options[-1], Settling())
    report = library.scan(Event())
    assert (len(report.moved), report.unsettled) == (1, ())


def test_an_empty_file_has_its_own_row_with_its_error_until_it_has_content(
    home: Home, make_clip: Make
) -> None:
    library = Library(home.catalogue, lambda: home.options[-1], Settling(settle_s=0.0))
    clips = [home.root / "one.mp4", home.root / "two.mp4"]
    for clip in clips:
        clip.touch()
    library.scan(Event())
    report = library.scan(Event())
    assert len(report.failures) == 2
    one, two = (home.video_at(clip) for clip in clips)
    assert one is not None
    assert two is not None
    assert one.id != two.id
    assert "is empty" in str(one.error)
    with home.catalogue.read() as view:
        assert view.jobs.counts().open == 0
    make_clip(clips[0])
    library.scan(Event())
    assert library.scan(Event()).changed
    healed = home.video_at(clips[0])
    assert healed is not None
    assert healed.error is None
    assert home.listed() == ["one", "two"]


def test_an_unreadable_file_is_told_and_read_as_soon_as_it_may_be(
    open_space: Path, make_clip: Make, as_ordinary_user: None
) -> None:
    from core.analysis.messages import AnalysisOptions
    from core.library.opening import open_library
    from tests.core.library.conftest import Clock

    catalogue = open_library(open_space / "library.sqlite3")
    try:
        library = Library(catalogue, AnalysisOptions, Settling(wall_clock=Clock()))
        clip = make_clip(open_space / "v" / "secret.mp4")
        make_clip(open_space / "v" / "shown.mp4")
        clip.chmod(0)
        library.add_folder(open_space / "v")
        report = library.scan(Event())
        assert len(report.added) == 1
        assert [failure.path for failure in report.failures] == [str(clip)]
        assert "permissions" in report.failures[0].reason
        clip.chmod(0o600)
        assert library.scan(Event()).changed
    finally:
        catalogue.close()


def test_files_below_a_folder_that_cannot_be_read_are_out_of_reach_and_not_missing(
    open_space: Path, make_clip: Make, as_ordinary_user: None
) -> None:
    from core.analysis.messages import AnalysisOptions
    from core.library.opening import open_library
    from tests.core.library.conftest import Clock

    catalogue = open_library(open_space / "library.sqlite3")
    try:
        library = Library(catalogue, AnalysisOptions, Settling(wall_clock=Clock()))
        clip = make_clip(open_space / "v" / "sub" / "clip.mp4")
        library.add_folder(open_space / "v")
        library.scan(Event())
        clip.parent.chmod(0)
        report = library.scan(Event())
        assert report.failures
        assert not report.missing
        with catalogue.read() as view:
            record = view.files.at(str(clip))
        assert record is not None
        assert record.state is Presence.OFFLINE
        clip.parent.chmod(0o700)
        assert library.scan(Event()).returned
    finally:
        catalogue.close()


@pytest.mark.parametrize(
    "name", [b"new\nline.mp4", b"not utf8 \xff\xfe.mp4", "Мой дом и кафе.mp4".encode(), b"=cmd().mp4"]
)
def test_names_of_any_bytes_survive(home: Home, name: bytes) -> None:
    clip = Path(os.fsdecode(os.fsencode(home.root) + b"/" + name))
    clip.write_bytes(b"content")
    assert len(home.scan().added) == 1
    assert not home.scan().found_anything
    with home.catalogue.read() as view:
        video = view.search.page()[0]
    assert os.fsencode(video.path) == os.fsencode(clip)
    assert Path(video.path).read_bytes() == b"content"


def test_a_scan_can_be_stopped_and_then_marks_nothing_as_missing(home: Home, make_clip: Make) -> None:
    clip = make_clip(home.root / "clip.mp4")
    home.scan()
    clip.unlink()
    stop = Event()
    stop.set()
    assert not home.library.scan(stop).complete
    assert home.state_at(clip) is Presence.PRESENT


def test_a_scan_that_is_stopped_on_the_way_marks_nothing_as_missing(home: Home, make_clip: Make) -> None:
    clip = make_clip(home.root / "clip.mp4")
    home.scan()
    clip.unlink()
    for number in range(300):
        make_clip(home.root / f"{number} new.mp4", size=100)
    stop = Event()
    home.catalogue.subscribe(lambda _changes: stop.set())
    report = home.library.scan(stop)
    assert 0 < len(report.added) < 300
    assert not report.complete
    assert home.state_at(clip) is Presence.PRESENT


def test_what_is_found_is_queued_quick_work_first(home: Home, make_clip: Make) -> None:
    make_clip(home.root / "a.mp4")
    make_clip(home.root / "b.mp4")
    home.scan()
    with home.catalogue.read() as view:
        jobs = view.jobs.in_state([JobState.QUEUED])
    assert [job.kind for job in jobs] == [JobKind.QUICK] * 2 + [JobKind.DEEP] * 2
    home.scan()
    with home.catalogue.read() as view:
        assert view.jobs.counts().queued == 4


def test_others_write_while_a_scan_runs(home: Home, make_clip: Make) -> None:
    for number in range(600):
        make_clip(home.root / f"{number} clip.mp4", size=100)
    commits: list[int] = []
    home.catalogue.subscribe(lambda changes: commits.append(len(changes.videos)))
    home.scan()
    assert max(commits) <= 200
    assert sum(1 for count in commits if count) >= 3


def test_two_thousand_files_are_scanned_fast_and_the_second_time_in_no_time(
    home: Home, make_clip: Make
) -> None:
    for number in range(2_000):
        make_clip(home.root / f"{number // 100}" / f"{number} clip.mp4", size=200)
    began = time.perf_counter()
    assert len(home.scan().added) == 2_000
    first_s = time.perf_counter() - began
    began = time.perf_counter()
    assert not home.scan().found_anything
    assert time.perf_counter() - began < 1.0
    assert first_s < 15.0
