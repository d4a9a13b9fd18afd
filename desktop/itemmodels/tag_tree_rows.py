"""The tag tree as the window holds it: nodes by id, and what changed between two states. No Qt in here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from core.catalogue.tag_tree import TagRow


@dataclass(slots=True)
class TagItem:
    """One node with its children in the order shown."""

    id: int
    parent_id: int | None
    row: TagRow | None = None
    children: list[int] = field(default_factory=list)


class TagForest:
    """All nodes by id; ``children_of(None)`` are the roots."""

    def __init__(self) -> None:
        self._items: dict[int, TagItem] = {}
        self._roots: list[int] = []

    def __contains__(self, tag_id: int) -> bool:
        return tag_id in self._items

    def ids(self) -> list[int]:
        return list(self._items)

    def row(self, tag_id: int) -> TagRow:
        """Return what the catalogue says of the node."""
        row = self._items[tag_id].row
        assert row is not None
        return row

    def parent_of(self, tag_id: int) -> int | None:
        return self._items[tag_id].parent_id

    def children_of(self, tag_id: int | None) -> list[int]:
        return self._roots if tag_id is None else self._items[tag_id].children

    def place_of(self, tag_id: int) -> int:
        """Return the position of a node among its siblings."""
        return self.children_of(self.parent_of(tag_id)).index(tag_id)

    def lineage(self, tag_id: int) -> list[int]:
        """Return the node and its ancestors, nearest first."""
        found: list[int] = []
        here: int | None = tag_id
        while here is not None:
            found.append(here)
            here = self.parent_of(here)
        return found

    def below(self, tag_id: int) -> list[int]:
        """Return the node and everything below it, parents first."""
        found = [tag_id]
        for child in self.children_of(tag_id):
            found.extend(self.below(child))
        return found

    def insert(self, place: int, row: TagRow) -> None:
        self.children_of(row.parent_id).insert(place, row.id)
        self._items[row.id] = TagItem(row.id, row.parent_id, row)

    def remove(self, tag_id: int) -> None:
        """Take a node out with everything below it."""
        self.children_of(self.parent_of(tag_id)).remove(tag_id)
        for gone in self.below(tag_id):
            del self._items[gone]

    def replace(self, row: TagRow) -> None:
        self._items[row.id].row = row

    def path(self, tag_id: int, language: str) -> tuple[str, ...]:
        """Return the names from the root down."""
        return tuple(self.row(i).node.name(language) for i in reversed(self.lineage(tag_id)))


def misplaced(forest: TagForest, rows: Sequence[TagRow]) -> list[int]:
    """Return the topmost nodes to take out: gone, hung elsewhere, or standing in another order."""
    wanted = {row.id: row for row in rows}
    order = siblings(rows)
    found: list[int] = []
    for tag_id in forest.ids():
        row = wanted.get(tag_id)
        if row is None or row.parent_id != forest.parent_of(tag_id):
            found.append(tag_id)
    for parent_id, ids in order.items():
        if parent_id is None or parent_id in forest:
            found.extend(_out_of_order(forest.children_of(parent_id), ids))
    gone = set(found)
    return [i for i in dict.fromkeys(found) if not gone.intersection(forest.lineage(i)[1:])]


def siblings(rows: Iterable[TagRow]) -> dict[int | None, list[int]]:
    """Return the children of every node in their order."""
    found: dict[int | None, list[int]] = {}
    for row in rows:
        found.setdefault(row.parent_id, []).append(row.id)
    return found


def _out_of_order(now: Sequence[int], wanted: Sequence[int]) -> list[int]:
    places = {tag_id: place for place, tag_id in enumerate(wanted)}
    found: list[int] = []
    highest = -1
    for tag_id in now:
        place = places.get(tag_id)
        if place is None:
            continue
        if place < highest:
            found.append(tag_id)
        highest = max(highest, place)
    return found
