"""Says the sentences of the core in the language of the window.

The core speaks English and its sentences are kept in the catalogue as they were said; here they are
recognised and translated when they are shown. One that is not known is shown as it stands.
"""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from desktop.reason_sentences import CONTEXT, SENTENCES

_Part = tuple[re.Match[str], str]
_PLACE = re.compile(r"\\\{\d\\\}")


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the sentences as patterns; those with the most words of their own come first."""
    sentences = [str(sentence) for sentence in SENTENCES]
    ordered = sorted(sentences, key=lambda sentence: -len(re.sub(r"\{\d\}", "", sentence)))
    return tuple((_pattern(sentence), sentence) for sentence in ordered)


def _pattern(sentence: str) -> re.Pattern[str]:
    """Match the sentence at the beginning of a text: a space, or nothing, follows it."""
    return re.compile(_PLACE.sub("(.+?)", re.escape(sentence)) + r"(?:\s+|$)", re.DOTALL)


def in_their_words(text: str) -> str:
    """Return the text with every sentence that is known in the language of the window."""
    parts = _taken_apart(text)
    if parts is not None:
        return " ".join(_said(*part) for part in parts)
    first = _fitting(text)
    if not first:
        return text
    match, sentence = first[0]
    return " ".join((_said(match, sentence), in_their_words(text[match.end() :])))


def is_known(text: str) -> bool:
    """Say whether every sentence of the text can be translated."""
    return _taken_apart(text) is not None


@lru_cache(maxsize=500)
def _taken_apart(text: str) -> tuple[_Part, ...] | None:
    """Return the sentences of which the text is made, ``None`` where one of them is not known."""
    if not text:
        return ()
    for match, sentence in _fitting(text):
        rest = _taken_apart(text[match.end() :])
        if rest is not None:
            return ((match, sentence), *rest)
    return None


def _fitting(text: str) -> list[_Part]:
    """Return the sentences that fit the beginning of the text, the shortest first."""
    found = [(match, sentence) for pattern, sentence in _patterns() if (match := pattern.match(text))]
    return sorted(found, key=lambda part: part[0].end())


def _said(match: re.Match[str], sentence: str) -> str:
    return QCoreApplication.translate(CONTEXT, sentence).format(*match.groups())
