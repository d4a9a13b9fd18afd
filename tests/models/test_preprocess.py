"""What a network gets to see of a picture."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from models.preprocess import IMAGENET_MEAN, IMAGENET_STD, SquareInput

ON_UNIT = SquareInput(side_px=30, mean=(0, 0, 0), std=(1, 1, 1), longest_ratio=1.5)


def bright_column(width: int, height: int, start: int, end: int) -> NDArray[np.uint8]:
    picture = np.zeros((height, width, 3), np.uint8)
    picture[:, start:end] = 255
    return picture


def test_a_grey_picture_becomes_the_normalised_grey() -> None:
    square = SquareInput(side_px=8).square(np.full((20, 20, 3), 128, np.uint8))
    expected = (128 / 255 - np.array(IMAGENET_MEAN)) / np.array(IMAGENET_STD)
    assert square.shape == (3, 8, 8)
    assert square.dtype == np.float32
    np.testing.assert_allclose(square[:, 4, 4], expected, atol=1e-5)


def test_a_subject_outside_the_centre_square_of_a_wide_frame_is_seen() -> None:
    subject = bright_column(1600, 900, 200, 320)  # the centre square begins at 350
    assert ON_UNIT.square(subject).max() > 0.9


@pytest.mark.parametrize(("width", "height"), [(1600, 900), (900, 1600)])
def test_wide_and_tall_frames_lose_the_same_share_on_both_ends(width: int, height: int) -> None:
    picture = np.zeros((height, width, 3), np.uint8)
    ramp = np.linspace(0, 255, max(width, height)).astype(np.uint8)
    picture[...] = ramp[None, :, None] if width > height else ramp[:, None, None]
    square = ON_UNIT.square(picture)
    share = (1600 - 1350) / 2 / 1600
    assert square.min() == pytest.approx(share, abs=0.03)
    assert square.max() == pytest.approx(1 - share, abs=0.03)


def test_without_a_ratio_both_ends_are_seen() -> None:
    squeezed = SquareInput(side_px=30, mean=(0, 0, 0), std=(1, 1, 1))
    assert squeezed.square(bright_column(1600, 900, 0, 60))[0, :, 0].min() > 0.9


def test_batches_keep_order_and_leave_a_short_last_one() -> None:
    pictures = [np.full((5, 7, 3), grey, np.uint8) for grey in (0, 51, 102, 153, 204)]
    batches = list(ON_UNIT.batches(pictures, batch_size=2))
    assert [len(batch) for batch in batches] == [2, 2, 1]
    means = [float(square.mean()) for batch in batches for square in batch]
    assert means == pytest.approx([0, 0.2, 0.4, 0.6, 0.8], abs=1e-3)


def test_a_picture_of_another_shape_is_a_bug_of_the_caller() -> None:
    with pytest.raises(ValueError, match="RGB"):
        ON_UNIT.square(np.zeros((4, 4), np.uint8))


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 4000, 3)])
def test_a_picture_of_one_pixel_or_one_row_works(shape: tuple[int, int, int]) -> None:
    assert ON_UNIT.square(np.full(shape, 255, np.uint8)).min() == pytest.approx(1)
