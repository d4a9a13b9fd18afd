"""Keeps the program alive under a PySide that loses references to ``True``.

PySide 6.12.0 returns ``True`` from every ``Signal.emit`` without taking a reference to it. Python 3.11
counts the references of ``True`` like any other object's: after a thousand signals the count is 0, and the
interpreter ends with ``bool_dealloc: deallocating True or False``. From Python 3.12 on ``True`` is immortal
and nothing has to be done.
"""

from __future__ import annotations

import ctypes
import logging
import sys

from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)

PROBES = 8
PLENTY = 1 << 40
"""References to spare: a thousand signals a second for thirty years."""


class _Probe(QObject):
    fired = Signal()


def emit_loses_true() -> bool:
    """Whether ``Signal.emit`` of this PySide drops a reference to ``True``."""
    probe = _Probe()
    before = sys.getrefcount(True)  # noqa: FBT003 - the object itself is asked about
    for _ in range(PROBES):
        probe.fired.emit()
    return sys.getrefcount(True) <= before - PROBES  # noqa: FBT003


def spare_true() -> bool:
    """Give ``True`` references to spare where they get lost; says whether it did. Call it early."""
    if sys.version_info >= (3, 12) or sys.getrefcount(True) > PLENTY // 2:  # noqa: FBT003
        return False
    if not emit_loses_true():
        return False
    count = ctypes.c_ssize_t.from_address(id(True))  # noqa: FBT003
    if abs(count.value - sys.getrefcount(True)) > PROBES:  # noqa: FBT003 - not where the count is kept
        log.warning("PySide loses references to True, and this Python keeps their count elsewhere")
        return False
    count.value += PLENTY
    log.debug("PySide loses references to True: gave it some to spare")
    return True
