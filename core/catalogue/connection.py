"""Opens SQLite the way the whole house wants it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from core.errors import CatalogueError
from core.query.words import folded

Connection = sqlite3.Connection
Row = sqlite3.Row
DatabaseError = sqlite3.DatabaseError
DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""The primary result codes that speak of a file's content, and not of its use, its place or the disk."""
BUSY_TIMEOUT_S = 30.0
_READ_CACHE_KIB = 16_384


def open_writer(path: Path) -> Connection:
    """Open or create the file for the one writer; transactions are begun by hand."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CatalogueError(f"The folder {path.parent} cannot be made: {error.strerror}.") from error
    db = _connect(path)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
    except sqlite3.DatabaseError as error:
        db.close()
        raise CatalogueError(_reason(path, error)) from error
    return db


def open_reader(path: Path) -> Connection:
    """Open an existing file so that a write is refused by SQLite itself."""
    db = _connect(path)
    db.execute("PRAGMA query_only = ON")
    db.execute(f"PRAGMA cache_size = -{_READ_CACHE_KIB}")
    return db


def _connect(path: Path) -> Connection:
    try:
        db = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
        db.row_factory = sqlite3.Row
        db.execute("PRAGMA schema_version").fetchone()
        db.create_function("folded", 1, folded, deterministic=True)
    except sqlite3.DatabaseError as error:
        raise CatalogueError(_reason(path, error)) from error
    return db


def _reason(path: Path, error: sqlite3.DatabaseError) -> str:
    if path.is_dir():
        return f"{path} is a folder; please name a file for the library."
    if path.exists() and not os.access(path, os.R_OK | os.W_OK):
        return f"The library {path} cannot be read and written; please check its permissions."
    return (
        f"{path} cannot be opened as a Filmoteka library ({error}). Choose another file or restore a backup."
    )
