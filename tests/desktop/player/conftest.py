"""Clips and players for the tests of this room."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from desktop.player.backend import PlaybackBackend
from desktop.player.choosing import fallback_backend, why_not_vlc
from tests.fixtures.clips import make_clip

FPS = 10
CLIP_S = 12.0
GREY_STEP = 2
"""Frame n of the grey clip is of the grey 2 n: what is on the screen says which frame it is."""


_OF_THE_MACHINE = (
    "propagateSizeHints",
    "This plugin does not support",
    "pipewire",
    "PulseAudio",
    "No audio device",
    "No HW decoder",
    "No RHI backend",
    "Using Qt multimedia",
    "Could not open media",
)
"""What the offscreen platform and QtMultimedia say of a machine without sound and graphics card, and of files
that are no videos."""


@pytest.fixture(autouse=True)
def qt_is_content() -> Iterator[None]:
    """Fail a test that makes Qt warn of anything but the machine that it runs on."""
    complaints: list[str] = []

    def hear(kind: QtMsgType, _context: object, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(words in message for words in _OF_THE_MACHINE):
            complaints.append(message)

    before = qInstallMessageHandler(hear)
    yield
    qInstallMessageHandler(before)
    assert not complaints, f"Qt complained: {complaints}"


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve seconds, two audio tracks, one subtitle track."""
    return make_clip(
        tmp_path_factory.mktemp("player") / "clip & Фильм 50%.mkv",
        seconds=CLIP_S,
        fps=FPS,
        audio_languages=("eng", "rus"),
        pitches_hz=(440.0, 660.0),
        subtitles=((0.0, 11.0, "Hello"),),
    )


@pytest.fixture(scope="session")
def short_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_clip(tmp_path_factory.mktemp("player") / "short.mp4", seconds=1.0, fps=FPS)


@pytest.fixture(scope="session")
def grey_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten seconds whose frames tell their number by their grey."""
    greys = [np.full((120, 160, 3), 20 + GREY_STEP * n, np.uint8) for n in range(100)]
    path = tmp_path_factory.mktemp("player") / "grey.mp4"
    return make_clip(path, seconds=10.0, fps=FPS, pictures=greys, audio=False)


@pytest.fixture(params=["libvlc", "QtMultimedia"])
def backend(request: pytest.FixtureRequest, qapp: object) -> Iterator[PlaybackBackend]:
    made = make_backend(request.param)
    yield made
    assert made.shutdown(5.0), "the engine has not ended"
    made.deleteLater()


def make_backend(name: str) -> PlaybackBackend:
    """A new engine, or a skip where this machine lacks it."""
    if name == "QtMultimedia":
        return fallback_backend()
    reason = why_not_vlc("offscreen")
    if reason is not None:
        pytest.skip(reason)
    from desktop.player.vlc_backend import VlcBackend

    return VlcBackend()
