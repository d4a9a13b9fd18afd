"""What the person asks the grid for, and the query it means. No Qt in here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from core.domain.sorting import Sorting, SortKey
from core.query.syntax import And, Everything, HasTag, Node, Or


class Combine(StrEnum):
    """How several ticks go together."""

    ALL = "all"
    ANY = "any"


SORTINGS: tuple[Sorting, ...] = (
    Sorting(SortKey.ADDED, descending=True),
    Sorting(SortKey.ADDED, descending=False),
    Sorting(SortKey.TITLE, descending=False),
    Sorting(SortKey.TITLE, descending=True),
    Sorting(SortKey.EPISODE, descending=False),
    Sorting(SortKey.CREATED, descending=True),
    Sorting(SortKey.DURATION, descending=True),
    Sorting(SortKey.DURATION, descending=False),
    Sorting(SortKey.SIZE, descending=True),
)
"""The orders worth offering, in the order of the list."""


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """``typed`` is the search box as the query language reads it."""

    ticked: tuple[int, ...] = ()
    combine: Combine = Combine.ALL
    text: str = ""
    typed: Node = field(default_factory=Everything)
    sorting: Sorting = SORTINGS[0]

    @property
    def filters(self) -> bool:
        """Say whether anything is left out."""
        return bool(self.ticked) or not isinstance(self.typed, Everything)

    def query(self) -> Node:
        """Return the query: the ticks together, and what is typed on top of them."""
        parts = [part for part in (self._ticks(), self.typed) if not isinstance(part, Everything)]
        if not parts:
            return Everything()
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def cleared(self) -> FilterChoice:
        """Return the same order and way of combining with nothing left out."""
        return replace(self, ticked=(), text="", typed=Everything())

    def _ticks(self) -> Node:
        tags = tuple(HasTag(tag_id) for tag_id in self.ticked)
        if len(tags) < 2:
            return tags[0] if tags else Everything()
        return And(tags) if self.combine is Combine.ALL else Or(tags)
