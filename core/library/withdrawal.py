"""Takes back the work on videos that cannot be reached: it is queued anew when they return."""

from __future__ import annotations

from collections.abc import Iterable

from core.catalogue.session import Session
from core.domain.jobs import JobState
from core.domain.videos import Presence

WITHDRAWN = "The file cannot be reached. The work is queued again when it is back."


def withdraw_jobs(edit: Session, video_ids: Iterable[int]) -> None:
    """Cancel what is queued for those of the videos that lie nowhere any more.

    A job that runs is left alone: it may have read all that it needs, and fails by itself otherwise.
    """
    away = [video.id for video in edit.videos.many(video_ids) if video.state is not Presence.PRESENT]
    jobs = edit.jobs.of_videos(away)
    queued = [job.id for found in jobs.values() for job in found if job.state is JobState.QUEUED]
    edit.jobs.cancel(queued, WITHDRAWN)
