"""Digests of weight files, remembered so that a start does not read hundreds of megabytes again."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from pathlib import Path

_log = logging.getLogger(__name__)
_CHUNK_BYTES = 1 << 20


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits; raises ``OSError``."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def git_blob_sha1(path: Path) -> str:
    """Return what git, and so the hub, calls a small file: SHA-1 over its size and bytes."""
    digest = hashlib.sha1(f"blob {path.stat().st_size}\0".encode(), usedforsecurity=False)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


class DigestMemory:
    """SHA-256 by path, good as long as a file's size and time of change stay the same."""

    def __init__(self, state_file: Path) -> None:
        """``state_file`` is made when the first digest is learned; a damaged one counts as empty."""
        self._state_file = state_file

    def sha256(self, path: Path) -> str:
        """Return the digest of a file, from memory where it is unchanged; raises ``OSError``."""
        stat = path.stat()
        stamp = [stat.st_size, stat.st_mtime_ns]
        known = self._read().get(str(path))
        if known is not None and known[:2] == stamp:
            return str(known[2])
        digest = file_sha256(path)
        self._write({**self._read(), str(path): [*stamp, digest]})
        return digest

    def forget(self, path: Path) -> None:
        """Let the next question read the file again."""
        known = self._read()
        if known.pop(str(path), None) is not None:
            self._write(known)

    def _read(self) -> dict[str, list[int | str]]:
        try:
            known = json.loads(self._state_file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    def _write(self, known: dict[str, list[int | str]]) -> None:
        fresh = self._state_file.with_suffix(f".{os.getpid()}.new")
        try:
            self._state_file.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(known), "utf-8")
            fresh.replace(self._state_file)
        except OSError as error:  # a read-only home costs time at each start, nothing else
            _log.warning("digests of weights cannot be remembered in %s: %s", self._state_file, error)
