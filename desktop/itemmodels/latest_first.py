"""Work off the GUI thread where the newest wish counts most: what was asked last is done first."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

_log = logging.getLogger(__name__)
T = TypeVar("T")
_Ask = tuple[int, Hashable, Callable[[], Any], Callable[[Any], None]]


class LatestFirst(QObject):
    """A small pool whose waiting line is a stack. A newer wish with the same key replaces the older one.

    ``failed`` carries the text of an error that a piece of work raised; it is emitted on the GUI thread.
    """

    failed = Signal(str)
    _answered = Signal(object)

    def __init__(self, threads: int = 1, limit: int = 512, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._limit = limit
        self._lock = threading.Lock()
        self._waiting: dict[Hashable, _Ask] = {}
        self._newest: dict[Hashable, int] = {}
        self._tickets = 0
        self._closed = False
        self._answered.connect(self._deliver)

    def ask(self, key: Hashable, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run ``work`` on the pool and hand its result to ``done`` on this object's thread.

        An answer that a newer wish with the same key has overtaken is dropped, and so are the oldest wishes
        when more than ``limit`` wait: whoever still wants them asks again.
        """
        with self._lock:
            if self._closed:
                return
            self._tickets += 1
            self._waiting.pop(key, None)
            self._waiting[key] = (self._tickets, key, work, done)
            self._newest[key] = self._tickets
            if len(self._waiting) > self._limit:
                oldest = next(iter(self._waiting))
                del self._waiting[oldest], self._newest[oldest]
        self._pool.start(_Turn(self._work_once))

    def is_waiting(self, key: Hashable) -> bool:
        """Say whether an answer for the key is still to come."""
        with self._lock:
            return key in self._newest

    def close(self) -> None:
        """Drop what waits and wait for what runs; nothing is delivered afterwards."""
        with self._lock:
            self._closed = True
            self._waiting.clear()
            self._newest.clear()
        self._pool.waitForDone()

    def _work_once(self) -> None:
        with self._lock:
            if not self._waiting:
                return
            _, (ticket, key, work, done) = self._waiting.popitem()
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - the end of a worker: told to the person
            _log.exception("A read for the window failed.")
            self._emit((ticket, key, None, str(error)))
        else:
            self._emit((ticket, key, done, result))

    def _emit(self, answer: tuple[int, Hashable, Callable[[Any], None] | None, object]) -> None:
        with self._lock:
            if self._closed:
                return
        self._answered.emit(answer)

    @Slot(object)
    def _deliver(self, answer: tuple[int, Hashable, Callable[[Any], None] | None, object]) -> None:
        ticket, key, done, result = answer
        with self._lock:
            current = self._newest.get(key) == ticket
            if current:
                del self._newest[key]
        if done is None:
            self.failed.emit(str(result))
        elif current:
            done(result)


class _Turn(QRunnable):
    def __init__(self, turn: Callable[[], None]) -> None:
        super().__init__()
        self._turn = turn

    def run(self) -> None:
        self._turn()
