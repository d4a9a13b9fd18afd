"""``filmoteka analyse``: takes files into the library and analyses them now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from core.cli.invocation import Invocation, as_json, in_language, pass_invocation
from core.cli.printing import print_json, print_line
from core.domain.jobs import JobState
from core.domain.stages import ALL_STAGES, Stage

if TYPE_CHECKING:
    from core.catalogue.catalogue import Catalogue
    from core.library.library import Library
    from core.settings import Settings

_SOME_FAILED = 3
_TAGS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class FailedFile:
    path: str
    reason: str


class _Stages(click.ParamType[frozenset[Stage]]):
    name = "stages"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> frozenset[Stage]:
        if isinstance(value, frozenset):
            return value
        words = [word.strip().lower() for word in str(value).split(",") if word.strip()]
        unknown = [word for word in words if word not in tuple(Stage)]
        if unknown or not words:
            self.fail(f"choose among {','.join(Stage)}", param, ctx)
        return frozenset(Stage(word) for word in words)


@click.command(short_help="Analyse files and folders now.")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option(
    "--stages",
    type=_Stages(),
    default=ALL_STAGES,
    metavar="LIST",
    help=f"Only these, separated by commas: {','.join(Stage)}.",
)
@click.option(
    "--jobs", "count", type=click.IntRange(1, 64), metavar="N", help="Analyse so many files at a time."
)
@as_json
@in_language
@pass_invocation
def analyse(  # noqa: PLR0917 - click passes by name
    invocation: Invocation,
    paths: tuple[str, ...],
    stages: frozenset[Stage],
    count: int | None,
    as_json: bool,
    language: str,
) -> None:
    """Take the files at PATH, and all videos below the folders, into the library and analyse them now.

    What was analysed before and has not changed is not analysed again. A file that fails is listed with its
    reason on stderr and does not stop the rest; the exit code is 3 then. What you said about tags and
    segments stays as you said it.
    """
    from core.library.library import Library
    from core.settings import load_settings

    settings = load_settings()
    workers = count or settings.workers
    with invocation.catalogue() as catalogue:
        library = Library(catalogue, settings.analysis_options)
        report = library.index_paths(paths)
        job_ids = _enqueue(library, report.video_ids, stages)
        if job_ids:
            _run(catalogue, settings, workers, job_ids)
        failed = [FailedFile(failure.path, failure.reason) for failure in report.failures]
        failed += _failed(catalogue, job_ids)
        failed = list({failure.path: failure for failure in failed}.values())
        videos = _records(catalogue, report.video_ids, language)
    _tell(videos, failed, as_json=as_json)
    if failed:
        click.get_current_context().exit(_SOME_FAILED)


def _enqueue(library: Library, video_ids: Sequence[int], stages: frozenset[Stage]) -> list[int]:
    """Queue for each video those of the stages that are not done yet."""
    by_stages: dict[frozenset[Stage], list[int]] = {}
    for video_id, wanted in library.stale_stages(video_ids, stages).items():
        if wanted:
            by_stages.setdefault(wanted, []).append(video_id)
    return [job_id for wanted, ids in by_stages.items() for job_id in library.enqueue(ids, wanted)]


def _run(catalogue: Catalogue, settings: Settings, workers: int, job_ids: Sequence[int]) -> None:
    from core.analysis.engine import MakeEngine
    from core.analysis.process import AnalysisProcess
    from core.cli.crew import Crew
    from core.cli.progress import ProgressBar
    from core.jobs.owner import new_owner
    from core.jobs.runner import JobRunner
    from core.library.name_words import name_text
    from core.paths import models_home

    def make_runner() -> JobRunner:
        process = AnalysisProcess(MakeEngine(models_home()))
        return JobRunner(
            catalogue, process, new_owner(), lambda: settings.analysis_options(workers), name_text
        )

    with ProgressBar("Analysing") as bar, Crew(catalogue, make_runner, workers, job_ids) as crew:
        while crew.wait():
            bar.show(crew.done(), len(job_ids))


def _failed(catalogue: Catalogue, job_ids: Sequence[int]) -> list[FailedFile]:
    found = []
    with catalogue.read() as view:
        for job_id in job_ids:
            job = view.jobs.get(job_id)
            video = None if job is None else view.videos.get(job.video_id)
            if job is not None and video is not None and job.state is not JobState.DONE:
                reason = job.error or video.error or "It was not finished."
                found.append(FailedFile(video.path, reason))
    return found


def _records(catalogue: Catalogue, video_ids: Sequence[int], language: str) -> list[dict[str, Any]]:
    from core.exchange.video_json import video_record

    with catalogue.read() as view:
        videos = view.videos.many(video_ids)
        return [video_record(view, video, language=language, transcript=False) for video in videos]


def _tell(videos: Sequence[dict[str, Any]], failed: Sequence[FailedFile], *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "videos": videos,
                "failed": [{"path": failure.path, "reason": failure.reason} for failure in failed],
            }
        )
    elif not videos and not failed:
        print_line("No videos were found there.")
    else:
        unwell = {failure.path for failure in failed}
        for record in videos:
            if record["path"] not in unwell:
                names = ", ".join(tag["path"][-1] for tag in record["tags"][:_TAGS_SHOWN])
                print_line(f"{record['path']}  {names or '(no tags)'}")
    for failure in failed:
        print_line(f"Failed: {failure.path}: {failure.reason}", err=True)
