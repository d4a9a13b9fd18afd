"""The loop with real threads, a real watcher and real files that come and go."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.analysis.messages import AnalysisOptions
from core.domain.videos import Presence
from core.library.library import Library
from core.library.loop import LibraryLoop, Rhythm
from core.library.queueing import Queueing
from core.library.settling import SETTLE_S, Settling
from core.library.watcher import Watcher
from tests.core.library.conftest import Home
from tests.core.library.test_watcher import ExhaustedObserver

Make = Callable[..., Path]
_QUICK = Rhythm(roots_s=0.3, rescan_s=600, unheard_rescan_s=0.3, folder_hint_s=0.2)


@contextmanager
def running(
    home: Home, settle_s: float = 0.3, watcher: Watcher | None = None, rhythm: Rhythm = _QUICK
) -> Iterator[LibraryLoop]:
    library = Library(home.catalogue, AnalysisOptions, Settling(settle_s))
    loop, stop = LibraryLoop(library, watcher, rhythm), threading.Event()
    thread = threading.Thread(target=loop.run, args=(stop,))
    thread.start()
    try:
        wait_for(lambda: len(loop.statuses()) == len(library.folders()))
        yield loop
    finally:
        stop.set()
        thread.join(10)
    assert not thread.is_alive()


def wait_for(condition: Callable[[], bool], within_s: float = 20.0) -> float:
    """Return after how many seconds the condition held; fail where it never does."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < within_s, "it did not happen in time"
        time.sleep(0.02)
    return time.monotonic() - began


def queued(home: Home) -> int:
    with home.catalogue.read() as view:
        return view.jobs.counts().queued


def test_a_clip_copied_in_is_queued_soon_after_it_settled(home: Home, make_clip: Make) -> None:
    with running(home, settle_s=SETTLE_S):
        make_clip(home.root / "clip.mp4")
        waited_s = wait_for(lambda: queued(home) == 2)
    assert SETTLE_S <= waited_s < SETTLE_S + 2.0


def test_a_folder_without_videos_is_looked_through_and_told(home: Home) -> None:
    with running(home) as loop:
        wait_for(lambda: bool(loop.looked_through()))
        assert loop.looked_through() == {folder.id for folder in home.library.folders()}


def test_a_file_that_grows_is_taken_once_and_whole(home: Home) -> None:
    clip = home.root / "slow.mp4"
    seen: list[int] = []
    with running(home, settle_s=0.8):
        with clip.open("wb") as file:
            for _ in range(12):
                file.write(b"x" * 1_000)
                file.flush()
                time.sleep(0.2)
                if (record := home.record_at(clip)) is not None:
                    seen.append(record.size_bytes)
        wait_for(lambda: home.record_at(clip) is not None)
        wait_for(lambda: queued(home) == 2)
    assert seen == []
    record = home.record_at(clip)
    assert record is not None
    assert record.size_bytes == 12_000
    with home.catalogue.read() as view:
        assert len(view.search.page()) == 1


def test_files_of_before_the_start_are_found(home: Home, make_clip: Make) -> None:
    make_clip(home.root / "a.mp4")
    with running(home):
        wait_for(lambda: home.listed() == ["a"])


def test_rename_move_and_deletion_are_noticed(home: Home, make_clip: Make) -> None:
    clip = make_clip(home.root / "first.mp4")
    home.scan()
    video = home.video_at(clip)
    assert video is not None
    with running(home):
        clip = clip.rename(home.root / "second.mp4")
        wait_for(lambda: home.listed() == ["second"])
        (home.root / "sub").mkdir()
        clip = clip.rename(home.root / "sub" / "third.mp4")
        wait_for(lambda: home.listed() == ["third"])
        moved = home.video_at(clip)
        assert moved is not None
        assert moved.id == video.id
        (home.root / "sub").rename(home.root / "renamed folder")
        clip = home.root / "renamed folder" / "third.mp4"
        wait_for(lambda: home.state_at(clip) is Presence.PRESENT)
        clip.unlink()
        wait_for(lambda: home.state_at(clip) is Presence.MISSING)
    with home.catalogue.read() as view:
        assert [v.id for v in view.search.page()] == [video.id]


def test_a_file_moved_between_two_folders_keeps_its_video(bare_home: Home, make_clip: Make) -> None:
    one, two = bare_home.root / "one", bare_home.root / "two"
    clip = make_clip(one / "clip.mp4")
    two.mkdir()
    for folder in (one, two):
        bare_home.library.add_folder(folder)
    bare_home.scan()
    before = bare_home.video_at(clip)
    assert before is not None
    with running(bare_home):
        clip.rename(two / "clip.mp4")
        wait_for(lambda: bare_home.state_at(two / "clip.mp4") is Presence.PRESENT)
        wait_for(lambda: bare_home.record_at(clip) is None)
    after = bare_home.video_at(two / "clip.mp4")
    assert after is not None
    assert after.id == before.id
    assert queued(bare_home) == 2


