"""Opens videos in the player, keeps where the person stopped and what they marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from core.catalogue.session import Session
from core.domain.changes import ChangeSet
from core.domain.segments import Segment, SegmentKind
from core.domain.videos import Presence
from desktop.itemmodels.catalogue_reads import CatalogueReads
from desktop.player.play_item import PlayItem
from desktop.player.player_view import PlayerView
from desktop.workers.edits import EditQueue

_OPEN = "play item"
_SEGMENTS = "segments of the open video"
_KEPT_FROM_S = 5.0
"""Who watched less than this has not begun: there is nothing to come back to."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What to play with its neighbours; ``state`` says whether the file can be reached."""

    item: PlayItem
    state: Presence
    previous_id: int | None
    next_id: int | None


def read_opening(view: Session, video_id: int, start_s: float | None) -> Opening | None:
    """Read what the player needs; without ``start_s`` it goes on where the person stopped."""
    video = view.videos.get(video_id)
    if video is None:
        return None
    if start_s is None:
        playback = view.playback.of_video(video_id)
        start_s = 0.0 if playback is None else playback.position_s
    previous_id, next_id = view.videos.neighbours(video_id)
    item = PlayItem(
        video_id=video_id,
        path=Path(video.path),
        title=video.title,
        start_s=start_s,
        segments=view.segments.of_video(video_id),
        has_next=next_id is not None,
        has_previous=previous_id is not None,
    )
    return Opening(item, video.state, previous_id, next_id)


class Playing(QObject):
    """``opened`` and ``closed`` let the window make room; ``told`` carries a sentence for the person."""

    opened = Signal(int)
    closed = Signal(int)
    told = Signal(str)
    full_screen_changed = Signal(bool)

    def __init__(
        self,
        *,
        reads: CatalogueReads,
        edits: EditQueue,
        pages: QStackedWidget,
        make_player: Callable[[], PlayerView],
        auto_skip: Callable[[], frozenset[SegmentKind]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reads, self._edits, self._pages = reads, edits, pages
        self._make_player, self._auto_skip = make_player, auto_skip
        self._player: PlayerView | None = None
        self._open: Opening | None = None

    @property
    def player(self) -> PlayerView | None:
        """Return the player, ``None`` before the first video: the engine is started when it is needed."""
        return self._player

    def play(self, video_id: int, start_s: float | None = None) -> None:
        """Open a video, from a moment or from where the person stopped."""
        self._reads.read(_OPEN, lambda view: read_opening(view, video_id, start_s), self._take)

    def take_changes(self, changes: ChangeSet) -> None:
        """Show the player the segments anew where they changed."""
        opening = self._open
        if opening is not None and (changes.everything or opening.item.video_id in changes.videos):
            video_id = opening.item.video_id
            self._reads.read(_SEGMENTS, lambda view: view.segments.of_video(video_id), self._take_segments)

    def apply_settings(self) -> None:
        """Tell the player which kinds to skip by itself."""
        if self._player is not None:
            self._player.set_auto_skip(self._auto_skip())

    def leave(self) -> None:
        """Close the video that is open."""
        if self._player is not None:
            self._player.close_video()

    def shutdown(self) -> None:
        """Free the engine before the program ends."""
        if self._player is not None:
            self._player.shutdown()

    def _take(self, opening: Opening | None) -> None:
        if opening is None:
            self.told.emit(self.tr("This video is not in the library any more."))
            return
        if opening.state is not Presence.PRESENT:
            self.told.emit(self._unreachable(opening))
            return
        self._open = opening
        player = self._ready_player()
        player.set_auto_skip(self._auto_skip())
        self._pages.setCurrentWidget(player)
        self.opened.emit(opening.item.video_id)
        player.open(opening.item)

    def _unreachable(self, opening: Opening) -> str:
        if opening.state is Presence.OFFLINE:
            return self.tr("The drive of “{0}” is not connected.").format(opening.item.title)
        return self.tr("The file of “{0}” is not where it was.").format(opening.item.title)

    def _ready_player(self) -> PlayerView:
        if self._player is None:
            self._player = player = self._make_player()
            self._pages.addWidget(player)
            player.closed.connect(self._close)
            player.position_noted.connect(self._note)
            player.next_requested.connect(self._go_on)
            player.previous_requested.connect(self._go_back)
            player.segment_marked.connect(self._mark)
            player.segment_changed.connect(self._correct)
            player.segment_removed.connect(self._refuse)
            player.full_screen_changed.connect(self.full_screen_changed)
        return self._player

    def _go_on(self) -> None:
        if self._open is not None and self._open.next_id is not None:
            self.play(self._open.next_id)

    def _go_back(self) -> None:
        if self._open is not None and self._open.previous_id is not None:
            self.play(self._open.previous_id)

    def _close(self, video_id: int, position_s: float, duration_s: float) -> None:
        self._open = None
        if duration_s > 0:
            self._keep(video_id, position_s, duration_s)
        self._pages.setCurrentIndex(0)
        self.closed.emit(video_id)

    def _note(self, video_id: int, position_s: float) -> None:
        self._keep(video_id, position_s, None)

    def _keep(self, video_id: int, position_s: float, duration_s: float | None) -> None:
        kept_s = position_s if position_s >= _KEPT_FROM_S else 0.0

        def write(edit: Session) -> None:
            video = edit.videos.get(video_id)
            known_s = None if video is None else video.duration_s
            edit.playback.stop_at(video_id, kept_s, duration_s or known_s or 0.0)

        self._edits.submit(write)

    def _mark(self, video_id: int, kind: SegmentKind, start_s: float, end_s: float) -> None:
        self._edits.submit(lambda edit: edit.segments.mark(video_id, kind, start_s, end_s))

    def _correct(self, _video_id: int, segment_id: int, start_s: float, end_s: float) -> None:
        self._edits.submit(lambda edit: edit.segments.correct(segment_id, start_s, end_s))

    def _refuse(self, _video_id: int, segment_id: int) -> None:
        self._edits.submit(lambda edit: edit.segments.refuse(segment_id))

    def _take_segments(self, segments: tuple[Segment, ...]) -> None:
        if self._player is not None and self._open is not None:
            self._player.set_segments(segments)
