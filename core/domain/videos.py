"""A video of the library, its files and folders."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Presence(StrEnum):
    """Whether the bytes can be reached; nothing is ever deleted because they cannot."""

    PRESENT = "present"
    MISSING = "missing"  # its folder is there, the file is not
    OFFLINE = "offline"  # its whole folder is not there: an unplugged drive


@dataclass(frozen=True, slots=True)
class Folder:
    id: int
    path: str
    online: bool


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One path; two paths with equal content share a video."""

    id: int
    video_id: int
    folder_id: int | None
    path: str
    size_bytes: int
    mtime_ns: int
    state: Presence


@dataclass(frozen=True, slots=True)
class EpisodeName:
    """What a path says: ``title`` for people; series, season and episode where it is one."""

    title: str
    series: str | None = None
    season: int | None = None
    episode: int | None = None
    episode_title: str | None = None


@dataclass(frozen=True, slots=True)
class Video:
    """One row of the grid. ``path`` is the best path known, present ones first."""

    id: int
    identity: str
    title: str
    path: str
    state: Presence
    duration_s: float | None
    width: int | None
    height: int | None
    size_bytes: int | None
    added_at: float
    series: str | None
    season: int | None
    episode: int | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Playback:
    """Where the person stopped."""

    video_id: int
    position_s: float
    finished: bool
