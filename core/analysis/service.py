"""The inside of the analysis process: receives a request, answers with progress and one result."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait

from core.analysis.messages import AnalysisProgress, AnalysisRequest, AnalysisResult
from core.analysis.ports import Engine
from core.errors import CancelledError, FilmotekaError
from core.log import set_up_log

_log = logging.getLogger(__name__)
_NICENESS = 15


@dataclass(frozen=True, slots=True)
class CancelRequest:
    """Sent to stop the running request; echoed when it stopped."""


@dataclass(frozen=True, slots=True)
class ReadyNotice:
    """The first word of the process: it listens."""


@dataclass(frozen=True, slots=True)
class ShutdownRequest:
    """Sent to end the process."""


class EngineError(FilmotekaError):
    """Our own code failed on a file; ``details`` is the traceback in the process."""

    def __init__(self, message: str, details: str) -> None:
        super().__init__(message, details)
        self.details = details

    def __str__(self) -> str:
        return str(self.args[0])


def serve(pipe: Connection, make_engine: Callable[[], Engine]) -> None:
    """Answer requests until the pipe closes or the parent dies; runs as the main function of the process."""
    set_up_log()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the parent's to handle
    _lower_priority()
    threading.Thread(target=_die_with_parent, name="parent-watch", daemon=True).start()
    engine = make_engine()
    try:
        pipe.send(ReadyNotice())
    except OSError:
        return
    while True:
        try:
            message = pipe.recv()
        except (EOFError, OSError):
            return
        if isinstance(message, ShutdownRequest):
            return
        if isinstance(message, AnalysisRequest):
            pipe.send(_answer(engine, message, pipe))


def _answer(
    engine: Engine, request: AnalysisRequest, pipe: Connection
) -> AnalysisResult | EngineError | CancelRequest:
    def tell(progress: AnalysisProgress) -> None:
        if pipe.poll() and isinstance(pipe.recv(), CancelRequest):
            raise CancelledError("The analysis was stopped.")
        pipe.send(progress)

    try:
        return engine.analyse(request, tell)
    except CancelledError:
        return CancelRequest()
    except Exception as error:  # noqa: BLE001 - the border of the worker loop: one bug costs one job
        _log.exception("job %d failed by a bug", request.job_id)
        return EngineError(
            f"Filmoteka itself failed on this file ({type(error).__name__}: {error}). Please report it.",
            traceback.format_exc(),
        )


def _lower_priority() -> None:
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    elif sys.platform == "win32":
        import ctypes

        below_normal = 0x4000
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)


def _die_with_parent() -> None:
    """A killed parent must not leave a decoder at work on its files."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
