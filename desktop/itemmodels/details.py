"""Everything the detail panel shows of one video, read in one go off the GUI thread. No Qt in here."""

from __future__ import annotations

from dataclasses import dataclass

from core.catalogue.cache import Cache
from core.catalogue.session import Session
from core.domain.jobs import Job
from core.domain.media import FramePicture, MediaFacts
from core.domain.segments import Segment, TranscriptLine
from core.domain.stages import Stage
from core.domain.tags import TagState, VideoTag
from core.domain.videos import Playback, Video
from desktop.itemmodels.cards import CardState, card_state, most_specific

EVIDENCE_SHOWN = 4
"""So many moments are shown below a tag; the strongest come first."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A moment that shows why; ``jpeg`` is the nearest picture kept, ``None`` where there is none."""

    time_s: float
    jpeg: bytes | None


@dataclass(frozen=True, slots=True)
class TagDetail:
    tag: VideoTag
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """``failed`` are the stages that did not work, each with its reason."""

    video: Video
    state: CardState
    facts: MediaFacts | None
    tags: tuple[TagDetail, ...]
    rejected: tuple[VideoTag, ...]
    segments: tuple[Segment, ...]
    transcript: tuple[TranscriptLine, ...]
    playback: Playback | None
    failed: dict[Stage, str]
    jobs: tuple[Job, ...]

    @property
    def error(self) -> str | None:
        """Return the reason to show in the banner."""
        failed_job = next((job.error for job in self.jobs if job.error), None)
        return self.video.error or next(iter(self.failed.values()), None) or failed_job


def read_details(view: Session, cache: Cache, video_id: int, language: str) -> Details | None:
    """Read one video; ``None`` where it is gone."""
    video = view.videos.get(video_id)
    if video is None:
        return None
    tags = view.video_tags.of_video(video_id, language=language, rejected=True)
    carried = [tag for tag in tags if tag.state is not TagState.REJECTED]
    jobs = view.jobs.of_video(video_id)
    frames = cache.frames(video.identity)
    return Details(
        video=video,
        state=card_state(video, [job.state for job in jobs]),
        facts=view.videos.facts(video_id),
        tags=tuple(TagDetail(tag, _evidence(tag, frames)) for tag in most_specific(carried)),
        rejected=tuple(tag for tag in tags if tag.state is TagState.REJECTED),
        segments=view.segments.of_video(video_id),
        transcript=view.transcripts.of_video(video_id),
        playback=view.playback.of_video(video_id),
        failed=view.results.failed(video_id),
        jobs=jobs,
    )


def _evidence(tag: VideoTag, frames: tuple[FramePicture, ...]) -> tuple[Evidence, ...]:
    moments = tag.evidence_s[:EVIDENCE_SHOWN]
    return tuple(Evidence(time_s, _nearest(frames, time_s)) for time_s in moments)


def _nearest(frames: tuple[FramePicture, ...], time_s: float) -> bytes | None:
    near = min(frames, key=lambda frame: abs(frame.time_s - time_s), default=None)
    return None if near is None else near.jpeg
