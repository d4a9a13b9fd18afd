"""What dropping files and folders on the window means. No Qt in here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Dropped:
    """Folders become folders of the library; files are taken in where they lie."""

    folders: tuple[str, ...]
    files: tuple[str, ...]


def sorted_out(paths: Iterable[str]) -> Dropped:
    """Tell folders from files; what is not there any more is left out, and so is what was named twice."""
    there = [path for path in dict.fromkeys(paths) if path and Path(path).exists()]
    folders = tuple(path for path in there if Path(path).is_dir())
    return Dropped(folders, tuple(path for path in there if path not in folders))
