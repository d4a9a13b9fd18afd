"""How libvlc is started on this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

QUIET = (
    "--quiet",
    "--ignore-config",  # a vlcrc of the VLC application must not change how this player behaves
    "--no-interact",
    "--no-osd",
    "--no-video-title-show",
    "--no-snapshot-preview",
    "--no-stats",
)
OFFLINE = ("--no-metadata-network-access", "--no-lua")
"""Playing a local file asks nobody on the network: neither for covers, nor through scripts."""

_EMBEDS = ("xcb", "windows", "cocoa")


def has_sound_device(environ: Mapping[str, str] = os.environ, root: Path = Path("/")) -> bool:
    """Whether sound can come out. Other systems than Linux always have some default device."""
    if not sys.platform.startswith("linux"):
        return True
    if environ.get("PULSE_SERVER"):
        return True
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    sockets = (Path(runtime) / "pulse/native", Path(runtime) / "pipewire-0") if runtime else ()
    return any(s.exists() for s in sockets) or any((root / "dev/snd").glob("pcm*p"))


def embeds_on(platform: str) -> bool:
    """Whether libvlc can draw into a widget of this Qt platform (``QGuiApplication.platformName()``)."""
    return platform in _EMBEDS


def libvlc_options(platform: str, *, sound: bool) -> list[str]:
    """Command line of ``libvlc_new``. ``platform`` is Qt's name of the window system."""
    options = [*QUIET, *OFFLINE]
    if sys.platform.startswith("linux"):
        options.append("--no-xlib")  # Qt does not call XInitThreads
    if not sound:
        options.append("--aout=dummy")
    if not embeds_on(platform):
        options.append("--vout=dummy")
    return options
