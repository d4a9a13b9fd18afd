"""Figures as people read them. No Qt in here; words come from the caller's language."""

from __future__ import annotations

_STEP = 1024
_NAMED_HEIGHTS = ((4320, "8K"), (2160, "4K"), (1440, "1440p"), (1080, "1080p"), (720, "720p"), (480, "480p"))
_NEARLY = 0.9
"""A film of 1920 x 800 counts as 1080p: its width says so."""


def clock_text(seconds: float) -> str:
    """``75`` is ``1:15``, ``3675`` is ``1:01:15``."""
    whole = max(0, round(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def size_text(size_bytes: int, language: str = "en") -> str:
    """``1536000`` is ``1.5 MB``, in Russian ``1,5 МБ``."""
    units = ("Б", "КБ", "МБ", "ГБ", "ТБ") if language == "ru" else ("B", "KB", "MB", "GB", "TB")
    value, unit = float(size_bytes), units[0]
    for unit in units:
        if value < _STEP or unit == units[-1]:
            break
        value /= _STEP
    text = f"{value:.0f}" if unit == units[0] or value >= 100 else f"{value:.1f}"
    return f"{text.replace('.', ',') if language == 'ru' else text} {unit}"


def resolution_name(width: int | None, height: int | None) -> str:
    """Return ``4K``, ``1080p`` ... whichever way the picture stands; nothing below the least of them."""
    if not width or not height:
        return ""
    long, short = max(width, height), min(width, height)
    for lines, name in _NAMED_HEIGHTS:
        if short >= lines * _NEARLY or long >= lines * 16 / 9 * _NEARLY:
            return name
    return ""


def count_text(count: int, language: str = "en") -> str:
    """``12345`` is ``12,345``, in Russian ``12 345``."""
    return f"{count:,}".replace(",", "\u00a0") if language == "ru" else f"{count:,}"
