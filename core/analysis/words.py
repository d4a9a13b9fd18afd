"""Tags from words: the names and aliases of tags, looked up in file names, subtitles and speech.

A phrase counts where its words stand side by side in any order and any inflection (``carving ice`` finds
"ice carving"), or written as one word (``armwrestling``). A longer phrase takes its words away from shorter
ones: ``teddy bear`` is a toy and no bear. Words that say nothing on their own (``test``, ``video``,
``portrait``, see ``generic_words.json``) never count alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from core.analysis.stems import stem, stems
from core.domain.segments import TranscriptLine
from core.domain.tags import TagNode, Taxonomy

Phrase = tuple[str, ...]

SINGLE_WORD_SCORE = 0.8
PHRASE_SCORE = 0.9
"""A person who named a file after a thing is right more often than any network."""
LINES_FOR_A_TAG = 3
"""A word said once is no topic: it takes this many lines of speech to reach ``SPEECH_SCORE``."""
SPEECH_SCORE = 0.5
MOST_SPEECH_SCORE = 0.8
LINES_PER_HUNDRED = 2.0
"""In a long talk any word comes up; a topic comes up in at least this many lines of a hundred."""
_SHORTEST_JOINED = 7
_LONGEST_PHRASE = 4
_NAME_PARTS = re.compile(r"\s*(?:&|,|/|\band\b|\bи\b)\s*")


@dataclass(frozen=True, slots=True)
class WordHit:
    """A tag found in words; ``evidence_s`` are the moments at which they are said."""

    tag_key: str
    score: float
    evidence_s: tuple[float, ...] = ()


@dataclass(slots=True)
class _Said:
    """Where in speech a tag was mentioned."""

    lines: set[int] = field(default_factory=set)
    times_s: list[float] = field(default_factory=list)


class WordIndex:
    """All phrases of one tag tree."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._keys: dict[Phrase, str] = {}
        self._joined: dict[str, str] = {}
        for told in (aliases, names, name_parts):  # what is said outright wins
            for node in taxonomy.nodes[::-1]:  # then the narrower tag
                for text in told(node):
                    self._add(text, node.key)

    def in_name(self, name: str) -> tuple[WordHit, ...]:
        """Return the tags that a file or folder name spells out."""
        best: dict[str, float] = {}
        for key, length in self._find(stems(name)):
            score = PHRASE_SCORE if length > 1 else SINGLE_WORD_SCORE
            best[key] = max(best.get(key, 0.0), score)
        return tuple(WordHit(key, score) for key, score in best.items())

    def in_speech(self, lines: Sequence[TranscriptLine]) -> tuple[WordHit, ...]:
        """Return the tags that keep being mentioned."""
        said: dict[str, _Said] = {}
        for place, line in enumerate(lines):
            for key, _ in self._find(stems(line.text)):
                entry = said.setdefault(key, _Said())
                if place not in entry.lines:
                    entry.lines.add(place)
                    entry.times_s.append(line.start_s)
        wanted = max(LINES_FOR_A_TAG, len(lines) * LINES_PER_HUNDRED / 100)
        return tuple(
            WordHit(
                key,
                min(MOST_SPEECH_SCORE, SPEECH_SCORE * len(entry.lines) / wanted),
                tuple(entry.times_s[:5]),
            )
            for key, entry in said.items()
        )

    def _add(self, text: str, key: str) -> None:
        phrase = tuple(stems(text))
        if not phrase or len(phrase) > _LONGEST_PHRASE or (len(phrase) == 1 and phrase[0] in generic_stems()):
            return
        self._keys.setdefault(tuple(sorted(phrase)), key)
        joined = "".join(phrase)
        if len(phrase) > 1 and len(joined) >= _SHORTEST_JOINED:
            self._joined.setdefault(joined, key)

    def _find(self, text: Sequence[str]) -> Iterator[tuple[str, int]]:
        """Yield tag and number of words of the longest phrases from left to right."""
        place = 0
        while place < len(text):
            longest = min(_LONGEST_PHRASE, len(text) - place)
            for length in range(longest, 0, -1):
                key = self._keys.get(tuple(sorted(text[place : place + length])))
                if key is not None:
                    yield key, length
                    break
            else:
                length = 1
                if text[place] in self._joined:
                    yield self._joined[text[place]], 2
            place += length


def aliases(node: TagNode) -> tuple[str, ...]:
    return node.aliases


def names(node: TagNode) -> tuple[str, ...]:
    return (node.name_en, node.name_ru)


def name_parts(node: TagNode) -> tuple[str, ...]:
    """Return the parts of names such as "Music & dance"."""
    return tuple(part for name in names(node) for part in _NAME_PARTS.split(name))


@cache
def generic_stems() -> frozenset[str]:
    """Return the stems of words that name no tag when they stand alone."""
    text = files("resources").joinpath("taxonomy", "generic_words.json").read_text(encoding="utf-8")
    return frozenset(stem(word) for word in json.loads(text)["words"])
