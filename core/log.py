"""Where the program writes what it does: all into a file that never grows large, warnings to stderr too."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Iterator
from contextvars import ContextVar
from logging.handlers import RotatingFileHandler
from pathlib import Path

from core.paths import log_home, readable

_FILE_BYTES = 2_000_000
_FILES_KEPT = 4
_job: ContextVar[int | None] = ContextVar("job", default=None)


def log_file() -> Path:
    """Return the file that is written at present."""
    return log_home() / "filmoteka.log"


@contextlib.contextmanager
def job_in_log(job_id: int) -> Iterator[None]:
    """Name the job in every line that this thread logs inside the block."""
    token = _job.set(job_id)
    try:
        yield
    finally:
        _job.reset(token)


def set_up_log(*, debug: bool = False) -> None:
    """Send records to the log file and warnings to stderr; where the file cannot be written, stderr alone."""
    root = logging.getLogger()
    root.setLevel(logging.DEBUG if debug else logging.INFO)
    for noisy in ("urllib3", "httpx", "filelock", "asyncio", "PIL"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    for handler in [h for h in root.handlers if getattr(h, "of_filmoteka", False)]:
        root.removeHandler(handler)
        handler.close()
    console = _handler(logging.StreamHandler(sys.stderr), "%(levelname)s: %(message)s", traces=debug)
    console.setLevel(logging.DEBUG if debug else logging.WARNING)
    root.addHandler(console)
    try:
        log_home().mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            log_file(), maxBytes=_FILE_BYTES, backupCount=_FILES_KEPT, encoding="utf-8"
        )
    except OSError as error:
        root.warning("The log %s cannot be written: %s", log_file(), error.strerror)
        return
    root.addHandler(_handler(file, "%(asctime)s %(process)d %(levelname)s %(job)s%(name)s: %(message)s"))


def _handler(handler: logging.Handler, layout: str, *, traces: bool = True) -> logging.Handler:
    handler.setFormatter(_Readable(layout, traces=traces))
    handler.addFilter(_name_job)
    handler.of_filmoteka = True  # type: ignore[attr-defined]
    return handler


class _Readable(logging.Formatter):
    """Paths of any bytes can be logged: what is no text becomes question marks. ``traces``: of exceptions."""

    def __init__(self, layout: str, *, traces: bool) -> None:
        super().__init__(layout)
        self._traces = traces

    def format(self, record: logging.LogRecord) -> str:
        if self._traces:
            return readable(super().format(record))
        short = logging.makeLogRecord(
            record.__dict__ | {"exc_info": None, "exc_text": None, "stack_info": None}
        )
        return readable(super().format(short))


def _name_job(record: logging.LogRecord) -> bool:
    job_id = _job.get()
    record.job = "" if job_id is None else f"[job {job_id}] "
    return True
