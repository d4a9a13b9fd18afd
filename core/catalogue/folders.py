"""The folders that a person gave to the library."""

from __future__ import annotations

import time

from core.catalogue.connection import Connection, Row
from core.catalogue.files import STATE_OF_VIDEO
from core.domain.changes import ChangeNotes
from core.domain.videos import Folder
from core.paths import path_from_bytes, path_to_bytes


class Folders:
    def __init__(self, db: Connection, notes: ChangeNotes) -> None:
        self._db = db
        self._notes = notes

    def add(self, path: str) -> Folder:
        """Add the folder, or return it where it is known already."""
        self._db.execute(
            "INSERT INTO folders (path, added_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (path_to_bytes(path), time.time()),
        )
        self._notes.folders = True
        row = self._db.execute("SELECT * FROM folders WHERE path = ?", (path_to_bytes(path),)).fetchone()
        return _folder(row)

    def all(self) -> tuple[Folder, ...]:
        """Return every folder in the order of its path."""
        return tuple(_folder(row) for row in self._db.execute("SELECT * FROM folders ORDER BY path"))

    def get(self, folder_id: int) -> Folder | None:
        """Return one folder."""
        row = self._db.execute("SELECT * FROM folders WHERE id = ?", (folder_id,)).fetchone()
        return None if row is None else _folder(row)

    def set_online(self, folder_id: int, *, online: bool) -> None:
        """Note whether the folder can be reached."""
        self._db.execute("UPDATE folders SET online = ? WHERE id = ?", (int(online), folder_id))
        self._notes.folders = True

    def remove(self, folder_id: int) -> None:
        """Forget the folder; its videos leave the views with everything known about them kept."""
        rows = self._db.execute("SELECT DISTINCT video_id FROM files WHERE folder_id = ?", (folder_id,))
        video_ids = [row[0] for row in rows]
        self._db.execute("DELETE FROM files WHERE folder_id = ?", (folder_id,))
        self._db.executemany(STATE_OF_VIDEO, [(video_id,) for video_id in video_ids])
        self._notes.videos.update(video_ids)
        self._db.execute("DELETE FROM folders WHERE id = ?", (folder_id,))
        self._notes.folders = True


def _folder(row: Row) -> Folder:
    return Folder(row["id"], path_from_bytes(row["path"]), bool(row["online"]))
