"""Opens a file for reading and says in a person's words why it cannot be opened."""

from __future__ import annotations

import logging
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import HostError, UnreadableVideoError, UserError, VideoVanishedError

if TYPE_CHECKING:
    from av.container import InputContainer

logger = logging.getLogger(__name__)

_HEAD_BYTES = 4096
_PICTURE_FORMATS = ("image2", "_pipe", "ico", "svg", "webp_anim")
_TEXT_CONTROL_BYTES = frozenset(b"\t\n\r\f\x1b")


def open_container(path: str) -> InputContainer:
    """Open the container for reading, from local disk only.

    Playlists inside a file must not make the program reach for the network, hence the white list; the
    ``file:`` prefix keeps a name such as ``http:lesson.mp4`` a file name. Raises ``VideoVanishedError``,
    ``UnreadableVideoError``, ``UserError`` (no permission) or ``HostError`` (disk).
    """
    import av

    head = _check_file(path)
    try:
        container = av.open(
            "file:" + path,
            mode="r",
            container_options={"protocol_whitelist": "file"},
            metadata_errors="replace",
        )
    except av.FFmpegError as error:
        raise _explain(path, head, error) from error
    if any(mark in container.format.name for mark in _PICTURE_FORMATS):
        container.close()
        raise UnreadableVideoError(f"“{file_name(path)}” is a picture, not a video.")
    return container


def file_name(path: str) -> str:
    """Return the name for messages; bytes that are no text are shown as replacement marks."""
    return Path(path).name.encode("utf-8", "replace").decode("utf-8", "replace")


def vanished(path: str) -> VideoVanishedError:
    return VideoVanishedError(f"“{file_name(path)}” is not there any more: it was moved, renamed or deleted.")


def host_failure(path: str, error: OSError) -> HostError:
    cause = error.strerror or type(error).__name__
    return HostError(
        f"“{file_name(path)}” could not be read from the disk ({cause}). Check the disk or the network share."
    )


def _check_file(path: str) -> bytes:
    """Return the first bytes of the file, or raise the error that stands in the way of reading it."""
    try:
        status = Path(path).stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableVideoError(f"“{file_name(path)}” is a folder, not a video file.")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableVideoError(f"“{file_name(path)}” is a device or a pipe, not a video file.")
        if status.st_size == 0:
            raise UnreadableVideoError(f"“{file_name(path)}” is empty (0 bytes). Copy or download it again.")
        with Path(path).open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise vanished(path) from error
    except PermissionError as error:
        raise UserError(
            f"“{file_name(path)}” may not be read: no permission. Change the permissions of the file."
        ) from error
    except OSError as error:
        raise host_failure(path, error) from error
    if _is_text(head):
        raise UnreadableVideoError(f"“{file_name(path)}” holds text, not a video, whatever its name says.")
    return head


def _is_text(head: bytes) -> bool:
    """Say whether the bytes read as text; every video container has binary bytes at its beginning."""
    if any(byte < 0x20 and byte not in _TEXT_CONTROL_BYTES for byte in head):
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        # A character cut in two by the end of the head is still text.
        return error.start >= len(head) - 3
    return True


def _explain(path: str, head: bytes, error: Exception) -> UserError | HostError:
    """Turn an error of the demuxer into one for a person."""
    logger.info("cannot open %s: %s", path, error)
    if isinstance(error, FileNotFoundError):
        return vanished(path)
    if isinstance(error, OSError):
        return host_failure(path, error)
    if b"ftyp" in head[:64] and not _has_box(path, b"moov"):
        return UnreadableVideoError(
            f"“{file_name(path)}” is incomplete: its index (moov) is missing. The recording or the download "
            "was cut off; copy or download it again."
        )
    if not any(head):
        return UnreadableVideoError(
            f"“{file_name(path)}” begins with nothing but zeros: an unfinished download or a damaged disk."
        )
    return UnreadableVideoError(
        f"“{file_name(path)}” is damaged or not a video: no known format was recognised."
    )


def _has_box(path: str, name: bytes) -> bool:
    """Walk the top level boxes of an MP4 or QuickTime file in search of one."""
    with Path(path).open("rb") as file:
        size_of_file = file.seek(0, 2)
        position = 0
        while position + 8 <= size_of_file:
            file.seek(position)
            header = file.read(16)
            size = int.from_bytes(header[:4], "big")
            if size == 1 and len(header) == 16:
                size = int.from_bytes(header[8:16], "big")
            if header[4:8] == name:
                return position + size <= size_of_file
            if size < 8:
                return False
            position += size
    return False
