"""The orders in which videos are listed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SortKey(StrEnum):
    TITLE = "title"
    ADDED = "added"
    CREATED = "created"
    DURATION = "duration"
    SIZE = "size"
    EPISODE = "episode"


@dataclass(frozen=True, slots=True)
class Sorting:
    """Ties are broken by the title, then by the age of the row, so that pages never overlap."""

    key: SortKey = SortKey.ADDED
    descending: bool = True
