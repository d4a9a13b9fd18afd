from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import HostError, UnreadableVideoError, VideoVanishedError
from core.library.identity import (
    StillChangingError,
    content_identity,
    is_placeholder,
    placeholder_identity,
)

_LARGE = 20 * 2**20


def identity(path: Path) -> str:
    return content_identity(str(path), path.stat().st_size)


def test_equal_content_has_equal_identity_whatever_its_name(
    make_clip: Callable[..., Path], tmp_path: Path
) -> None:
    one = make_clip(tmp_path / "a.mp4", "content")
    other = make_clip(tmp_path / "сад" / "б.mkv", "content")
    assert identity(one) == identity(other)
    assert identity(one).startswith("s1-")


@pytest.mark.parametrize("position", [0, 2_500, 4_999])
def test_one_other_byte_makes_another_identity_of_a_small_file(
    make_clip: Callable[..., Path], tmp_path: Path, position: int
) -> None:
    clip = make_clip(tmp_path / "a.mp4")
    before = identity(clip)
    content = bytearray(clip.read_bytes())
    content[position] ^= 1
    clip.write_bytes(content)
    assert identity(clip) != before


@pytest.mark.parametrize("position", [0, _LARGE - 1], ids=["head", "tail"])
def test_head_and_tail_of_a_large_file_count(tmp_path: Path, position: int) -> None:
    clip = tmp_path / "large.mp4"
    clip.write_bytes(os.urandom(_LARGE))
    before = identity(clip)
    with clip.open("r+b") as file:
        file.seek(position)
        byte = file.read(1)
        file.seek(position)
        file.write(bytes([byte[0] ^ 1]))
    assert identity(clip) != before


def test_files_that_differ_in_length_alone_differ(tmp_path: Path) -> None:
    short, long = tmp_path / "short.mp4", tmp_path / "long.mp4"
    short.write_bytes(bytes(_LARGE))
    long.write_bytes(bytes(_LARGE + 1))
    assert identity(short) != identity(long)


def test_an_empty_file_says_that_it_is_empty(tmp_path: Path) -> None:
    clip = tmp_path / "empty.mp4"
    clip.touch()
    with pytest.raises(UnreadableVideoError, match=r"empty\.mp4 is empty"):
        content_identity(str(clip), 0)


def test_a_vanished_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(VideoVanishedError, match="not there any more"):
        content_identity(str(tmp_path / "gone.mp4"), 10)


def test_a_folder_is_no_content(tmp_path: Path) -> None:
    with pytest.raises(HostError, match="could not be read"):
        content_identity(str(tmp_path), 10)


def test_a_forbidden_file_names_the_permission(
    open_space: Path, make_clip: Callable[..., Path], as_ordinary_user: None
) -> None:
    clip = make_clip(open_space / "secret.mp4")
    clip.chmod(0)
    with pytest.raises(UnreadableVideoError, match="permissions"):
        content_identity(str(clip), 10)


def test_a_file_that_grew_since_it_was_looked_at_is_still_changing(
    make_clip: Callable[..., Path], tmp_path: Path
) -> None:
    clip = make_clip(tmp_path / "a.mp4")
    looked_at = clip.stat().st_size
    with clip.open("ab") as file:
        file.write(b"more")
    with pytest.raises(StillChangingError):
        content_identity(str(clip), looked_at)


def test_a_write_while_the_file_is_read_is_noticed(tmp_path: Path) -> None:
    clip = tmp_path / "busy.mp4"
    clip.write_bytes(os.urandom(_LARGE))
    done = threading.Event()

    def scribble() -> None:
        with clip.open("r+b", buffering=0) as file:
            while not done.is_set():
                file.seek(100)
                file.write(os.urandom(16))

    writer = threading.Thread(target=scribble)
    writer.start()
    try:
        noticed = 0
        for _ in range(50):  # a write within the same tick of the file system's clock cannot be noticed
            try:
                content_identity(str(clip), _LARGE)
            except StillChangingError:
                noticed += 1
        assert noticed
    finally:
        done.set()
        writer.join()


def test_placeholders_tell_paths_apart() -> None:
    assert placeholder_identity("/a/x.mp4") != placeholder_identity("/b/x.mp4")
    assert is_placeholder(placeholder_identity("/a/\udcff.mp4"))
    assert not is_placeholder("s1-10-abc")
