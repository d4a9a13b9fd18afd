"""Marking and correcting segments: keeps the draft, the strip and the seek bar in step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from core.domain.segments import Segment, SegmentKind
from desktop.player.mark_editor import MarkEditor
from desktop.player.marking import Draft, guess_kind
from desktop.player.seek_bar import SeekBar


class MarkingDesk(QObject):
    """Open while there is a draft."""

    marked = Signal(object, float, float)
    """Kind, start, end of a new segment."""
    corrected = Signal(int, float, float)
    """Id, start, end of one that exists."""
    removed = Signal(int)
    opened = Signal()
    closed = Signal()

    def __init__(
        self, editor: MarkEditor, seek_bar: SeekBar, place: Callable[[], tuple[float, float]], parent: QObject
    ) -> None:
        """``place`` tells the position and the duration, in seconds."""
        super().__init__(parent)
        self._editor, self._seek_bar, self._place = editor, seek_bar, place
        self._draft: Draft | None = None
        self._was_kind: SegmentKind | None = None
        editor.changed.connect(self._show)
        editor.saved.connect(self._save)
        editor.cancelled.connect(self.cancel)
        editor.start_here.connect(self.start_here)
        editor.end_here.connect(self.end_here)
        seek_bar.draft_dragged.connect(self._drag)

    def is_open(self) -> bool:
        return self._draft is not None

    def start_here(self) -> None:
        position_s, _ = self._place()
        self._show(self._draft_here().starting_at(position_s))

    def end_here(self) -> None:
        position_s, _ = self._place()
        self._show(self._draft_here().ending_at(position_s))

    def mark_up_to_here(self, kind: SegmentKind) -> None:
        """From the beginning to the present place."""
        self._show(Draft(kind, 0.0, self._place()[0]))

    def mark_from_here(self, kind: SegmentKind) -> None:
        """From the present place to the end."""
        position_s, duration_s = self._place()
        self._show(Draft(kind, position_s, duration_s))

    def edit(self, segment: Segment) -> None:
        self._was_kind = segment.kind
        self._show(Draft.of(segment))

    def save(self) -> None:
        """Keep the draft, as the strip's own button does."""
        self._editor.save.click()

    def cancel(self) -> None:
        if self._draft is None:
            return
        self._draft = None
        self._seek_bar.set_draft(None)
        self.closed.emit()

    def _draft_here(self) -> Draft:
        return self._draft or Draft(guess_kind(*self._place()))

    def _show(self, draft: Draft) -> None:
        was_open = self.is_open()
        self._draft = draft
        self._seek_bar.set_draft(draft)
        self._editor.show_draft(draft, self._place()[1])
        if not was_open:
            self.opened.emit()

    def _drag(self, start_s: float, end_s: float) -> None:
        if self._draft is not None:
            self._show(Draft(self._draft.kind, start_s, end_s, self._draft.segment_id))

    def _save(self, draft: Draft) -> None:
        if not draft.is_complete():
            return
        start_s, end_s = draft.span()
        self.cancel()
        if draft.segment_id is None:
            self.marked.emit(draft.kind, start_s, end_s)
        elif draft.kind is self._was_kind:
            self.corrected.emit(draft.segment_id, start_s, end_s)
        else:  # another kind is another segment
            self.removed.emit(draft.segment_id)
            self.marked.emit(draft.kind, start_s, end_s)
