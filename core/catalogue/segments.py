"""Intros, recaps and credits of videos. What the person marked or refused outlives every run."""

from __future__ import annotations

from collections.abc import Sequence

from core.catalogue.connection import Connection, Row
from core.domain.changes import ChangeNotes
from core.domain.segments import USER_SOURCE, Segment, SegmentAction, SegmentKind
from core.errors import UserError

_REFUSED_OVERLAP = 0.5


class Segments:
    def __init__(self, db: Connection, notes: ChangeNotes) -> None:
        self._db = db
        self._notes = notes

    def of_video(self, video_id: int) -> tuple[Segment, ...]:
        """Return the segments in time order."""
        rows = self._db.execute("SELECT * FROM segments WHERE video_id = ? ORDER BY start_s, id", (video_id,))
        return tuple(_segment(row) for row in rows)

    def replace_found(self, video_id: int, sources: Sequence[str], found: Sequence[Segment]) -> None:
        """Put what detectors found in the place of what the same sources found before.

        A segment that the person refused, or whose kind they marked by hand, does not come back.
        """
        self._db.executemany(
            "DELETE FROM segments WHERE video_id = ? AND source = ?",
            [(video_id, source) for source in sources],
        )
        marked = {s.kind for s in self.of_video(video_id) if s.source == USER_SOURCE}
        refused = self._db.execute(
            "SELECT * FROM segment_tombstones WHERE video_id = ?", (video_id,)
        ).fetchall()
        for segment in found:
            if segment.kind not in marked and not any(_same(segment, row) for row in refused):
                self._insert(video_id, segment)
        self._notes.videos.add(video_id)

    def mark(self, video_id: int, kind: SegmentKind, start_s: float, end_s: float) -> int:
        """Keep a segment marked by hand; what detectors said of its kind there gives way. Return its id."""
        for other in self.of_video(video_id):
            if (
                other.kind is kind
                and other.start_s < end_s
                and start_s < other.end_s
                and other.id is not None
            ):
                self._db.execute("DELETE FROM segments WHERE id = ?", (other.id,))
        reason = "Marked by you."
        segment = Segment(kind, start_s, end_s, 1.0, SegmentAction.SKIP, reason, USER_SOURCE)
        self._notes.videos.add(video_id)
        return self._insert(video_id, segment)

    def correct(self, segment_id: int, start_s: float, end_s: float) -> None:
        """Move the edges of a segment; from then on it is the person's."""
        row = self._existing(segment_id)
        if not 0 <= start_s < end_s:
            raise UserError("A segment has to end after it starts.")
        self._db.execute(
            "UPDATE segments SET start_s=?, end_s=?, score=1.0, action='skip', reason=?, source=? WHERE id = ?",
            (start_s, end_s, "Corrected by you.", USER_SOURCE, segment_id),
        )
        if row["source"] != USER_SOURCE:
            self._bury(row)

    def refuse(self, segment_id: int) -> None:
        """Remove a segment for good: no run brings it back."""
        row = self._existing(segment_id)
        self._db.execute("DELETE FROM segments WHERE id = ?", (segment_id,))
        self._bury(row)

    def _bury(self, row: Row) -> None:
        self._db.execute(
            "INSERT INTO segment_tombstones (video_id, kind, start_s, end_s) VALUES (?, ?, ?, ?)",
            (row["video_id"], row["kind"], row["start_s"], row["end_s"]),
        )
        self._notes.videos.add(row["video_id"])

    def _existing(self, segment_id: int) -> Row:
        row: Row | None = self._db.execute("SELECT * FROM segments WHERE id = ?", (segment_id,)).fetchone()
        if row is None:
            raise UserError("This segment is not there any more.")
        self._notes.videos.add(row["video_id"])
        return row

    def _insert(self, video_id: int, s: Segment) -> int:
        cursor = self._db.execute(
            """INSERT INTO segments (video_id, kind, start_s, end_s, score, action, reason, source)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            (video_id, s.kind.value, s.start_s, s.end_s, s.score, s.action.value, s.reason, s.source),
        )
        return int(cursor.lastrowid or 0)


def _same(segment: Segment, row: Row) -> bool:
    if segment.kind.value != row["kind"]:
        return False
    shared = min(segment.end_s, row["end_s"]) - max(segment.start_s, row["start_s"])
    union = max(segment.end_s, row["end_s"]) - min(segment.start_s, row["start_s"])
    return bool(shared / union >= _REFUSED_OVERLAP)


def _segment(row: Row) -> Segment:
    return Segment(
        SegmentKind(row["kind"]),
        row["start_s"],
        row["end_s"],
        row["score"],
        SegmentAction(row["action"]),
        row["reason"],
        row["source"],
        row["id"],
    )
