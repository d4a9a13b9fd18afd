"""Queues new tags once a person has finished editing the tag tree."""

from __future__ import annotations

from threading import Event

from core.catalogue.catalogue import Catalogue
from core.domain.changes import ChangeSet
from core.library.queueing import Queueing

REST_S = 5.0
"""So long the tree has to stay as it is: a person edits several tags in a row."""


class TreeChanges:
    """Hears of every commit on any thread; ``enqueue_when_rested`` is called by one thread, over and over."""

    def __init__(self, catalogue: Catalogue, queueing: Queueing) -> None:
        self._queueing = queueing
        self._heard = Event()
        self._waiting: str | None = None
        self._since_s = 0.0
        catalogue.subscribe(self._hear)

    def enqueue_when_rested(self, now_s: float) -> tuple[int, ...]:
        """Queue what is stale when the tree is another than at the last queueing and has rested.

        ``now_s`` is of any clock that only goes forward. Costs nothing while nobody edits the tree.
        """
        if self._heard.is_set():
            self._heard.clear()
            version = self._queueing.unqueued_tags()
            if version != self._waiting:
                self._waiting, self._since_s = version, now_s
        if self._waiting is None or now_s - self._since_s < REST_S:
            return ()
        jobs = self._queueing.enqueue_all_stale()
        self._waiting = None
        return jobs

    def _hear(self, changes: ChangeSet) -> None:
        if changes.tag_tree or changes.everything:
            self._heard.set()
