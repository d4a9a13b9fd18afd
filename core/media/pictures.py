"""Small pictures for the window: JPEG, and the frame that stands for a video."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.media.frame_sampling import SampledFrame

_EDGE_S = 3.0
"""Beginnings and ends are logos, black and credits; frames from there are a second choice."""
_EDGE_SHARE = 0.1
"""In short clips the edge is a tenth of the span of the frames."""
_EDGE_PENALTY = 0.5
_MEASURE_SIDE_PX = 96
_DARK, _BRIGHT = 0.08, 0.92
"""Mean luma, 0..1, outside which a picture counts as black or white."""
_FLAT_CONTRAST = 0.03
"""Standard deviation of the luma below which nothing can be seen."""
_USELESS = 0.01


def encode_jpeg(picture: NDArray[np.uint8], max_side_px: int, quality: int = 85) -> bytes:
    """Return the picture, RGB uint8 ``(H, W, 3)``, as JPEG; the longer side is at most ``max_side_px``."""
    from PIL import Image

    image = Image.fromarray(np.ascontiguousarray(picture), "RGB")
    image.thumbnail((max_side_px, max_side_px), Image.Resampling.LANCZOS, reducing_gap=3.0)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality, optimize=True)
    return buffer.getvalue()


def choose_thumbnail(frames: Sequence[SampledFrame]) -> SampledFrame:
    """Return the frame that shows most: neither dark nor flat, sharp, colourful, away from both ends.

    Raises ``ValueError`` without frames.
    """
    if not frames:
        raise ValueError("there is no frame to choose from")
    first_s, last_s = frames[0].time_s, frames[-1].time_s
    edge_s = min(_EDGE_S, (last_s - first_s) * _EDGE_SHARE)

    def rank(frame: SampledFrame) -> float:
        inner = first_s + edge_s <= frame.time_s <= last_s - edge_s
        return picture_appeal(frame.picture) * (1.0 if inner else _EDGE_PENALTY)

    return max(frames, key=rank)


def picture_appeal(picture: NDArray[np.uint8]) -> float:
    """Return how much an RGB picture ``(H, W, 3)`` shows, from 0 upwards; black and blank are near 0."""
    step = max(1, min(picture.shape[:2]) // _MEASURE_SIDE_PX)
    small = picture[::step, ::step].astype(np.float32) / 255.0
    luma = small @ np.array([0.299, 0.587, 0.114], dtype=np.float32)
    contrast = float(luma.std())
    if contrast < _FLAT_CONTRAST or not _DARK <= float(luma.mean()) <= _BRIGHT:
        return contrast * _USELESS
    return contrast * (0.2 + _sharpness(luma)) * (0.5 + colourfulness(small))


def _sharpness(luma: NDArray[np.float32]) -> float:
    """Return the mean gradient against the contrast: low for blurred pictures and fades, 0..1."""
    if min(luma.shape) < 2:
        return 0.0
    gradient = np.abs(np.diff(luma, axis=0)).mean() + np.abs(np.diff(luma, axis=1)).mean()
    return float(min(1.0, gradient / max(float(luma.std()), 1e-3)))


def colourfulness(picture: NDArray[np.float32]) -> float:
    """Return the measure of Hasler and Suesstrunk (2003) for RGB in 0..1, about 0 (grey) to 1."""
    red, green, blue = picture[..., 0], picture[..., 1], picture[..., 2]
    red_green, yellow_blue = red - green, (red + green) / 2 - blue
    spread = float(np.hypot(red_green.std(), yellow_blue.std()))
    return spread + 0.3 * float(np.hypot(red_green.mean(), yellow_blue.mean()))
