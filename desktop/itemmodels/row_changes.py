"""How one list of ids becomes another with few row operations. No Qt in here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST_STEPS = 64
"""Beyond this many separate runs a reset is cheaper than telling every one of them."""


@dataclass(frozen=True, slots=True)
class Removal:
    """Rows ``first`` to ``last``, both included, go."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Insertion:
    """``ids`` come to stand at row ``first``."""

    first: int
    ids: tuple[int, ...]


Step = Removal | Insertion


def row_changes(old: Sequence[int], new: Sequence[int]) -> list[Step] | None:
    """Return the steps in the order to apply them; ``None`` where the order changed or steps abound."""
    kept = set(old) & set(new)
    if [i for i in old if i in kept] != [i for i in new if i in kept]:
        return None
    removals = [Removal(first, last) for first, last in _runs(old, kept)][::-1]
    insertions = [Insertion(first, tuple(new[first : last + 1])) for first, last in _runs(new, kept)]
    steps: list[Step] = [*removals, *insertions]
    return steps if len(steps) <= MOST_STEPS else None


def _runs(ids: Sequence[int], kept: set[int]) -> list[tuple[int, int]]:
    """Return the runs of rows whose ids are not kept."""
    runs: list[tuple[int, int]] = []
    for row, video_id in enumerate(ids):
        if video_id in kept:
            continue
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
