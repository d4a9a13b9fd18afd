from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from core.domain.jobs import JobState
from core.errors import UserError
from tests.core.library.conftest import Home

Make = Callable[..., Path]


def test_a_folder_that_is_added_twice_is_one(bare_home: Home) -> None:
    once = bare_home.library.add_folder(bare_home.root)
    assert bare_home.library.add_folder(str(bare_home.root) + "/") == once


def test_what_cannot_be_a_folder_of_the_library_is_refused_with_a_reason(
    bare_home: Home, make_clip: Make
) -> None:
    clip = make_clip(bare_home.root / "a.mp4")
    with pytest.raises(UserError, match="is not a folder"):
        bare_home.library.add_folder(clip)
    with pytest.raises(UserError, match="There is no folder"):
        bare_home.library.add_folder(bare_home.root / "nowhere")
    with pytest.raises(UserError, match="whole disk"):
        bare_home.library.add_folder(os.sep)


def test_folders_inside_and_around_an_added_one_are_refused(bare_home: Home) -> None:
    (bare_home.root / "sub" / "subsub").mkdir(parents=True)
    bare_home.library.add_folder(bare_home.root / "sub")
    with pytest.raises(UserError, match="lies in the folder"):
        bare_home.library.add_folder(bare_home.root / "sub" / "subsub")
    with pytest.raises(UserError, match="holds the folder"):
        bare_home.library.add_folder(bare_home.root)
    (bare_home.root / "link").symlink_to(bare_home.root / "sub")
    with pytest.raises(UserError, match="lies in the folder"):
        bare_home.library.add_folder(bare_home.root / "link")
    (bare_home.root / "sub and more").mkdir()
    bare_home.library.add_folder(bare_home.root / "sub and more")


def test_a_forbidden_folder_is_refused(open_space: Path, as_ordinary_user: None) -> None:
    from core.analysis.messages import AnalysisOptions
    from core.library.library import Library
    from core.library.opening import open_library

    (open_space / "secret").mkdir(mode=0)
    catalogue = open_library(open_space / "library.sqlite3")
    try:
        with pytest.raises(UserError, match="permissions"):
            Library(catalogue, AnalysisOptions).add_folder(open_space / "secret")
    finally:
        catalogue.close()


def test_the_videos_of_a_removed_folder_leave_the_views_and_return_with_it(
    home: Home, make_clip: Make
) -> None:
    clip = make_clip(home.root / "clip.mp4")
    home.scan()
    before = home.video_at(clip)
    folder = home.library.folders()[0]
    home.library.remove_folder(folder.id)
    assert home.listed() == []
    assert home.library.enqueue_stale() == ()
    with home.catalogue.read() as view:
        assert not view.jobs.in_state([JobState.QUEUED])
    home.library.add_folder(home.root)
    home.scan()
    assert home.listed() == ["clip"]
    after = home.video_at(clip)
    assert before is not None
    assert after is not None
    assert after.id == before.id
    with home.catalogue.read() as view:
        assert view.jobs.counts().queued == 2
    with pytest.raises(UserError, match="no folder with the number"):
        home.library.remove_folder(folder.id + 999)


def test_a_video_that_lies_in_another_folder_too_stays(bare_home: Home, make_clip: Make) -> None:
    for name in ("one", "two"):
        make_clip(bare_home.root / name / "clip.mp4", "same")
    one = bare_home.library.add_folder(bare_home.root / "one")
    bare_home.library.add_folder(bare_home.root / "two")
    bare_home.scan()
    bare_home.library.remove_folder(one.id)
    assert bare_home.listed() == ["clip"]
    with bare_home.catalogue.read() as view:
        assert view.jobs.counts().queued == 2


def test_a_folder_removed_during_its_scan_does_no_harm(home: Home, make_clip: Make) -> None:
    for number in range(450):
        make_clip(home.root / f"{number} clip.mp4", size=100)
    folder = home.library.folders()[0]
    removed: list[int] = []

    def remove_once(_changes: object) -> None:
        if not removed:
            removed.append(folder.id)
            home.library.remove_folder(folder.id)

    home.catalogue.subscribe(remove_once)
    home.scan()
    assert home.library.folders() == ()
    assert home.listed() == []
