"""What SQLite says of the disk and of damage, in sentences for a person."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from core.catalogue.connection import DAMAGE
from core.errors import CatalogueError, FilmotekaError, HostError

_PRIMARY = 0xFF
_REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full. Make room on it; nothing that was kept before is lost",
    sqlite3.SQLITE_IOERR: "the disk failed. Check that it is connected and healthy",
    sqlite3.SQLITE_READONLY: "it cannot be written. Check the permissions of the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened. Check that its disk is connected",
    sqlite3.SQLITE_BUSY: "another program has been writing to it for half a minute. Please try again",
    sqlite3.SQLITE_LOCKED: "another program has been writing to it for half a minute. Please try again",
}


@contextlib.contextmanager
def disk_errors_told(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the disk into a HostError, of damage into a CatalogueError; bugs stay bugs."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        told = disk_error(path, error)
        if told is None:
            raise
        raise told from error


def disk_error(path: Path, error: sqlite3.DatabaseError) -> FilmotekaError | None:
    """Return the error for a person; ``None`` where neither disk nor damage is at fault."""
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if code in DAMAGE:
        return CatalogueError(f"The library {path} is damaged ({error}). Restore a backup of it.")
    reason = _REASONS.get(code)
    return None if reason is None else HostError(f"The library {path} could not be used: {reason}.")
