"""A short digest of a weight file: two networks with other weights never share a version."""

from __future__ import annotations

import hashlib
from pathlib import Path

_DIGITS = 12


def file_fingerprint(*paths: Path) -> str:
    """Return the first 12 hexadecimal digits of the SHA-256 of the files' bytes, in the order given."""
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
    return digest.hexdigest()[:_DIGITS]
