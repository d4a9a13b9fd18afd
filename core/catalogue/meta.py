"""Small facts about the library itself."""

from __future__ import annotations

from core.catalogue.connection import Connection


class Meta:
    def __init__(self, db: Connection) -> None:
        self._db = db

    def get(self, key: str) -> str | None:
        """Return the value, ``None`` where it was never set."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row["value"])

    def set(self, key: str, value: str) -> None:
        """Keep the value."""
        self._db.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            (key, value),
        )

    def remove(self, key: str) -> None:
        """Forget the value, where there is one."""
        self._db.execute("DELETE FROM meta WHERE key = ?", (key,))
