"""Which stage of which video is done, and by which version of what computes it."""

from __future__ import annotations

import time
from collections.abc import Mapping

from core.catalogue.connection import Connection
from core.domain.changes import ChangeNotes
from core.domain.stages import Stage

_STALE = """SELECT v.id FROM videos v
LEFT JOIN stage_results p ON p.video_id = v.id AND p.stage = 'probe' AND p.state = 'failed'
LEFT JOIN stage_results r ON r.video_id = v.id AND r.stage = :stage AND r.version = :version
WHERE v.state = 'present' AND CASE WHEN p.version IS NULL THEN r.state IS NULL
    WHEN :probe IS NULL OR p.version = :probe THEN 0 ELSE r.state IS NOT 'done' END"""


class Results:
    def __init__(self, db: Connection, notes: ChangeNotes) -> None:
        self._db = db
        self._notes = notes

    def put(self, video_id: int, stage: Stage, version: str, error: str | None = None) -> None:
        """Keep that a stage was done, or why it failed."""
        self._db.execute(
            """INSERT INTO stage_results (video_id, stage, version, state, error, finished_at)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET version = excluded.version,
            state = excluded.state, error = excluded.error, finished_at = excluded.finished_at""",
            (video_id, stage.value, version, "failed" if error else "done", error, time.time()),
        )
        self._notes.videos.add(video_id)

    def forget(self, video_id: int, stage: Stage) -> None:
        """Make a stage stale: what it was computed from has changed."""
        self._db.execute(
            "DELETE FROM stage_results WHERE video_id = ? AND stage = ?", (video_id, stage.value)
        )
        self._notes.videos.add(video_id)

    def done(self, video_id: int) -> dict[Stage, str]:
        """Return the stages that are done, with the version that did them."""
        rows = self._db.execute(
            "SELECT stage, version FROM stage_results WHERE video_id = ? AND state = 'done'", (video_id,)
        )
        return {Stage(row["stage"]): row["version"] for row in rows}

    def failed(self, video_id: int) -> dict[Stage, str]:
        """Return the stages that failed, with the reason."""
        rows = self._db.execute(
            "SELECT stage, error FROM stage_results WHERE video_id = ? AND state = 'failed'", (video_id,)
        )
        return {Stage(row["stage"]): row["error"] for row in rows}

    def waiting_for_weights(self) -> dict[int, frozenset[Stage]]:
        """Return the stages that failed through no fault of the file: weights were missing."""
        found: dict[int, set[Stage]] = {}
        rows = self._db.execute(
            "SELECT video_id, stage FROM stage_results WHERE state = 'failed' AND version = ''"
        )
        for row in rows:
            found.setdefault(row["video_id"], set()).add(Stage(row["stage"]))
        return {video_id: frozenset(stages) for video_id, stages in found.items()}

    def stale(self, video_id: int, versions: Mapping[Stage, str]) -> frozenset[Stage]:
        """Return the stages of ``versions`` that were not done by that very version."""
        done = self.done(video_id)
        return frozenset(stage for stage, version in versions.items() if done.get(stage) != version)

    def stale_videos(self, versions: Mapping[Stage, str]) -> dict[int, frozenset[Stage]]:
        """Return every video at hand with the stages of ``versions`` that neither were done nor failed so.

        A file that could not be opened has none, until another version of the probe may open it: then all
        that failed is to be tried again.
        """
        found: dict[int, set[Stage]] = {}
        probe = versions.get(Stage.PROBE)
        for stage, version in versions.items():
            rows = self._db.execute(_STALE, {"stage": stage.value, "version": version, "probe": probe})
            for row in rows:
                found.setdefault(row["id"], set()).add(stage)
        return {video_id: frozenset(stages) for video_id, stages in found.items()}
