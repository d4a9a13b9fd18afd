"""Which files are videos, by name alone."""

from __future__ import annotations

from pathlib import PurePath

VIDEO_SUFFIXES = frozenset(
    {
        ".3g2", ".3gp", ".3gpp", ".amv", ".asf", ".avi", ".bik", ".divx", ".drc", ".dv", ".f4v",
        ".flv", ".gxf", ".h264", ".h265", ".hevc", ".ismv", ".ivf", ".m1v", ".m2p", ".m2t", ".m2ts",
        ".m2v", ".m4v", ".mj2", ".mjpeg", ".mjpg", ".mk3d", ".mkv", ".mod", ".mov", ".mp4", ".mpe",
        ".mpeg", ".mpg", ".mpv", ".mqv", ".mts", ".mxf", ".nsv", ".nut", ".ogm", ".ogv", ".ogx",
        ".qt", ".rm", ".rmvb", ".roq", ".swf", ".tod", ".trp", ".ts", ".vc1", ".vdr", ".vob",
        ".vro", ".webm", ".wm", ".wmv", ".wtv", ".xesc", ".y4m",
    }
)  # fmt: skip
_UNFINISHED = (
    ".part",
    ".crdownload",
    ".download",
    ".!ut",
    ".!qb",
    ".tmp",
    ".temp",
    ".aria2",
    ".opdownload",
    "~",
)
_HIDDEN = (".", "~$")


def is_video_path(path: str | PurePath) -> bool:
    """Say whether the name is that of a finished, visible video file.

    Hidden files, AppleDouble companions (``._clip.mov``), and downloads in progress are none.
    """
    name = PurePath(path).name.lower()
    if name.startswith(_HIDDEN) or name.endswith(_UNFINISHED):
        return False
    return PurePath(name).suffix in VIDEO_SUFFIXES and not _is_unfinished_stem(name)


def _is_unfinished_stem(name: str) -> bool:
    """Some programs put their mark before the suffix: ``film.part.mp4``, ``film.temp.mkv`` (yt-dlp)."""
    stem = PurePath(name).stem
    return stem.endswith((".part", ".temp", ".tmp", ".crdownload"))
