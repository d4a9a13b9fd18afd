"""Carries out what the skip decisions say: shows the button, jumps, tells of it, and finds the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.domain.segments import SegmentKind
from desktop.player.backend import PlaybackState
from desktop.player.overlays import SkipButton, Toast
from desktop.player.skipping import OfferPurpose, SkipDecider, SkipOffer
from desktop.player.wording import skipped_text


class SkipPilot(QObject):
    """Between the :class:`SkipDecider` and the window."""

    jump_wanted = Signal(float)
    next_wanted = Signal()

    def __init__(self, button: SkipButton, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self.decider = SkipDecider()
        self._button, self._toast = button, toast

    def follow(self, position_s: float, state: PlaybackState) -> None:
        """Called for every place the video comes to. Nothing is skipped while the picture stands still."""
        if state is PlaybackState.PAUSED:
            self._button.show_offer(self.decider.offered(position_s))
        elif state is PlaybackState.PLAYING:
            self._fly(position_s)

    def press(self, position_s: float) -> None:
        """The button or its key."""
        advice = self.decider.press(position_s)
        if advice.jump is not None:
            self._button.show_offer(None)
            self.jump_wanted.emit(advice.jump.to_s)
        elif advice.next_episode:
            self.next_wanted.emit()

    def undo(self, position_s: float) -> None:
        """Stop what is about to happen, else take back the last jump."""
        self._toast.hide()
        if self.decider.object_to(position_s):
            return
        back = self.decider.undo()
        if back is not None:
            self.jump_wanted.emit(back.to_s)

    def offer_next(self) -> None:
        """The video has ended and another one follows."""
        self._button.show_offer(SkipOffer(OfferPurpose.NEXT_EPISODE, SegmentKind.CREDITS, 0.0))

    def offer_nothing(self) -> None:
        self._button.show_offer(None)
        self._toast.hide()

    def _fly(self, position_s: float) -> None:
        advice = self.decider.at(position_s)
        self._button.show_offer(advice.offer)
        if advice.next_episode:
            self.next_wanted.emit()
        elif advice.jump is not None:
            self.jump_wanted.emit(advice.jump.to_s)
            back_from_s = advice.jump.to_s
            text = skipped_text(advice.jump.kind)
            self._toast.say(text, self.tr("Watch it (U)"), lambda: self.undo(back_from_s))
