"""A resolved query as an SQL condition over ``videos v``; every value is bound.

A condition is never NULL, so that NOT turns exactly what does not match into what does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.query.syntax import (
    And,
    Compare,
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
from core.query.words import folded, has_words, without_yo

_COLUMNS = {
    Measure.SEASON: "v.season",
    Measure.EPISODE: "v.episode",
    Measure.DURATION: "v.duration_s",
    Measure.SIZE: "v.size_bytes",
    Measure.WIDTH: "v.width",
    Measure.HEIGHT: "v.height",
    Measure.ADDED: "v.added_at",
    Measure.CREATED: "v.created_at",
}
_SEGMENT = "EXISTS (SELECT 1 FROM segments s WHERE s.video_id = v.id AND s.kind = '{}')"
_CONTENTS = {
    Content.INTRO: _SEGMENT.format("intro"),
    Content.RECAP: _SEGMENT.format("recap"),
    Content.CREDITS: _SEGMENT.format("credits"),
    Content.PREVIEW: _SEGMENT.format("preview"),
    Content.SPEECH: "EXISTS (SELECT 1 FROM transcripts l WHERE l.video_id = v.id)",
    Content.AUDIO: "v.has_audio IS 1",
    Content.TAG: "EXISTS (SELECT 1 FROM video_tags x WHERE x.video_id = v.id)",
    Content.ERROR: "v.error IS NOT NULL",
}
_CONDITIONS = {
    Condition.MISSING: "v.state = 'missing'",
    Condition.OFFLINE: "v.state = 'offline'",
    Condition.FAILED: "EXISTS (SELECT 1 FROM jobs j WHERE j.video_id = v.id AND j.state = 'failed')",
    Condition.WATCHED: "EXISTS (SELECT 1 FROM playback p WHERE p.video_id = v.id AND p.finished)",
}
_TAGGED_FROM_TAG = """v.id IN (SELECT x.video_id FROM tag_closure c CROSS JOIN video_tags x ON x.tag_id = c.descendant_id
    WHERE c.ancestor_id = ?)"""
_TAGGED_FROM_VIDEO = """EXISTS (SELECT 1 FROM video_tags x CROSS JOIN tag_closure c ON c.descendant_id = x.tag_id
    AND c.ancestor_id = ? WHERE x.video_id = v.id)"""
_SPOKEN_WORDS = """v.id IN (SELECT l.video_id FROM spoken_words w JOIN transcripts l ON l.id = w.rowid
    WHERE w.spoken_words MATCH ?)"""
_NAME_WORDS = "v.id IN (SELECT rowid FROM name_words WHERE name_words MATCH ?)"
_SERIES = """v.series IS NOT NULL AND v.series IN (SELECT series FROM (SELECT DISTINCT series FROM videos
    WHERE series IS NOT NULL) WHERE instr(folded(series), ?))"""


@dataclass(frozen=True, slots=True)
class Filter:
    """``sql`` with a question mark for each of ``values``."""

    sql: str
    values: tuple[object, ...] = ()


def filter_of(node: Node, is_common: Callable[[int], bool] = lambda _: False) -> Filter:
    """Translate a resolved query.

    ``is_common(tag_id)`` chooses how a tag is looked up: a common one from each video, which fills a first
    page at once; any other from the tag, which touches no more than its own links.
    """
    match node:
        case Everything():
            return Filter("1")
        case And(parts):
            return _joined(" AND ", [filter_of(part, is_common) for part in parts], "1")
        case Or(parts):
            return _joined(" OR ", [filter_of(part, is_common) for part in parts], "0")
        case Not(part):
            inner = filter_of(part, is_common)
            return Filter(f"NOT ({inner.sql})", inner.values)
        case HasTag(tag_id):
            return Filter(_TAGGED_FROM_VIDEO if is_common(tag_id) else _TAGGED_FROM_TAG, (tag_id,))
        case _:
            return _fact(node)


def _fact(node: Node) -> Filter:
    match node:
        case Written():
            return _written(node)
        case Series(text):
            return Filter(_SERIES, (folded(text),))
        case Compare():
            return _compare(node)
        case Has(content):
            return Filter(_CONTENTS[content])
        case Is(condition):
            return Filter(_CONDITIONS[condition])
        case Spoken(language):
            return Filter("v.language IS ?", (language,))
        case _:
            raise TypeError(f"{node} has to be resolved before it is looked up")


def _compare(node: Compare) -> Filter:
    sign = node.comparison.value
    if node.measure is Measure.SCORE:
        sql = f"EXISTS (SELECT 1 FROM video_tags x WHERE x.video_id = v.id AND x.score {sign} ?)"
        return Filter(sql, (node.value,))
    column = _COLUMNS[node.measure]
    return Filter(f"{column} IS NOT NULL AND {column} {sign} ?", (node.value,))


def _written(node: Written) -> Filter:
    if not has_words(node.text):
        return Filter("0")
    phrase = '"' + without_yo(node.text).replace('"', '""') + '"' + ("" if node.phrase else " *")
    if node.place is Place.SPEECH:
        return Filter(_SPOKEN_WORDS, (phrase,))
    return Filter(_NAME_WORDS, (phrase if node.place is Place.NAME else f"{node.place} : {phrase}",))


def _joined(word: str, parts: list[Filter], empty: str) -> Filter:
    if not parts:
        return Filter(empty)
    values = tuple(value for part in parts for value in part.values)
    return Filter(word.join(f"({part.sql})" for part in parts), values)
