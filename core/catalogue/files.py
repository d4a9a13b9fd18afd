"""The paths at which videos lie or lay."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator

from core.catalogue.connection import Connection, Row
from core.domain.changes import ChangeNotes
from core.domain.videos import FileRecord, Presence
from core.paths import path_from_bytes, path_to_bytes

STATE_OF_VIDEO = """UPDATE videos SET state = COALESCE(
    (SELECT CASE WHEN SUM(state = 'present') THEN 'present' WHEN SUM(state = 'offline') THEN 'offline' END
     FROM files WHERE video_id = videos.id), 'missing')
WHERE id = ?"""


class Files:
    def __init__(self, db: Connection, notes: ChangeNotes) -> None:
        self._db = db
        self._notes = notes

    def at(self, path: str) -> FileRecord | None:
        """Return what is known of the path."""
        row = self._db.execute("SELECT * FROM files WHERE path = ?", (path_to_bytes(path),)).fetchone()
        return None if row is None else _file(row)

    def of_video(self, video_id: int) -> tuple[FileRecord, ...]:
        """Return the paths of a video, present ones first."""
        rows = self._db.execute(
            "SELECT * FROM files WHERE video_id = ? ORDER BY state <> 'present', seen_at DESC, id",
            (video_id,),
        )
        return tuple(_file(row) for row in rows)

    def below(self, path: str) -> tuple[FileRecord, ...]:
        """Return every path below this one, which may have been a folder."""
        start = path_to_bytes(path.rstrip(os.sep) + os.sep)
        rows = self._db.execute(
            "SELECT * FROM files WHERE path > ? AND path < ?", (start, start[:-1] + bytes([start[-1] + 1]))
        )
        return tuple(_file(row) for row in rows)

    def of_folder(self, folder_id: int) -> Iterator[FileRecord]:
        """Yield every path that was found below the folder."""
        for row in self._db.execute("SELECT * FROM files WHERE folder_id = ?", (folder_id,)):
            yield _file(row)

    def outside_folders(self) -> tuple[FileRecord, ...]:
        """Return the paths that were named one by one and lie in no folder of the library."""
        rows = self._db.execute("SELECT * FROM files WHERE folder_id IS NULL")
        return tuple(_file(row) for row in rows)

    def put(self, path: str, video_id: int, folder_id: int | None, size_bytes: int, mtime_ns: int) -> None:
        """Note that the path holds the video now; what it held before keeps all that is known about it."""
        before = self.at(path)
        self._db.execute(
            """INSERT INTO files (path, video_id, folder_id, size_bytes, mtime_ns, seen_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (path) DO UPDATE SET video_id = excluded.video_id, size_bytes = excluded.size_bytes,
                folder_id = COALESCE(excluded.folder_id, folder_id), mtime_ns = excluded.mtime_ns,
                state = 'present', seen_at = excluded.seen_at""",
            (path_to_bytes(path), video_id, folder_id, size_bytes, mtime_ns, time.time()),
        )
        self._settle({video_id} | ({before.video_id} if before else set()))

    def set_state(self, file_ids: Iterable[int], state: Presence) -> None:
        """Note that files are there, gone, or out of reach."""
        ids = list(file_ids)
        self._db.executemany("UPDATE files SET state = ? WHERE id = ?", [(state.value, i) for i in ids])
        self._settle(self.videos_of(ids))

    def forget(self, file_ids: Iterable[int]) -> None:
        """Drop paths that became another path of the same video; the video stays."""
        ids = list(file_ids)
        videos = self.videos_of(ids)
        self._db.executemany("DELETE FROM files WHERE id = ?", [(i,) for i in ids])
        self._settle(videos)

    def videos_of(self, file_ids: Iterable[int]) -> set[int]:
        """Return the videos that lie at these paths."""
        found: set[int] = set()
        for file_id in file_ids:
            found.update(
                r[0] for r in self._db.execute("SELECT video_id FROM files WHERE id = ?", (file_id,))
            )
        return found

    def _settle(self, video_ids: set[int]) -> None:
        self._db.executemany(STATE_OF_VIDEO, [(i,) for i in video_ids])
        self._notes.videos.update(video_ids)


def _file(row: Row) -> FileRecord:
    return FileRecord(
        row["id"],
        row["video_id"],
        row["folder_id"],
        path_from_bytes(row["path"]),
        row["size_bytes"],
        row["mtime_ns"],
        Presence(row["state"]),
    )
