"""From a decoded frame to an upright RGB picture of the size asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.media.orientation import Orientation
from core.media.tone_mapping import is_hdr, tone_map

if TYPE_CHECKING:
    from fractions import Fraction

    from av.video.frame import VideoFrame

_HD_HEIGHT = 720
_UNSPECIFIED = 2
"""``AVCOL_SPC_UNSPECIFIED``: then players take BT.709 for HD and BT.601 below."""
_WIDEST_PIXEL = 8.0
"""Pixel aspect ratios beyond 8:1 are mistakes of the file."""
_GREEN = np.array([0, 135, 0], dtype=np.int16)
"""What a picture of zeros looks like in RGB: planes that a decoder never filled."""
_GREEN_TOLERANCE = 12
_GREEN_SHARE = 0.5


def shown_size(width: int, height: int, aspect: Fraction | None) -> tuple[int, int]:
    """Return width and height in square pixels, before the turn; one side is stretched, none shrunk."""
    ratio = float(aspect) if aspect else 1.0
    if not 1 / _WIDEST_PIXEL <= ratio <= _WIDEST_PIXEL:
        ratio = 1.0
    if ratio >= 1.0:
        return max(1, round(width * ratio)), height
    return width, max(1, round(height / ratio))


def fitted_size(size: tuple[int, int], short_side_px: int) -> tuple[int, int]:
    """Return the size scaled down so that its short side has ``short_side_px``; never scaled up."""
    scale = min(1.0, short_side_px / min(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def upright_picture(frame: VideoFrame, aspect: Fraction | None, short_side_px: int) -> NDArray[np.uint8]:
    """Return the frame as RGB uint8 ``(H, W, 3)``, upright, with square pixels, scaled while converting."""
    width, height = fitted_size(shown_size(frame.width, frame.height, aspect), short_side_px)
    picture = _rgb(frame, width, height)
    return Orientation.of_frame(frame).apply(picture)


def is_unfilled(picture: NDArray[np.uint8]) -> bool:
    """Say whether half of the picture is the flat green of planes that were never decoded."""
    thinned = picture[::4, ::4].astype(np.int16)
    green = (np.abs(thinned - _GREEN) <= _GREEN_TOLERANCE).all(axis=-1)
    return bool(green.mean() >= _GREEN_SHARE)


def _rgb(frame: VideoFrame, width: int, height: int) -> NDArray[np.uint8]:
    from av.video.reformatter import Colorspace, Interpolation

    hdr = is_hdr(frame.color_trc)
    guess_hd = frame.colorspace == _UNSPECIFIED and min(frame.width, frame.height) >= _HD_HEIGHT
    shrinks = frame.width >= 2 * width
    converted = frame.reformat(
        width=width,
        height=height,
        format="rgb48le" if hdr else "rgb24",
        src_colorspace=Colorspace.ITU709 if guess_hd else None,
        interpolation=Interpolation.AREA if shrinks else Interpolation.BICUBIC,
        threads=1,
    )
    picture = converted.to_ndarray()
    if hdr:
        return tone_map(picture.astype(np.uint16), frame.color_trc)
    return picture.astype(np.uint8, copy=False)
