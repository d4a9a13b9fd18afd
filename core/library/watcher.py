"""Hears from the system that something happened in a folder. A hint only: the rescan is the truth."""

from __future__ import annotations

import contextlib
import logging
import os
import platform
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from core.domain.videos import Folder
from core.media.video_files import is_video_path
from core.paths import readable

_log = logging.getLogger(__name__)
_TELLS_CLOSING = platform.system() == "Linux"
_HEARD = [
    # Not the opening and reading of files: the program itself does that all the time. And not every single
    # write where the system tells when the writing ended: a copy would be heard thousands of times.
    *(() if _TELLS_CLOSING else (FileModifiedEvent,)),
    FileCreatedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    FileClosedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]


class FolderObserver(Protocol):
    """The part of watchdog's observer that is used here."""

    def schedule(
        self,
        event_handler: FileSystemEventHandler,
        path: str,
        *,
        recursive: bool,
        event_filter: list[type[FileSystemEvent]] | None = None,
    ) -> object: ...

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def join(self, timeout: float | None = None) -> None: ...

    def is_alive(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class WatchStatus:
    """``live``: changes are heard of at once; else ``reason`` says why the folder is looked through often."""

    folder_id: int
    live: bool
    reason: str | None


@dataclass(slots=True)
class _Watch:
    folder: Folder
    place: tuple[int, int]
    observer: FolderObserver | None
    reason: str | None


@dataclass(slots=True)
class Hints:
    """Paths of videos about which something was heard, and folders of the library to look through."""

    paths: set[str] = field(default_factory=set)
    folder_ids: set[int] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.paths or self.folder_ids)


class Watcher:
    """One observer a folder, so that a folder that cannot be watched disturbs no other.

    ``watch``, ``unwatch`` and ``close`` belong to one thread; hints arrive from the observers' threads.
    """

    def __init__(self, new_observer: Callable[[], FolderObserver] = Observer) -> None:
        self._new_observer = new_observer
        self._watches: dict[int, _Watch] = {}
        self._hints = Hints()
        self._lock = threading.Lock()
        self._heard = threading.Event()

    def watch(self, folder: Folder) -> WatchStatus:
        """Begin to watch a folder, or begin anew where another folder took its place."""
        place = _place(folder.path)
        known = self._watches.get(folder.id)
        if known is not None:
            if known.place == place and (known.observer is None or known.observer.is_alive()):
                return _status(known)
            self.unwatch(folder.id)
        observer, reason = self._begin(folder)
        self._watches[folder.id] = _Watch(folder, place, observer, reason)
        return _status(self._watches[folder.id])

    def unwatch(self, folder_id: int) -> None:
        """Stop watching a folder."""
        watch = self._watches.pop(folder_id, None)
        if watch is not None and watch.observer is not None:
            _end(watch.observer)

    def is_current(self, folder: Folder) -> bool:
        """Say whether the folder at this path is watched, and is the very one that was watched first."""
        watch = self._watches.get(folder.id)
        if watch is None or watch.place != _place(folder.path):
            return False
        return watch.observer is None or watch.observer.is_alive()

    def watched(self) -> frozenset[int]:
        """Return the ids of the folders that are watched, live or not."""
        return frozenset(self._watches)

    def statuses(self) -> tuple[WatchStatus, ...]:
        """Return how each folder is watched."""
        return tuple(_status(watch) for watch in tuple(self._watches.values()))

    def wait(self, timeout_s: float) -> None:
        """Wait until something was heard, at most so long."""
        self._heard.wait(timeout_s)

    def take(self) -> Hints:
        """Return what was heard since the last call."""
        with self._lock:
            hints, self._hints = self._hints, Hints()
            self._heard.clear()
        return hints

    def close(self) -> None:
        """Stop watching everything."""
        for folder_id in tuple(self._watches):
            self.unwatch(folder_id)

    def _begin(self, folder: Folder) -> tuple[FolderObserver | None, str | None]:
        observer = self._new_observer()
        try:
            observer.schedule(
                _Listener(self, folder), os.path.realpath(folder.path), recursive=True, event_filter=_HEARD
            )
            observer.start()
            self._check_room_for_more()
        except OSError as error:
            _end(observer)
            reason = _reason(folder, error)
            _log.warning("%s", reason)
            return None, reason
        return observer, None

    def _check_room_for_more(self) -> None:
        """watchdog tells when the folder itself cannot be watched, but not when one of those below it cannot:
        whether watches are left shows on a folder of our own.
        """
        with tempfile.TemporaryDirectory(prefix="filmoteka-watch-") as empty:
            probe = self._new_observer()
            try:
                probe.schedule(FileSystemEventHandler(), empty, recursive=False)
                probe.start()
            finally:
                _end(probe)

    def hear(self, folder_id: int, path: str, *, is_folder: bool) -> None:
        """Note a hint; called by the observers' threads."""
        with self._lock:
            if is_folder:
                self._hints.folder_ids.add(folder_id)
            else:
                self._hints.paths.add(path)
            self._heard.set()


class _Listener(FileSystemEventHandler):
    def __init__(self, watcher: Watcher, folder: Folder) -> None:
        self._watcher = watcher
        self._folder = folder
        self._real = os.path.realpath(folder.path)

    def on_any_event(self, event: FileSystemEvent) -> None:
        for raw in (event.src_path, event.dest_path):
            path = os.fsdecode(raw)
            if path.startswith(self._real) and (event.is_directory or is_video_path(path)):
                known_as = self._folder.path + path[len(self._real) :]
                self._watcher.hear(self._folder.id, known_as, is_folder=event.is_directory)


def _end(observer: FolderObserver) -> None:
    observer.stop()
    with contextlib.suppress(RuntimeError):  # it was never started
        observer.join()


def _place(path: str) -> tuple[int, int]:
    try:
        facts = os.stat(path)  # noqa: PTH116
    except OSError:
        return 0, 0
    return facts.st_dev, facts.st_ino


def _status(watch: _Watch) -> WatchStatus:
    return WatchStatus(watch.folder.id, watch.observer is not None, watch.reason)


def _reason(folder: Folder, error: OSError) -> str:
    return (
        f"The system cannot report changes in {readable(folder.path)} ({error.strerror or error}); "
        "the folder is looked through now and then instead."
    )
