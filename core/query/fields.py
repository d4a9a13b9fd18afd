"""The fields of the query language, and what each makes of its value."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from core.errors import QueryError
from core.query import values
from core.query.syntax import (
    And,
    Compare,
    Comparison,
    Condition,
    Content,
    Has,
    Is,
    Measure,
    Node,
    Place,
    Series,
    Spoken,
    TagNamed,
    Written,
)
from core.query.tokens import Token

Choice = TypeVar("Choice", bound=StrEnum)
_NUMBERS: dict[str, Callable[[str], float]] = {
    Measure.SEASON: values.number,
    Measure.EPISODE: values.number,
    Measure.WIDTH: values.number,
    Measure.HEIGHT: values.number,
    Measure.SCORE: values.number,
    Measure.DURATION: values.seconds,
    Measure.SIZE: values.bytes_of,
}
_GRADUAL = {Measure.SCORE, Measure.DURATION, Measure.SIZE}
_DATES = (Measure.ADDED, Measure.CREATED)


def field_node(token: Token) -> Node:
    """Return what ``field:value`` asks for; raises QueryError at the field or at its value."""
    if token.field in _NUMBERS:
        return _number(token)
    if token.field in _DATES:
        return _date(token)
    if token.field not in _TEXTS:
        raise QueryError(_unknown(token), token.position)
    if token.operator not in (":", "="):
        raise QueryError(f"“{token.field}” cannot be compared; write {token.field}:…", token.position)
    if not token.text.strip():
        raise QueryError(f"“{token.field}:” needs a value.", token.position)
    return _TEXTS[token.field](token)


def field_names() -> tuple[str, ...]:
    """Return every field there is."""
    return (*_TEXTS, *_NUMBERS, *_DATES)


def choices(field: str) -> tuple[str, ...]:
    """Return the values that a field with a closed list takes; empty for the others."""
    return {"has": tuple(Content), "is": tuple(Condition)}.get(field, ())


def _choice(kinds: type[Choice], token: Token) -> Choice:
    try:
        return kinds(token.text.lower())
    except ValueError as error:
        known = ", ".join(kinds)
        message = f"“{token.field}:{token.text}” is not known; choose one of: {known}."
        raise QueryError(message, token.value_at) from error


_TEXTS: dict[str, Callable[[Token], Node]] = {
    "tag": lambda token: TagNamed(token.text, token.value_at),
    "text": lambda token: Written(token.text, Place.SPEECH, token.quoted),
    "name": lambda token: Written(token.text, Place.TITLE, token.quoted),
    "path": lambda token: Written(token.text, Place.PATH, token.quoted),
    "series": lambda token: Series(token.text),
    "has": lambda token: Has(_choice(Content, token)),
    "is": lambda token: Is(_choice(Condition, token)),
    "lang": lambda token: Spoken(token.text.lower()),
}


def _number(token: Token) -> Node:
    measure = Measure(token.field)
    low, dots, high = token.text.partition("..")
    if token.operator != ":" or not dots:
        if token.operator in (":", "=") and measure in _GRADUAL:
            message = f"Compare “{measure}”: {measure}<…, {measure}>… or a range such as {measure}:…..…"
            raise QueryError(message, token.position)
        sign = Comparison.EQUAL if token.operator == ":" else Comparison(token.operator)
        return Compare(measure, sign, _read(token, _NUMBERS[measure], token.text))
    parts: list[Node] = []
    if low:
        parts.append(Compare(measure, Comparison.AT_LEAST, _read(token, _NUMBERS[measure], low)))
    if high:
        parts.append(Compare(measure, Comparison.AT_MOST, _read(token, _NUMBERS[measure], high)))
    return _range(token, parts)


def _date(token: Token) -> Node:
    measure = Measure(token.field)
    low, dots, high = token.text.partition("..")
    if not dots:
        high = low
    elif token.operator != ":":
        raise QueryError(f"A range is written {measure}:from..to.", token.position)
    starts, ends = token.operator in (":", "=", ">="), token.operator in (":", "=", "<=")
    parts: list[Node] = []
    if low and (starts or token.operator == ">"):
        first = _read(token, values.days, low)[0 if starts else 1]
        parts.append(Compare(measure, Comparison.AT_LEAST, _as_kept(measure, first)))
    if high and (ends or token.operator == "<"):
        last = _read(token, values.days, high)[1 if ends else 0]
        parts.append(Compare(measure, Comparison.LESS, _as_kept(measure, last)))
    return _range(token, parts)


def _as_kept(measure: Measure, day: date) -> float | str:
    return values.moment(day) if measure is Measure.ADDED else day.isoformat()


def _range(token: Token, parts: list[Node]) -> Node:
    if not parts:
        raise QueryError(f"“{token.field}:” needs a value on one side of the dots.", token.value_at)
    return parts[0] if len(parts) == 1 else And(tuple(parts))


Value = TypeVar("Value")


def _read(token: Token, reader: Callable[[str], Value], text: str) -> Value:
    try:
        return reader(text.strip())
    except (ValueError, OverflowError) as error:
        raise QueryError(f"“{text}” is not {error}.", token.value_at) from error


def _unknown(token: Token) -> str:
    near = difflib.get_close_matches(token.field, field_names(), n=1)
    hint = f"Did you mean “{near[0]}”? " if near else ""
    return f"There is no field “{token.field}”. {hint}To look for the words themselves, put them in quotes."
