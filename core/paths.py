"""Where things lie, and how a path of any bytes becomes text and back."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

APPLICATION = "filmoteka"
HOME_VARIABLE = "FILMOTEKA_HOME"
"""When set, everything the program keeps lies below this folder: used by tests and portable installs."""


def data_home() -> Path:
    """Return the folder of catalogues and fetched weights."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / "data" if home else Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))


def config_home() -> Path:
    """Return the folder of the settings file."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / "config" if home else Path(platformdirs.user_config_dir(APPLICATION, appauthor=False))


def log_home() -> Path:
    """Return the folder of the log files."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / "log" if home else Path(platformdirs.user_log_dir(APPLICATION, appauthor=False))


def default_library() -> Path:
    """Return the catalogue that opens when none is named."""
    return data_home() / "library.sqlite3"


def models_home() -> Path:
    """Return the folder that fetched weights are kept in."""
    return data_home() / "models"


def absolute(path: str | os.PathLike[str]) -> str:
    """Return the absolute path as text; links stay links, bytes that are no UTF-8 become surrogates."""
    return os.path.abspath(os.path.expanduser(os.fspath(path)))  # noqa: PTH100, PTH111 - keeps links and bytes


def path_to_bytes(path: str) -> bytes:
    """Return what the file system knows the path as."""
    return os.fsencode(path)


def path_from_bytes(raw: bytes) -> str:
    """Return the text that ``path_to_bytes`` came from."""
    return os.fsdecode(raw)


def readable(path: str) -> str:
    """Return the path fit to be shown: bytes that are no UTF-8 become question marks."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
