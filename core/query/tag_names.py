"""Turns the names of tags in a query into tags: English, Russian or another word for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import product

from core.domain.tags import Taxonomy
from core.errors import QueryError
from core.query.syntax import And, Everything, HasTag, Node, Not, Or, Place, TagNamed, Words, Written
from core.query.words import folded, has_words

_LEVEL = re.compile(r"\s*[/>]\s*")
_LONGEST_NAME = 5


class TagNames:
    """The words of one state of the tag tree."""

    def __init__(self, taxonomy: Taxonomy, ids: Mapping[str, int]) -> None:
        self._ids: dict[str, list[int]] = {}
        for node in taxonomy.nodes:
            words = {folded(word) for word in node.aliases}
            lineages = ([folded(name) for name in taxonomy.path(node.key, lang)] for lang in ("en", "ru"))
            for path in lineages:
                words |= {"/".join(path[start:]) for start in range(len(path))}
            for word in words:
                self._ids.setdefault(word, []).append(ids[node.key])

    def ids_of(self, name: str) -> tuple[int, ...]:
        """Return the tags with this name, alias or end of path (``Animals/Dogs``)."""
        return tuple(self._ids.get(_LEVEL.sub("/", folded(name)), ()))

    def resolve(self, node: Node) -> Node:
        """Replace names by what they stand for; raises QueryError where ``tag:`` names none."""
        match node:
            case TagNamed(name, position):
                return self._named(name, position)
            case Words():
                return self._meaning((node,))
            case And(parts):
                return And(tuple(self._each(parts)))
            case Or(parts):
                return Or(tuple(self.resolve(part) for part in parts))
            case Not(part):
                return Not(self.resolve(part))
            case _:
                return node

    def _named(self, name: str, position: int) -> Node:
        found = self.ids_of(name)
        if not found:
            raise QueryError(f"There is no tag “{name}”.", position)
        return _any_of([HasTag(tag_id) for tag_id in found])

    def _each(self, parts: Sequence[Node]) -> list[Node]:
        """Resolve the parts; bare words side by side that name a tag together are taken together."""
        found: list[Node] = []
        at = 0
        while at < len(parts):
            run = self._longest_name(parts, at)
            found.append(self._meaning(run) if run else self.resolve(parts[at]))
            at += max(1, len(run))
        return found

    def _longest_name(self, parts: Sequence[Node], at: int) -> tuple[Words, ...]:
        run: list[Words] = []
        longest: tuple[Words, ...] = ()
        for part in parts[at : at + _LONGEST_NAME]:
            if not isinstance(part, Words) or part.phrase:
                break
            run.append(part)
            if self.ids_of(" ".join(word.text for word in run)):
                longest = tuple(run)
        return longest

    def _meaning(self, run: tuple[Words, ...]) -> Node:
        tags: list[Node] = [HasTag(i) for i in self.ids_of(" ".join(word.text for word in run))]
        if len(run) > 1:
            return _any_of([*tags, And(tuple(self._meaning((word,)) for word in run))])
        word = run[0]
        if not has_words(word.text):
            return _any_of(tags) if tags else Everything()
        places = (Place.NAME, Place.SPEECH)
        return _any_of([*tags, *(Written(w.text, place, w.phrase) for w, place in product(run, places))])


def _any_of(parts: list[Node]) -> Node:
    return parts[0] if len(parts) == 1 else Or(tuple(parts))
