"""Tags from what a text means: its vector beside the vectors of tag names and aliases.

This only adds to the phrases of ``words``: it finds "puppies playing in the yard" near "Dogs" and "carving
wood with a chisel" near "Sculpture & carving". A single word says too little to be weighed (``monster``
lies near "beast"), so short texts are left alone, and a tag has to stand clear of every other that is not
its relative.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.analysis.ports import TextEncoder
from core.analysis.stems import is_russian, stem, words
from core.analysis.words import WordHit, generic_stems
from core.domain.segments import TranscriptLine
from core.domain.tags import TagNode, Taxonomy

FEWEST_WORDS = 3
NAME_SIMILARITY = 0.65
"""Cosine at which a name is as likely right as wrong: seen on 50 invented names of files, series and
films."""
WINDOW_SIMILARITY = 0.5
"""The same for a window of speech: more words beside the matter, lower cosines."""
STEEPNESS = 12.0
CLEAR_BY = 0.05
WORDS_IN_WINDOW = 40
WINDOWS_FOR_A_TAG = 3
WINDOWS_PER_HUNDRED = 10.0
MOST_WINDOWS = 400
"""Three hours of quick talk; of more, such as a subtitle file of a whole series, a part says enough."""
MOST_SCORE = 0.7
PHRASES_OF_A_TAG = 6
"""Name and first aliases: those that say best what the tag is."""


class MeaningIndex:
    """The names and aliases of a tree in one language, as vectors of one encoder."""

    def __init__(self, taxonomy: Taxonomy, encoder: TextEncoder, russian: bool) -> None:
        self._encoder, self._russian = encoder, russian
        self._keys = [node.key for node in taxonomy.nodes]
        self._told = [
            (place, text)
            for place, node in enumerate(taxonomy.nodes)
            for text in _told_by(node, russian)[:PHRASES_OF_A_TAG]
        ]
        ancestors = [{node.key for node in taxonomy.lineage(key)} for key in self._keys]
        above = np.array([[key in ours for key in self._keys] for ours in ancestors])  # (tags, tags)
        self._strangers = ~(above | above.T)

    @cached_property
    def _vectors(self) -> NDArray[np.float32]:
        """Vectors of the phrases, ``(phrases, D)``; seconds of work, most files need none of it."""
        return self._encoder.encode_texts([text for _, text in self._told])

    def in_name(self, name: str) -> tuple[WordHit, ...]:
        """Return at most one tag for a file name of several telling words."""
        telling = [word for word in words(name) if stem(word) not in generic_stems()]
        if len(telling) < FEWEST_WORDS or is_russian(name) != self._russian:
            return ()
        best = self._clearest(self._similarities([" ".join(words(name))]))[0]
        if best is None:
            return ()
        place, cosine = best
        score = min(MOST_SCORE, 1.0 / (1.0 + float(np.exp(-STEEPNESS * (cosine - NAME_SIMILARITY)))))
        return (WordHit(self._keys[place], score),)

    def in_speech(self, lines: Sequence[TranscriptLine]) -> tuple[WordHit, ...]:
        """Return the tags that several windows of speech are clearly about."""
        spoken = spread(windows([line for line in lines if is_russian(line.text) == self._russian]))
        if not spoken:
            return ()
        moments: dict[int, list[tuple[float, float]]] = {}
        clearest = self._clearest(self._similarities([text for _, text in spoken]))
        for (start_s, _), best in zip(spoken, clearest, strict=True):
            if best is not None and best[1] >= WINDOW_SIMILARITY:
                moments.setdefault(best[0], []).append((-best[1], start_s))
        wanted = max(WINDOWS_FOR_A_TAG, len(spoken) * WINDOWS_PER_HUNDRED / 100)
        return tuple(
            WordHit(
                self._keys[place],
                min(MOST_SCORE, 0.5 * len(found) / wanted),
                tuple(time_s for _, time_s in sorted(found)[:5]),
            )
            for place, found in moments.items()
        )

    def _similarities(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the best cosine of any phrase of each tag, ``(texts, tags)``."""
        cosines = self._encoder.encode_texts(texts) @ self._vectors.T  # (texts, phrases)
        best = np.full((len(texts), len(self._keys)), -1.0, dtype=np.float32)
        for column, owner in enumerate(place for place, _ in self._told):
            np.maximum(best[:, owner], cosines[:, column], out=best[:, owner])
        return best

    def _clearest(self, similarities: NDArray[np.float32]) -> list[tuple[int, float] | None]:
        """Return place and cosine of the best tag of each row, or ``None`` where a stranger is as near."""
        found: list[tuple[int, float] | None] = []
        for row in similarities:
            place = int(row.argmax())
            others = row[self._strangers[place]]
            clear = not len(others) or row[place] - others.max() >= CLEAR_BY
            found.append((place, float(row[place])) if clear else None)
        return found


def _told_by(node: TagNode, russian: bool) -> list[str]:
    """Return name and aliases in one language."""
    texts = (node.name_ru if russian else node.name_en, *node.aliases)
    return [text for text in texts if text and is_russian(text) == russian]


def windows(lines: Sequence[TranscriptLine]) -> list[tuple[float, str]]:
    """Join lines to windows of about ``WORDS_IN_WINDOW`` words: start and text."""
    ends = np.cumsum([len(line.text.split()) for line in lines]) // WORDS_IN_WINDOW
    borders = [0, *(int(place) + 1 for place in np.flatnonzero(np.diff(ends))), len(lines)]
    return [
        (lines[start].start_s, " ".join(line.text for line in lines[start:end]))
        for start, end in pairwise(borders)
        if end > start
    ]


def spread(found: Sequence[tuple[float, str]]) -> list[tuple[float, str]]:
    """Return at most ``MOST_WINDOWS`` of the windows, at equal distances; all where there are fewer."""
    step = max(1.0, len(found) / MOST_WINDOWS)
    return [found[int(place * step)] for place in range(min(len(found), MOST_WINDOWS))]
