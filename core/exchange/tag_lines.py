"""The tags of a library as lines to be exported."""

from __future__ import annotations

from collections.abc import Iterator

from core.catalogue.session import Session
from core.domain.sorting import Sorting, SortKey
from core.exchange.tags_csv import TagLine
from core.query.syntax import Node

_AT_ONCE = 500


def tag_lines(view: Session, query: Node | None = None, *, language: str = "en") -> Iterator[TagLine]:
    """Yield a line for each tag of each video that matches, by title; a video without tags gives none."""
    ids = view.search.ids(query, Sorting(SortKey.TITLE, descending=False))
    for start in range(0, len(ids), _AT_ONCE):
        for video in view.videos.many(ids[start : start + _AT_ONCE]):
            for tag in view.video_tags.of_video(video.id, language=language):
                yield TagLine(
                    video.path,
                    video.identity,
                    video.title,
                    tag.path,
                    tag.score,
                    tag.source,
                    tag.state.value,
                    tag.evidence_s,
                )
