"""Queues the analysis of what was never analysed, or by other versions than those of today."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.analysis.messages import AnalysisOptions
from core.analysis.versions import stage_versions
from core.catalogue.catalogue import Catalogue
from core.catalogue.session import Session
from core.domain.jobs import Job, JobKind, JobState
from core.domain.stages import ALL_STAGES, DEEP_STAGES, QUICK_STAGES, Stage
from core.jobs.owner import is_alive
from core.library.batches import batches
from core.library.identity import is_placeholder
from core.library.withdrawal import WITHDRAWN

QUICK_PRIORITY = 10
DEEP_PRIORITY = 0
_PARTS = ((JobKind.QUICK, QUICK_STAGES, QUICK_PRIORITY), (JobKind.DEEP, DEEP_STAGES, DEEP_PRIORITY))
_NOTED_VERSIONS = "queued_stage_versions"


@dataclass(frozen=True, slots=True)
class _Wish:
    """A video and the stages it wants; ``retried``: those for which a failed job is tried again;
    ``outdated``: those that a job which runs now may have begun with another version; ``after_cancel``: one
    that the person cancelled is queued again too.
    """

    video_id: int
    stages: frozenset[Stage]
    retried: frozenset[Stage]
    outdated: frozenset[Stage] = frozenset()
    after_cancel: bool = False


class Queueing:
    """``options`` is asked each time, so that a change of the settings counts at once."""

    def __init__(self, catalogue: Catalogue, options: Callable[[], AnalysisOptions]) -> None:
        self._catalogue = catalogue
        self._options = options

    def versions(self) -> dict[Stage, str]:
        """Return the version that each stage would have if it were computed now."""
        with self._catalogue.read() as view:
            taxonomy = view.tag_tree.snapshot()
        return stage_versions(self._options(), taxonomy)

    def enqueue_all_stale(self) -> tuple[int, ...]:
        """Queue every stale stage of the library; return the ids of the jobs.

        What failed stays so until what computes it changes, what was cancelled until it is asked for again.
        """
        versions = self.versions()
        with self._catalogue.read() as view:
            stale = view.results.stale_videos(versions)
            noted = view.meta.get(_NOTED_VERSIONS)
        changed = _changed(versions, noted)
        retried = ALL_STAGES if Stage.PROBE in changed else changed  # what cannot be opened fails in all
        outdated = frozenset() if noted is None else changed
        jobs = self._queue(_Wish(video_id, stages, retried, outdated) for video_id, stages in stale.items())
        if changed:
            with self._catalogue.write() as edit:
                edit.meta.set(_NOTED_VERSIONS, json.dumps({str(s): v for s, v in versions.items()}))
        return jobs

    def unqueued_tags(self) -> str | None:
        """Return the version of the tags, ``None`` where the library was queued for it already."""
        versions = self.versions()
        with self._catalogue.read() as view:
            noted = view.meta.get(_NOTED_VERSIONS)
        return versions[Stage.TAGS] if Stage.TAGS in _changed(versions, noted) else None

    def enqueue_returned(self, video_ids: Sequence[int]) -> tuple[int, ...]:
        """Queue the stale stages of videos that are new, came back or were renamed, failed ones too."""
        versions = self.versions()
        with self._catalogue.read() as view:
            stale = {video_id: view.results.stale(video_id, versions) for video_id in video_ids}
        return self._queue(
            _Wish(video_id, stages, stages, after_cancel=True) for video_id, stages in stale.items()
        )

    def enqueue(
        self, video_ids: Iterable[int], stages: frozenset[Stage], kind: JobKind, priority: int
    ) -> tuple[int, ...]:
        """Queue the stages whatever is known already; return the ids of the jobs, one a video, in order.

        A run under way that has the stages is the one; runs that a killed program left are no more under way.
        """
        jobs: list[int] = []
        for batch in batches(video_ids):
            with self._catalogue.write() as edit:
                edit.jobs.take_back(is_alive)
                running = _running(edit, batch, kind, stages)
                jobs += [
                    running[video_id]
                    if video_id in running
                    else edit.jobs.enqueue(video_id, kind, stages, priority)
                    for video_id in batch
                ]
        return tuple(jobs)

    def _queue(self, wishes: Iterable[_Wish]) -> tuple[int, ...]:
        jobs: list[int] = []
        for batch in batches(wish for wish in wishes if wish.stages):
            with self._catalogue.write() as edit:
                known = edit.jobs.of_videos(wish.video_id for wish in batch)
                readable = _with_content(edit, batch)
                for wish in batch:
                    if wish.video_id in readable:
                        jobs += _queue_one(edit, wish, known.get(wish.video_id, []))
        return tuple(jobs)


def _queue_one(edit: Session, wish: _Wish, known: Sequence[Job]) -> list[int]:
    under_way = frozenset[Stage]().union(*(_coming(job, wish) for job in known))
    at_rest = {job.kind: job for job in known if _rests(job, wish)}
    return [
        edit.jobs.enqueue(wish.video_id, kind, stages, priority)
        for kind, part, priority in _PARTS
        if (stages := (wish.stages & part) - under_way) and kind not in at_rest
    ]


def _running(
    edit: Session, video_ids: Iterable[int], kind: JobKind, stages: frozenset[Stage]
) -> dict[int, int]:
    """Return by video the jobs of the kind that run now with all the stages."""
    known = edit.jobs.of_videos(video_ids)
    return {
        job.video_id: job.id
        for jobs in known.values()
        for job in jobs
        if job.state is JobState.RUNNING and job.kind is kind and stages <= job.stages
    }


def _coming(job: Job, wish: _Wish) -> frozenset[Stage]:
    """Return the stages that the job will have done by the version of today."""
    if job.state is JobState.RUNNING:
        return job.stages - wish.outdated
    return job.stages if job.state is JobState.QUEUED else frozenset()


def _rests(job: Job, wish: _Wish) -> bool:
    """Say whether a job ended in a way that only the person undoes."""
    if job.state is JobState.FAILED:
        return not job.stages & wish.retried
    return job.state is JobState.CANCELLED and not wish.after_cancel and job.error != WITHDRAWN


def _with_content(edit: Session, batch: Sequence[_Wish]) -> set[int]:
    videos = edit.videos.many(wish.video_id for wish in batch)
    return {video.id for video in videos if not is_placeholder(video.identity)}


def _changed(versions: Mapping[Stage, str], noted: str | None) -> frozenset[Stage]:
    before = {} if noted is None else json.loads(noted)
    return frozenset(stage for stage, version in versions.items() if before.get(str(stage)) != version)
