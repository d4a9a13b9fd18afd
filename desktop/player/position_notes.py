"""When the place is worth writing down. Qt-free."""

from __future__ import annotations

NOTE_EVERY_S = 5.0


class PositionNotes:
    """Due whenever the place is this far from the last one written down, forwards or backwards."""

    def __init__(self, every_s: float = NOTE_EVERY_S) -> None:
        self._every_s = every_s
        self._noted_s = 0.0

    def start(self, position_s: float) -> None:
        """``position_s`` is written down, or was where playing began."""
        self._noted_s = position_s

    def is_due(self, position_s: float) -> bool:
        """Whether to write ``position_s`` down now; true once per distance."""
        if abs(position_s - self._noted_s) < self._every_s:
            return False
        self._noted_s = position_s
        return True
