"""Takes the pictures of the documentation: the real program on a small collection that may be shown.

    python packaging/take_pictures.py [FOLDER]

Big Buck Bunny (CC BY 3.0, Blender Foundation) and the season that the program draws itself are analysed with
the real models in a library of their own, then the window is brought into each state and taken as it is on
the screen, the player's picture included. Without a screen a virtual one (Xvfb) is used. FOLDER is
docs/pictures.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.app import Filmoteka
    from desktop.player.player_view import PlayerView

WIDTH, HEIGHT = 1280, 800
SHOWN = "Cartoons/Big Buck Bunny"
"""The one clip of the samples whose licence lets everybody show it."""
DAMAGED = "Holidays/Storm at the beach.mp4"
LARGEST_BYTES = 250_000
_PATIENCE_S = 600.0
_SETTLE_S = 0.7


@contextlib.contextmanager
def screen() -> Iterator[None]:
    """Have a display: the one that is there, else a virtual one for as long as this lasts."""
    if os.environ.get("DISPLAY"):
        yield
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
    try:
        server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        raise SystemExit(
            "There is no screen, and Xvfb is not installed: make system names the package."
        ) from None
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            os.environ["DISPLAY"] = f":{pipe.readline().strip()}"
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        yield
    finally:
        server.terminate()
        server.wait()


def wait(seconds: float) -> None:
    """Let the program run; its other threads too."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def until(what: str, condition: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            raise SystemExit(f"The pictures were not taken: {what} never came.")
        wait(0.05)


class Photographer:
    """Takes what the screen shows of the window, libvlc's picture and open dialogs included."""

    def __init__(self, window: QWidget, folder: Path) -> None:
        self._window, self._folder = window, folder

    def take(self, name: str) -> None:
        from PySide6.QtGui import QCursor

        place = self._window.geometry()
        QCursor.setPos(place.bottomLeft())  # where it rests on nothing
        wait(_SETTLE_S)
        pixmap = self._window.screen().grabWindow(0, place.x(), place.y(), place.width(), place.height())
        file = self._folder / f"{name}.png"
        pixmap.save(str(file))
        shrink(file)
        print(f"{file.name}: {file.stat().st_size / 1000:.0f} kB")


def shrink(file: Path) -> None:
    """Write the picture as small as it gets without loss; where that is too large, with 256 colours.

    Those of the window are among them as they are, for few pixels have them and all would see the difference.
    """
    from PIL import Image, ImageColor

    from desktop.player.segment_paint import COLOURS
    from desktop.theme import DARK, LIGHT

    with Image.open(file) as picture:
        plain = picture.convert("RGB")
    plain.save(file, optimize=True)
    if file.stat().st_size <= LARGEST_BYTES:
        return
    names = {*astuple(LIGHT), *astuple(DARK), *(colour.name() for colour in COLOURS.values())}
    own = {ImageColor.getrgb(name)[:3] for name in names}
    common = plain.quantize(256 - len(own)).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*common[: 3 * (256 - len(own))], *(part for colour in own for part in colour)])
    plain.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG).save(file, optimize=True)


def collect(folder: Path) -> None:
    """Put the collection together; clips that may not be shown are taken out again."""
    from core.library.samples import make_samples
    from core.media.mini_season import SERIES

    made = make_samples(folder)
    for clip in made.files:
        if not str(clip.relative_to(folder)).startswith((SHOWN, f"{SERIES}/")):
            clip.unlink()
            with contextlib.suppress(OSError):
                clip.parent.rmdir()
    if not any(folder.glob(f"{SHOWN}*")):
        raise SystemExit(f"The pictures were not taken: {made.missing}")


