"""Waits until a library is analysed, then writes down what the window shows and ends the program."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from core.catalogue.session import Session
from core.domain.videos import Video
from core.errors import FilmotekaError
from core.exchange.tag_lines import tag_lines
from core.exchange.tags_csv import write_tags_csv
from core.paths import readable

if TYPE_CHECKING:
    from desktop.app import Filmoteka

_LOOK_MS = 300
_PAINT_MS = 1500
_TIMEOUT_S = 900.0
_TOP = 3


class SamplesReport(QObject):
    """``lines`` are for a person; ``code`` is 3 where a video failed, as on the command line."""

    def __init__(self, filmoteka: Filmoteka, folder: Path, expected: int) -> None:
        super().__init__(filmoteka)
        self.lines: list[str] = []
        self.code = 0
        self._filmoteka = filmoteka
        self._folder = folder
        self._expected = expected
        self._began = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)

    def _look(self) -> None:
        with self._filmoteka.catalogue.read() as view:
            counts = view.jobs.counts()
            known = view.search.count()
        late = time.monotonic() - self._began > _TIMEOUT_S
        if late or (known >= self._expected and not counts.open):
            self._timer.stop()
            if late:
                self.code = 3
                self.lines.append(f"Not all was analysed within {_TIMEOUT_S / 60:.0f} minutes.")
            QTimer.singleShot(_PAINT_MS, self._write)  # thumbnails and counts of the last commit are painted

    def _write(self) -> None:
        try:
            self._write_down()
        except (FilmotekaError, OSError) as error:
            self.code = 3
            self.lines.append(f"The report could not be written to {self._folder}: {error}")
        finally:
            application = QApplication.instance()
            if application is not None:
                application.quit()

    def _write_down(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        picture = self._folder / "window.png"
        table = self._folder / "tags.csv"
        if not self._filmoteka.window.grab().save(str(picture)):
            raise OSError(f"{picture} cannot be written")
        with self._filmoteka.catalogue.read() as view:
            write_tags_csv(table, tag_lines(view))
            videos = view.search.page()
            self.lines += [_line(view, video) for video in videos]
        if any(video.error for video in videos):
            self.code = 3
        seconds = time.monotonic() - self._began
        self.lines.append(f"{len(videos)} videos, {seconds:.0f} s.")
        self.lines.append(f"Picture of the window: {picture}")
        self.lines.append(f"Tags as CSV: {table}")


def _line(view: Session, video: Video) -> str:
    name = readable(Path(video.path).name)
    if video.error:
        return f"{name}: {video.error}"
    tags = view.video_tags.of_video(video.id)
    narrow = [t for t in tags if not any(o.path[: len(t.path)] == t.path and o is not t for o in tags)]
    said = (
        ", ".join(f"{' > '.join(tag.path)} {tag.score:.2f}" for tag in narrow[:_TOP]) or "no tag sure enough"
    )
    spans = view.segments.of_video(video.id)
    marked = "".join(f"; {span.kind.value} {span.start_s:.0f}-{span.end_s:.0f} s" for span in spans)
    return f"{name}: {said}{marked}"
