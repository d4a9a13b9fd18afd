"""Keeps what a run found: the cache first, then everything else in the transaction that ends the job."""

from __future__ import annotations

from core.analysis.messages import AnalysisRequest, AnalysisResult
from core.analysis.versions import features_key, stage_versions
from core.catalogue.catalogue import Catalogue
from core.catalogue.session import Session
from core.domain.jobs import Job, JobState
from core.domain.segments import CHAPTER_SOURCE
from core.domain.stages import Stage

LEASE_S = 30.0


class JobFailure(Exception):  # noqa: N818 - a failure of the job, not of the program
    """Why a job did not end well; ``permanent``: another try cannot help."""

    def __init__(self, reason: str, *, permanent: bool) -> None:
        super().__init__(reason)
        self.permanent = permanent


def keep_result(
    catalogue: Catalogue, job: Job, owner: str, request: AnalysisRequest, result: AnalysisResult
) -> JobFailure | None:
    """Keep the result and end the job; nothing is kept where the job is not the owner's any more.

    Stages that failed are returned as one failure: the job is then still the owner's, and open.
    """
    with catalogue.read() as view:
        video = view.videos.get(job.video_id)
    if video is None:
        return JobFailure("The video is not in the library any more.", permanent=True)
    features = (features_key(request.options), result.features) if result.features is not None else None
    catalogue.cache.put(video.identity, result.thumbnail, result.frame_pictures, features)
    with catalogue.write() as edit:
        if not _still_ours(edit, job, owner, finished=not result.failures):
            return None
        _keep(edit, job.video_id, result)
        versions = stage_versions(request.options, request.taxonomy, request.stages)
        for stage in result.done:
            edit.results.put(job.video_id, stage, versions[stage])
        for failure in result.failures:
            version = "" if failure.mendable else versions[failure.stage]
            edit.results.put(job.video_id, failure.stage, version, failure.reason)
        if Stage.SPEECH in result.done and Stage.TAGS not in request.stages:
            edit.results.forget(job.video_id, Stage.TAGS)  # tags read what is said
        if not result.failures:
            edit.videos.set_error(job.video_id, _error_left(edit, job.video_id))
    if not result.failures:
        return None
    reasons = " ".join(dict.fromkeys(failure.reason for failure in result.failures))
    return JobFailure(reasons, permanent=all(failure.permanent for failure in result.failures))


def _error_left(edit: Session, video_id: int) -> str | None:
    """Return why another stage or job of the video failed, ``None`` where nothing is wrong any more."""
    stages = list(edit.results.failed(video_id).values())
    jobs = [job.error for job in edit.jobs.of_video(video_id) if job.state is JobState.FAILED]
    return next((reason for reason in (*stages, *jobs) if reason), None)


def _still_ours(edit: Session, job: Job, owner: str, *, finished: bool) -> bool:
    if finished:
        return edit.jobs.finish(job.id, owner)
    return edit.jobs.heartbeat(job.id, owner, LEASE_S)


def _keep(edit: Session, video_id: int, result: AnalysisResult) -> None:
    if result.facts is not None:
        edit.videos.set_facts(video_id, result.facts)
    if Stage.TAGS in result.done:
        edit.video_tags.replace_predictions(video_id, result.tags)
    if Stage.SPEECH in result.done:
        edit.transcripts.replace(video_id, result.transcript)
        edit.videos.set_language(video_id, result.language)
    if Stage.SEGMENTS in result.done:
        edit.segments.replace_found(video_id, [CHAPTER_SOURCE], result.segments)
