"""What every verb gets: which library, and how it is opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from core.catalogue.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Invocation:
    """The ``obj`` of the context."""

    library: Path

    @contextmanager
    def catalogue(self) -> Iterator[Catalogue]:
        """Yield the opened library. Raises CatalogueError where it cannot be opened."""
        from core.library.opening import open_library

        catalogue = open_library(self.library)
        try:
            yield catalogue
        finally:
            catalogue.close()


pass_invocation = click.make_pass_decorator(Invocation)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")
in_language = click.option(
    "--lang",
    "language",
    type=click.Choice(["en", "ru"]),
    default="en",
    show_default=True,
    help="Language of the tag names.",
)
