"""Where the window stood and how its panes were divided, kept for the next start."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from core.paths import config_home

_GEOMETRY, _PANES = "geometry", "panes"


def keep_state(window: QMainWindow, panes: QSplitter) -> None:
    """Write the place of the window and the widths of its panes."""
    settings = _settings()
    settings.setValue(_GEOMETRY, window.saveGeometry())
    settings.setValue(_PANES, panes.saveState())


def bring_back_state(window: QMainWindow, panes: QSplitter) -> None:
    """Stand as before; what cannot be read is left as it is."""
    settings = _settings()
    geometry, widths = settings.value(_GEOMETRY), settings.value(_PANES)
    if isinstance(geometry, QByteArray) and not window.isVisible():
        window.restoreGeometry(geometry)
    if isinstance(widths, QByteArray):
        panes.restoreState(widths)


def _settings() -> QSettings:
    return QSettings(str(config_home() / "window.ini"), QSettings.Format.IniFormat)
