"""Cuts long work into short transactions, so that others write in between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

BATCH = 200
_T = TypeVar("_T")


def batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    """Yield the items in lists of at most ``BATCH``."""
    source = iter(items)
    while batch := list(islice(source, BATCH)):
        yield batch
