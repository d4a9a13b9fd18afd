from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from core.domain.videos import Folder
from core.library.watcher import Hints, Watcher

Make = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / "v").mkdir()
    return Folder(1, str(tmp_path / "v"), online=True)


@pytest.fixture
def watcher(folder: Folder) -> Iterator[Watcher]:
    watcher = Watcher()
    assert watcher.watch(folder).live
    yield watcher
    watcher.close()


def heard(watcher: Watcher, done: Callable[[Hints], bool], within_s: float = 5.0) -> Hints:
    """Gather hints until the condition holds."""
    hints, deadline = Hints(), time.monotonic() + within_s
    while not done(hints) and time.monotonic() < deadline:
        watcher.wait(0.1)
        more = watcher.take()
        hints.paths |= more.paths
        hints.folder_ids |= more.folder_ids
    return hints


def test_a_new_video_is_heard_of_and_another_file_is_not(
    watcher: Watcher, folder: Folder, make_clip: Make
) -> None:
    make_clip(Path(folder.path) / "notes.txt")
    clip = make_clip(Path(folder.path) / "a.mp4")
    assert heard(watcher, lambda h: bool(h.paths)).paths == {str(clip)}


def test_both_names_of_a_renamed_file_are_heard(watcher: Watcher, folder: Folder, make_clip: Make) -> None:
    clip = make_clip(Path(folder.path) / "a.mp4")
    heard(watcher, lambda h: bool(h.paths))
    clip.rename(clip.with_name("б.mp4"))
    both = {str(clip), str(clip.with_name("б.mp4"))}
    assert heard(watcher, lambda h: h.paths >= both).paths >= both


def test_a_folder_that_appears_asks_for_a_scan(watcher: Watcher, folder: Folder, make_clip: Make) -> None:
    make_clip(Path(folder.path) / "sub" / "a.mp4")
    assert heard(watcher, lambda h: bool(h.folder_ids)).folder_ids == {1}


def test_reading_a_file_is_no_news(watcher: Watcher, folder: Folder, make_clip: Make) -> None:
    clip = make_clip(Path(folder.path) / "a.mp4")
    heard(watcher, lambda h: bool(h.paths))
    time.sleep(0.2)
    watcher.take()
    clip.read_bytes()
    assert not heard(watcher, bool, within_s=0.5)


def test_a_linked_folder_is_heard_under_the_name_it_was_added_by(tmp_path: Path, make_clip: Make) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    watcher = Watcher()
    try:
        watcher.watch(Folder(1, str(tmp_path / "link"), online=True))
        make_clip(tmp_path / "real" / "a.mp4")
        assert heard(watcher, lambda h: bool(h.paths)).paths == {str(tmp_path / "link" / "a.mp4")}
    finally:
        watcher.close()


def test_names_of_any_bytes_are_heard(watcher: Watcher, folder: Folder) -> None:
    clip = Path(os.fsdecode(os.fsencode(folder.path) + b"/bad \xff\n.mp4"))
    clip.write_bytes(b"content")
    assert heard(watcher, lambda h: bool(h.paths)).paths == {str(clip)}


def test_a_folder_in_the_place_of_another_is_not_the_one_watched(watcher: Watcher, folder: Folder) -> None:
    assert watcher.is_current(folder)
    Path(folder.path).rename(Path(folder.path).with_name("away"))
    Path(folder.path).mkdir()
    assert not watcher.is_current(folder)
    watcher.watch(folder)
    assert watcher.is_current(folder)


class ExhaustedObserver:
    """Where inotify has no watch left, starting to watch fails like this."""

    def schedule(
        self,
        event_handler: FileSystemEventHandler,
        path: str,
        *,
        recursive: bool,
        event_filter: list[type[FileSystemEvent]] | None = None,
    ) -> object:
        return path

    def start(self) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    def stop(self) -> None: ...

    def join(self, timeout: float | None = None) -> None:
        raise RuntimeError("cannot join thread before it is started")

    def is_alive(self) -> bool:
        return False


def test_where_the_system_has_no_watch_left_the_status_says_so(folder: Folder) -> None:
    watcher = Watcher(ExhaustedObserver)
    status = watcher.watch(folder)
    assert not status.live
    assert "inotify watch limit reached" in str(status.reason)
    assert folder.path in str(status.reason)
    assert watcher.is_current(folder)  # it is not tried again at every look
    assert watcher.statuses() == (status,)


def test_a_tree_that_could_be_watched_only_in_part_is_not_called_live(folder: Folder) -> None:
    from watchdog.observers import Observer

    made: list[object] = []

    def second_fails() -> object:
        made.append(Observer() if not made else ExhaustedObserver())
        return made[-1]

    watcher = Watcher(second_fails)  # type: ignore[arg-type]
    try:
        assert not watcher.watch(folder).live
    finally:
        watcher.close()
