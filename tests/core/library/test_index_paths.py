from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import core.library.intake
from core.library.library import Library
from core.library.settling import Settling
from tests.core.library.conftest import Home

Make = Callable[..., Path]


def titles(home: Home, ids: tuple[int, ...]) -> list[str]:
    with home.catalogue.read() as view:
        return [video.title for video in view.videos.many(ids)]


def test_files_and_folders_are_taken_in_the_order_named(bare_home: Home, make_clip: Make) -> None:
    one = make_clip(bare_home.root / "z.mp4")
    make_clip(bare_home.root / "folder" / "b.mp4")
    make_clip(bare_home.root / "folder" / "a.mp4")
    report = bare_home.library.index_paths([one, bare_home.root / "folder", one])
    assert titles(bare_home, report.video_ids) == ["z", "a", "b"]
    assert report.failures == ()


def test_a_fresh_file_is_taken_at_once_and_nothing_is_queued(bare_home: Home, make_clip: Make) -> None:
    library = Library(bare_home.catalogue, lambda: bare_home.options[-1], Settling())
    assert len(library.index_paths([make_clip(bare_home.root / "a.mp4")]).video_ids) == 1
    with bare_home.catalogue.read() as view:
        assert view.jobs.counts().open == 0


def test_bad_paths_are_told_with_a_reason_and_stop_nothing(bare_home: Home, make_clip: Make) -> None:
    good = make_clip(bare_home.root / "good.mp4")
    empty, gone = bare_home.root / "empty.mp4", bare_home.root / "gone.mp4"
    empty.touch()
    for _ in range(2):  # the second time the empty one is known already
        report = bare_home.library.index_paths([empty, gone, good])
        assert titles(bare_home, report.video_ids) == ["good"]
        reasons = {Path(failure.path).name: failure.reason for failure in report.failures}
        assert "is empty" in reasons["empty.mp4"]
        assert "does not exist" in reasons["gone.mp4"]


def test_a_named_file_is_taken_whatever_its_name(bare_home: Home, make_clip: Make) -> None:
    clip = make_clip(bare_home.root / "recording.weird")
    assert len(bare_home.library.index_paths([clip]).video_ids) == 1
    assert bare_home.library.index_paths([bare_home.root]).video_ids == ()


def test_known_files_are_not_read_again(
    bare_home: Home, make_clip: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    clips = [make_clip(bare_home.root / f"{number} clip.mp4") for number in range(200)]
    before = bare_home.library.index_paths(clips)

    def never(path: str, size_bytes: int) -> str:
        raise AssertionError(path)

    monkeypatch.setattr(core.library.intake, "content_identity", never)
    began = time.perf_counter()
    assert bare_home.library.index_paths(clips) == before
    assert time.perf_counter() - began < 0.5
    os.utime(clips[0], (1, 1))
    with pytest.raises(AssertionError):
        bare_home.library.index_paths(clips)


def test_a_file_below_a_folder_of_the_library_belongs_to_it(home: Home, make_clip: Make) -> None:
    clip = make_clip(home.root / "sub" / "a.mp4")
    home.library.index_paths([clip])
    record = home.record_at(clip)
    assert record is not None
    assert record.folder_id == home.library.folders()[0].id


def test_a_file_named_before_its_folder_was_added_is_adopted_unread(
    bare_home: Home, make_clip: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = make_clip(bare_home.root / "a.mp4")
    bare_home.library.index_paths([clip])
    folder = bare_home.library.add_folder(bare_home.root)

    def never(path: str, size_bytes: int) -> str:
        raise AssertionError(path)

    monkeypatch.setattr(core.library.intake, "content_identity", never)
    bare_home.scan()
    record = bare_home.record_at(clip)
    assert record is not None
    assert record.folder_id == folder.id
    assert bare_home.listed() == ["a"]


def test_a_single_file_is_followed_by_the_next_scan(bare_home: Home, make_clip: Make) -> None:
    clip = make_clip(bare_home.root / "drive" / "a.mp4", "old")
    bare_home.library.index_paths([clip])
    before = bare_home.video_at(clip)
    aside = clip.rename(clip.with_name("aside"))
    assert len(bare_home.scan().missing) == 1
    aside.rename(clip)
    assert len(bare_home.scan().returned) == 1
    assert bare_home.video_at(clip) == before
    clip.parent.rename(bare_home.root / "away")
    assert not bare_home.scan().missing
    assert bare_home.state_at(clip) == "offline"
    (bare_home.root / "away").rename(clip.parent)
    make_clip(clip, "new", 7_000)
    assert len(bare_home.scan().changed) == 1


def test_naming_a_file_does_not_wait_for_a_scan(home: Home, make_clip: Make) -> None:
    make_clip(home.root / "a.mp4")
    other = make_clip(home.root.parent / "b.mp4")
    within: list[int] = []

    def name_another(_changes: object) -> None:
        if not within:
            within.append(0)
            thread = threading.Thread(
                target=lambda: within.extend(home.library.index_paths([other]).video_ids)
            )
            thread.start()
            thread.join(5)

    home.catalogue.subscribe(name_another)
    home.scan()
    assert len(within) == 2


def test_a_file_that_was_missing_is_at_hand_again_when_it_is_named(home: Home, make_clip: Make) -> None:
    clip = make_clip(home.root / "a.mp4")
    home.scan()
    aside = clip.rename(home.root / "aside")
    home.scan()
    aside.rename(clip)
    assert len(home.library.index_paths([clip]).video_ids) == 1
    assert home.state_at(clip) == "present"
