"""What a benchmark ran on, in words that name no machine and no person."""

from __future__ import annotations

import os
import platform
from importlib import metadata
from pathlib import Path

_NAMED_DISTRIBUTIONS = ("torch", "av", "PySide6_Essentials", "numpy", "sqlite-utils")
_GIB = 1024**3

Machine = dict[str, str | int | float | None]


def machine_summary() -> Machine:
    """Return cores, memory in GiB, processor, system, and the versions that figures depend on."""
    return {
        "cores": usable_cores(),
        "memory_gib": memory_gib(),
        "processor": processor_name(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        **{name: _version(name) for name in _NAMED_DISTRIBUTIONS},
    }


def usable_cores() -> int:
    """Return how many cores this process may use, which a container can make fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def memory_gib() -> float | None:
    """Return the machine's memory; ``None`` where the system does not tell."""
    if not hasattr(os, "sysconf"):
        return None
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GIB, 1)


def processor_name() -> str:
    """Return the processor's model, or its architecture where the system does not tell."""
    listing = Path("/proc/cpuinfo")
    lines = listing.read_text("utf-8").splitlines() if listing.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


def _version(distribution: str) -> str | None:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None
