"""How many of the chosen videos carry each tag or one below it."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from core.catalogue.connection import Connection
from core.catalogue.filter_sql import Filter
from core.catalogue.videos import LISTED

_FEW = 5_000


def count_tags(db: Connection, chosen: Filter) -> dict[int, int]:
    """Return tag -> videos; a few chosen videos are counted from their links, many from the links of the tags.

    Grouping a million links below every ancestor takes SQLite seconds; bitmaps of the tags take a tenth of it.
    """
    sql = f"SELECT v.id FROM videos v WHERE {LISTED} AND ({chosen.sql})"
    few = db.execute(f"{sql} LIMIT {_FEW}", chosen.values).fetchall()
    if len(few) < _FEW:
        return _from_videos(db, sql, chosen.values)
    ids = np.array([row[0] for row in db.execute(sql, chosen.values)], dtype=np.int64)
    return _from_tags(db, ids)


def _from_videos(db: Connection, sql: str, values: tuple[object, ...]) -> dict[int, int]:
    rows = db.execute(
        f"""WITH chosen AS MATERIALIZED ({sql})
        SELECT c.ancestor_id, COUNT(DISTINCT x.video_id) FROM chosen
        CROSS JOIN video_tags x ON x.video_id = chosen.id
        JOIN tag_closure c ON c.descendant_id = x.tag_id GROUP BY c.ancestor_id""",
        values,
    )
    return dict(rows.fetchall())


def _from_tags(db: Connection, ids: np.ndarray[tuple[int], np.dtype[np.int64]]) -> dict[int, int]:
    size = int(db.execute("SELECT MAX(id) FROM videos").fetchone()[0]) + 1
    chosen = np.zeros(size, dtype=np.bool_)  # (videos,)
    chosen[ids] = True
    carriers = {
        tag_id: np.fromstring(listed, dtype=np.int64, sep=",")
        for tag_id, listed in db.execute(
            "SELECT tag_id, group_concat(video_id) FROM video_tags GROUP BY tag_id"
        )
    }
    below: defaultdict[int, list[int]] = defaultdict(list)
    for ancestor, descendant in db.execute("SELECT ancestor_id, descendant_id FROM tag_closure"):
        if descendant in carriers:
            below[ancestor].append(descendant)
    found = {}
    for ancestor, descendants in below.items():
        carried = np.zeros(size, dtype=np.bool_)  # (videos,)
        for descendant in descendants:
            carried[carriers[descendant]] = True
        found[ancestor] = int(np.count_nonzero(carried & chosen))
    return {tag_id: count for tag_id, count in found.items() if count}
