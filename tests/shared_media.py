"""Real clips that lie beside the repository, where somebody has put them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SHARED_MEDIA = Path(__file__).resolve().parents[2] / "shared" / "media"
ABSENT_REASON = "the folder ../shared/media with real clips is not there"

needs_shared_media = pytest.mark.skipif(not SHARED_MEDIA.is_dir(), reason=ABSENT_REASON)


def shared_media() -> Path:
    """Return the folder of real clips; skips the test where it is absent."""
    if not SHARED_MEDIA.is_dir():
        pytest.skip(ABSENT_REASON)
    return SHARED_MEDIA


def shared_clips(*folders: str) -> list[Path]:
    """Return the clips of folders such as ``video`` and ``dance``; empty where they are absent."""
    return sorted(clip for folder in folders for clip in (SHARED_MEDIA / folder).glob("*") if clip.is_file())


def clip_contents() -> dict[str, dict[str, Any]]:
    """Return what every clip shows: relative path -> description; skips the test where it is absent."""
    contents: dict[str, dict[str, Any]] = json.loads((shared_media() / "content.json").read_text("utf-8"))
    return contents
