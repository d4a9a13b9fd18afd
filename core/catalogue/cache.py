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
from core.catalogue.connection import Connection, DatabaseError, open_writer
from core.domain.media import FramePicture
from core.errors import CatalogueError

_log = logging.getLogger(__name__)
_VERSION = 1
_TABLES = (
    "CREATE TABLE thumbnails (identity TEXT PRIMARY KEY, jpeg BLOB NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE frames (identity TEXT NOT NULL, time_s REAL NOT NULL, jpeg BLOB NOT NULL,
        PRIMARY KEY (identity, time_s)) STRICT""",
    """CREATE TABLE features (identity TEXT NOT NULL, encoder TEXT NOT NULL, times BLOB NOT NULL,
        vectors BLOB NOT NULL, PRIMARY KEY (identity, encoder)) STRICT""",
)


class Cache:
    """May be used from any thread; reads and writes are short."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        try:
            self._db = _open(path)
        except (CatalogueError, DatabaseError):
            _log.warning("The cache %s is damaged and is made anew.", path)
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            self._db = _open(path)

    def thumbnail(self, identity: str) -> bytes | None:
        """Return the JPEG of a video."""
        with self._lock:
            row = self._db.execute("SELECT jpeg FROM thumbnails WHERE identity = ?", (identity,)).fetchone()
        return None if row is None else bytes(row["jpeg"])

    def frames(self, identity: str) -> tuple[FramePicture, ...]:
        """Return the small pictures of a video in time order."""
        with self._lock:
            rows = self._db.execute(
                "SELECT time_s, jpeg FROM frames WHERE identity = ? ORDER BY time_s", (identity,)
            ).fetchall()
        return tuple(FramePicture(row["time_s"], bytes(row["jpeg"])) for row in rows)

    def frame_near(self, identity: str, time_s: float) -> FramePicture | None:
        """Return the small picture nearest to a moment."""
        with self._lock:
            row = self._db.execute(
                "SELECT time_s, jpeg FROM frames WHERE identity = ? ORDER BY ABS(time_s - ?) LIMIT 1",
                (identity, time_s),
            ).fetchone()
        return None if row is None else FramePicture(row["time_s"], bytes(row["jpeg"]))

    def features(self, identity: str, encoder: str) -> FrameFeatures | None:
        """Return the embeddings that this encoder made of the video."""
        with self._lock:
            row = self._db.execute(
                "SELECT times, vectors FROM features WHERE identity = ? AND encoder = ?", (identity, encoder)
            ).fetchone()
        if row is None:
            return None
        times = np.frombuffer(row["times"], dtype=np.float64)
        vectors = np.frombuffer(row["vectors"], dtype=np.float16).reshape(len(times), -1)  # (N, D)
        return FrameFeatures(encoder, times, vectors)

    def put(
        self,
        identity: str,
        thumbnail: bytes | None = None,
        frames: Sequence[FramePicture] = (),
        features: FrameFeatures | None = None,
    ) -> None:
        """Keep what a run made, in one transaction; what is not given stays."""
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                self._put(identity, thumbnail, frames, features)
                self._db.execute("COMMIT")
            except BaseException:
                self._db.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    def _put(
        self,
        identity: str,
        thumbnail: bytes | None,
        frames: Sequence[FramePicture],
        features: FrameFeatures | None,
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
            self._db.execute(
                "INSERT OR REPLACE INTO features VALUES (?, ?, ?, ?)",
                (
                    identity,
                    features.encoder,
                    np.ascontiguousarray(features.times_s, dtype=np.float64).tobytes(),
                    np.ascontiguousarray(features.vectors, dtype=np.float16).tobytes(),
                ),
            )


def _open(path: Path) -> Connection:
    db = open_writer(path)
    if db.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
        db.execute("BEGIN IMMEDIATE")
        for name in ("thumbnails", "frames", "features"):
            db.execute(f"DROP TABLE IF EXISTS {name}")
        for statement in _TABLES:
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {_VERSION}")
        db.execute("COMMIT")
    return db
