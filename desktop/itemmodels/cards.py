"""What one card of the grid shows, put together from the catalogue. No Qt in here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from core.catalogue.session import Session
from core.domain.jobs import JobState
from core.domain.tags import TagState, VideoTag
from core.domain.videos import Playback, Presence, Video

CHIPS = 3
"""So many tags fit below a title."""


class CardState(Enum):
    """The one thing about a video that a person has to know before opening it."""

    READY = "ready"
    WAITING = "waiting"
    ANALYSING = "analysing"
    FAILED = "failed"
    MISSING = "missing"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Card:
    """``watched`` is the share seen, 0..1; 1.0 for a finished one, 0.0 for one never begun."""

    video: Video
    tags: tuple[str, ...]
    watched: float
    state: CardState


def card_state(video: Video, jobs: Sequence[JobState]) -> CardState:
    """Choose what to say: an unreachable file first, then work in progress, then a failure."""
    if video.state is Presence.MISSING:
        return CardState.MISSING
    if video.state is Presence.OFFLINE:
        return CardState.OFFLINE
    if JobState.RUNNING in jobs:
        return CardState.ANALYSING
    if JobState.QUEUED in jobs:
        return CardState.WAITING
    return CardState.FAILED if video.error else CardState.READY


def most_specific(tags: Sequence[VideoTag]) -> list[VideoTag]:
    """Leave out suggestions that a tag below them says more exactly: Dogs stands for Animals as well."""
    said = {tag.path[:depth] for tag in tags for depth in range(1, len(tag.path))}
    return [tag for tag in tags if tag.state is not TagState.SUGGESTED or tag.path not in said]


def watched_share(playback: Playback | None, duration_s: float | None) -> float:
    """Return the share of the video that was watched."""
    if playback is None:
        return 0.0
    if playback.position_s > 0 and duration_s:
        return min(1.0, playback.position_s / duration_s)
    return 1.0 if playback.finished else 0.0


def read_cards(view: Session, video_ids: Sequence[int], language: str) -> dict[int, Card]:
    """Read the cards of videos; ids that are gone are left out."""
    return {video.id: _card(view, video, language) for video in view.videos.many(video_ids)}


def _card(view: Session, video: Video, language: str) -> Card:
    tags = view.video_tags.of_video(video.id, language=language)
    jobs = [job.state for job in view.jobs.of_video(video.id)]
    playback = view.playback.of_video(video.id)
    return Card(
        video=video,
        tags=tuple(tag.path[-1] for tag in most_specific(tags)[:CHIPS]),
        watched=watched_share(playback, video.duration_s),
        state=card_state(video, jobs),
    )
