"""A video as the record that ``show --json`` prints; scripts rely on its keys."""

from __future__ import annotations

from typing import Any

from core.catalogue.session import Session
from core.domain.jobs import Job
from core.domain.segments import Segment
from core.domain.tags import VideoTag
from core.domain.videos import Video


def video_record(
    view: Session, video: Video, *, language: str = "en", transcript: bool = True
) -> dict[str, Any]:
    """Return what is known of the video, made of what JSON can hold."""
    record: dict[str, Any] = {
        "path": video.path,
        "identity": video.identity,
        "duration_s": video.duration_s,
        "tags": [tag_record(tag) for tag in view.video_tags.of_video(video.id, language=language)],
        "segments": [_segment(segment) for segment in view.segments.of_video(video.id)],
    }
    if transcript:
        record["transcript"] = [
            {"start_s": line.start_s, "end_s": line.end_s, "text": line.text}
            for line in view.transcripts.of_video(video.id)
        ]
    record["jobs"] = [_job(job) for job in view.jobs.of_video(video.id)]
    record["error"] = video.error
    return record


def tag_record(tag: VideoTag) -> dict[str, Any]:
    """Return one tag of a video."""
    return {
        "path": list(tag.path),
        "score": tag.score,
        "source": tag.source,
        "state": tag.state.value,
        "evidence_s": list(tag.evidence_s),
    }


def _segment(segment: Segment) -> dict[str, Any]:
    return {
        "kind": segment.kind.value,
        "start_s": segment.start_s,
        "end_s": segment.end_s,
        "score": segment.score,
        "action": segment.action.value,
        "reason": segment.reason,
        "source": segment.source,
    }


def _job(job: Job) -> dict[str, Any]:
    return {
        "kind": job.kind.value,
        "stages": sorted(job.stages),
        "state": job.state.value,
        "attempts": job.attempts,
        "error": job.error,
    }
