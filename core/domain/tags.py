"""The tag tree and what is said about a video with it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from functools import cached_property

DEFAULT_THRESHOLD = 0.5
"""Score at which a tag is as likely right as wrong; below it a tag is kept, but not shown."""


class TagState(StrEnum):
    """Who stands behind a tag of a video."""

    SUGGESTED = "suggested"  # a model said it, nobody answered yet
    ACCEPTED = "accepted"  # a model said it, the person agreed
    ADDED = "added"  # the person said it
    REJECTED = "rejected"  # the person refused it; no model run brings it back


@dataclass(frozen=True, slots=True)
class TagNode:
    """A node of the tag tree.

    ``key`` is stable over renames (``animals.dogs``); ``prompts`` are short English descriptions of a
    picture that shows the tag; ``aliases`` are other words for it, in any language.
    """

    key: str
    parent: str | None
    name_en: str
    name_ru: str
    aliases: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()

    def name(self, language: str) -> str:
        """Return the Russian name for ``ru`` and the English one otherwise."""
        return (self.name_ru if language == "ru" else self.name_en) or self.name_en


@dataclass(frozen=True)
class Taxonomy:
    """A snapshot of the tag tree: parents stand before their children."""

    nodes: tuple[TagNode, ...]
    _by_key: dict[str, TagNode] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_key: dict[str, TagNode] = {}
        for node in self.nodes:
            if node.key in by_key:
                raise ValueError(f"tag key {node.key!r} occurs twice")
            if node.parent is not None and node.parent not in by_key:
                raise ValueError(f"parent {node.parent!r} of {node.key!r} does not stand before it")
            by_key[node.key] = node
        object.__setattr__(self, "_by_key", by_key)

    def __len__(self) -> int:
        return len(self.nodes)

    def __contains__(self, key: str) -> bool:
        return key in self._by_key

    def __getitem__(self, key: str) -> TagNode:
        return self._by_key[key]

    def lineage(self, key: str) -> Iterator[TagNode]:
        """Yield the node and its ancestors, nearest first."""
        node: TagNode | None = self._by_key[key]
        while node is not None:
            yield node
            node = self._by_key[node.parent] if node.parent is not None else None

    def path(self, key: str, language: str = "en") -> tuple[str, ...]:
        """Return the names from the root down to the node."""
        return tuple(node.name(language) for node in self.lineage(key))[::-1]

    @cached_property
    def children(self) -> dict[str | None, tuple[TagNode, ...]]:
        """Return the children of every key; ``None`` holds the roots."""
        found: dict[str | None, list[TagNode]] = {}
        for node in self.nodes:
            found.setdefault(node.parent, []).append(node)
        return {key: tuple(nodes) for key, nodes in found.items()}

    @cached_property
    def fingerprint(self) -> str:
        """Return a short hash of everything a tagger reads; results made with another one are stale."""
        words = json.dumps([asdict(node) for node in self.nodes], ensure_ascii=False, sort_keys=True)
        return hashlib.blake2b(words.encode(), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class TagPrediction:
    """What a model says: ``score`` in 0..1; ``source`` names the senses, such as ``picture`` or ``name``.

    ``evidence_s`` are the moments that show why, strongest first; empty where the name alone says it.
    """

    tag_key: str
    score: float
    source: str
    evidence_s: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class VideoTag:
    """A tag as a video carries it, model and person put together."""

    tag_id: int
    tag_key: str
    path: tuple[str, ...]
    score: float
    source: str
    state: TagState
    evidence_s: tuple[float, ...]
