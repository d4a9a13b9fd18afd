"""Runs in a process of its own on a real X display: a video played inside the main window of the program.

``python -m tests.desktop.player.program_driver FOLDER``: FOLDER holds the grey clip and another video.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, qInstallMessageHandler
from PySide6.QtTest import QTest

from core.settings import Settings
from desktop.app import Filmoteka, make_application
from desktop.i18n import install_language
from desktop.player.backend import PlaybackState
from desktop.player.player_view import PlayerView
from desktop.theme import apply_theme
from tests.desktop.player.window_driver import FPS, frame_is, is_in, press, until

CLOSES_WITHIN_S = 5.0


def card(filmoteka: Filmoteka, title: str) -> QModelIndex:
    """Return the card of a video, once the scan has found it."""
    model = filmoteka.window.grid_model
    found: list[QModelIndex] = []

    def look() -> bool:
        found[:] = [model.index(row) for row in range(model.rowCount()) if model.index(row).data() == title]
        return bool(found)

    until(f"the card of {title}", look)
    return found[0]


def check_picture(view: PlayerView) -> None:
    assert view.backend().name == "libvlc"
    until("playing", is_in(view, PlaybackState.PLAYING))
    press(view, Qt.Key.Key_K)
    until("paused", is_in(view, PlaybackState.PAUSED))
    for number in (50, 20):
        view.backend().seek((number + 0.5) / FPS)
        until(f"frame {number} in the main window", frame_is(view, number))


def check_full_screen(filmoteka: Filmoteka, view: PlayerView) -> None:
    bar = filmoteka.window.menuBar()
    press(view, Qt.Key.Key_F)
    until("full screen", lambda: view.is_full_screen() and not bar.isVisible())
    until("the frame in full screen", frame_is(view, 20))
    press(view, Qt.Key.Key_Escape)
    until("the window again", lambda: not view.is_full_screen() and bar.isVisible())
    until("the frame in the window", frame_is(view, 20))


def check_return(filmoteka: Filmoteka, view: PlayerView, video_id: int) -> None:
    window = filmoteka.window
    press(view, Qt.Key.Key_Escape)
    until("the library again", window.workspace.showing_library)
    until("the grid has the keys", lambda: window.focusWidget() is window.workspace.library.grid)
    assert window.selected.ids() == [video_id], "the selection was lost"
    until("the status bar again", window.status.isVisible)


def play_in(filmoteka: Filmoteka) -> None:
    window = filmoteka.window
    index = card(filmoteka, "grey")
    window.workspace.library.grid.setCurrentIndex(index)
    (video_id,) = window.selected.ids()
    QTest.keyClick(window.workspace.library.grid, Qt.Key.Key_Return)
    until("the player", lambda: window.playing.player is not None)
    view = window.playing.player
    assert view is not None
    check_picture(view)
    check_full_screen(filmoteka, view)
    check_return(filmoteka, view, video_id)


def main(folder: Path) -> None:
    complaints: list[str] = []
    qInstallMessageHandler(lambda _kind, _context, text: complaints.append(text))
    application = make_application()
    settings = Settings(language="en", theme="light")
    theme, languages = apply_theme(application, "light"), install_language(application, "en")
    with tempfile.TemporaryDirectory() as home:
        filmoteka = Filmoteka(Path(home) / "library.sqlite3", settings, theme, languages)
        filmoteka.library.add_folder(folder)
        filmoteka.window.setGeometry(0, 0, 1200, 700)
        filmoteka.window.show()
        filmoteka.scan.start()  # nothing is analysed: the player needs none of it
        play_in(filmoteka)
        began = time.monotonic()
        filmoteka.stop()
        assert time.monotonic() - began < CLOSES_WITHIN_S, "the program ends too slowly"
    assert complaints == [], complaints
    print("everything was in the window")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
