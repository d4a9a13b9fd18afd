"""Names a video by its path; where the tagger reads another name from it, the tags are to be made anew."""

from __future__ import annotations

from core.catalogue.session import Session
from core.domain.jobs import JobState
from core.domain.stages import Stage
from core.domain.videos import Presence
from core.library.episode_names import episode_name
from core.library.name_words import name_text


def name_by_path(edit: Session, video_id: int) -> bool:
    """Name the video by the path that it has had for longest, of those where it lies now.

    Returns whether its tags became stale: they are made again from the embeddings that are kept.
    """
    present = [f for f in edit.files.of_video(video_id) if f.state is Presence.PRESENT]
    video = edit.videos.get(video_id)
    if not present or video is None:
        return False
    path = min(present, key=lambda file: file.id).path
    name = episode_name(path)
    if (name.title, name.series, name.season, name.episode) != (
        video.title,
        video.series,
        video.season,
        video.episode,
    ):
        edit.videos.rename(video_id, name)
    before = _words_for_the_tagger(edit, video_id)
    edit.videos.index_words(video_id, path)
    if _words_for_the_tagger(edit, video_id) == before:
        return False
    _make_tags_stale(edit, video_id)
    return True


def _words_for_the_tagger(edit: Session, video_id: int) -> str | None:
    path = edit.videos.indexed_path(video_id)
    return None if path is None else name_text(path)


def _make_tags_stale(edit: Session, video_id: int) -> None:
    """Forget that the tags are done; a run that reads the old name at this moment is followed by another."""
    edit.results.forget(video_id, Stage.TAGS)
    for job in edit.jobs.of_video(video_id):
        if job.state is JobState.RUNNING and Stage.TAGS in job.stages:
            edit.jobs.enqueue(video_id, job.kind, frozenset({Stage.TAGS}), job.priority)
