"""Tells what a Whisper network understood from what it made up.

Whisper answers everything, also foreign speech, song and noise. What it makes up gives itself away: low
probability, its own doubt whether anybody speaks, repetition, or the thanks and farewells of film endings
that filled its training. The limits stand between English speech (books, telephone, trailers, accents: log
probability -0.2 to -0.65, doubt below 0.2) and what is none (French, songs, the same recordings played
backwards: -0.8 to -1.6, or doubt above 0.4, or compression above 2.6).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

_LEAST_LOG_PROBABILITY = -0.75
_MOST_DOUBT = 0.4
_MOST_COMPRESSION = 2.4  # as in Whisper's own decoding
_SURE_LOG_PROBABILITY = -0.45
_MOST_REPEATS = 2
_FAREWELLS = frozenset(
    {
        "thank you",
        "thank you very much",
        "thank you so much",
        "thanks for watching",
        "thank you for watching",
        "please subscribe",
        "bye",
        "bye bye",
        "you",
        "the end",
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """What somebody says, in seconds of the sound it was heard in."""

    start_s: float
    end_s: float
    text: str


@dataclass(frozen=True, slots=True)
class HeardLine:
    """A line with what the network thinks of it.

    ``log_probability`` is the mean over its tokens, ``doubt`` the probability that nobody speaks,
    ``compression`` how much shorter the text is when compressed.
    """

    line: Line
    log_probability: float
    doubt: float
    compression: float


def understood(heard: Sequence[HeardLine]) -> tuple[Line, ...]:
    """Return the lines of one passage that were said; none where the network did not understand it."""
    if not heard or not _is_plausible(heard):
        return ()
    said = [one.line for one in _without_repeats(heard) if not _is_made_up_farewell(one)]
    return tuple(said) if 2 * len(said) > len(heard) else ()


def _is_plausible(heard: Sequence[HeardLine]) -> bool:
    weights = [max(one.line.end_s - one.line.start_s, 0.1) for one in heard]

    def mean(values: Sequence[float]) -> float:
        return sum(map(float.__mul__, weights, map(float, values))) / sum(weights)

    return (
        mean([one.log_probability for one in heard]) >= _LEAST_LOG_PROBABILITY
        and mean([one.doubt for one in heard]) <= _MOST_DOUBT
        and mean([one.compression for one in heard]) <= _MOST_COMPRESSION
    )


def _without_repeats(heard: Sequence[HeardLine]) -> list[HeardLine]:
    kept: list[HeardLine] = []
    for words, alike in groupby(heard, key=lambda one: _words(one.line.text)):
        lines = list(alike)
        kept.extend(lines if words and len(lines) <= _MOST_REPEATS else [])
    return kept


def _is_made_up_farewell(one: HeardLine) -> bool:
    return one.log_probability < _SURE_LOG_PROBABILITY and _words(one.line.text) in _FAREWELLS


def _words(text: str) -> str:
    plain = "".join(letter if letter.isalnum() else " " for letter in text.casefold())
    return " ".join(plain.split())
