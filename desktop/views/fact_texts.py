"""The facts of a video as lines of name and value."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from core.domain.media import AudioStream, MediaFacts
from core.domain.videos import Video
from desktop.views.figures import clock_text, resolution_name, size_text


def fact_lines(video: Video, facts: MediaFacts | None, language: str) -> list[tuple[str, str]]:
    """Return what is known, in the order in which people ask for it."""
    added = datetime.fromtimestamp(video.added_at).astimezone()
    subtitles = () if facts is None else facts.subtitles
    created_at = None if facts is None else facts.created_at
    values = {
        "length": "" if video.duration_s is None else clock_text(video.duration_s),
        "picture": _picture(video),
        "video": "" if facts is None else _video(facts),
        "sound": "" if facts is None else _sound(facts.audio),
        "subtitles": _named([stream.language or stream.codec for stream in subtitles]),
        "size": "" if video.size_bytes is None else size_text(video.size_bytes, language),
        "filmed": "" if created_at is None else _date(created_at, language),
        "added": _day(added, language),
    }
    names = _names()
    return [(names[key], value) for key, value in values.items() if value]


def _names() -> dict[str, str]:
    return {
        "length": QCoreApplication.translate("Facts", "Length"),
        "picture": QCoreApplication.translate("Facts", "Picture"),
        "video": QCoreApplication.translate("Facts", "Video"),
        "sound": QCoreApplication.translate("Facts", "Sound"),
        "subtitles": QCoreApplication.translate("Facts", "Subtitles"),
        "size": QCoreApplication.translate("Facts", "Size"),
        "filmed": QCoreApplication.translate("Facts", "Filmed"),
        "added": QCoreApplication.translate("Facts", "Added"),
    }


def _picture(video: Video) -> str:
    if not video.width or not video.height:
        return ""
    name = resolution_name(video.width, video.height)
    return f"{video.width} × {video.height}" + (f" · {name}" if name else "")


def _video(facts: MediaFacts) -> str:
    parts = [facts.video.codec.upper()]
    if facts.video.fps:
        parts.append(QCoreApplication.translate("Facts", "{0} fps").format(f"{facts.video.fps:.3g}"))
    if facts.video.hdr:
        parts.append("HDR")
    return " · ".join(parts)


def _sound(streams: tuple[AudioStream, ...]) -> str:
    if not streams:
        return QCoreApplication.translate("Facts", "None")
    names = [s.codec.upper() + (f" ({s.language})" if s.language else "") for s in streams]
    return _named(names)


def _named(names: list[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _date(created_at: str, language: str) -> str:
    """Return the day of an ISO date; what is no date is shown as it stands in the file."""
    try:
        return _day(datetime.fromisoformat(created_at), language)
    except ValueError:
        return created_at


def _day(moment: datetime, language: str) -> str:
    day = QDate(moment.year, moment.month, moment.day)
    return str(QLocale(language).toString(day, "d MMMM yyyy"))
