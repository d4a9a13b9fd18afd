"""Matches a query against a video in memory: slow, plain, and the judge of what the SQL finds."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from core.domain.videos import Presence
from core.query.syntax import (
    And,
    Compare,
    Comparison,
    Condition,
    Content,
    Everything,
    Has,
    HasTag,
    Is,
    Measure,
    Node,
    Not,
    Or,
    Place,
    Series,
    Spoken,
    Written,
)
from core.query.words import folded, words_of

_SIGNS: dict[Comparison, Callable[[float | str, float | str], bool]] = {
    Comparison.LESS: operator.lt,
    Comparison.AT_MOST: operator.le,
    Comparison.MORE: operator.gt,
    Comparison.AT_LEAST: operator.ge,
    Comparison.EQUAL: operator.eq,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A video as a query sees it. ``tags``: id -> score; ``above``: tag -> itself and its ancestors."""

    title: str
    path: str
    series: str | None = None
    measures: Mapping[Measure, float | str] = field(default_factory=dict)
    tags: Mapping[int, float] = field(default_factory=dict)
    above: Mapping[int, frozenset[int]] = field(default_factory=dict)
    contents: frozenset[Content] = frozenset()
    state: Presence = Presence.PRESENT
    failed: bool = False
    watched: bool = False
    language: str | None = None
    lines: tuple[str, ...] = ()


def matches(node: Node, video: Subject) -> bool:
    """Say whether the video is asked for; the node has to be resolved."""
    match node:
        case Everything():
            return True
        case And(parts):
            return all(matches(part, video) for part in parts)
        case Or(parts):
            return any(matches(part, video) for part in parts)
        case Not(part):
            return not matches(part, video)
        case HasTag(tag_id):
            return any(tag_id in video.above[own] for own in video.tags)
        case Written():
            return _written(node, video)
        case _:
            return _fact(node, video)


def _fact(node: Node, video: Subject) -> bool:
    match node:
        case Series(text):
            return video.series is not None and folded(text) in folded(video.series)
        case Compare():
            return _compared(node, video)
        case Has(content):
            return content in video.contents
        case Is(condition):
            return condition in _conditions(video)
        case Spoken(language):
            return video.language == language
        case _:
            raise TypeError(f"{node} has to be resolved before it is matched")


def _conditions(video: Subject) -> set[Condition]:
    held = {Condition.FAILED: video.failed, Condition.WATCHED: video.watched}
    held[Condition.MISSING] = video.state is Presence.MISSING
    held[Condition.OFFLINE] = video.state is Presence.OFFLINE
    return {condition for condition, holds in held.items() if holds}


def _compared(node: Compare, video: Subject) -> bool:
    sign = _SIGNS[node.comparison]
    if node.measure is Measure.SCORE:
        return any(sign(score, node.value) for score in video.tags.values())
    known = video.measures.get(node.measure)
    return known is not None and sign(known, node.value)


def _written(node: Written, video: Subject) -> bool:
    texts = {
        Place.TITLE: (video.title,),
        Place.PATH: (video.path,),
        Place.NAME: (video.title, video.path),
        Place.SPEECH: video.lines,
    }[node.place]
    wanted = words_of(node.text)
    return bool(wanted) and any(_holds(words_of(text), wanted, whole=node.phrase) for text in texts)


def _holds(words: list[str], wanted: list[str], *, whole: bool) -> bool:
    *first, last = wanted
    for start in range(len(words) - len(first)):
        end = start + len(first)
        ends = words[end] == last or (not whole and words[end].startswith(last))
        if words[start:end] == first and ends:
            return True
    return False
