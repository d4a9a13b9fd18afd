"""The videos themselves, told apart by their content."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import asdict

from core.catalogue.connection import Connection, Row
from core.domain.changes import ChangeNotes
from core.domain.media import AudioStream, Chapter, MediaFacts, SubtitleStream, VideoStream
from core.domain.videos import EpisodeName, Presence, Video
from core.paths import path_from_bytes, readable
from core.query.words import without_yo

VIDEO_COLUMNS = """v.id, v.identity, v.title, v.state, v.duration_s, v.width, v.height, v.size_bytes, v.added_at,
    v.series, v.season, v.episode, v.error,
    (SELECT path FROM files WHERE video_id = v.id
     ORDER BY state <> 'present', seen_at DESC, id LIMIT 1) AS path"""
LISTED = "EXISTS (SELECT 1 FROM files WHERE files.video_id = v.id)"
"""A video without any path is out of the views, with its tags kept for the day it returns."""


class Videos:
    def __init__(self, db: Connection, notes: ChangeNotes) -> None:
        self._db = db
        self._notes = notes

    def get(self, video_id: int) -> Video | None:
        """Return one video."""
        rows = self.many([video_id])
        return rows[0] if rows else None

    def many(self, video_ids: Iterable[int]) -> list[Video]:
        """Return the videos that exist among the ids, in the order of the ids."""
        ids = list(video_ids)
        sql = f"SELECT {VIDEO_COLUMNS} FROM json_each(?) j JOIN videos v ON v.id = j.value ORDER BY j.key"
        return [video_from_row(row) for row in self._db.execute(sql, (json.dumps(ids),))]

    def by_identity(self, identity: str) -> Video | None:
        """Return the video with this content."""
        sql = f"SELECT {VIDEO_COLUMNS} FROM videos v WHERE v.identity = ?"
        row = self._db.execute(sql, (identity,)).fetchone()
        return None if row is None else video_from_row(row)

    def ensure(self, identity: str, name: EpisodeName, size_bytes: int) -> int:
        """Return the id of the video with this content; a new one gets its name from its path."""
        self._db.execute(
            """INSERT INTO videos (identity, title, series, season, episode, episode_title, size_bytes, added_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (identity) DO NOTHING""",
            (
                identity,
                readable(name.title),
                name.series,
                name.season,
                name.episode,
                name.episode_title,
                size_bytes,
                time.time(),
            ),
        )
        row = self._db.execute("SELECT id FROM videos WHERE identity = ?", (identity,)).fetchone()
        self._notes.videos.add(row["id"])
        return int(row["id"])

    def rename(self, video_id: int, name: EpisodeName) -> None:
        """Take title and episode from a new path."""
        self._db.execute(
            "UPDATE videos SET title=?, series=?, season=?, episode=?, episode_title=? WHERE id = ?",
            (readable(name.title), name.series, name.season, name.episode, name.episode_title, video_id),
        )
        self._notes.videos.add(video_id)

    def index_words(self, video_id: int, path: str) -> None:
        """Make the title and the path findable by their words."""
        self._db.execute("DELETE FROM name_words WHERE rowid = ?", (video_id,))
        row = self._db.execute("SELECT title FROM videos WHERE id = ?", (video_id,)).fetchone()
        if row is not None:
            self._db.execute(
                "INSERT INTO name_words (rowid, title, path) VALUES (?, ?, ?)",
                (video_id, without_yo(row["title"]), without_yo(readable(path))),
            )

    def indexed_path(self, video_id: int) -> str | None:
        """Return the path by whose words the video is found, as ``index_words`` spelled it."""
        row = self._db.execute("SELECT path FROM name_words WHERE rowid = ?", (video_id,)).fetchone()
        return None if row is None else str(row["path"])

    def set_facts(self, video_id: int, facts: MediaFacts) -> None:
        """Keep what the probe found."""
        self._db.execute(
            """UPDATE videos SET duration_s=?, width=?, height=?, fps=?, video_codec=?, has_audio=?, created_at=?,
            facts=? WHERE id = ?""",
            (
                facts.duration_s,
                facts.video.width,
                facts.video.height,
                facts.video.fps,
                facts.video.codec,
                int(bool(facts.audio)),
                facts.created_at,
                json.dumps(asdict(facts), ensure_ascii=True),
                video_id,
            ),
        )
        self._notes.videos.add(video_id)

    def facts(self, video_id: int) -> MediaFacts | None:
        """Return what the probe found, ``None`` before it."""
        row = self._db.execute("SELECT facts FROM videos WHERE id = ?", (video_id,)).fetchone()
        return None if row is None or row["facts"] is None else _facts(row["facts"])

    def set_error(self, video_id: int, error: str | None) -> None:
        """Keep why the video could not be understood, or that it could."""
        self._db.execute("UPDATE videos SET error = ? WHERE id = ?", (error, video_id))
        self._notes.videos.add(video_id)

    def set_language(self, video_id: int, language: str | None) -> None:
        """Keep the language that is spoken (ISO 639-1)."""
        self._db.execute("UPDATE videos SET language = ? WHERE id = ?", (language, video_id))
        self._notes.videos.add(video_id)

    def neighbours(self, video_id: int) -> tuple[int | None, int | None]:
        """Return the previous and the next episode of the same series, across seasons."""
        here = self._db.execute(
            "SELECT series, season, episode FROM videos WHERE id = ?", (video_id,)
        ).fetchone()
        if here is None or here["series"] is None or here["episode"] is None:
            return None, None
        place = (here["series"], here["season"] or 0, here["episode"])
        found = []
        for sign, order in (("<", "DESC"), (">", "ASC")):
            row = self._db.execute(
                f"""SELECT v.id FROM videos v WHERE series = ? AND episode IS NOT NULL AND state = 'present'
                AND (COALESCE(season, 0), episode) {sign} (?, ?)
                ORDER BY COALESCE(season, 0) {order}, episode {order} LIMIT 1""",
                place,
            ).fetchone()
            found.append(None if row is None else int(row["id"]))
        return found[0], found[1]


def video_from_row(row: Row) -> Video:
    """Build a video from a row of ``VIDEO_COLUMNS``."""
    return Video(
        id=row["id"],
        identity=row["identity"],
        title=row["title"],
        path="" if row["path"] is None else path_from_bytes(row["path"]),
        state=Presence(row["state"]),
        duration_s=row["duration_s"],
        width=row["width"],
        height=row["height"],
        size_bytes=row["size_bytes"],
        added_at=row["added_at"],
        series=row["series"],
        season=row["season"],
        episode=row["episode"],
        error=row["error"],
    )


def _facts(raw: str) -> MediaFacts:
    known = json.loads(raw)
    known["video"] = VideoStream(**known["video"])
    known["audio"] = tuple(AudioStream(**stream) for stream in known["audio"])
    known["subtitles"] = tuple(SubtitleStream(**stream) for stream in known["subtitles"])
    known["chapters"] = tuple(Chapter(**chapter) for chapter in known["chapters"])
    return MediaFacts(**known)
