"""Cuts a query into tokens. Knows quotes, brackets and fields, not what a field means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from core.errors import QueryError

_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}
_FIELD = re.compile(r"([A-Za-z]+)(?:(:)(?=\S)|\s*(<=|>=|<|>|=)\s*(?=[^\s<>=]))")
_BARE = re.compile(r"[^\s()]+")
_ESCAPED = re.compile(r'\\(["\\])')
_LONGEST = 200


class Kind(Enum):
    WORDS = auto()
    FIELD = auto()
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """``text`` is what stands in the quotes or the word; of a field it is the value, from ``value_at`` on."""

    kind: Kind
    text: str
    position: int
    quoted: bool = False
    field: str = ""
    operator: str = ""
    value_at: int = 0


_SIGNS = {"(": Kind.OPEN, ")": Kind.CLOSE}
_OPERATORS = {"AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT}


def tokens_of(text: str) -> list[Token]:
    """Return the tokens; raises QueryError where a quote is not closed or the query is too long."""
    found: list[Token] = []
    for token in _scan(text):
        found.append(token)
        if len(found) > _LONGEST:
            raise QueryError(f"The query is too long: it has more than {_LONGEST} parts.", token.position)
    return found


def _scan(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token, at = _next(text, at)
        yield token


def _next(text: str, at: int) -> tuple[Token, int]:
    sign = text[at]
    if sign in _SIGNS:
        return Token(_SIGNS[sign], sign, at), at + 1
    if sign == "-" and at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] != ")":
        return Token(Kind.NOT, sign, at), at + 1
    if sign in _QUOTES:
        words, end = _quoted(text, at)
        return Token(Kind.WORDS, words, at, quoted=True), end
    if field := _FIELD.match(text, at):
        return _field(text, field)
    word = text[at : _end_of_word(text, at)]
    return Token(_OPERATORS.get(word, Kind.WORDS), word, at), at + len(word)


def _field(text: str, found: re.Match[str]) -> tuple[Token, int]:
    at = found.end()
    operator = found[2] or found[3]
    if text[at] in _QUOTES:
        value, end = _quoted(text, at)
    else:
        end = _end_of_word(text, at)
        value = text[at:end]
    token = Token(
        Kind.FIELD, value, found.start(), text[at] in _QUOTES, found[1].lower(), operator, value_at=at
    )
    return token, end


def _quoted(text: str, at: int) -> tuple[str, int]:
    closing = _QUOTES[text[at]]
    end = at + 1
    while end < len(text) and text[end] != closing:
        end += 2 if text[end] == "\\" and text[end + 1 : end + 2] in ('"', "\\") else 1
    if end >= len(text):
        raise QueryError(f"The quote {text[at]} is not closed.", at)
    return _ESCAPED.sub(r"\1", text[at + 1 : end]), end + 1


def _end_of_word(text: str, at: int) -> int:
    word = _BARE.match(text, at)
    return word.end() if word else at
