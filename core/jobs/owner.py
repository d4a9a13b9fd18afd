"""Names the running program in a lease, so that another one can tell whether it still lives."""

from __future__ import annotations

import os
import socket
import uuid
from pathlib import Path


def new_owner() -> str:
    """Return a name for a lease: host, process, start of the process, and a random part."""
    return ":".join((socket.gethostname(), str(os.getpid()), _started(os.getpid()), uuid.uuid4().hex[:8]))


def is_alive(owner: str) -> bool:
    """Return false only where the program is known to be gone: same host, and no such process any more.

    Where the system does not tell when a process started (no ``/proc``), the lease's end decides.
    """
    try:
        host, pid, started, _ = owner.rsplit(":", 3)
    except ValueError:
        return False
    if host != socket.gethostname() or not started:
        return True
    return _started(int(pid)) == started


def _started(pid: int) -> str:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "gone" if Path("/proc/self/stat").exists() else ""
    fields = stat.rpartition(")")[2].split()  # the program's name may hold spaces and brackets
    return "gone" if fields[0] == "Z" else fields[19]
