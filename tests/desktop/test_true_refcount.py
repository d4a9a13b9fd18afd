from __future__ import annotations

import subprocess
import sys

PROGRAM = """
from PySide6.QtCore import QObject, Signal
from desktop.true_refcount import spare_true
class Bell(QObject):
    rang = Signal()
spare_true()
spare_true()
bell = Bell()
for _ in range(200_000):
    bell.rang.emit()
print("alive")
"""


def test_two_hundred_thousand_signals_do_not_end_the_interpreter() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "alive", done.stderr
    assert done.returncode == 0, done.stderr
