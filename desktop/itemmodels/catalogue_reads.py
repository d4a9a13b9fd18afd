"""Reads of the catalogue off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from PySide6.QtCore import QObject

from core.catalogue.catalogue import Catalogue
from core.catalogue.session import Session
from desktop.itemmodels.latest_first import LatestFirst

T = TypeVar("T")


class CatalogueReads(LatestFirst):
    """Every read sees one consistent moment of the library.

    One thread, so that an answer is never older than one delivered before it.
    """

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(threads=1, parent=parent)
        self._catalogue = catalogue

    def read(self, key: Hashable, read: Callable[[Session], T], done: Callable[[T], None]) -> None:
        """Ask the catalogue; ``done`` gets the answer unless a newer read with the same key was asked."""

        def work() -> T:
            with self._catalogue.read() as view:
                return read(view)

        self.ask(key, work, done)
