"""The syntax tree of the query language: what is asked, apart from how it is typed or looked up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Everything:
    """Matches every video: the empty query."""


@dataclass(frozen=True, slots=True)
class HasTag:
    """The tag with this id or any below it."""

    tag_id: int


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


Node = Everything | HasTag | And | Or | Not
