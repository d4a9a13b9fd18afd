"""The syntax tree of the query language: what is asked, apart from how it is typed or looked up.

``parse`` gives a tree in which tags and bare words still stand by name; ``TagNames.resolve`` turns those into
tags by number and words to look for, and only such a tree can be matched or become SQL.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Place(StrEnum):
    """Where words are looked for; ``NAME`` is title or path."""

    TITLE = "title"
    PATH = "path"
    NAME = "name"
    SPEECH = "speech"


class Measure(StrEnum):
    """What can be compared with a value. Times are seconds, sizes bytes, ``created`` ISO dates."""

    SEASON = "season"
    EPISODE = "episode"
    DURATION = "duration"
    SIZE = "size"
    WIDTH = "width"
    HEIGHT = "height"
    SCORE = "score"
    ADDED = "added"
    CREATED = "created"


class Comparison(StrEnum):
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    EQUAL = "="


class Content(StrEnum):
    """What a video can have."""

    INTRO = "intro"
    RECAP = "recap"
    CREDITS = "credits"
    PREVIEW = "preview"
    SPEECH = "speech"
    AUDIO = "audio"
    TAG = "tag"
    ERROR = "error"


class Condition(StrEnum):
    """What a video can be. ``FAILED``: a job of it failed."""

    MISSING = "missing"
    OFFLINE = "offline"
    FAILED = "failed"
    WATCHED = "watched"


@dataclass(frozen=True, slots=True)
class Everything:
    """Matches every video: the empty query."""


@dataclass(frozen=True, slots=True)
class HasTag:
    """The tag with this id or any below it."""

    tag_id: int


@dataclass(frozen=True, slots=True)
class TagNamed:
    """A tag by its name or the end of its path, before it is looked up."""

    name: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Words:
    """Words that may name a tag or stand in name or speech; a phrase was typed in quotes."""

    text: str
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """Words next to each other in one place; the last may go on unless it is a ``phrase``."""

    text: str
    place: Place
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """The name of the series holds this text, in whatever case."""

    text: str


@dataclass(frozen=True, slots=True)
class Compare:
    """A video whose measure is unknown does not match. ``SCORE``: some tag has such a score."""

    measure: Measure
    comparison: Comparison
    value: float | str


@dataclass(frozen=True, slots=True)
class Has:
    content: Content


@dataclass(frozen=True, slots=True)
class Is:
    condition: Condition


@dataclass(frozen=True, slots=True)
class Spoken:
    """The language that is spoken (ISO 639-1)."""

    language: str


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


Node = (
    Everything | HasTag | TagNamed | Words | Written | Series | Compare | Has | Is | Spoken | And | Or | Not
)