def test_replaced_content_is_noticed(home: Home, make_clip: Make) -> None:
    clip = make_clip(home.root / "clip.mp4", "old")
    home.scan()
    before = home.video_at(clip)
    assert before is not None
    with running(home):
        make_clip(clip, "new and longer", 9_000)
        wait_for(lambda: (video := home.video_at(clip)) is not None and video.id != before.id)


def test_a_copied_tree_is_taken_in_whole(home: Home, make_clip: Make) -> None:
    with running(home):
        for number in range(40):
            make_clip(home.root / f"{number % 4}" / f"{number % 3}" / f"{number} clip.mp4", size=300)
        wait_for(lambda: len(home.listed()) == 40)


def test_an_unplugged_folder_goes_offline_and_returns_watched(home: Home, make_clip: Make) -> None:
    clip = make_clip(home.root / "clip.mp4")
    home.scan()
    with running(home):
        home.root.rename(home.root.with_name("away"))
        wait_for(lambda: home.state_at(clip) is Presence.OFFLINE)
        home.root.with_name("away").rename(home.root)
        wait_for(lambda: home.state_at(clip) is Presence.PRESENT)
        make_clip(home.root / "after.mp4")
        wait_for(lambda: home.listed() == ["after", "clip"])


def test_another_folder_in_the_place_of_the_first_is_followed(home: Home, make_clip: Make) -> None:
    make_clip(home.root / "old.mp4")
    home.scan()
    with running(home):
        home.root.rename(home.root.with_name("away"))
        home.root.mkdir()
        wait_for(lambda: home.state_at(home.root / "old.mp4") is Presence.MISSING)
        make_clip(home.root / "new.mp4")
        wait_for(lambda: "new" in home.listed())


def test_a_folder_added_while_the_loop_runs_is_followed_and_a_removed_one_is_not(
    bare_home: Home, make_clip: Make
) -> None:
    with running(bare_home) as loop:
        make_clip(bare_home.root / "a.mp4")
        folder = bare_home.library.add_folder(bare_home.root)
        wait_for(lambda: bare_home.listed() == ["a"])
        make_clip(bare_home.root / "b.mp4")
        wait_for(lambda: bare_home.listed() == ["a", "b"])
        bare_home.library.remove_folder(folder.id)
        wait_for(lambda: loop.statuses() == ())
        assert bare_home.listed() == []


def test_without_any_watch_left_changes_are_found_all_the_same(home: Home, make_clip: Make) -> None:
    with running(home, watcher=Watcher(ExhaustedObserver)) as loop:
        assert [status.live for status in loop.statuses()] == [False]
        clip = make_clip(home.root / "a.mp4")
        wait_for(lambda: home.listed() == ["a"])
        clip.unlink()
        wait_for(lambda: home.state_at(clip) is Presence.MISSING)


def test_a_fully_watched_folder_is_not_looked_through_again_and_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    scans: list[float] = []
    real = Library.scan

    def counted(self: Library, *args: object) -> object:
        scans.append(time.monotonic())
        return real(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Library, "scan", counted)
    with running(home):
        wait_for(lambda: bool(scans))
        time.sleep(1.5)
    assert len(scans) == 1


def test_the_loop_ends_at_once_when_it_is_told_to(home: Home) -> None:
    began = time.monotonic()
    with running(home):
        began = time.monotonic()
    assert time.monotonic() - began < 2.0


def test_an_edited_tree_tags_the_videos_anew_while_the_loop_runs(home: Home, make_clip: Make) -> None:
    make_clip(home.root / "clip.mp4")
    (video_id,) = home.scan().added
    versions = Queueing(home.catalogue, lambda: home.options[-1]).versions()
    with home.catalogue.write() as edit:
        while (job := edit.jobs.claim("tester", 60)) is not None:
            edit.jobs.finish(job.id, "tester")
        for stage, version in versions.items():
            edit.results.put(video_id, stage, version)
    with running(home):
        with home.catalogue.write() as edit:
            edit.tag_tree.add(None, "Aquarium")
        wait_for(lambda: queued(home) == 1, within_s=20)


def test_the_loop_outlives_a_fault(home: Home, make_clip: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    real, faults = Library.scan, [OSError(28, "No space left on device")]

    def scan(self: Library, *args: object) -> object:
        if faults:
            raise faults.pop()
        return real(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Library, "scan", scan)
    make_clip(home.root / "clip.mp4")
    with running(home):
        wait_for(lambda: queued(home) > 0, within_s=20)
    assert not faults