def damage(folder: Path) -> Path:
    """Add a file whose copying was cut off."""
    whole = next(folder.glob(f"{SHOWN}*"))
    target = folder / DAMAGED
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(whole.read_bytes()[: whole.stat().st_size // 3])
    return target


class Tour:
    """Brings the window into one state after the other."""

    def __init__(self, filmoteka: Filmoteka, videos: Path, photographer: Photographer) -> None:
        self._filmoteka, self._window, self._videos = filmoteka, filmoteka.window, videos
        self._take = photographer.take

    def go(self) -> None:
        until("an empty library", self._window.workspace.library.empty.isVisible)
        self._take("empty")
        self._analyse()
        self._browse()
        self._play()
        self._fail()
        self._look_otherwise()

    def _analyse(self) -> None:
        self._window.adding.add([str(self._videos)])
        self._window.jobs_dock.show()
        files = sum(path.is_file() for path in self._videos.rglob("*.m*"))
        until("thumbnails", lambda: self._done_jobs() >= files)
        until("an analysis", lambda: any(job.fraction > 0.2 for job in self._filmoteka.pool.running))
        self._take("jobs")
        until("the end of the analysis", lambda: self._videos_known() > 0 and not self._open_jobs())
        self._window.jobs_dock.hide()
        self._window.toast.hide()

    def _browse(self) -> None:
        self._show_first("Big Buck Bunny")
        self._take("browsing")
        self._take_details()
        tags = self._window.tag_model
        named = {tags.path(i)[-1]: i for i in tags.tag_ids()}
        tags.set_ticked([named["Animals"], named["Transport"]])
        self._window.workspace.library.any_button.click()
        self._window.browsing.search_for("duration<2m -storm")
        self._take("filter")
        self._window.browsing.clear()

    def _take_details(self) -> None:
        splitter = self._window.workspace.splitter
        before = splitter.sizes()
        self._show_first("Lighthouse S01E01")
        splitter.setSizes([220, 560, 500])
        self._take("details")
        splitter.setSizes(before)

    def _play(self) -> None:
        from desktop.player.backend import PlaybackState

        with self._filmoteka.catalogue.read() as view:
            episode = next(v for v in view.search.page() if view.segments.of_video(v.id))
            intro = view.segments.of_video(episode.id)[0]
        self._window.playing.play(episode.id, (intro.start_s + intro.end_s) / 2)
        until("the player", lambda: self._window.playing.player is not None)
        player: PlayerView = self._window.playing.player  # type: ignore[assignment] # it is there now
        until("a playing picture", lambda: player.backend().state() is PlaybackState.PLAYING)
        until("the skip button", player.skip.isVisible)
        wait(2.0)
        player.backend().pause()
        until("a still picture", lambda: player.backend().state() is PlaybackState.PAUSED)
        player.toast.hide()
        self._take("player")
        player.close_video()

    def _fail(self) -> None:
        damage(self._videos)
        until("the damaged file", lambda: self._failed() > 0 and not self._open_jobs())
        self._window.jobs_dock.show()
        self._show_first("Storm")
        self._take("failed")
        self._window.jobs_dock.hide()

    def _look_otherwise(self) -> None:
        from desktop.dialogs.settings_dialog import SettingsDialog

        window = self._window
        window.preferences.choose_theme("dark")
        self._show_first("Big Buck Bunny")
        self._take("dark")
        window.preferences.choose_theme("light")
        window.preferences.choose_language("ru")
        until("the words", lambda: window.tag_model.rowCount() > 0)
        self._show_first("Big Buck Bunny")
        self._take("russian")
        window.preferences.choose_language("en")
        self._show_first("Big Buck Bunny")
        window.dialogs.show_settings()
        until("the settings", lambda: any(d.isVisible() for d in window.findChildren(SettingsDialog)))
        dialog = next(d for d in window.findChildren(SettingsDialog) if d.isVisible())
        dialog.tabs.setCurrentIndex(dialog.tabs.count() - 1)
        self._take("settings")
        dialog.reject()

    def _show_first(self, beginning: str) -> None:
        with self._filmoteka.catalogue.read() as view:
            video = next(v for v in view.search.page() if v.title.startswith(beginning))
        until("the card", lambda: self._window.grid_model.row_of(video.id) is not None)
        self._window.browsing.show_video(video.id)
        until("the details", lambda: self._window.workspace.detail.shown is not None)

    def _open_jobs(self) -> int:
        with self._filmoteka.catalogue.read() as view:
            return view.jobs.counts().open

    def _done_jobs(self) -> int:
        with self._filmoteka.catalogue.read() as view:
            return view.jobs.counts().done

    def _failed(self) -> int:
        with self._filmoteka.catalogue.read() as view:
            return view.jobs.counts().failed

    def _videos_known(self) -> int:
        with self._filmoteka.catalogue.read() as view:
            return view.search.count()


def take_all(folder: Path, home: Path) -> None:
    """Take every picture into the folder; the library lies in ``home``."""
    from core.settings import load_settings, save_settings
    from desktop.app import Filmoteka, make_application
    from desktop.i18n import install_language
    from desktop.theme import apply_theme

    videos = home / "Videos"
    collect(videos)
    settings = load_settings().model_copy(update={"language": "en", "theme": "light", "workers": 1})
    save_settings(settings)
    application = make_application()
    theme = apply_theme(application, settings.theme)
    filmoteka = Filmoteka(home / "library.sqlite3", settings, theme, install_language(application, "en"))
    filmoteka.window.setGeometry(0, 0, WIDTH, HEIGHT)
    filmoteka.start()
    try:
        Tour(filmoteka, videos, Photographer(filmoteka.window, folder)).go()
    finally:
        filmoteka.stop()


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    home = Path(tempfile.mkdtemp(prefix="filmoteka-"))
    os.environ["FILMOTEKA_HOME"] = str(home)
    try:
        with screen():
            take_all(folder, home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
