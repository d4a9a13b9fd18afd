"""What can be computed again: thumbnails, frame pictures, embeddings. A file of its own, by content identity.

A damaged or deleted cache costs time, never a word of the person's.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.analysis.messages import FrameFeatures
from core.catalogue.connection import DAMAGE, Connection, DatabaseError, Row, open_writer
from core.domain.media import FramePicture
from core.errors import CatalogueError

_log = logging.getLogger(__name__)
_VERSION = 1
_TABLES = (
    "CREATE TABLE thumbnails (identity TEXT PRIMARY KEY, jpeg BLOB NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE frames (identity TEXT NOT NULL, time_s REAL NOT NULL, jpeg BLOB NOT NULL,
        PRIMARY KEY (identity, time_s)) STRICT""",
    """CREATE TABLE features (identity TEXT NOT NULL, wanted TEXT NOT NULL, encoder TEXT NOT NULL,
        times BLOB NOT NULL, vectors BLOB NOT NULL, PRIMARY KEY (identity, wanted)) STRICT""",
)


class Cache:
    """May be used from any thread; reads and writes are short."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        try:
            self._db = _open(path)
        except (CatalogueError, DatabaseError) as error:
            if not _is_damage(error):
                raise
            self._db = _made_anew(path)

    def thumbnail(self, identity: str) -> bytes | None:
        """Return the JPEG of a video."""
        rows = self._rows("SELECT jpeg FROM thumbnails WHERE identity = ?", (identity,))
        return bytes(rows[0]["jpeg"]) if rows else None

    def frames(self, identity: str) -> tuple[FramePicture, ...]:
        """Return the small pictures of a video in time order."""
        rows = self._rows("SELECT time_s, jpeg FROM frames WHERE identity = ? ORDER BY time_s", (identity,))
        return tuple(FramePicture(row["time_s"], bytes(row["jpeg"])) for row in rows)

    def features(self, identity: str, wanted: str) -> FrameFeatures | None:
        """Return the embeddings that were made of the video when these were ``wanted``."""
        rows = self._rows(
            "SELECT encoder, times, vectors FROM features WHERE identity = ? AND wanted = ?",
            (identity, wanted),
        )
        if not rows:
            return None
        times = np.frombuffer(rows[0]["times"], dtype=np.float64)
        vectors = np.frombuffer(rows[0]["vectors"], dtype=np.float16).reshape(len(times), -1)  # (N, D)
        return FrameFeatures(rows[0]["encoder"], times, vectors)

    def put(
        self,
        identity: str,
        thumbnail: bytes | None = None,
        frames: Sequence[FramePicture] = (),
        features: tuple[str, FrameFeatures] | None = None,
    ) -> None:
        """Keep what a run made, in one transaction; what is not given stays.

        ``features`` come with what was wanted when they were made.
        """
        with self._lock:
            try:
                self._commit(identity, thumbnail, frames, features)
            except DatabaseError as error:
                if not _is_damage(error):
                    raise
                self._replace()
                self._commit(identity, thumbnail, frames, features)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    def _rows(self, sql: str, values: tuple[object, ...]) -> list[Row]:
        with self._lock:
            try:
                return self._db.execute(sql, values).fetchall()
            except DatabaseError as error:
                if not _is_damage(error):
                    raise
                self._replace()
                return []

    def _replace(self) -> None:
        self._db.close()
        self._db = _made_anew(self._path)

    def _commit(
        self,
        identity: str,
        thumbnail: bytes | None,
        frames: Sequence[FramePicture],
        features: tuple[str, FrameFeatures] | None,
    ) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._put(identity, thumbnail, frames, features)
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:  # a full disk has SQLite roll back by itself
                self._db.execute("ROLLBACK")
            raise

    def _put(
        self,
        identity: str,
        thumbnail: bytes | None,
        frames: Sequence[FramePicture],
        features: tuple[str, FrameFeatures] | None,
    ) -> None:
        if thumbnail is not None:
            self._db.execute("INSERT OR REPLACE INTO thumbnails VALUES (?, ?)", (identity, thumbnail))
        if frames:
            self._db.execute("DELETE FROM frames WHERE identity = ?", (identity,))
            self._db.executemany(
                "INSERT OR REPLACE INTO frames VALUES (?, ?, ?)",
                [(identity, f.time_s, f.jpeg) for f in frames],
            )
        if features is not None:
            wanted, made = features
            times = np.ascontiguousarray(made.times_s, dtype=np.float64).tobytes()
            vectors = np.ascontiguousarray(made.vectors, dtype=np.float16).tobytes()
            self._db.execute(
                "INSERT OR REPLACE INTO features VALUES (?, ?, ?, ?, ?)",
                (identity, wanted, made.encoder, times, vectors),
            )


def _is_damage(error: Exception) -> bool:
    """Tell a damaged file from one that is closed, busy, full or out of reach, whose content is good."""
    reason = error.__cause__ if isinstance(error, CatalogueError) else error
    code: int | None = getattr(reason, "sqlite_errorcode", None)  # errors that SQLite did not raise have none
    return code is not None and code & 0xFF in DAMAGE


def _made_anew(path: Path) -> Connection:
    _log.warning("The cache %s is damaged and is made anew.", path)
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return _open(path)


def _open(path: Path) -> Connection:
    db = open_writer(path)
    if _version(db) != _VERSION:
        db.execute("BEGIN IMMEDIATE")  # two programs may open a new cache at the same moment
        if _version(db) != _VERSION:
            for name in ("thumbnails", "frames", "features"):
                db.execute(f"DROP TABLE IF EXISTS {name}")
            for statement in _TABLES:
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {_VERSION}")
        db.execute("COMMIT")
    return db


def _version(db: Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
