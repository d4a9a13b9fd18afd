"""Where the person stopped watching."""

from __future__ import annotations

import time

from core.catalogue.connection import Connection
from core.domain.changes import ChangeNotes
from core.domain.videos import Playback

_FINISHED_SHARE = 0.95


class PlaybackPoints:
    def __init__(self, db: Connection, notes: ChangeNotes) -> None:
        self._db = db
        self._notes = notes

    def of_video(self, video_id: int) -> Playback | None:
        """Return where the person stopped, ``None`` where they never watched."""
        row = self._db.execute("SELECT * FROM playback WHERE video_id = ?", (video_id,)).fetchone()
        return None if row is None else Playback(video_id, row["position_s"], bool(row["finished"]))

    def stop_at(self, video_id: int, position_s: float, duration_s: float) -> None:
        """Keep the position; near the end the video counts as watched and starts anew next time."""
        finished = duration_s > 0 and position_s >= _FINISHED_SHARE * duration_s
        self._db.execute(
            """INSERT INTO playback (video_id, position_s, finished, updated_at) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET position_s = excluded.position_s,
            finished = MAX(finished, excluded.finished), updated_at = excluded.updated_at""",
            (video_id, 0.0 if finished else position_s, int(finished), time.time()),
        )
        self._notes.videos.add(video_id)
