"""Whether the machine gives what the program needs: Python, SQLite, places to write, folders to watch."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from core.catalogue.sqlite_facts import OLDEST_SQLITE, has_full_text_search, sqlite_version
from core.health.finding import Finding, Health, well
from core.paths import config_home, data_home, log_home

_OLDEST_PYTHON = (3, 11)
_LITTLE_SPACE_BYTES = 500_000_000
_FEW_WATCHES = 8192
_WATCHES = Path("/proc/sys/fs/inotify/max_user_watches")


def look_at_machine(library: Path) -> Iterator[Finding]:
    """Yield what there is to say about the machine."""
    yield _python()
    yield _sqlite()
    places = {"data": data_home(), "settings": config_home(), "log": log_home(), "library": library.parent}
    for name, place in places.items():
        yield _writable(f"{name} folder", place)
    yield _space(data_home())
    if _WATCHES.exists():
        yield _watches()


def _python() -> Finding:
    found = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info < _OLDEST_PYTHON:
        return Finding("Python", Health.FAILED, found, "Install Python 3.11 or newer.")
    return well("Python", found)


def _sqlite() -> Finding:
    found = ".".join(str(part) for part in sqlite_version())
    if sqlite_version() < OLDEST_SQLITE or not has_full_text_search():
        oldest = ".".join(str(part) for part in OLDEST_SQLITE)
        return Finding("SQLite", Health.FAILED, found, f"A Python with SQLite {oldest} and FTS5 is needed.")
    return well("SQLite", f"{found} with FTS5")


def _writable(name: str, folder: Path) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return well(name, str(folder))
    except OSError as error:
        advice = f"Give your account the right to write there, or set FILMOTEKA_HOME. ({error.strerror})"
        return Finding(name, Health.FAILED, str(folder), advice)


def _space(folder: Path) -> Finding:
    place = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(place).free
    if free < _LITTLE_SPACE_BYTES:
        return Finding("disk space", Health.WARNING, f"{free / 1e6:.0f} MB free", "Make room on this disk.")
    return well("disk space", f"{free / 1e9:.1f} GB free")


def _watches() -> Finding:
    allowed = int(_WATCHES.read_text("ascii"))
    if allowed < _FEW_WATCHES:
        advice = "Some folders are looked through only now and then. sysctl fs.inotify.max_user_watches=65536"
        return Finding("folder watching", Health.WARNING, f"{allowed} folders", advice)
    return well("folder watching", f"up to {allowed} folders")
