"""The player's style sheet."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def player_style() -> str:
    """Text of ``resources/style/player.qss``."""
    return (files("resources") / "style" / "player.qss").read_text(encoding="utf-8")
