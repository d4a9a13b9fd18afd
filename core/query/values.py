"""Reads the values of a query: lengths of time, sizes, dates, numbers."""

from __future__ import annotations

import datetime as dt
import re

_TIME_UNITS_S = {"h": 3600.0, "m": 60.0, "s": 1.0}
_TIME = re.compile(r"(\d+(?:\.\d+)?)\s*(h|m|s)")
_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})(?:\.\d+)?")
_SIZE_UNITS = {
    "": 1, "b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9, "tb": 10**12,
    "kib": 2**10, "mib": 2**20, "gib": 2**30, "tib": 2**40,
}  # fmt: skip
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]*)")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def number(text: str) -> float:
    """Read ``2`` or ``0.8``; raises ValueError with what was expected."""
    if not re.fullmatch(r"\d{1,15}(\.\d{1,15})?", text):
        raise ValueError("a number such as 2 or 0.8")
    return float(text)


def seconds(text: str) -> float:
    """Read ``90``, ``90s``, ``30m``, ``1h30m`` or ``1:30:00`` as seconds; raises ValueError."""
    text = text.lower()
    if clock := _CLOCK.fullmatch(text):
        return float(clock[1] or 0) * 3600 + float(clock[2]) * 60 + float(clock[3])
    parts = _TIME.findall(text)
    if parts and _TIME.sub("", text).strip() == "":
        return sum(float(count) * _TIME_UNITS_S[unit] for count, unit in parts)
    try:
        return number(text)
    except ValueError as error:
        raise ValueError("a length of time such as 30m, 1h30m or 90s") from error


def bytes_of(text: str) -> float:
    """Read ``700mb`` or ``1.5gb`` (thousands) or ``1gib`` (1,024s) as bytes; raises ValueError."""
    found = _SIZE.fullmatch(text.lower())
    if found is None or found[2] not in _SIZE_UNITS:
        raise ValueError("a size such as 700mb or 1.5gb")
    return float(found[1]) * _SIZE_UNITS[found[2]]


def days(text: str) -> tuple[dt.date, dt.date]:
    """Read ``2026``, ``2026-01`` or ``2026-01-31`` as its first day and the day after its last.

    Raises ValueError with what was expected.
    """
    expected = "a date such as 2026, 2026-01 or 2026-01-31"
    found = _DATE.fullmatch(text)
    if found is None or int(found[1]) >= dt.MAXYEAR:
        raise ValueError(expected)
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    try:
        first = dt.date(year, month, day)
    except ValueError as error:
        raise ValueError(expected) from error
    if found[3]:
        return first, first + dt.timedelta(days=1)
    if found[2]:
        return first, dt.date(year + month // 12, month % 12 + 1, 1)
    return first, dt.date(year + 1, 1, 1)


def moment(day: dt.date) -> float:
    """Return the start of the day where the person lives, in seconds since 1970."""
    return dt.datetime(day.year, day.month, day.day).astimezone().timestamp()
