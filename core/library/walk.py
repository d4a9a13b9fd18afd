"""Finds the video files below a folder, whatever the folder holds."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from core.library.identity import reading_error
from core.media.video_files import is_video_path

_SYSTEM_FOLDERS = frozenset(
    {
        "$recycle.bin",
        "system volume information",
        "lost+found",
        "recycler",
        "#recycle",
        "@recycle",
        "@eadir",
        "__macosx",
    }
)


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file as the disk shows it; ``changed_ns``: last change of its content or its entry, where told."""

    path: str
    size_bytes: int
    mtime_ns: int
    changed_ns: int


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a path could not be taken in: ``reason`` is a sentence for a person."""

    path: str
    reason: str


@dataclass(slots=True)
class Walk:
    """What a walk met. Below ``blocked`` folders nothing is known: files there are out of reach, not gone."""

    files: dict[str, SeenFile] = field(default_factory=dict)
    blocked: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    complete: bool = True

    def add(self, other: Walk) -> None:
        self.files.update(other.files)
        self.blocked += other.blocked
        self.failures += other.failures

    def block(self, path: str, error: OSError) -> None:
        self.blocked.append(path)
        self.failures.append(Failure(path, str(reading_error(path, error))))


def walk(root: str, should_stop: Callable[[], bool] = lambda: False) -> Walk:
    """Walk ``root`` with everything below it, each folder once, linked ones after the real ones.

    Hidden and system folders are passed by; a folder that cannot be read is reported and the rest goes on.
    """
    found = Walk()
    known: set[tuple[int, int]] = set()
    ahead, links = [root], list[str]()
    while ahead or links:
        if should_stop():
            found.complete = False
            return found
        folder = ahead.pop() if ahead else links.pop(0)
        try:
            place = os.stat(folder)  # noqa: PTH116 - a path of any bytes, thousands of times
            if (place.st_dev, place.st_ino) in known:
                continue
            known.add((place.st_dev, place.st_ino))
            _read_folder(folder, root, found, ahead, links)
        except OSError as error:
            if folder == root or not isinstance(error, FileNotFoundError):
                found.block(folder, error)
    return found


def seen_file(path: str) -> SeenFile | None:
    """Return what the disk shows at the path, ``None`` where there is no regular file.

    Raises OSError where the disk does not say.
    """
    try:
        facts = os.stat(path)  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError):
        return None
    return _seen(path, facts) if stat.S_ISREG(facts.st_mode) else None


def is_watchable_name(path: str, root: str) -> bool:
    """Say whether a walk of ``root`` would look at this path: nothing hidden or of the system on the way."""
    return not any(_is_passed_by(part) for part in PurePath(path).relative_to(root).parts)


def is_below(path: str, folder: str) -> bool:
    """Say whether the path lies in the folder or is the folder."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _read_folder(folder: str, root: str, found: Walk, ahead: list[str], links: list[str]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            try:
                _take_entry(entry, root, found, ahead, links)
            except FileNotFoundError:
                if entry.is_symlink():
                    found.blocked.append(entry.path)  # what it leads to is out of reach
            except OSError as error:
                found.block(entry.path, error)


def _take_entry(entry: os.DirEntry[str], root: str, found: Walk, ahead: list[str], links: list[str]) -> None:
    if entry.is_dir():
        if _is_passed_by(entry.name):
            return
        if not entry.is_symlink():
            ahead.append(entry.path)
        elif not _leads_back(entry.path, root):
            links.append(entry.path)
    elif is_video_path(entry.name):
        facts = entry.stat()
        if stat.S_ISREG(facts.st_mode):
            found.files[entry.path] = _seen(entry.path, facts)
    elif entry.is_symlink() and not Path(entry.path).exists():
        found.blocked.append(entry.path)  # a linked folder whose drive is away


def _leads_back(link: str, root: str) -> bool:
    """A link to a folder above its own root would bring in everything else on the disk."""
    return is_below(os.path.realpath(root), os.path.realpath(link))


def _is_passed_by(name: str) -> bool:
    return name.startswith(".") or name.lower() in _SYSTEM_FOLDERS


def _seen(path: str, facts: os.stat_result) -> SeenFile:
    changed_ns = max(facts.st_mtime_ns, facts.st_ctime_ns)
    return SeenFile(path, facts.st_size, facts.st_mtime_ns, changed_ns)
