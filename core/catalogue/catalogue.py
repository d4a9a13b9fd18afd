"""The door to the catalogue: one writer, any number of readers, one notice per commit."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from core.catalogue.backup import back_up_before_migration
from core.catalogue.cache import Cache
from core.catalogue.connection import Connection, open_reader, open_writer
from core.catalogue.disk_errors import disk_errors_told
from core.catalogue.schema import SCHEMA_VERSION, migrate, version_of
from core.catalogue.session import Session
from core.domain.changes import ChangeNotes, ChangeSet

_log = logging.getLogger(__name__)


class Catalogue:
    """``with catalogue.read() as view`` sees one consistent moment; ``with catalogue.write() as edit`` commits
    whole or not at all. Both may be used from any thread; a write waits for the one before it.
    """

    def __init__(self, path: Path) -> None:
        """Open or create the library file.

        Raises CatalogueError where the file is no library, cannot be written, or is newer than the program.
        """
        self.path = path
        self._write_lock = threading.RLock()
        self._writer = open_writer(path)
        try:
            if 0 < version_of(self._writer) < SCHEMA_VERSION:
                back_up_before_migration(self._writer, path)
            migrate(self._writer)
            self.cache = Cache(path.with_name(path.stem + "-cache.sqlite3"))
        except BaseException:
            self._writer.close()
            raise
        self._own_version = self._data_version(self._writer)
        self._idle: list[Connection] = []
        self._idle_lock = threading.Lock()
        self._closed = False
        self._listeners: list[Callable[[ChangeSet], None]] = []

    @contextlib.contextmanager
    def read(self) -> Iterator[Session]:
        """Yield a read-only session over one snapshot.

        Raises HostError where the disk fails, CatalogueError where the library is damaged.
        """
        with disk_errors_told(self.path):
            db = self._take_reader()
            try:
                db.execute("BEGIN")
                yield Session(db, ChangeNotes())
            finally:
                self._put_back(db)

    @contextlib.contextmanager
    def write(self) -> Iterator[Session]:
        """Yield the writing session; commit at the end, roll back when the block raises.

        Raises HostError where the disk fails or is full, CatalogueError where the library is damaged.
        """
        notes = ChangeNotes()
        with self._write_lock, disk_errors_told(self.path):
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield Session(self._writer, notes)
                self._writer.execute("COMMIT")
            except BaseException:
                if self._writer.in_transaction:  # a full disk has SQLite roll back by itself
                    self._writer.execute("ROLLBACK")
                raise
        if changes := notes.freeze():
            self._tell(changes)

    def subscribe(self, listener: Callable[[ChangeSet], None]) -> Callable[[], None]:
        """Call ``listener`` after every commit, on the thread that committed; return how to stop that."""
        self._listeners.append(listener)

        def stop() -> None:
            with contextlib.suppress(ValueError):  # twice is as good as once
                self._listeners.remove(listener)

        return stop

    def notice_other_programs(self) -> None:
        """Tell the listeners when another process has committed since the last call.

        Never waits: while a write is under way it says nothing, the next call will.
        """
        if not self._write_lock.acquire(blocking=False):
            return
        try:
            version = self._data_version(self._writer)
            foreign = version != self._own_version
            self._own_version = version
        finally:
            self._write_lock.release()
        if foreign:
            self._tell(ChangeSet(everything=True))

    def close(self) -> None:
        """Close every connection; a reader in use is closed when it is put back."""
        with self._idle_lock:
            self._closed = True
            while self._idle:
                self._idle.pop().close()
        with self._write_lock:
            self._writer.close()
        self.cache.close()

    def _take_reader(self) -> Connection:
        with self._idle_lock:
            if self._closed:
                raise RuntimeError("the catalogue was closed")
            if self._idle:
                return self._idle.pop()
        return open_reader(self.path)

    def _put_back(self, db: Connection) -> None:
        if db.in_transaction:
            db.execute("ROLLBACK")
        with self._idle_lock:
            if not self._closed:
                self._idle.append(db)
                return
        db.close()

    def _tell(self, changes: ChangeSet) -> None:
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception:  # noqa: BLE001 - the commit stands, whatever a listener makes of it
                _log.exception("a listener failed")

    @staticmethod
    def _data_version(db: Connection) -> int:
        return int(db.execute("PRAGMA data_version").fetchone()[0])
