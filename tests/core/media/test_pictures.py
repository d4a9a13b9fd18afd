"""Thumbnails show something, covers come out, JPEG is small."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from core.media.frame_sampling import SampledFrame
from core.media.pictures import choose_thumbnail, encode_jpeg, picture_appeal
from core.media.reader import open_media
from tests.fixtures.clips import moving_pattern

SIZE = (160, 120)


def frame(time_s: float, picture: np.ndarray) -> SampledFrame:
    return SampledFrame(time_s, picture)


def flat(value: int) -> np.ndarray:
    return np.full((SIZE[1], SIZE[0], 3), value, dtype=np.uint8)


def blurred() -> np.ndarray:
    image = Image.fromarray(moving_pattern(5, SIZE)).filter(ImageFilter.GaussianBlur(12))
    return np.asarray(image, dtype=np.uint8)


@pytest.mark.parametrize("poor", [flat(0), flat(255), flat(128), blurred()])
def test_a_real_picture_beats_black_white_grey_and_blur(poor: np.ndarray) -> None:
    frames = [
        frame(0, poor),
        frame(10, poor),
        frame(20, moving_pattern(5, SIZE)),
        frame(30, poor),
        frame(40, poor),
    ]
    assert choose_thumbnail(frames).time_s == 20


def test_of_equal_pictures_one_from_the_middle_is_taken() -> None:
    frames = [frame(time_s, moving_pattern(5, SIZE)) for time_s in (0.0, 1.0, 30.0, 59.0, 60.0)]
    assert choose_thumbnail(frames).time_s == 30.0


def test_when_all_is_black_there_is_still_a_thumbnail() -> None:
    assert choose_thumbnail([frame(0, flat(0)), frame(1, flat(0))]).picture.max() == 0
    with pytest.raises(ValueError, match="no frame"):
        choose_thumbnail([])


def test_colour_is_preferred_to_grey() -> None:
    colourful = moving_pattern(5, SIZE)
    grey = np.asarray(Image.fromarray(colourful).convert("L").convert("RGB"), dtype=np.uint8)
    assert picture_appeal(colourful) > picture_appeal(grey) > picture_appeal(flat(90))


@given(st.integers(1, 300), st.integers(1, 300), st.integers(1, 200))
def test_jpeg_fits_and_keeps_its_shape(width: int, height: int, side_px: int) -> None:
    data = encode_jpeg(np.zeros((height, width, 3), dtype=np.uint8), side_px, 80)
    with Image.open(io.BytesIO(data)) as image:
        assert image.format == "JPEG"
        assert max(image.size) <= max(side_px, 1)
        assert max(image.size) == min(side_px, max(width, height))


@pytest.mark.parametrize("name", ["cover.mp4", "cover.mkv"])
def test_an_attached_cover_comes_out(clip: Callable[[str], Path], name: str) -> None:
    with open_media(str(clip(name))) as reader:
        cover = reader.cover_picture()
    assert cover is not None
    assert cover.shape == (400, 400, 3)
    assert cover.reshape(-1, 3).mean(axis=0) == pytest.approx((240, 220, 20), abs=6)


def test_without_a_cover_there_is_none(clip: Callable[[str], Path]) -> None:
    with open_media(str(clip("plain.mp4"))) as reader:
        assert reader.cover_picture() is None
