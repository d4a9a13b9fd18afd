"""The command line as a program of its own, with a window that only says that it was opened."""

from __future__ import annotations

import sys
from pathlib import Path

from core.cli.main import run


def open_window(library: Path) -> int:
    sys.stdout.write(f"window on {library}\n")
    return 0


if __name__ == "__main__":
    sys.exit(run(open_window))
