"""The window's process never imports what would freeze it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.program import ROOT, Program

WATCHED_IMPORTS = """
import sys
from pathlib import Path

HEAVY = ("torch", "av", "torchvision", "transformers", "open_clip", "faster_whisper", "whisper")

def finish(filmoteka):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    def look():
        with filmoteka.catalogue.read() as view:
            counts = view.jobs.counts()
        if counts.done >= 2 and not counts.open:
            found = [name for name in HEAVY if name in sys.modules]
            print("heavy:", ",".join(found))
            QApplication.instance().quit()

    timer = QTimer(filmoteka)
    timer.timeout.connect(look)
    timer.start(200)

if __name__ == "__main__":
    from desktop.app import run_window
    sys.exit(run_window(Path(sys.argv[1]), finish))
"""


@pytest.mark.slow
@pytest.mark.weights
def test_a_video_is_analysed_while_the_window_imports_neither_torch_nor_pyav(tmp_path: Path) -> None:
    program = Program(tmp_path)
    program.make_clips(1)
    script = tmp_path / "watched_imports.py"
    script.write_text(WATCHED_IMPORTS)
    run = subprocess.run(
        [sys.executable, str(script), str(program.library_file)],
        env=program.environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-3000:]
    assert run.stdout.strip().endswith("heavy:")
