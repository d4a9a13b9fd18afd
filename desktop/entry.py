"""The console command ``filmoteka``: the verbs of the core, and the window without a verb."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path


def main() -> None:
    """Run the command line and exit with its code."""
    multiprocessing.freeze_support()  # in a bundle the analysis process starts from this program
    from core.cli.main import run
    from desktop.samples_command import samples

    sys.exit(run(_open_window, (samples,)))


def _open_window(library_file: Path) -> int:
    from desktop.app import run_window

    return run_window(library_file)


if __name__ == "__main__":
    main()
