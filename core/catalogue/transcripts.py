"""What is spoken in the videos."""

from __future__ import annotations

from collections.abc import Sequence

from core.catalogue.connection import Connection
from core.domain.changes import ChangeNotes
from core.domain.segments import TranscriptLine


class Transcripts:
    def __init__(self, db: Connection, notes: ChangeNotes) -> None:
        self._db = db
        self._notes = notes

    def of_video(self, video_id: int) -> tuple[TranscriptLine, ...]:
        """Return the lines in time order."""
        rows = self._db.execute(
            "SELECT start_s, end_s, text FROM transcripts WHERE video_id = ? ORDER BY start_s, id",
            (video_id,),
        )
        return tuple(TranscriptLine(*row) for row in rows)

    def replace(self, video_id: int, lines: Sequence[TranscriptLine]) -> None:
        """Put the lines of a new run in the place of the old ones."""
        self._db.execute("DELETE FROM transcripts WHERE video_id = ?", (video_id,))
        self._db.executemany(
            "INSERT INTO transcripts (video_id, start_s, end_s, text) VALUES (?, ?, ?, ?)",
            [(video_id, line.start_s, line.end_s, line.text) for line in lines],
        )
        self._notes.videos.add(video_id)
