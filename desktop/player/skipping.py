"""When to offer a skip, when to skip by itself, and when to keep out of the way. No Qt in here.

A wrong skip hurts more than a missed one, hence three rules that never bend: a segment is skipped by itself
at most once per playing; a place that the person chose is never skipped away; every jump can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from core.domain.segments import Segment, SegmentAction, SegmentKind

ADJACENT_S = 1.0
"""Two segments with at most this much story between them are skipped in one jump."""

TAIL_S = 5.0
"""Credits that end this close to the end of the file leave nothing more to see."""

WORTH_S = 1.0
"""With less than this left of a segment a jump would only disturb."""

NEXT_DELAY_S = 5.0
"""So long the person can object before the next episode starts by itself."""


class OfferPurpose(Enum):
    SKIP = "skip"
    NEXT_EPISODE = "next_episode"


@dataclass(frozen=True, slots=True)
class SkipOffer:
    """The button to show: it leads to ``target_s``; with ``countdown_s`` set it will press itself."""

    purpose: OfferPurpose
    kind: SegmentKind
    target_s: float
    countdown_s: float | None = None


@dataclass(frozen=True, slots=True)
class Jump:
    """A jump that the player is to make now."""

    kind: SegmentKind
    from_s: float
    to_s: float


@dataclass(frozen=True, slots=True)
class Advice:
    """What to show and do at one moment of playing."""

    offer: SkipOffer | None = None
    jump: Jump | None = None
    next_episode: bool = False


_Key = tuple[object, ...]


def _key(segment: Segment) -> _Key:
    """Who a segment is, also after its edges were corrected."""
    return (segment.id,) if segment.id is not None else (segment.kind, segment.start_s, segment.end_s)


class SkipDecider:
    """Asked on every tick of the player's clock with :meth:`at`; told about the person's own seeks."""

    def __init__(self) -> None:
        self._segments: tuple[Segment, ...] = ()
        self._auto: frozenset[SegmentKind] = frozenset()
        self._duration_s = 0.0
        self._has_next = False
        self._left_alone: set[_Key] = set()
        self._undo: list[Jump] = []
        self._closing: tuple[_Key, float] | None = None

    def start(self, segments: Iterable[Segment], *, has_next: bool) -> None:
        """A new video: everything remembered about the last one is forgotten."""
        self._left_alone.clear()
        self._undo.clear()
        self._closing = None
        self._duration_s = 0.0
        self._has_next = has_next
        self.set_segments(segments)

    def set_segments(self, segments: Iterable[Segment]) -> None:
        """Segments with ``action`` none are never shown nor skipped."""
        shown = [s for s in segments if s.action is not SegmentAction.NONE]
        self._segments = tuple(sorted(shown, key=lambda s: (s.start_s, s.end_s)))

    def set_auto_skip(self, kinds: frozenset[SegmentKind]) -> None:
        """The kinds that the person wants skipped without a question."""
        self._auto = kinds

    def set_duration(self, duration_s: float) -> None:
        """Length of the video in seconds; 0 while it is unknown."""
        self._duration_s = duration_s

    def at(self, position_s: float) -> Advice:
        """What to do at ``position_s``. A jump is advised once; the caller then carries it out."""
        segment = self._segment_at(position_s)
        if segment is None:
            return Advice()
        if not self._skips_itself(segment):
            return Advice(offer=self._offer(segment))
        chain = self._chain(segment)
        if self._leads_to_next(chain[-1]):
            return self._towards_next(segment, chain, position_s)
        if self._is_tail(chain[-1]) or chain[-1].end_s - position_s < WORTH_S:
            return Advice(offer=self._offer(segment))
        return Advice(jump=self._take(Jump(segment.kind, position_s, chain[-1].end_s), chain))

    def offered(self, position_s: float) -> SkipOffer | None:
        """What the button says at ``position_s`` while nothing plays; decides nothing."""
        segment = self._segment_at(position_s)
        return None if segment is None else self._offer(segment)

    def press(self, position_s: float) -> Advice:
        """The person pressed the button or the key: skip what is offered at ``position_s``."""
        segment = self._segment_at(position_s)
        if segment is None:
            return Advice()
        chain = self._chain(segment) if self._skips_itself(segment) else (segment,)
        if self._leads_to_next(chain[-1]):
            return Advice(next_episode=True)
        return Advice(jump=self._take(Jump(segment.kind, position_s, chain[-1].end_s), chain))

    def person_sought(self, to_s: float) -> None:
        """The person chose the place ``to_s``: what lies there is no longer skipped by itself."""
        self._left_alone.update(_key(s) for s in self._segments if s.start_s <= to_s < s.end_s)

    def undo(self) -> Jump | None:
        """The way back from the last jump, or None when there is none."""
        if not self._undo:
            return None
        jump = self._undo.pop()
        return Jump(jump.kind, jump.to_s, jump.from_s)

    def object_to(self, position_s: float) -> bool:
        """The person does not want what is about to happen at ``position_s``; False when nothing was."""
        segment = self._segment_at(position_s)
        if segment is None or not self._skips_itself(segment):
            return False
        self._left_alone.update(_key(s) for s in self._chain(segment))
        return True

    def _segment_at(self, position_s: float) -> Segment | None:
        """The one that began last: of nested segments the inner one says best what is on the screen."""
        covering = [s for s in self._segments if s.start_s <= position_s < s.end_s]
        return max(covering, key=lambda s: (s.start_s, -s.end_s), default=None)

    def _skips_itself(self, segment: Segment) -> bool:
        wanted = segment.action is SegmentAction.SKIP and segment.kind in self._auto
        return wanted and _key(segment) not in self._left_alone

    def _chain(self, first: Segment) -> tuple[Segment, ...]:
        """``first`` and the segments right behind it that would skip themselves as well."""
        chain = [first]
        for segment in self._segments:
            touches = segment.start_s <= chain[-1].end_s + ADJACENT_S and segment.end_s > chain[-1].end_s
            if touches and segment.start_s > first.start_s and self._skips_itself(segment):
                chain.append(segment)
        return tuple(chain)

    def _is_tail(self, segment: Segment) -> bool:
        closing = segment.kind in (SegmentKind.CREDITS, SegmentKind.PREVIEW)
        return closing and self._duration_s > 0 and segment.end_s >= self._duration_s - TAIL_S

    def _leads_to_next(self, segment: Segment) -> bool:
        return self._has_next and self._is_tail(segment)

    def _offer(self, segment: Segment, countdown_s: float | None = None) -> SkipOffer:
        next_episode = self._leads_to_next(segment) or countdown_s is not None
        purpose = OfferPurpose.NEXT_EPISODE if next_episode else OfferPurpose.SKIP
        return SkipOffer(purpose, segment.kind, segment.end_s, countdown_s)

    def _towards_next(self, segment: Segment, chain: tuple[Segment, ...], position_s: float) -> Advice:
        """Count down from where the person came in: the first second or a resumed place."""
        if self._closing is None or self._closing[0] != _key(segment):
            self._closing = (_key(segment), position_s)
        left_s = self._closing[1] + NEXT_DELAY_S - position_s
        if left_s > 0:
            return Advice(offer=self._offer(segment, left_s))
        self._left_alone.update(_key(s) for s in chain)
        return Advice(next_episode=True)

    def _take(self, jump: Jump, chain: tuple[Segment, ...]) -> Jump:
        self._left_alone.update(_key(s) for s in chain)
        self._undo.append(jump)
        return jump
