"""From pictures to the input of a network: the frame, squeezed to a square, normalised, in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

Picture = NDArray[np.uint8]

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)


@dataclass(frozen=True, slots=True)
class SquareInput:
    """What a network expects: ``side_px`` of its square input, and ``(x - mean) / std`` of RGB in 0..1.

    A frame longer than ``longest_ratio`` (long side to short side) loses its two ends down to that ratio;
    the rest is squeezed to the square. A centre square of a 16:9 or 9:16 frame would throw 44 % of it away,
    and with it a subject at the side, while a squeeze of the whole makes a dog or a ball hard to recognise:
    at 1.5, 16 % go and neither harm was seen. ``None`` squeezes everything.
    """

    side_px: int
    mean: tuple[float, float, float] = IMAGENET_MEAN
    std: tuple[float, float, float] = IMAGENET_STD
    longest_ratio: float | None = None

    def square(self, picture: Picture) -> NDArray[np.float32]:
        """Return ``(3, side, side)`` float32 of one RGB ``(h, w, 3)`` uint8 picture of any size."""
        if picture.ndim != 3 or picture.shape[2] != 3 or 0 in picture.shape:
            raise ValueError(f"a picture is RGB (height, width, 3), not {picture.shape}")
        size = (self.side_px, self.side_px)
        image = Image.fromarray(np.ascontiguousarray(picture))
        image = image.resize(size, Image.Resampling.BICUBIC, box=self._box(image.width, image.height))
        unit = np.asarray(image, dtype=np.float32) / np.float32(255)
        mean, std = np.array(self.mean, np.float32), np.array(self.std, np.float32)
        normal: NDArray[np.float32] = np.divide(unit - mean, std)
        return normal.transpose(2, 0, 1)  # (3, side, side)

    def _box(self, width: int, height: int) -> tuple[float, float, float, float]:
        if self.longest_ratio is None:
            return (0, 0, width, height)
        kept_width = min(width, height * self.longest_ratio)
        kept_height = min(height, width * self.longest_ratio)
        left, top = (width - kept_width) / 2, (height - kept_height) / 2
        return (left, top, left + kept_width, top + kept_height)

    def batches(self, pictures: Sequence[Picture], batch_size: int) -> Iterator[torch.Tensor]:
        """Yield ``(<= batch_size, 3, side, side)`` float32 tensors in the order of the pictures."""
        for start in range(0, len(pictures), batch_size):
            squares = [self.square(picture) for picture in pictures[start : start + batch_size]]
            yield torch.from_numpy(np.stack(squares))
