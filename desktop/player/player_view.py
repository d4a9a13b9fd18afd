"""The embedded player: one video at a time, told what to play in plain values."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from core.domain.segments import Segment, SegmentKind
from desktop.player import menus
from desktop.player.backend import PlaybackBackend, PlaybackState
from desktop.player.choosing import choose_backend, fallback_backend
from desktop.player.commands import Command, Request, request_for
from desktop.player.marking_desk import MarkingDesk
from desktop.player.overlays import floating_menu
from desktop.player.play_item import PlayItem
from desktop.player.position_notes import PositionNotes
from desktop.player.skip_pilot import SkipPilot
from desktop.player.sound_and_speed import SoundAndSpeed
from desktop.player.stage import PlayerStage
from desktop.player.track_choice import TrackChoice
from desktop.player.wording import clock_text, kind_name

log = logging.getLogger(__name__)

VOLUME_NOTCH = 5
END_MARGIN_S = 0.5
"""A jump to the very end would end the video before its last picture was seen."""
SHUTDOWN_WAIT_S = 5.0
"""libvlc ends within 0.2 s, at a quarter of the speed within 1.3 s; a machine under load takes longer."""


class PlayerView(PlayerStage):
    """Give it a :class:`PlayItem` with :meth:`open`. Call :meth:`shutdown` before the program ends."""

    closed = Signal(int, float, float)
    """Video, position and duration in seconds."""
    position_noted = Signal(int, float)
    next_requested = Signal()
    previous_requested = Signal()
    segment_marked = Signal(int, object, float, float)
    """Video, SegmentKind, start, end."""
    segment_changed = Signal(int, int, float, float)
    """Video, segment, start, end."""
    segment_removed = Signal(int, int)
    volume_changed = Signal(int)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None, backend: PlaybackBackend | None = None) -> None:
        """``backend`` is chosen for this machine when none is given."""
        super().__init__(parent)
        self._item: PlayItem | None = None
        self._notes = PositionNotes()
        self._segment_menu = floating_menu(self.tr("Segment"))
        self._scrubbing = False
        self._auto_next = False
        self._adopt(backend if backend is not None else choose_backend()[0])
        self._sound = SoundAndSpeed(self.controls, self._backend, self)
        self._track_choice = TrackChoice(self.controls, self._backend, self)
        self._pilot = SkipPilot(self.skip, self.toast, self)
        self._desk = MarkingDesk(self.editor, self.controls.seek_bar, self._place, self)
        self._always, self._on_video = self._commands()
        self._connect_controls()
        self._connect_desk()

    def open(self, item: PlayItem) -> None:
        """Play ``item`` at once, from where it says."""
        self._note_position()
        self._desk.cancel()
        self._item = item
        self._pilot.decider.start(item.segments, has_next=item.has_next)
        self._pilot.offer_nothing()
        self._notes.start(item.start_s)
        self._track_choice.start(item.path)
        self.message.say("")
        self.title_bar.set_title(item.title)
        self.controls.seek_bar.set_duration(0.0)
        self.controls.seek_bar.set_segments(item.segments)
        self.controls.show_neighbours(has_previous=item.has_previous, has_next=item.has_next)
        self._backend.open(item.path, item.start_s)
        self._show_position(item.start_s)
        self.setFocus()
        if item.start_s > 0:
            self._tell_resumed(item.start_s)

    def set_segments(self, segments: tuple[Segment, ...]) -> None:
        """The segments of the open video have changed."""
        self._pilot.decider.set_segments(segments)
        self.controls.seek_bar.set_segments(segments)

    def set_auto_skip(self, kinds: frozenset[SegmentKind]) -> None:
        """The kinds to skip without a question where their action is ``skip``."""
        self._pilot.decider.set_auto_skip(kinds)

    def set_auto_next(self, *, enabled: bool) -> None:
        """Whether the end of a video asks for the next episode by itself."""
        self._auto_next = enabled

    def set_volume(self, percent: int) -> None:
        """0 to 100."""
        self._sound.set_volume(percent)

    def current(self) -> PlayItem | None:
        return self._item

    def backend(self) -> PlaybackBackend:
        return self._backend

    def close_video(self) -> None:
        """Let go of the video and tell where it was."""
        if self._item is None:
            return
        item, (position_s, duration_s) = self._item, self._place()
        self._note_position()
        self._item = None
        self._desk.cancel()
        self._backend.stop()
        self._pilot.offer_nothing()
        self.set_full_screen(full=False)
        self.closed.emit(item.video_id, position_s, duration_s)

    def shutdown(self) -> bool:
        """Close, and free the engine; True when nothing of it is left running."""
        self.close_video()
        return self._backend.shutdown(SHUTDOWN_WAIT_S)

    def perform(self, request: Request) -> None:
        """What a key or a control asks for."""
        if request.command in self._always:
            self._always[request.command](request.amount)
        elif self._item is not None:
            self._on_video[request.command](request.amount)

    def may_hide(self) -> bool:
        return self._backend.state() is PlaybackState.PLAYING

    def closeEvent(self, event: QCloseEvent) -> None:
        self.shutdown()
        super().closeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Single keys belong to the player while it has the focus, not to the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(request_for(event.key(), event.modifiers()) is not None)
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._desk.is_open() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._desk.save()
            return
        request = request_for(event.key(), event.modifiers())
        repeats = request is not None and request.amount != 0
        if request is None or (event.isAutoRepeat() and not repeats):
            super().keyPressEvent(event)
            return
        self.perform(request)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._sound.change_volume(VOLUME_NOTCH * event.angleDelta().y() / 120)
        event.accept()

    def _commands(
        self,
    ) -> tuple[dict[Command, Callable[[float], None]], dict[Command, Callable[[float], None]]]:
        """What is possible always, and what needs a video."""
        always: dict[Command, Callable[[float], None]] = {
            Command.LEAVE: lambda _: self._leave(),
            Command.FULL_SCREEN: lambda _: self.set_full_screen(full=not self.is_full_screen()),
            Command.VOLUME_BY: self._sound.change_volume,
            Command.MUTE: lambda _: self._sound.toggle_mute(),
            Command.SPEED_BY: self._sound.change_rate,
            Command.NORMAL_SPEED: lambda _: self._sound.set_rate(1.0),
        }
        on_video: dict[Command, Callable[[float], None]] = {
            Command.PLAY_PAUSE: lambda _: self._toggle(),
            Command.SEEK_BY: lambda by_s: self._seek_by_hand(self._place()[0] + by_s),
            Command.SEEK_TENTH: lambda tenths: self._seek_by_hand(self._place()[1] * tenths / 10),
            Command.STEP_FRAME: lambda frames: self._backend.step_frame(round(frames)),
            Command.SKIP: lambda _: self._press_skip(),
            Command.UNDO_SKIP: lambda _: self._pilot.undo(self._backend.position_s()),
            Command.NEXT: lambda _: self._ask_for_next(),
            Command.PREVIOUS: lambda _: self._ask_for_previous(),
            Command.MARK_START: lambda _: self._desk.start_here(),
            Command.MARK_END: lambda _: self._desk.end_here(),
            Command.SUBTITLES: lambda _: self._track_choice.next_subtitles(),
        }
        return always, on_video

    def _leave(self) -> None:
        if self._desk.is_open():
            self._desk.cancel()
        elif self.is_full_screen():
            self.set_full_screen(full=False)
        else:
            self.close_video()

    def _toggle(self) -> None:
        if self._backend.state() is PlaybackState.PLAYING:
            self._backend.pause()
        else:
            self._backend.play()

    def _press_skip(self) -> None:
        if self._backend.state() is PlaybackState.ENDED:
            self._ask_for_next()
        else:
            self._pilot.press(self._backend.position_s())

    def _ask_for_next(self) -> None:
        if self._item is not None and self._item.has_next:
            self._note_position()
            self.next_requested.emit()

    def _ask_for_previous(self) -> None:
        if self._item is not None and self._item.has_previous:
            self._note_position()
            self.previous_requested.emit()

    def _seek_by_hand(self, to_s: float) -> None:
        """The person's own choice of a place, which the skipping respects."""
        duration_s = self._backend.duration_s()
        if duration_s > 0:
            to_s = min(to_s, duration_s - END_MARGIN_S)
        to_s = max(0.0, to_s)
        self._pilot.decider.person_sought(to_s)
        self._backend.seek(to_s)
        self._show_position(to_s)

    def _scrub(self, to_s: float) -> None:
        """While the handle is dragged: show the place, decide nothing yet."""
        self._scrubbing = True
        self._backend.seek(to_s)

    def _end_scrub(self, to_s: float) -> None:
        self._scrubbing = False
        self._seek_by_hand(to_s)

    def _place(self) -> tuple[float, float]:
        return self._backend.position_s(), self._backend.duration_s()

    def _show_position(self, position_s: float) -> None:
        self.controls.seek_bar.set_position(position_s)
        self.controls.show_time(position_s, self._backend.duration_s())
        if not self._scrubbing:
            self._pilot.follow(position_s, self._backend.state())

    def _note_position(self) -> None:
        if self._item is not None and self._backend.state() is not PlaybackState.IDLE:
            position_s = self._backend.position_s()
            self._notes.start(position_s)
            self.position_noted.emit(self._item.video_id, position_s)

    def _tell_resumed(self, start_s: float) -> None:
        text = self.tr("Continued at {time}").format(time=clock_text(start_s))
        self.toast.say(text, self.tr("From the beginning"), lambda: self._seek_by_hand(0.0))

    def _on_position(self, position_s: float) -> None:
        if self._item is None:
            return
        self._show_position(position_s)
        if self._notes.is_due(position_s):
            self.position_noted.emit(self._item.video_id, position_s)

    def _on_state(self, state: PlaybackState) -> None:
        self.controls.show_playing(playing=state is PlaybackState.PLAYING)
        self.show_controls()
        if state is PlaybackState.PAUSED:
            self._note_position()

    def _on_duration(self, duration_s: float) -> None:
        self._pilot.decider.set_duration(duration_s)
        self.controls.seek_bar.set_duration(duration_s)
        self._show_position(self._backend.position_s())

    def _on_ended(self) -> None:
        if self._item is None:
            return
        self._note_position()
        self.show_controls()
        if self._item.has_next and self._auto_next:
            self.next_requested.emit()
        elif self._item.has_next:
            self._pilot.offer_next()

    def _on_failed(self, sentence: str) -> None:
        self.message.say(sentence)
        self._pilot.offer_nothing()
        self.show_controls()
        self.failed.emit(sentence)

    def _on_unavailable(self, reason: str) -> None:
        """The engine does not start after all: go on with the other one."""
        log.warning("player: %s %s", self._backend.name, reason)
        self._backend.shutdown()
        self._backend.deleteLater()
        self._adopt(fallback_backend())
        self._sound.use(self._backend)
        self._track_choice.use(self._backend)
        if self._item is not None:
            self._backend.open(self._item.path, self._item.start_s)

    def _hover_seek_bar(self, time_s: float, x: int, segment: Segment | None) -> None:
        name = f"{kind_name(segment.kind)} · " if segment is not None else ""
        self.place_bubble(name + clock_text(time_s), x)

    def _offer_segment_menu(self, segment: Segment, place: QPoint) -> None:
        menu = self._segment_menu
        menu.clear()
        menus.fill_segment(menu, segment, lambda: self._desk.edit(segment), lambda: self._remove(segment))
        menu.popup(place)

    def _remove(self, segment: Segment) -> None:
        if self._item is not None and segment.id is not None:
            self.segment_removed.emit(self._item.video_id, segment.id)

    def _on_marked(self, kind: SegmentKind, start_s: float, end_s: float) -> None:
        if self._item is not None:
            self.segment_marked.emit(self._item.video_id, kind, start_s, end_s)

    def _on_corrected(self, segment_id: int, start_s: float, end_s: float) -> None:
        if self._item is not None:
            self.segment_changed.emit(self._item.video_id, segment_id, start_s, end_s)

    def _on_replaced(self, segment_id: int) -> None:
        if self._item is not None:
            self.segment_removed.emit(self._item.video_id, segment_id)

    def _on_desk_closed(self) -> None:
        self.show_editor(shown=False)
        self.setFocus()

    def _adopt(self, backend: PlaybackBackend) -> None:
        backend.setParent(self)
        self._backend = backend
        self.set_surface(backend.create_surface(self.picture()))
        backend.position_changed.connect(self._on_position)
        backend.duration_changed.connect(self._on_duration)
        backend.state_changed.connect(self._on_state)
        backend.ended.connect(self._on_ended)
        backend.failed.connect(self._on_failed)
        backend.unavailable.connect(self._on_unavailable)

    def _connect_controls(self) -> None:
        bar = self.controls.seek_bar
        self.controls.requested.connect(self.perform)
        bar.scrubbed.connect(self._scrub)
        bar.sought.connect(self._end_scrub)
        bar.hovered.connect(self._hover_seek_bar)
        bar.segment_menu_requested.connect(self._offer_segment_menu)
        self.skip.clicked.connect(self._press_skip)
        self.title_bar.left.connect(self.close_video)
        self.picture_clicked.connect(lambda: self.perform(Request(Command.PLAY_PAUSE)))
        self._sound.volume_changed.connect(self.volume_changed)
        self._sound.remarked.connect(self.toast.say)
        self._track_choice.remarked.connect(self.toast.say)
        self._pilot.jump_wanted.connect(self._backend_seek)
        self._pilot.next_wanted.connect(self._ask_for_next)

    def _backend_seek(self, to_s: float) -> None:
        """By the program, not by hand; the engine may have been exchanged since the wires were laid."""
        self._backend.seek(to_s)

    def _connect_desk(self) -> None:
        desk = self._desk
        menus.fill_marks(self.controls.mark.menu(), self.perform, desk)
        desk.opened.connect(lambda: self.show_editor(shown=True))
        desk.closed.connect(self._on_desk_closed)
        desk.marked.connect(self._on_marked)
        desk.corrected.connect(self._on_corrected)
        desk.removed.connect(self._on_replaced)
