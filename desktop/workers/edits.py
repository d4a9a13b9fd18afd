"""Runs what the person changed off the GUI thread, in order, each in a transaction of its own."""

from __future__ import annotations

import logging
import queue
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from core.catalogue.catalogue import Catalogue
from core.catalogue.session import Session
from core.errors import FilmotekaError

_log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Edit:
    write: Callable[[Session], Any]
    done: Callable[[Any], None] | None


class _Writer(QThread):
    succeeded = Signal(object, object)
    failed = Signal(str)

    def __init__(self, catalogue: Catalogue, edits: queue.SimpleQueue[_Edit | None], parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("edits")
        self._catalogue = catalogue
        self._edits = edits

    def run(self) -> None:
        while (edit := self._edits.get()) is not None:
            try:
                with self._catalogue.write() as session:
                    result = edit.write(session)
            except FilmotekaError as error:
                self.failed.emit(str(error))
            except Exception as error:  # noqa: BLE001 - a border: one edit fails, the queue lives
                _log.exception("an edit failed")
                self.failed.emit(f"Your change could not be saved ({error}). Nothing else was lost.")
            else:
                self.succeeded.emit(edit.done, result)


class EditQueue(QObject):
    """``submit`` returns at once; ``done`` is called on the GUI thread with what ``write`` returned."""

    failed = Signal(str)

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits: queue.SimpleQueue[_Edit | None] = queue.SimpleQueue()
        self._writer = _Writer(catalogue, self._edits, self)
        self._writer.succeeded.connect(self._tell)
        self._writer.failed.connect(self.failed)
        self._writer.start()

    def submit(self, write: Callable[[Session], T], done: Callable[[T], None] | None = None) -> None:
        """Queue an edit; a mistake reaches ``failed`` as a sentence."""
        self._edits.put(_Edit(write, done))

    def stop(self) -> None:
        """Finish every edit that was submitted, then end."""
        self._edits.put(None)
        self._writer.wait()

    def _tell(self, done: Callable[[Any], None] | None, result: Any) -> None:
        if done is not None:
            done(result)
