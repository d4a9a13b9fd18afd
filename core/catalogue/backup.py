"""Copies of the library file, made by SQLite itself."""

from __future__ import annotations

import time
from pathlib import Path

from core.catalogue.connection import Connection
from core.catalogue.schema import version_of


def back_up(db: Connection, target: Path) -> Path:
    """Write a compact copy of the whole library; an existing target is an error of SQLite."""
    db.execute("VACUUM INTO ?", (str(target),))
    return target


def back_up_before_migration(db: Connection, path: Path) -> Path:
    """Keep the library as it was before the program changes its format."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    return back_up(db, path.with_name(f"{path.stem}-format{version_of(db)}-{stamp}.backup.sqlite3"))
