"""Tells videos apart by their content, so that a rename, a move or another drive letter loses nothing."""

from __future__ import annotations

import hashlib
import os
from io import BufferedReader
from pathlib import Path

from core.errors import FilmotekaError, HostError, UnreadableVideoError, VideoVanishedError
from core.paths import path_to_bytes, readable

_SCHEME = "s1"
_PLACEHOLDER = "path-"
_WHOLE_BYTES = 8 * 2**20
_CHUNK_BYTES = 256 * 2**10
_CHUNKS = 16
_DIGEST_BYTES = 20


class StillChangingError(HostError):
    """The file was written to while it was read: take it again when it has settled."""


def content_identity(path: str, size_bytes: int) -> str:
    """Return the identity of the file's content: its size and a hash.

    Files up to 8 MiB are read whole, larger ones in 16 chunks of 256 KiB spread from head to tail.
    Raises VideoVanishedError, UnreadableVideoError (empty, no permission), HostError or StillChangingError.
    """
    try:
        with Path(path).open("rb") as file:
            before = os.fstat(file.fileno())
            digest = _digest(file, size_bytes)
            after = os.fstat(file.fileno())
    except OSError as error:
        raise reading_error(path, error) from error
    changed = (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)
    if changed or after.st_size != size_bytes:
        raise StillChangingError(
            f"{readable(path)} is still being written. Please try again when it is complete."
        )
    if size_bytes == 0:
        raise UnreadableVideoError(f"{readable(path)} is empty: it holds no bytes at all.")
    return f"{_SCHEME}-{size_bytes:x}-{digest}"


def placeholder_identity(path: str) -> str:
    """Return an identity for a file without readable content: its path is all there is to tell it by."""
    return _PLACEHOLDER + hashlib.blake2b(path_to_bytes(path), digest_size=_DIGEST_BYTES).hexdigest()


def is_placeholder(identity: str) -> bool:
    """Say whether the identity stands for a path and not for content."""
    return identity.startswith(_PLACEHOLDER)


def reading_error(path: str, error: OSError) -> FilmotekaError:
    """Put into words why a file or folder could not be read."""
    shown = readable(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return VideoVanishedError(f"{shown} is not there any more.")
    if isinstance(error, PermissionError):
        return UnreadableVideoError(f"{shown} may not be read. Please check its permissions.")
    return HostError(f"{shown} could not be read: {error.strerror or error}.")


def _digest(file: BufferedReader, size_bytes: int) -> str:
    hasher = hashlib.blake2b(size_bytes.to_bytes(8, "big"), digest_size=_DIGEST_BYTES)
    if size_bytes <= _WHOLE_BYTES:
        hasher.update(file.read(_WHOLE_BYTES + 1))
        return hasher.hexdigest()
    for index in range(_CHUNKS):
        file.seek((size_bytes - _CHUNK_BYTES) * index // (_CHUNKS - 1))
        hasher.update(file.read(_CHUNK_BYTES))
    return hasher.hexdigest()
