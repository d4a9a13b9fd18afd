"""What could follow in a query that is being typed: fields, their values, names of tags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from core.query.fields import choices, field_names
from core.query.words import folded

_LAST = re.compile(r'(?:^|(?<=[\s(]))(-?)((?:tag:)?"[^"]*|[^\s()"]*)$')
_MOST = 12


def completions(text: str, tag_paths: Iterable[Sequence[str]]) -> list[str]:
    """Return whole queries in which the last word is completed, the shortest first.

    ``tag_paths`` are the names from the root down to each tag, in every language that is offered.
    """
    found = _LAST.search(text)
    if found is None or not found[2]:
        return []
    before = text[: found.start()] + found[1]
    words = sorted(set(_candidates(found[2], tag_paths)), key=lambda word: (len(word), word))
    return [before + word for word in words[:_MOST] if word != found[2]]


def _candidates(word: str, tag_paths: Iterable[Sequence[str]]) -> Iterable[str]:
    field, colon, value = word.partition(":")
    if colon and field != "tag":
        yield from (f"{field}:{choice}" for choice in choices(field) if choice.startswith(value.lower()))
        return
    if not colon:
        yield from (f"{name}:" for name in field_names() if name.startswith(word.lower()))
    start = folded((value if colon else word).strip('"'))
    for path in tag_paths:
        name = "/".join(path)
        if folded(path[-1]).startswith(start) or (colon and folded(name).startswith(start)):
            yield "tag:" + (f'"{name}"' if re.search(r"[\s()\"]", name) else name)
