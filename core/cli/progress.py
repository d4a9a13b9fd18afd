"""The bar on stderr; stdout stays clean for results."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

_FILES = "{l_bar}{bar}| {n:.1f}/{total} files [{elapsed}<{remaining}]"
_BYTES = "{l_bar}{bar}| {n_fmt}/{total_fmt} [{elapsed}<{remaining}, {rate_fmt}]"


class ProgressBar:
    """Counts files, or bytes where ``of_bytes``; gone at the end of the block."""

    def __init__(self, description: str, *, of_bytes: bool = False) -> None:
        from tqdm import tqdm  # type: ignore[import-untyped]

        self._bar = tqdm(
            desc=description,
            file=sys.stderr,
            leave=False,
            delay=0.001,
            bar_format=_BYTES if of_bytes else _FILES,
            unit="B" if of_bytes else "files",
            unit_scale=of_bytes,
        )

    def show(self, done: float, total: float) -> None:
        """Draw how far it is."""
        self._bar.total = total
        self._bar.update(done - self._bar.n)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.close()
