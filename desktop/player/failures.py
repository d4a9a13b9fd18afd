"""Why a file does not play, in sentences for a person."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication


class Failure(Enum):
    MISSING = "missing"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    PLAYLIST = "playlist"
    UNKNOWN_FORMAT = "unknown format"
    VANISHED = "vanished"


HEAD_BYTES = 512
_PLAYLIST_STARTS = (b"#EXTM3U", b"<?xml", b"<MPD", b"<SmoothStreamingMedia", b"\x1f\x8b")
"""HLS, DASH and Smooth Streaming manifests (and gzip, which libvlc would unpack to look inside)."""


def is_manifest(head: bytes) -> bool:
    """Whether a file begins like a streaming manifest: libvlc would fetch what that names."""
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return plain.startswith(_PLAYLIST_STARTS)


def why_not_playable(path: Path) -> Failure | None:
    """Look before an engine does; None when nothing speaks against it. Reads the disk, so keep it short."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except FileNotFoundError:
        return Failure.MISSING
    except OSError:
        return Failure.UNREADABLE
    if not head:
        return Failure.EMPTY
    return Failure.PLAYLIST if is_manifest(head) else None


def why_ended_early(path: Path) -> Failure | None:
    """The data stopped long before the end: was the file taken away?"""
    try:
        return Failure.VANISHED if path.stat().st_size == 0 else None
    except OSError:
        return Failure.VANISHED


def sentence(failure: Failure, path: Path) -> str:
    """What happened, to which file, and what to do."""
    texts = {
        Failure.MISSING: QCoreApplication.translate(
            "Player", "“{name}” is not in its folder any more. Connect its disk or look for it again."
        ),
        Failure.UNREADABLE: QCoreApplication.translate(
            "Player", "“{name}” cannot be read. Check its permissions and its disk."
        ),
        Failure.EMPTY: QCoreApplication.translate(
            "Player", "“{name}” is empty. Copy it again from its source."
        ),
        Failure.PLAYLIST: QCoreApplication.translate(
            "Player", "“{name}” is a list of addresses on the network, not a video. It was not opened."
        ),
        Failure.UNKNOWN_FORMAT: QCoreApplication.translate(
            "Player", "“{name}” cannot be played: it is damaged or in an unknown format."
        ),
        Failure.VANISHED: QCoreApplication.translate(
            "Player", "“{name}” disappeared while it was playing. Connect its disk or look for it again."
        ),
    }
    return texts[failure].format(name=path.name)
