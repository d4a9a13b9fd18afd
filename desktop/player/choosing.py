"""Which engine plays on this machine, and why."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication

from desktop.player.backend import PlaybackBackend

log = logging.getLogger(__name__)

VLC_MAJOR = 3
"""The calls of libvlc 4 differ."""


@dataclass(frozen=True, slots=True)
class BackendChoice:
    """``why`` is one sentence for the log and for ``filmoteka doctor``."""

    name: str
    why: str


def why_not_vlc(platform: str) -> str | None:
    """What speaks against libvlc on Qt's window system ``platform``; None when nothing does."""
    if platform.startswith("wayland"):
        return "libvlc cannot draw into a Wayland window; start with QT_QPA_PLATFORM=xcb to use it"
    try:
        import vlc

        version = vlc.libvlc_get_version().decode("ascii", "replace")
    except (ImportError, OSError, NameError, AttributeError, NotImplementedError) as error:
        return f"libvlc is not installed or does not load ({error})"
    if int(version.partition(".")[0]) != VLC_MAJOR:
        return f"libvlc {version} is not of version {VLC_MAJOR}"
    return None


def choose(platform: str) -> BackendChoice:
    """The engine for Qt's window system ``platform``."""
    reason = why_not_vlc(platform)
    if reason is None:
        return BackendChoice("libvlc", "libvlc is installed")
    return BackendChoice("QtMultimedia", reason)


def choose_backend() -> tuple[PlaybackBackend, BackendChoice]:
    """A new engine, the best that this machine has. Needs a QApplication."""
    choice = choose(QGuiApplication.platformName())
    log.info("player: %s, since %s", choice.name, choice.why)
    if choice.name == "libvlc":
        from desktop.player.vlc_backend import VlcBackend

        return VlcBackend(), choice
    return fallback_backend(), choice


def fallback_backend() -> PlaybackBackend:
    """QtMultimedia, imported only where it is needed: it loads FFmpeg."""
    from desktop.player.qt_backend import QtBackend

    return QtBackend()
