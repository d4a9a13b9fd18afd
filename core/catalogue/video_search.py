"""Finds videos by a query: a page of them, all their ids, how many, and the counts of the tag tree."""

from __future__ import annotations

from core.catalogue.connection import Connection
from core.catalogue.filter_sql import Filter, filter_of
from core.catalogue.tag_counts import count_tags
from core.catalogue.tag_tree import TagTree
from core.catalogue.videos import LISTED, VIDEO_COLUMNS, video_from_row
from core.domain.changes import ChangeNotes
from core.domain.sorting import Sorting, SortKey
from core.domain.videos import Video
from core.query.syntax import And, Everything, HasTag, Node, Not, Or
from core.query.tag_names import TagNames

_COMMON_LINKS = 2_000
_KEYS: dict[SortKey, tuple[str, ...]] = {
    SortKey.TITLE: (),
    SortKey.ADDED: ("v.added_at",),
    SortKey.CREATED: ("v.created_at",),
    SortKey.DURATION: ("v.duration_s",),
    SortKey.SIZE: ("v.size_bytes",),
    SortKey.EPISODE: ("v.series", "v.season", "v.episode"),
}
_NEVER_NULL = ("v.added_at",)


class VideoSearch:
    """Videos without any path are not listed. Every method raises QueryError for a tag that is not there."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._names: TagNames | None = None

    def page(
        self, query: Node | None = None, sorting: Sorting | None = None, *, limit: int = -1, offset: int = 0
    ) -> list[Video]:
        """Return a page of the videos that match, in the order asked for."""
        found = self._filter(query, first_page=limit >= 0 and offset <= limit)
        rows = self._db.execute(
            f"""SELECT {VIDEO_COLUMNS} FROM videos v WHERE {LISTED} AND ({found.sql})
            ORDER BY {order_of(sorting)} LIMIT ? OFFSET ?""",
            (*found.values, limit, offset),
        )
        return [video_from_row(row) for row in rows]

    def ids(self, query: Node | None = None, sorting: Sorting | None = None) -> list[int]:
        """Return the ids of all videos that match, in the order asked for."""
        found = self._filter(query)
        sql = f"SELECT v.id FROM videos v WHERE {LISTED} AND ({found.sql}) ORDER BY {order_of(sorting)}"
        return [row[0] for row in self._db.execute(sql, found.values)]

    def count(self, query: Node | None = None) -> int:
        """Return how many videos match."""
        found = self._filter(query)
        sql = f"SELECT COUNT(*) FROM videos v WHERE {LISTED} AND ({found.sql})"
        return int(self._db.execute(sql, found.values).fetchone()[0])

    def tag_counts(self, query: Node | None = None) -> dict[int, int]:
        """Return for every tag how many of the matching videos carry it or a tag below it."""
        return count_tags(self._db, self._filter(query))

    def tag_names(self) -> TagNames:
        """Return the words that name tags at this moment."""
        if self._names is None:
            tree = TagTree(self._db, ChangeNotes())
            self._names = TagNames(tree.snapshot(), tree.ids_by_key())
        return self._names

    def _filter(self, query: Node | None, *, first_page: bool = False) -> Filter:
        node = Everything() if query is None else query
        if not _stands_for_itself(node):
            node = self.tag_names().resolve(node)
        return filter_of(node, self._is_common) if first_page else filter_of(node)

    def _is_common(self, tag_id: int) -> bool:
        row = self._db.execute(
            """SELECT COUNT(*) FROM (SELECT 1 FROM tag_closure c CROSS JOIN video_tags x ON x.tag_id = c.descendant_id
            WHERE c.ancestor_id = ? LIMIT ?)""",
            (tag_id, _COMMON_LINKS),
        ).fetchone()
        return bool(row[0] >= _COMMON_LINKS)


def order_of(sorting: Sorting | None) -> str:
    """Return the ORDER BY: what is unknown comes last, ties go by title and by the age of the row."""
    sorting = sorting or Sorting()
    way = "DESC" if sorting.descending else "ASC"
    keys = [
        f"{column} {way}" + ("" if column in _NEVER_NULL or sorting.descending else " NULLS LAST")
        for column in _KEYS[sorting.key]
    ]
    return ", ".join([*keys, f"v.title COLLATE NOCASE {way}", f"v.id {way}"])


def _stands_for_itself(node: Node) -> bool:
    """Say that a tree of ticks alone needs no look-up of names."""
    match node:
        case Everything() | HasTag():
            return True
        case And(parts) | Or(parts):
            return all(_stands_for_itself(part) for part in parts)
        case Not(part):
            return _stands_for_itself(part)
        case _:
            return False
