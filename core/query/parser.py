"""Reads a query. Words side by side must all match; OR binds weaker than AND, NOT and ``-`` strongest."""

from __future__ import annotations

from core.errors import QueryError
from core.query.fields import field_node
from core.query.syntax import And, Everything, Node, Not, Or, Words
from core.query.tokens import Kind, Token, tokens_of

_DEEPEST = 50


def parse(text: str) -> Node:
    """Return what is asked; raises QueryError that says what is wrong and where."""
    tokens = tokens_of(text.replace("\0", " "))
    if not tokens:
        return Everything()
    reader = _Reader(tokens, len(text))
    node = reader.either()
    if (left := reader.peek()) is not None:
        raise QueryError("There is a “)” too many.", left.position)
    return node


class _Reader:
    def __init__(self, tokens: list[Token], end: int) -> None:
        self._tokens = tokens
        self._end = end
        self._at = 0
        self._depth = 0

    def peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def either(self) -> Node:
        parts = [self._all()]
        while self._take(Kind.OR):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all(self) -> Node:
        parts = [self._one()]
        while (token := self.peek()) is not None and token.kind not in (Kind.OR, Kind.CLOSE):
            self._take(Kind.AND)
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _one(self) -> Node:
        token = self.peek()
        if token is None:
            raise QueryError("Something is missing at the end.", self._end)
        self._at += 1
        if token.kind is Kind.WORDS:
            return Words(token.text, token.quoted)
        if token.kind is Kind.FIELD:
            return field_node(token)
        if token.kind in (Kind.NOT, Kind.OPEN):
            return self._nested(token)
        if token.kind is Kind.CLOSE:
            raise QueryError("Nothing stands before this “)”.", token.position)
        raise QueryError(f"Something has to stand before “{token.text}”.", token.position)

    def _nested(self, token: Token) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise QueryError("The query is nested too deeply.", token.position)
        if token.kind is Kind.NOT:
            node: Node = Not(self._one())
        else:
            node = self.either()
            if not self._take(Kind.CLOSE):
                raise QueryError("This “(” is not closed.", token.position)
        self._depth -= 1
        return node

    def _take(self, kind: Kind) -> bool:
        token = self.peek()
        if token is None or token.kind is not kind:
            return False
        self._at += 1
        return True
