"""Bounds the threads of torch while a network works: the machine belongs to its owner."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch


@contextmanager
def bounded_threads(threads: int) -> Iterator[None]:
    """Let torch use at most ``threads`` CPU threads inside the block, and as many as before after it."""
    before = torch.get_num_threads()
    torch.set_num_threads(max(1, threads))
    try:
        yield
    finally:
        torch.set_num_threads(before)
