"""How a picture must be turned to stand upright."""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

_MATRIX = struct.Struct("=9i")


@dataclass(frozen=True, slots=True)
class Orientation:
    """One of the eight ways to lay a picture: swap the axes first, then mirror."""

    swap_axes: bool = False
    mirror_x: bool = False
    mirror_y: bool = False

    @classmethod
    def from_matrix(cls, matrix: tuple[int, ...]) -> Orientation:
        """Read a display matrix of nine integers: x' = a x + c y, y' = b x + d y; y points down."""
        a, b, _, c, d = matrix[:5]
        if abs(b) + abs(c) > abs(a) + abs(d):
            return cls(swap_axes=True, mirror_x=c < 0, mirror_y=b < 0)
        return cls(mirror_x=a < 0, mirror_y=d < 0)

    @classmethod
    def of_frame(cls, frame: VideoFrame) -> Orientation:
        """Read the display matrix that the container or the codec gave the frame."""
        from av.sidedata.sidedata import Type

        side_data = frame.side_data
        for position in range(len(side_data)):
            entry = side_data[position]  # type: ignore[literal-required]
            if entry.type == Type.DISPLAYMATRIX and len(bytes(entry)) >= _MATRIX.size:
                return cls.from_matrix(_MATRIX.unpack_from(bytes(entry)))
        return cls()

    @property
    def rotation_degrees(self) -> int:
        """The clockwise turn, one of 0, 90, 180, 270; mirrors count towards the turn that remains."""
        x, y = (0, -1 if self.mirror_y else 1) if self.swap_axes else (-1 if self.mirror_x else 1, 0)
        return round(math.degrees(math.atan2(y, x))) % 360

    def apply(self, picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Return the upright picture, ``(height, width, 3)``."""
        if self.swap_axes:
            picture = picture.swapaxes(0, 1)  # (width, height, 3)
        if self.mirror_x:
            picture = picture[:, ::-1]
        if self.mirror_y:
            picture = picture[::-1]
        return np.ascontiguousarray(picture)
