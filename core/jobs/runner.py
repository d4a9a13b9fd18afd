"""Runs jobs one after the other: claim, analyse in the process, keep the results in one transaction.

Free of Qt: the window's worker threads, the command line and the tests run the same code.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.analysis.messages import AnalysisOptions, AnalysisProgress, AnalysisRequest
from core.analysis.process import AnalysisProcess
from core.analysis.service import EngineError
from core.analysis.versions import features_key
from core.catalogue.catalogue import Catalogue
from core.domain.jobs import Job, JobState
from core.domain.stages import Stage
from core.domain.videos import Presence
from core.errors import AnalysisCrashedError, CancelledError, FilmotekaError
from core.jobs.keeping import LEASE_S, JobFailure, keep_result
from core.jobs.owner import is_alive
from core.jobs.replaced import was_replaced
from core.log import job_in_log

_log = logging.getLogger(__name__)
_HEARTBEAT_S = 5.0
MAX_TRIES = 3
_RETRY_DELAY_S = 5.0
_NOT_THERE = "The file is not there any more."
_REPLACED = "The file was replaced or changed while it was analysed; nothing was kept. Analyse it again."
_OF_THE_PLACE = frozenset({_NOT_THERE, _REPLACED})
"""What happened to the file and says nothing about the video, whose content may lie elsewhere."""


@dataclass(frozen=True, slots=True)
class JobProgress:
    """``fraction`` of the whole job, 0..1."""

    job_id: int
    video_id: int
    stage: Stage
    fraction: float


@dataclass(frozen=True, slots=True)
class JobOutcome:
    """How a claimed job ended; ``QUEUED`` says that it will be tried again."""

    job_id: int
    video_id: int
    state: JobState
    error: str | None
    cost_s: float


class JobRunner:
    """Owned by one thread. ``options`` is asked before each job, so that settings apply to the next one."""

    def __init__(
        self,
        catalogue: Catalogue,
        process: AnalysisProcess,
        owner: str,
        options: Callable[[], AnalysisOptions],
        name_text: Callable[[str], str],
    ) -> None:
        self._catalogue = catalogue
        self._process = process
        self._owner = owner
        self._options = options
        self._name_text = name_text
        self._last_heartbeat = 0.0

    def run_next(
        self,
        on_progress: Callable[[JobProgress], None],
        should_stop: Callable[[], bool] = lambda: False,
        only: Sequence[int] | None = None,
    ) -> JobOutcome | None:
        """Run the most urgent job to its end; ``None`` where none is due."""
        with self._catalogue.write() as edit:
            edit.jobs.take_back(is_alive)
            job = edit.jobs.claim(self._owner, LEASE_S, only)
        if job is None:
            return None
        began = self._last_heartbeat = time.monotonic()
        with job_in_log(job.id):
            state, error = self._run(job, on_progress, should_stop)
        return JobOutcome(job.id, job.video_id, state, error, time.monotonic() - began)

    def rest(self) -> None:
        """Call now and then while there is nothing to do."""
        self._process.unload_if_idle()

    def close(self) -> None:
        """End the process and give back what was claimed."""
        self._process.stop()
        with self._catalogue.write() as edit:
            edit.jobs.hand_back(self._owner)

    def _run(
        self, job: Job, on_progress: Callable[[JobProgress], None], should_stop: Callable[[], bool]
    ) -> tuple[JobState, str | None]:
        try:
            return self._analyse(job, on_progress, should_stop)
        except CancelledError:
            return self._stopped(job)
        except AnalysisCrashedError as error:
            return self._failed(job, JobFailure(str(error), permanent=False))
        except EngineError as fault:
            _log.error("%s", fault.details)
            return self._failed(job, JobFailure(str(fault), permanent=True))
        except JobFailure as failure:
            return self._failed(job, failure)
        except Exception as error:  # noqa: BLE001 - a full disk or a bug costs this job one try
            _log.exception("the run failed outside the analysis process")
            return self._failed(job, JobFailure(_of_the_machine(error), permanent=False))

    def _analyse(
        self, job: Job, on_progress: Callable[[JobProgress], None], should_stop: Callable[[], bool]
    ) -> tuple[JobState, str | None]:
        request = self._request(job)
        result = self._process.run(
            request,
            lambda p: on_progress(_of_job(job, p)),
            lambda: should_stop() or self._lost(job),
        )
        if result.failures and not Path(request.path).exists():
            return self._gone(job, request.path)
        if was_replaced(self._catalogue, job.video_id, request.path):
            raise JobFailure(_REPLACED, permanent=True)
        unkept = keep_result(self._catalogue, job, self._owner, request, result)
        return (JobState.DONE, None) if unkept is None else self._failed(job, unkept)

    def _gone(self, job: Job, path: str) -> tuple[JobState, str | None]:
        """Try again at once where the file lies elsewhere by now; to be gone is no fault of a video."""
        with self._catalogue.write() as edit:
            video = edit.videos.get(job.video_id)
            if video is not None and video.state is Presence.PRESENT and video.path != path:
                edit.jobs.hand_back(self._owner)
                return JobState.QUEUED, None
            edit.jobs.finish(job.id, self._owner, _NOT_THERE)
        return JobState.FAILED, _NOT_THERE

    def _request(self, job: Job) -> AnalysisRequest:
        options = self._options()
        with self._catalogue.read() as view:
            video = view.videos.get(job.video_id)
            if video is None or video.state is not Presence.PRESENT:
                raise JobFailure(_NOT_THERE, permanent=True)
            taxonomy = view.tag_tree.snapshot()
            transcript = () if Stage.SPEECH in job.stages else view.transcripts.of_video(job.video_id)
        features = self._catalogue.cache.features(video.identity, features_key(options))
        return AnalysisRequest(
            job.id,
            video.path,
            job.stages,
            self._name_text(video.path),
            taxonomy,
            options,
            features,
            transcript,
            video.duration_s,
        )

    def _lost(self, job: Job) -> bool:
        now = time.monotonic()
        if now - self._last_heartbeat < _HEARTBEAT_S:
            return False
        self._last_heartbeat = now
        with self._catalogue.write() as edit:
            return not edit.jobs.heartbeat(job.id, self._owner, LEASE_S)

    def _stopped(self, job: Job) -> tuple[JobState, str | None]:
        with self._catalogue.write() as edit:
            edit.jobs.hand_back(self._owner)
            now = edit.jobs.get(job.id)
        return (JobState.CANCELLED if now is None else now.state), None

    def _failed(self, job: Job, failure: JobFailure) -> tuple[JobState, str | None]:
        reason = str(failure)
        with self._catalogue.write() as edit:
            if failure.permanent or job.attempts + 1 >= MAX_TRIES:
                kept = edit.jobs.finish(job.id, self._owner, reason)
                state = JobState.FAILED
            else:
                kept = edit.jobs.postpone(job.id, self._owner, reason, _RETRY_DELAY_S * 4**job.attempts)
                state = JobState.QUEUED
            if kept and reason not in _OF_THE_PLACE:
                edit.videos.set_error(job.video_id, reason)
        return state, reason


def _of_the_machine(error: Exception) -> str:
    if isinstance(error, FilmotekaError):
        return str(error)
    return f"The analysis could not be kept or begun ({type(error).__name__}: {error}). It is tried again."


def _of_job(job: Job, progress: AnalysisProgress) -> JobProgress:
    return JobProgress(job.id, job.video_id, progress.stage, progress.fraction)
