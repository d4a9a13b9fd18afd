"""Whether a file was replaced while it was analysed: what was found then belongs to other content."""

from __future__ import annotations

from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.errors import VideoVanishedError
from core.library.identity import StillChangingError, content_identity


def was_replaced(catalogue: Catalogue, video_id: int, path: str) -> bool:
    """Say whether the file at ``path`` is not the video any more.

    Only a file of another size or time than the catalogue knows is read again; one that is gone was the video
    as long as it could be read.
    """
    with catalogue.read() as view:
        known, video = view.files.at(path), view.videos.get(video_id)
    if known is None or video is None:
        return False
    if known.video_id != video_id:
        return True
    try:
        now = Path(path).stat()
        if (now.st_size, now.st_mtime_ns) == (known.size_bytes, known.mtime_ns):
            return False
        return content_identity(path, now.st_size) != video.identity
    except StillChangingError:
        return True
    except (VideoVanishedError, OSError):
        return False
