from __future__ import annotations

import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.player.choosing import choose
from desktop.player.failures import Failure, is_manifest, why_not_playable
from desktop.player.vlc_options import embeds_on, has_sound_device, libvlc_options
from tests.desktop.player.conftest import make_backend

WITHOUT_VLC = """
import sys
sys.modules["vlc"] = None
import desktop.player.player_view
from desktop.player.choosing import choose
choice = choose("offscreen")
print(choice.name, "|", choice.why, "|", "torch" in sys.modules, "av" in sys.modules)
"""


def test_without_libvlc_everything_imports_and_the_other_engine_is_chosen() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_VLC], capture_output=True, text=True, timeout=60, check=True
    )
    name, why, heavy = (part.strip() for part in done.stdout.split("|"))
    assert name == "QtMultimedia"
    assert "libvlc is not installed" in why
    assert heavy == "False False"


def test_the_player_does_not_load_qtmultimedia_before_it_is_needed() -> None:
    program = "import sys, desktop.player.player_view; print('PySide6.QtMultimedia' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "False"


def test_wayland_is_left_to_qtmultimedia() -> None:
    choice = choose("wayland")
    assert choice.name == "QtMultimedia"
    assert "Wayland" in choice.why


def test_options_suit_the_machine(tmp_path: Path) -> None:
    silent = libvlc_options("offscreen", sound=False)
    assert {"--vout=dummy", "--aout=dummy"} <= set(silent)
    assert not {"--vout=dummy", "--aout=dummy"} & set(libvlc_options("xcb", sound=True))
    assert not embeds_on("wayland")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a default device")
def test_a_sound_device_is_found_where_there_is_one(tmp_path: Path) -> None:
    assert not has_sound_device({}, tmp_path)
    (tmp_path / "dev/snd").mkdir(parents=True)
    (tmp_path / "dev/snd/pcmC0D0p").touch()
    assert has_sound_device({}, tmp_path)
    (tmp_path / "pulse").mkdir()
    (tmp_path / "pulse/native").touch()
    assert has_sound_device({"XDG_RUNTIME_DIR": str(tmp_path)}, tmp_path / "elsewhere")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"#EXTM3U\n#EXT-X-VERSION:3", True),
        (b"\xef\xbb\xbf#EXTM3U\n", True),
        ("\ufeff#EXTM3U\n".encode("utf-16-le"), True),
        (b"<?xml version='1.0'?><MPD>", True),
        (b"  <MPD xmlns=''>", True),
        (b"\x1f\x8b\x08\x00", True),
        (b"\x00\x00\x00\x20ftypisom", False),
        (b"\x1aE\xdf\xa3", False),
        (b"RIFF....AVI LIST", False),
    ],
)
def test_streaming_manifests_are_told_from_videos(head: bytes, expected: bool) -> None:
    assert is_manifest(head) is expected


def test_what_speaks_against_a_file(tmp_path: Path) -> None:
    assert why_not_playable(tmp_path / "gone") is Failure.MISSING
    assert why_not_playable(tmp_path) is Failure.UNREADABLE
    (tmp_path / "empty").touch()
    assert why_not_playable(tmp_path / "empty") is Failure.EMPTY


@pytest.mark.parametrize("name", ["libvlc", "QtMultimedia"])
def test_a_file_that_points_to_the_network_asks_nobody(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    asked: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                asked.append(connection.recv(100))
                connection.close()

        listener = threading.Thread(target=listen)
        listener.start()
        path = tmp_path / "holiday.mp4"
        port = server.getsockname()[1]
        path.write_text(
            f"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nhttp://127.0.0.1:{port}/a.ts\n#EXT-X-ENDLIST\n"
        )
        backend = make_backend(name)
        window = QWidget()
        qtbot.addWidget(window)
        backend.create_surface(window)
        with qtbot.waitSignal(backend.failed, timeout=8000) as failed:
            backend.open(path, 0.0)
        qtbot.wait(500)
        assert backend.shutdown(5.0)
        done.set()
        listener.join()
    assert "holiday.mp4" in failed.args[0]
    assert asked == []
