"""``make run`` on a screen, on a virtual one and without any, with a stand-in for the program."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.packaging_tests.scripts import FOLDER

SCRIPT = FOLDER / "run-samples.sh"
TOOLS = ("sh", "dirname", "mktemp", "rm", "sleep", "tr", "kill")
STAND_IN = """#!/bin/sh
echo "$@ | DISPLAY=${DISPLAY-} QT_QPA_PLATFORM=${QT_QPA_PLATFORM-} | parent=$PPID"
[ -z "${SLEEP-}" ] || exec sleep "$SLEEP"
exit "${CODE-0}"
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "stand-in"
    path.write_text(STAND_IN, encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def bare_path(tmp_path: Path) -> str:
    """Return a PATH on which there is no Xvfb."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        if found:
            (folder / tool).symlink_to(found)
    return str(folder)


def environment(program: Path, **more: str) -> dict[str, str]:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in screens}
    return kept | {"FILMOTEKA": str(program)} | more


def run(environ: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SCRIPT, *arguments], env=environ, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("screen", [{"DISPLAY": ":7"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_on_a_screen_the_window_simply_opens(program: Path, screen: dict[str, str]) -> None:
    done = run(environment(program, CODE="3", **screen), "--language", "ru")
    assert done.stdout.startswith(f"samples --language ru | DISPLAY={screen.get('DISPLAY', '')} ")
    assert done.returncode == 3


def test_without_a_screen_and_without_xvfb_it_draws_offscreen(program: Path, bare_path: str) -> None:
    done = run(environment(program, PATH=bare_path, OUT="elsewhere"))
    assert "samples --report elsewhere | DISPLAY= QT_QPA_PLATFORM=offscreen" in done.stdout
    assert done.returncode == 0


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
def test_without_a_screen_a_virtual_one_is_started_and_ended(program: Path) -> None:
    done = run(environment(program, CODE="3"))
    assert "QT_QPA_PLATFORM=xcb" in done.stdout
    display = done.stdout.partition("DISPLAY=:")[2].split()[0]
    assert done.returncode == 3
    assert display_is_gone(display)


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
def test_the_virtual_screen_ends_also_when_the_run_is_ended(program: Path) -> None:
    process = subprocess.Popen(
        [SCRIPT], env=environment(program, SLEEP="60"), stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    line = next(line for line in process.stdout if "DISPLAY=" in line)
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 143
    process.stdout.close()
    assert display_is_gone(line.partition("DISPLAY=:")[2].split()[0])


def test_without_an_environment_it_says_what_to_do(tmp_path: Path) -> None:
    done = run(environment(tmp_path / "nothing"))
    assert done.returncode == 2
    assert "make setup" in done.stderr


def display_is_gone(number: str) -> bool:
    """Wait until the X server of a display has taken its socket away."""
    deadline = time.monotonic() + 10
    socket = Path(f"/tmp/.X11-unix/X{number}")
    while socket.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    return not socket.exists()
