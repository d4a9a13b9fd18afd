"""The player on a real X display, where libvlc's window lies above what Qt paints."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.player.choosing import why_not_vlc

ROOT = Path(__file__).parents[3]


@pytest.fixture
def display() -> Iterator[str]:
    """A display of our own, whose number the X server chooses itself."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("Xvfb is not installed")
    reading, writing = os.pipe()
    with subprocess.Popen(
        [server, "-displayfd", str(writing), "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        yield f":{number}"
        process.terminate()


@pytest.mark.window
@pytest.mark.slow
def test_picture_overlays_frames_full_screen_and_keys(display: str, grey_clip: Path, tmp_path: Path) -> None:
    reason = why_not_vlc("xcb")
    if reason is not None:
        pytest.skip(reason)
    picture = tmp_path / "player.png"
    done = subprocess.run(
        [sys.executable, "-m", "tests.desktop.player.window_driver", str(grey_clip), str(picture)],
        cwd=ROOT,
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "everything was on the screen" in done.stdout
    assert picture.stat().st_size > 0


@pytest.mark.window
@pytest.mark.slow
def test_a_video_plays_inside_the_main_window_and_leads_back_to_its_card(
    display: str, grey_clip: Path, tmp_path: Path
) -> None:
    reason = why_not_vlc("xcb")
    if reason is not None:
        pytest.skip(reason)
    folder = tmp_path / "videos"
    folder.mkdir()
    shutil.copy(grey_clip, folder / "grey.mp4")
    (folder / "empty.mp4").touch()
    done = subprocess.run(
        [sys.executable, "-m", "tests.desktop.player.program_driver", str(folder)],
        cwd=ROOT,
        env={
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "FILMOTEKA_HOME": str(tmp_path / "home"),
        },
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "everything was in the window" in done.stdout
