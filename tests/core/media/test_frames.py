"""Pictures come out upright, in the right colours, and at the right moments."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.errors import UnreadableVideoError, VideoVanishedError
from core.media import frame_sampling
from core.media.conversion import fitted_size, is_unfilled, shown_size
from core.media.frame_sampling import SampledFrame, spread_times
from core.media.orientation import Orientation
from core.media.reader import open_media
from core.media.tone_mapping import TRANSFER_HLG, TRANSFER_PQ, tone_map
from tests.fixtures.clips import make_clip, moving_pattern

Clip = Callable[[str], Path]
ONE = 1 << 16


def frames_of(path: Path, count: int = 8, side_px: int = 96) -> list[SampledFrame]:
    with open_media(str(path)) as reader:
        return list(reader.sample_frames(count, side_px))


def is_red(picture: NDArray[np.uint8], row: float, column: float) -> bool:
    """Look at one place of the picture, given in shares of its sides."""
    height, width = picture.shape[:2]
    red, green, blue = (int(value) for value in picture[int(row * height), int(column * width)])
    return red > 150 and green < 90 and blue < 90


@pytest.mark.parametrize(
    ("name", "row", "column"),
    [
        ("plain.mp4", 0.2, 0.2),
        ("rotated.mp4", 0.2, 0.8),
        ("upside_down.mp4", 0.8, 0.8),
        ("plain.mov", 0.2, 0.2),
    ],
)
def test_the_red_quarter_stands_where_a_player_shows_it(
    clip: Clip, name: str, row: float, column: float
) -> None:
    for frame in frames_of(clip(name)):
        red_places = [(r, c) for r in (0.2, 0.8) for c in (0.2, 0.8) if is_red(frame.picture, r, c)]
        assert red_places == [(row, column)]


def test_pictures_match_what_was_drawn_at_their_time(clip: Clip) -> None:
    for frame in frames_of(clip("plain.mp4"), count=20, side_px=120):
        drawn = moving_pattern(round(frame.time_s * 10), (160, 120))
        assert np.abs(frame.picture.astype(int) - drawn.astype(int)).mean() < 12


def test_a_clip_with_many_keyframes_gives_keyframes_only(clip: Clip) -> None:
    times_s = [frame.time_s for frame in frames_of(clip("many_keyframes.mp4"), count=8)]
    assert len(times_s) == 8
    assert all(time_s * 2 == pytest.approx(round(time_s * 2), abs=0.01) for time_s in times_s)


def test_a_clip_with_one_keyframe_is_decoded_at_spread_times(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "one_gop.mp4", seconds=4, keyframe_every=1000, audio=False)
    times_s = [frame.time_s for frame in frames_of(path, count=8)]
    assert times_s == pytest.approx(spread_times(8, 0.0, 4.0), abs=0.06)


def test_a_picture_counts_as_long_as_it_stays_on_the_screen(tmp_path: Path) -> None:
    still = make_clip(tmp_path / "still.mp4", times_s=[0.0], seconds=3)  # one picture, three seconds of sound
    assert [frame.time_s for frame in frames_of(still)] == [0.0]
    slides = make_clip(tmp_path / "slides.mkv", times_s=[0.0, 4.0, 8.0], seconds=12)
    assert [frame.time_s for frame in frames_of(slides)] == pytest.approx([0.0, 4.0, 8.0], abs=0.05)


def test_long_clips_with_few_keyframes_cost_no_more_than_the_budget(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_clip(tmp_path / "long.mp4", seconds=12, keyframe_every=60, audio=False)
    monkeypatch.setattr(frame_sampling, "EXACT_BUDGET_PX", 160 * 120 * 40)
    times_s = [frame.time_s for frame in frames_of(path, count=8)]
    # Two seconds after each of the two keyframes can be paid for.
    assert 4 <= len(times_s) <= 8
    assert all(time_s % 6.0 <= 2.1 for time_s in times_s)
    assert max(times_s) > 6.0


def test_hdr_becomes_an_ordinary_picture(clip: Clip) -> None:
    (first, *_) = frames_of(clip("hdr.mp4"))
    row = first.picture[first.picture.shape[0] // 2].mean(axis=-1)
    assert row[0] < 20
    assert row[-1] > 230
    assert np.all(np.diff(row) >= -3)
    assert np.abs(first.picture.astype(int) - first.picture.mean(axis=-1, keepdims=True)).max() < 12


@pytest.mark.parametrize("transfer", [TRANSFER_PQ, TRANSFER_HLG])
def test_tone_mapping_keeps_black_white_and_order(transfer: int) -> None:
    ramp = np.linspace(0, 65535, 256).astype(np.uint16)[None, :, None].repeat(3, axis=2)
    mapped = tone_map(ramp, transfer)[0, :, 0].astype(int)
    assert mapped[0] == 0
    assert mapped[-1] >= 250
    assert np.all(np.diff(mapped) >= 0)


def test_a_film_whose_pictures_are_all_gone_is_unreadable(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "hollow.mkv", audio=False)
    data = bytearray(path.read_bytes())
    begin = data.index(bytes.fromhex("1f43b675"))  # the first cluster
    data[begin + 20 : -300] = bytes(len(data) - begin - 320)
    path.write_bytes(data)
    with open_media(str(path)) as reader, pytest.raises(UnreadableVideoError, match=r"hollow\.mkv"):
        list(reader.sample_frames(4, 96))


def test_a_file_that_goes_away_in_mid_run_has_vanished(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "hollow.mkv", audio=False)
    data = bytearray(path.read_bytes())
    begin = data.index(bytes.fromhex("1f43b675"))
    data[begin + 20 : -300] = bytes(len(data) - begin - 320)
    path.write_bytes(data)
    with open_media(str(path)) as reader:
        path.unlink()
        with pytest.raises(VideoVanishedError):
            list(reader.sample_frames(4, 96))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("mirrored", [False, True])
def test_display_matrices_turn_pictures_as_their_formula_says(turn: int, *, mirrored: bool) -> None:
    a, b, c, d = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}[turn]
    if mirrored:
        a, c = -a, -c
    picture = np.arange(4 * 6 * 3, dtype=np.uint8).reshape(4, 6, 3)
    points = np.array([(a * x + c * y, b * x + d * y) for y in range(4) for x in range(6)])
    points -= points.min(axis=0)
    expected = np.zeros((points[:, 1].max() + 1, points[:, 0].max() + 1, 3), np.uint8)
    expected[points[:, 1], points[:, 0]] = picture.reshape(-1, 3)
    orientation = Orientation.from_matrix((a * ONE, b * ONE, 0, c * ONE, d * ONE, 0, 0, 0, 1 << 30))
    np.testing.assert_array_equal(orientation.apply(picture), expected)
    if not mirrored:
        assert orientation.rotation_degrees == turn


@given(st.integers(1, 9000), st.integers(1, 9000), st.integers(1, 2000))
def test_fitted_sizes_are_never_larger(width: int, height: int, side_px: int) -> None:
    fitted = fitted_size((width, height), side_px)
    assert 1 <= fitted[0] <= width
    assert 1 <= fitted[1] <= height
    assert min(fitted) <= side_px or min(fitted) == min(width, height)


@given(st.integers(1, 8000), st.integers(1, 8000), st.fractions(Fraction(1, 100), 100))
def test_pixel_aspect_never_shrinks(width: int, height: int, aspect: Fraction) -> None:
    shown = shown_size(width, height, aspect)
    assert shown[0] >= width
    assert shown[1] >= height


def test_planes_that_were_never_filled_are_known() -> None:
    green = np.full((40, 60, 3), (0, 135, 0), dtype=np.uint8)
    assert is_unfilled(green)
    meadow = moving_pattern(3, (160, 120))
    assert not is_unfilled(meadow)
