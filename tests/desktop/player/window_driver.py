"""Runs in a process of its own on a real X display: what is on the screen, not what the widgets believe.

``python -m tests.desktop.player.window_driver CLIP PICTURE``: CLIP is the grey clip, PICTURE a PNG to write.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QColor, QCursor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from core.domain.segments import Segment, SegmentAction, SegmentKind
from desktop.player.backend import PlaybackState
from desktop.player.play_item import PlayItem
from desktop.player.player_view import PlayerView

GREY_AT_0, GREY_STEP, FPS = 20, 2, 10
PATIENCE_S = 15.0


def until(what: str, condition: Callable[[], bool]) -> None:
    """Let the event loop run until ``condition`` holds."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, f"never: {what}"
        wait(50)


def wait(ms: int) -> None:
    """QTest.qWait would hold Python's lock, and so stop the thread that talks to libvlc."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def screen() -> QImage:
    """The pixels of the whole display, libvlc's among them."""
    return QApplication.primaryScreen().grabWindow(0).toImage()


def pixel(widget: QWidget, place: QPoint) -> QColor:
    return screen().pixelColor(widget.mapToGlobal(place))


def frame_shown(view: PlayerView) -> float:
    """The number that the grey in the middle of the picture stands for."""
    picture = view.picture()
    return (pixel(picture, picture.rect().center()).red() - GREY_AT_0) / GREY_STEP


def frame_is(view: PlayerView, number: int) -> Callable[[], bool]:
    return lambda: abs(frame_shown(view) - number) < 0.75


def is_in(view: PlayerView, state: PlaybackState) -> Callable[[], bool]:
    return lambda: view.backend().state() is state


def press(view: PlayerView, key: Qt.Key) -> None:
    QTest.keyClick(view, key)


def check_overlay(view: PlayerView) -> None:
    until("the skip button is offered", view.skip.isVisible)
    corner = QPoint(8, view.skip.height() // 2)
    until("the skip button is above the picture", lambda: pixel(view.skip, corner).lightness() > 240)
    assert view.picture().geometry().contains(view.skip.geometry())


def check_exactness(view: PlayerView) -> None:
    press(view, Qt.Key.Key_K)
    until("paused", lambda: view.backend().state() is PlaybackState.PAUSED)
    for number in (50, 20, 83):
        view.backend().seek((number + 0.5) / FPS)
        until(f"frame {number} after a seek", frame_is(view, number))
    press(view, Qt.Key.Key_Period)
    until("one frame on", frame_is(view, 84))
    press(view, Qt.Key.Key_Period)
    until("two frames on", frame_is(view, 85))
    press(view, Qt.Key.Key_Comma)
    until("one frame back", frame_is(view, 84))
    press(view, Qt.Key.Key_Comma)
    until("two frames back", frame_is(view, 83))


def check_full_screen(view: PlayerView) -> None:
    view.backend().set_rate(0.25)  # the clip must last
    view.backend().seek(1.0)
    press(view, Qt.Key.Key_Space)
    until("playing", lambda: view.backend().state() is PlaybackState.PLAYING)
    press(view, Qt.Key.Key_F)
    until("full screen", view.is_full_screen)
    QCursor.setPos(view.mapToGlobal(QPoint(300, 300)))
    until("the controls hide", view.bottom.isHidden)
    low = QPoint(view.width() // 2, view.height() - 4)
    until("no bar is left on the screen", lambda: pixel(view, low).red() == pixel(view, low).green())
    QCursor.setPos(view.mapToGlobal(QPoint(340, 320)))
    until("the mouse brings the controls back", view.bottom.isVisible)
    press(view, Qt.Key.Key_Escape)
    until("the window again", lambda: not view.is_full_screen())
    view.backend().set_rate(1.0)


def check_real_keys(view: PlayerView) -> None:
    """The pointer rests on libvlc's own window; the keys must still reach the player."""
    if shutil.which("xdotool") is None:
        return
    QCursor.setPos(view.picture().mapToGlobal(view.picture().rect().center()))
    view.backend().seek(1.0)
    for name, state in (("k", PlaybackState.PAUSED), ("space", PlaybackState.PLAYING)):
        subprocess.run(["xdotool", "key", name], check=True, timeout=10)
        until(f"the key {name} arrives", is_in(view, state))
    subprocess.run(["xdotool", "click", "--repeat", "2", "--delay", "60", "1"], check=True, timeout=10)
    until("a double click on the picture", view.is_full_screen)
    press(view, Qt.Key.Key_F)


def check_menus(view: PlayerView) -> None:
    view.controls.speed.menu().popup(view.mapToGlobal(QPoint(500, 200)))
    check_open_menu(view.controls.speed.menu())
    view._offer_segment_menu(view.controls.seek_bar.segments()[0], view.mapToGlobal(QPoint(400, 300)))
    check_open_menu(view._segment_menu)


def check_open_menu(menu: QMenu) -> None:
    edge = QPoint(menu.width() // 2, 3)
    until("the menu is above the picture, and dark", lambda: 20 < pixel(menu, edge).lightness() < 90)
    menu.close()


def main(clip: Path, picture: Path) -> None:
    complaints: list[str] = []
    qInstallMessageHandler(lambda _kind, _context, text: complaints.append(text))
    app = QApplication([])
    window = QMainWindow()
    view = PlayerView()
    window.setCentralWidget(view)
    window.resize(1280, 720)
    window.show()
    segments = tuple(
        Segment(kind, start_s, start_s + 1.5, 0.9, SegmentAction.OFFER, "test", "test", number)
        for number, (kind, start_s) in enumerate(zip(SegmentKind, (0.2, 3.0, 8.4, 6.0), strict=True))
    )
    view.open(PlayItem(1, clip, "Grey", 0.3, segments, has_next=True))
    assert view.backend().name == "libvlc"
    check_overlay(view)
    check_exactness(view)
    check_full_screen(view)
    check_real_keys(view)
    check_menus(view)
    view.backend().seek(0.4)
    until("the skip button again", view.skip.isVisible)
    screen().save(str(picture))
    assert view.shutdown(), "libvlc has not ended"
    window.close()
    app.processEvents()
    assert complaints == [], "Qt is not content"
    print("everything was on the screen")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
