"""The audio and subtitle tracks: their menus, the key that steps through subtitles, and files to load."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.player.backend import PlaybackBackend, Tracks
from desktop.player.control_bar import ControlBar
from desktop.player.menus import fill_subtitles, fill_tracks

SUBTITLE_FILES = "*.srt *.ass *.ssa *.vtt *.sub *.smi *.idx"


class TrackChoice(QObject):
    """Keeps the two menus in step with the engine."""

    remarked = Signal(str)

    def __init__(self, controls: ControlBar, backend: PlaybackBackend, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._controls = controls
        self._tracks = Tracks()
        self._folder = Path()
        self.use(backend)

    def use(self, backend: PlaybackBackend) -> None:
        """Another engine plays from now on."""
        self._backend = backend
        backend.tracks_changed.connect(self._show)
        self._show(Tracks())

    def start(self, path: Path) -> None:
        """A new file is being opened: nothing is known about its tracks yet."""
        self._folder = path.parent
        self._show(Tracks())

    def next_subtitles(self) -> None:
        """Off, the first track, the second, ... and off again."""
        tracks = self._tracks
        ids: list[int | None] = [None, *(track.id for track in tracks.subtitles)]
        if len(ids) == 1:
            self.remarked.emit(self.tr("This file has no subtitles"))
            return
        chosen = ids[(ids.index(tracks.current_subtitle) + 1) % len(ids)]
        self._backend.choose_subtitle(chosen)
        names = {track.id: track.name for track in tracks.subtitles}
        self.remarked.emit(self.tr("Subtitles off") if chosen is None else names[chosen])

    def _show(self, tracks: Tracks) -> None:
        self._tracks = tracks
        backend = self._backend
        fill_tracks(self._controls.audio.menu(), tracks.audio, tracks.current_audio, backend.choose_audio)
        fill_subtitles(
            self._controls.subtitles.menu(),
            tracks.subtitles,
            tracks.current_subtitle,
            backend.choose_subtitle,
            self._ask_for_file if backend.loads_subtitles else None,
        )

    def _ask_for_file(self) -> None:
        kinds = self.tr("Subtitles ({patterns})").format(patterns=SUBTITLE_FILES)
        dialog = QFileDialog(self._window, self.tr("Load subtitles"), str(self._folder), kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._backend.load_subtitle(Path(name)))
        dialog.open()
