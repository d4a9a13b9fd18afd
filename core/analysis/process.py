"""One analysis process: started when needed, watched, killed when it hangs, unloaded when idle.

A decoder that dies by a signal takes this process with it and costs one try of one job.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from core.analysis.messages import AnalysisProgress, AnalysisRequest, AnalysisResult
from core.analysis.ports import Engine
from core.analysis.service import CancelRequest, EngineError, ShutdownRequest, serve
from core.errors import AnalysisCrashedError, CancelledError

_TICK_S = 0.5
_CANCEL_GRACE_S = 2.0


@dataclass(frozen=True, slots=True)
class ProcessLimits:
    """``stall_s``: without a sign of life for so long the process is killed. ``idle_s``: unloaded after."""

    stall_s: float = 240.0
    idle_s: float = 90.0


class AnalysisProcess:
    """Used by one thread at a time; ``make_engine`` is a module-level function: it runs in the process."""

    def __init__(self, make_engine: Callable[[], Engine], limits: ProcessLimits | None = None) -> None:
        self._make_engine = make_engine
        self._limits = limits or ProcessLimits()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._last_used = time.monotonic()

    @property
    def pid(self) -> int | None:
        """Return the number of the process, ``None`` where none runs."""
        return self._process.pid if self._process is not None and self._process.is_alive() else None

    def run(
        self,
        request: AnalysisRequest,
        on_progress: Callable[[AnalysisProgress], None],
        should_stop: Callable[[], bool],
    ) -> AnalysisResult:
        """Analyse one file; ``should_stop`` is asked about twice a second.

        Raises AnalysisCrashedError where the process died or hung, CancelledError after ``should_stop``,
        and EngineError where our own code failed.
        """
        try:
            pipe = self._ready_pipe(should_stop)
            self._send(pipe, request)
            return self._await(pipe, request.job_id, on_progress, should_stop)
        except (CancelledError, AnalysisCrashedError, EngineError):
            raise
        except BaseException:
            self._kill()  # it may still be at work: its result must not be taken for the next request's
            raise
        finally:
            self._last_used = time.monotonic()

    def unload_if_idle(self) -> None:
        """Give the memory back when there was nothing to do for a while."""
        if self._process is not None and time.monotonic() - self._last_used > self._limits.idle_s:
            self.stop()

    def stop(self) -> None:
        """End the process; the next request starts a fresh one."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if process is None or pipe is None:
            return
        with contextlib.suppress(OSError, ValueError):
            pipe.send(ShutdownRequest())
        process.join(_TICK_S)
        if process.is_alive():
            process.kill()
            process.join()
        pipe.close()
        process.close()

    def _ready_pipe(self, should_stop: Callable[[], bool]) -> Connection:
        """Return the pipe of a process that listens; a request is too large for one that does not."""
        if self._process is not None and not self._process.is_alive():
            self.stop()
        if self._pipe is not None:
            return self._pipe
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, self._make_engine), name="filmoteka-analysis", daemon=True
        )
        self._process.start()
        theirs.close()  # so that the end of the process is the end of the pipe
        self._next_message(self._pipe, should_stop)
        return self._pipe

    def _await(
        self,
        pipe: Connection,
        job_id: int,
        on_progress: Callable[[AnalysisProgress], None],
        should_stop: Callable[[], bool],
    ) -> AnalysisResult:
        while True:
            message = self._next_message(pipe, should_stop)
            if isinstance(message, EngineError):
                raise message
            if isinstance(message, AnalysisResult) and message.job_id == job_id:
                return message
            if isinstance(message, AnalysisProgress) and message.job_id == job_id:
                on_progress(message)

    def _next_message(self, pipe: Connection, should_stop: Callable[[], bool]) -> object:
        """Return what the process says next. Raises as ``run`` does."""
        since = time.monotonic()
        while not self._has_word(pipe):
            if should_stop():
                self._cancel(pipe)
                raise CancelledError("The analysis was stopped.")
            if time.monotonic() - since > self._limits.stall_s:
                self._kill()
                raise AnalysisCrashedError(
                    f"The analysis gave no sign of life for {self._limits.stall_s:.0f} seconds and was ended."
                )
        if should_stop():
            self._cancel(pipe)
            raise CancelledError("The analysis was stopped.")
        try:
            return pipe.recv()
        except (EOFError, OSError) as error:
            raise AnalysisCrashedError(self._obituary()) from error

    def _has_word(self, pipe: Connection) -> bool:
        try:
            return pipe.poll(_TICK_S)
        except OSError as error:
            raise AnalysisCrashedError(self._obituary()) from error

    def _send(self, pipe: Connection, request: AnalysisRequest) -> None:
        try:
            pipe.send(request)
        except OSError as error:
            raise AnalysisCrashedError(self._obituary()) from error

    def _cancel(self, pipe: Connection) -> None:
        """Ask kindly, so that the loaded models stay; kill where nobody listens."""
        deadline = time.monotonic() + _CANCEL_GRACE_S
        try:
            pipe.send(CancelRequest())
            while time.monotonic() < deadline:
                if pipe.poll(0.1) and isinstance(pipe.recv(), (AnalysisResult, EngineError, CancelRequest)):
                    return
        except (EOFError, OSError):
            pass
        self._kill()

    def _kill(self) -> None:
        if self._process is not None and self._process.is_alive():
            self._process.kill()
            self._process.join()
        self.stop()

    def _obituary(self) -> str:
        process = self._process
        if process is not None:
            process.join(_TICK_S)
        code = process.exitcode if process is not None else None
        self.stop()
        if code is not None and code < 0:
            return f"The decoder crashed on this file (signal {signal.Signals(-code).name})."
        return f"The analysis process ended on this file (exit code {code})."
