"""The picture that a container carries as its cover."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray

from core.media.opening import open_container
from core.media.streams import is_cover

_LARGEST_PX = 64_000_000


def read_cover(path: str) -> NDArray[np.uint8] | None:
    """Return the attached picture, RGB uint8 ``(H, W, 3)``, or ``None``.

    The container is opened on its own: attached pictures come out of it once only, at its beginning.
    """
    import av
    from PIL import Image, UnidentifiedImageError

    with open_container(path) as container:
        for stream in filter(is_cover, container.streams.video):
            try:
                packet = next(iter(container.demux(stream)), None)
                if packet is None or not packet.size:
                    continue
                with Image.open(io.BytesIO(bytes(packet))) as image:
                    if image.width * image.height > _LARGEST_PX:
                        continue
                    return np.asarray(image.convert("RGB"), dtype=np.uint8)
            except (av.FFmpegError, UnidentifiedImageError, OSError):
                # A damaged cover is no reason to fail a video.
                continue
    return None
