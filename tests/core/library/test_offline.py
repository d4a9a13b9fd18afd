"""A drive that is pulled out and plugged in again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from core.domain.jobs import JobState
from core.domain.videos import Presence
from core.library.reachable import _key, note_mount_point
from tests.core.library.conftest import Home

Make = Callable[..., Path]


@pytest.fixture
def clip(home: Home, make_clip: Make) -> Path:
    clip = make_clip(home.root / "sub" / "clip.mp4")
    home.scan()
    return clip


def test_an_unplugged_folder_is_offline_and_nothing_is_lost(home: Home, clip: Path) -> None:
    before = home.video_at(clip)
    home.root.rename(home.root.with_name("unplugged"))
    report = home.scan()
    assert report.offline == (str(home.root),)
    assert not report.missing
    assert home.state_at(clip) is Presence.OFFLINE
    assert not home.library.folders()[0].online
    home.root.with_name("unplugged").rename(home.root)
    assert len(home.scan().returned) == 1
    assert home.video_at(clip) == before
    assert home.library.folders()[0].online


def test_an_empty_mount_point_is_a_drive_that_is_away(home: Home, clip: Path) -> None:
    folder = home.library.folders()[0]
    with home.catalogue.write() as edit:  # as if the root had been a mounted drive when it was last seen
        edit.meta.set(_key(folder.id), os.fsencode(home.root).hex())
    clip.unlink()
    clip.parent.rmdir()
    assert home.scan().offline == (str(home.root),)
    assert home.state_at(clip) is Presence.OFFLINE


def test_a_new_folder_inherits_no_drive_of_a_removed_one_with_its_number(home: Home, tmp_path: Path) -> None:
    gone = home.library.folders()[0]
    with home.catalogue.write() as edit:  # as if the root had been a mounted drive when it was last seen
        edit.meta.set(_key(gone.id), os.fsencode(home.root).hex())
    home.library.remove_folder(gone.id)
    note_mount_point(home.catalogue, gone)  # the end of a scan that had begun before
    (tmp_path / "new").mkdir()
    new = home.library.add_folder(tmp_path / "new")
    assert new.id == gone.id
    with home.catalogue.read() as view:
        assert view.meta.get(_key(new.id)) is None
    assert home.scan().offline == ()


def test_work_on_an_unplugged_folder_is_withdrawn_and_queued_again(home: Home, clip: Path) -> None:
    home.root.rename(home.root.with_name("unplugged"))
    home.scan()
    with home.catalogue.read() as view:
        assert view.jobs.counts().open == 0
        cancelled = view.jobs.in_state([JobState.CANCELLED])
    assert all("queued again" in str(job.error) for job in cancelled)
    home.root.with_name("unplugged").rename(home.root)
    home.scan()
    with home.catalogue.read() as view:
        assert view.jobs.counts().queued == 2


def test_withdrawn_work_is_queued_again_even_if_the_program_died_before_it_could(
    home: Home, clip: Path
) -> None:
    record = home.record_at(clip)
    assert record is not None
    home.root.rename(home.root.with_name("unplugged"))
    home.scan()
    home.root.with_name("unplugged").rename(home.root)
    with home.catalogue.write() as edit:  # the moment before the kill
        edit.files.set_state([record.id], Presence.PRESENT)
    assert len(home.library.enqueue_stale()) == 2


def test_a_copy_on_another_drive_does_not_take_the_place_of_the_one_that_is_away(
    home: Home, clip: Path, make_clip: Make, tmp_path: Path
) -> None:
    content = clip.read_bytes()
    home.root.rename(home.root.with_name("unplugged"))
    other = tmp_path / "other"
    other.mkdir()
    (other / "clip.mp4").write_bytes(content)
    home.library.add_folder(other)
    home.scan()
    assert home.state_at(clip) is Presence.OFFLINE
    video = home.video_at(other / "clip.mp4")
    assert video is not None
    assert video.state is Presence.PRESENT


def test_a_linked_folder_whose_drive_is_away_keeps_its_files(
    home: Home, make_clip: Make, tmp_path: Path
) -> None:
    make_clip(tmp_path / "drive" / "clip.mp4")
    (home.root / "linked").symlink_to(tmp_path / "drive")
    home.scan()
    (tmp_path / "drive").rename(tmp_path / "away")
    assert not home.scan().missing
    assert home.state_at(home.root / "linked" / "clip.mp4") is Presence.OFFLINE
    (tmp_path / "away").rename(tmp_path / "drive")
    assert len(home.scan().returned) == 1


def test_a_copy_does_not_take_the_place_of_one_behind_a_link_that_leads_nowhere(
    home: Home, make_clip: Make, tmp_path: Path
) -> None:
    make_clip(tmp_path / "drive" / "clip.mp4", "same")
    (home.root / "linked").symlink_to(tmp_path / "drive")
    home.scan()
    (tmp_path / "drive").rename(tmp_path / "away")
    home.scan()
    make_clip(home.root / "copy.mp4", "same")
    home.scan()
    assert home.state_at(home.root / "linked" / "clip.mp4") is Presence.OFFLINE
    assert home.state_at(home.root / "copy.mp4") is Presence.PRESENT
