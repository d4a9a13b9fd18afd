"""What came of a look at the disk."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Self

from core.library.walk import Failure


@dataclass(frozen=True, slots=True)
class ScanReport:
    """Ids are of videos, ``unsettled`` and ``failures`` speak of paths, ``offline`` of folders.

    ``complete`` is false where the scan was stopped before its end.
    """

    files_seen: int = 0
    added: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()
    returned: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    unsettled: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    offline: tuple[str, ...] = ()
    complete: bool = True

    def __or__(self, other: Self) -> Self:
        """Put two reports together."""
        joined = {
            each.name: getattr(self, each.name) + getattr(other, each.name)
            for each in fields(self)
            if each.name != "complete"
        }
        return type(self)(**joined, complete=self.complete and other.complete)

    @property
    def found_anything(self) -> bool:
        """Say whether the catalogue was changed."""
        return bool(self.added or self.changed or self.moved or self.returned or self.missing)


@dataclass(frozen=True, slots=True)
class IndexReport:
    """``video_ids`` in the order in which their paths were named, each once."""

    video_ids: tuple[int, ...]
    failures: tuple[Failure, ...]
    complete: bool = True
