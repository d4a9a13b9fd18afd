"""The one thread that talks to libvlc.

``libvlc_new`` takes a third of a second, ``stop`` and ``release`` wait for decoders to end, and on Windows
and macOS the video output waits for the GUI thread. Hence no call into libvlc is ever made in the GUI thread:
it posts work here and hears of the outcome through :class:`VlcEvents`.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.player.vlc_session import VlcSession

log = logging.getLogger(__name__)


class VlcEvents(QObject):
    """What libvlc reports; the first argument is the number of the opening that it belongs to."""

    time_reported = Signal(int, float)
    length_known = Signal(int, float)
    playing = Signal(int)
    paused = Signal(int)
    end_reached = Signal(int)
    error_met = Signal(int)
    tracks_stale = Signal(int)
    tracks_read = Signal(int, object)
    fps_read = Signal(int, float)
    refused = Signal(int, object)
    end_confirmed = Signal(int)
    no_engine = Signal()


class VlcLane:
    """Works through posted calls in order. The thread starts with the first and ends with :meth:`close`."""

    def __init__(self, options: list[str], attach: Callable[[Any], None]) -> None:
        """``attach`` gives a new media player its window; it runs in the lane."""
        self.events = VlcEvents()
        self._options = options
        self._attach = attach
        self._calls: queue.SimpleQueue[Callable[[VlcSession], None] | None] = queue.SimpleQueue()
        self._latest: dict[str, Callable[[VlcSession], None]] = {}
        self._latest_lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    def post(self, call: Callable[[VlcSession], None]) -> None:
        """Run ``call`` in the lane, after everything posted before."""
        if self._closed:
            return
        if self._thread is None:
            # A daemon: a decoder that hangs must not keep the program from ending.
            self._thread = threading.Thread(target=self._run, name="libvlc", daemon=True)
            self._thread.start()
        self._calls.put(call)

    def post_latest(self, what: str, call: Callable[[VlcSession], None]) -> None:
        """Like :meth:`post`, but a call of the same ``what`` that still waits is replaced.

        Dragging the seek bar asks for places faster than libvlc reaches them: only the last one counts.
        """
        with self._latest_lock:
            waiting = what in self._latest
            self._latest[what] = call
        if not waiting:
            self.post(lambda session: self._run_latest(what, session))

    def close(self) -> None:
        """Free libvlc once what was posted is done; returns at once and may be called again."""
        if not self._closed:
            self._closed = True
            self._calls.put(None)

    def wait(self, timeout_s: float) -> bool:
        """Whether the thread has ended within ``timeout_s``."""
        if self._thread is not None:
            self._thread.join(timeout_s)
        return not self.is_alive()

    def is_alive(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _run(self) -> None:
        session = self._start_session()
        while (call := self._calls.get()) is not None:
            if session is not None:
                call(session)
        if session is not None:
            started = time.monotonic()
            session.release()
            log.debug("libvlc released in %.3f s", time.monotonic() - started)

    def _run_latest(self, what: str, session: VlcSession) -> None:
        with self._latest_lock:
            call = self._latest.pop(what)
        call(session)

    def _start_session(self) -> VlcSession | None:
        session = VlcSession.start(self._options, self.events)
        if session is None:
            self.events.no_engine.emit()
            return None
        self._attach(session.player)
        return session
