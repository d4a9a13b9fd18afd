"""What the SQLite of this machine can do."""

from __future__ import annotations

import sqlite3

OLDEST_SQLITE = (3, 37, 0)
"""STRICT tables came with it; RETURNING and materialised tables are older."""


def sqlite_version() -> tuple[int, ...]:
    """Return the version of the library that Python uses."""
    return sqlite3.sqlite_version_info


def has_full_text_search() -> bool:
    """Say whether FTS5, which finds words, is built in."""
    db = sqlite3.connect(":memory:")
    try:
        db.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
    except sqlite3.OperationalError:
        return False
    finally:
        db.close()
    return True
