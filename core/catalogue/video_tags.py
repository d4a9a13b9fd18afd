"""Tags of videos: what models say and what the person says lie apart; ``video_tags`` is both together.

The person's word always wins, and a rejected tag takes suggestions below it along.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from time import time

from core.catalogue.connection import Connection
from core.catalogue.meta import Meta
from core.catalogue.tag_visibility import IN_TREE
from core.domain.changes import ChangeNotes
from core.domain.tags import DEFAULT_THRESHOLD, TagPrediction, TagState, VideoTag

THRESHOLD_KEY = "tag_threshold"

_TOGETHER = f"""INSERT INTO video_tags (tag_id, video_id, score, state)
SELECT p.tag_id, p.video_id, CASE WHEN e.state IS NULL THEN p.score ELSE 1.0 END, COALESCE(e.state, 'suggested')
FROM tag_predictions p JOIN tags t ON t.id = p.tag_id AND {IN_TREE}
LEFT JOIN tag_edits e ON e.video_id = p.video_id AND e.tag_id = p.tag_id
WHERE p.video_id = :video AND (e.state IN ('accepted', 'added') OR (e.state IS NULL AND p.score >= :threshold
    AND NOT EXISTS (SELECT 1 FROM tag_closure c JOIN tag_edits r ON r.tag_id = c.ancestor_id
        AND r.video_id = p.video_id AND r.state = 'rejected' WHERE c.descendant_id = p.tag_id)))
UNION ALL
SELECT e.tag_id, e.video_id, 1.0, e.state FROM tag_edits e JOIN tags t ON t.id = e.tag_id AND {IN_TREE}
WHERE e.video_id = :video AND e.state <> 'rejected' AND NOT EXISTS
    (SELECT 1 FROM tag_predictions p WHERE p.video_id = e.video_id AND p.tag_id = e.tag_id)"""


class VideoTags:
    def __init__(self, db: Connection, notes: ChangeNotes) -> None:
        self._db = db
        self._notes = notes

    def replace_predictions(self, video_id: int, predictions: Sequence[TagPrediction]) -> None:
        """Put a new run's word in the place of the old run's; what the person said stays."""
        self._db.execute("DELETE FROM tag_predictions WHERE video_id = ?", (video_id,))
        self._db.executemany(
            """INSERT INTO tag_predictions (video_id, tag_id, score, source, evidence)
            SELECT ?, id, ?, ?, ? FROM tags WHERE key = ?""",
            [(video_id, p.score, p.source, json.dumps(p.evidence_s), p.tag_key) for p in predictions],
        )
        self._put_together([video_id])

    def say(self, video_ids: Iterable[int], tag_id: int, state: TagState | None) -> None:
        """Keep the person's word about a tag of videos; ``None`` takes the word back.

        Accepting what no model said is adding, and the other way round.
        """
        ids = list(video_ids)
        if state is None or state is TagState.SUGGESTED:
            self._db.executemany(
                "DELETE FROM tag_edits WHERE video_id = ? AND tag_id = ?", [(i, tag_id) for i in ids]
            )
        else:
            self._db.executemany(
                """INSERT INTO tag_edits (video_id, tag_id, state, edited_at) VALUES (:video, :tag,
                CASE WHEN :state = 'rejected' THEN 'rejected' WHEN EXISTS (SELECT 1 FROM tag_predictions
                    WHERE video_id = :video AND tag_id = :tag) THEN 'accepted' ELSE 'added' END, :now)
                ON CONFLICT DO UPDATE SET state = excluded.state, edited_at = excluded.edited_at""",
                [{"video": i, "tag": tag_id, "state": state.value, "now": time()} for i in ids],
            )
        self._put_together(ids)

    def of_video(
        self, video_id: int, *, language: str = "en", rejected: bool = False
    ) -> tuple[VideoTag, ...]:
        """Return the tags a video carries, best first; with ``rejected`` those that were refused too."""
        refused = "UNION ALL SELECT tag_id, video_id, 0.0, state FROM tag_edits WHERE state = 'rejected'"
        name = "name_ru" if language == "ru" else "name_en"
        rows = self._db.execute(
            f"""SELECT v.tag_id, t.key, v.score, v.state, COALESCE(p.source, 'user') AS source,
                COALESCE(p.evidence, '[]') AS evidence,
                (SELECT json_group_array(name) FROM (SELECT a.{name} AS name FROM tag_closure c
                    JOIN tags a ON a.id = c.ancestor_id WHERE c.descendant_id = v.tag_id ORDER BY c.depth DESC)) AS path
            FROM (SELECT tag_id, video_id, score, state FROM video_tags {refused if rejected else ""}) v
            JOIN tags t ON t.id = v.tag_id AND {IN_TREE}
            LEFT JOIN tag_predictions p ON p.video_id = v.video_id AND p.tag_id = v.tag_id
            WHERE v.video_id = ? ORDER BY v.score DESC, path""",
            (video_id,),
        )
        return tuple(
            VideoTag(
                row["tag_id"],
                row["key"],
                tuple(json.loads(row["path"])),
                row["score"],
                row["source"],
                TagState(row["state"]),
                tuple(json.loads(row["evidence"])),
            )
            for row in rows
        )

    def threshold(self) -> float:
        """Return the score from which a suggestion is shown."""
        kept = Meta(self._db).get(THRESHOLD_KEY)
        return DEFAULT_THRESHOLD if kept is None else float(kept)

    def set_threshold(self, threshold: float) -> None:
        """Show suggestions from another score on, over the whole library."""
        Meta(self._db).set(THRESHOLD_KEY, repr(threshold))
        self.put_all_together()

    def put_all_together(self) -> None:
        """Derive what every video carries anew: after a change of the threshold."""
        self._put_together([row[0] for row in self._db.execute("SELECT id FROM videos")])

    def put_together_with(self, tag_ids: Iterable[int]) -> None:
        """Derive anew what those videos carry of which anything was said with these tags."""
        rows = self._db.execute(
            """SELECT video_id FROM tag_predictions WHERE tag_id IN (SELECT value FROM json_each(:tags))
            UNION SELECT video_id FROM tag_edits WHERE tag_id IN (SELECT value FROM json_each(:tags))""",
            {"tags": json.dumps(list(tag_ids))},
        )
        self._put_together([row[0] for row in rows.fetchall()])

    def _put_together(self, video_ids: Sequence[int]) -> None:
        threshold = self.threshold()
        self._db.executemany("DELETE FROM video_tags WHERE video_id = ?", [(i,) for i in video_ids])
        self._db.executemany(_TOGETHER, [{"video": i, "threshold": threshold} for i in video_ids])
        self._notes.videos.update(video_ids)
