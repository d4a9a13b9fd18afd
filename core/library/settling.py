"""Leaves a file alone while it is still being copied."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.library.walk import SeenFile

SETTLE_S = 2.0
OLD_S = 60.0


@dataclass(frozen=True, slots=True)
class _Look:
    state: tuple[int, int]
    since_s: float


class Settling:
    """A file is settled when two looks at least ``settle_s`` apart saw the same size and time of change.

    One look is enough when nothing about the file has changed for ``OLD_S``: neither its content nor, where
    the system tells, its name and attributes. The second half matters: some programs give a copy the old
    modification time before its content is complete. An empty file always needs two looks.
    """

    def __init__(
        self,
        settle_s: float = SETTLE_S,
        wall_clock: Callable[[], float] = time.time,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settle_s = settle_s
        self._wall_clock = wall_clock
        self._clock = clock
        self._looks: dict[str, _Look] = {}

    def look(self, file: SeenFile) -> bool:
        """Note what the file looks like now; say whether it may be read."""
        if file.size_bytes and self._wall_clock() - file.changed_ns / 1e9 > OLD_S:
            self._looks.pop(file.path, None)
            return True
        state = (file.size_bytes, file.mtime_ns)
        look = self._looks.get(file.path)
        if look is None or look.state != state:
            self._looks[file.path] = _Look(state, self._clock())
            return False
        return self._clock() - look.since_s >= self._settle_s

    def forget(self, paths: Iterable[str]) -> None:
        """Drop what was noted about paths that were taken in or are gone."""
        for path in paths:
            self._looks.pop(path, None)

    @property
    def waiting(self) -> frozenset[str]:
        """Return the paths that were looked at and neither taken nor forgotten since."""
        return frozenset(self._looks)
