"""Draws the pictures of the sample season: a lighthouse by the sea, in every weather."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 320, 180
_ENLARGED = 2
"""Shapes are drawn at half the size and enlarged, four times as quick; text is drawn at full size."""
_HORIZON = 0.62
_TOWER_X = 0.78
_LAMP_Y = 0.24
_ASPECT = WIDTH / HEIGHT

Colour = tuple[int, int, int]
Picture = NDArray[np.uint8]
_Canvas = NDArray[np.float32]
_Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Scene:
    """One shot. Colours run from the first to the second value while it lasts; shares are of the picture."""

    seconds: float
    sky: tuple[Colour, Colour]
    glow: tuple[Colour, Colour]
    sea: Colour
    sun_y: tuple[float, float] | None = None
    boat_x: tuple[float, float] | None = None
    gull_x: tuple[float, float] | None = None
    stars: bool = False
    rain: bool = False
    beam: bool = False
    caption: str = ""


def draw_scene(scene: Scene, time_s: float, seed: int) -> Picture:
    """Return the shot at ``time_s`` after its beginning, RGB uint8 ``(HEIGHT, WIDTH, 3)``."""
    share = min(1.0, time_s / scene.seconds)
    canvas = _sky(_blend(scene.sky, share), _blend(scene.glow, share))
    if scene.stars:
        _paint(canvas, _stars(seed) & (np.sin(time_s * 2 + _grid()[0] * 40) > -0.6), (235, 235, 245))
    if scene.sun_y is not None:
        _paint(canvas, _disc(0.3, _between(scene.sun_y, share), 0.07), (255, 226, 140))
    _paint_clouds(canvas, time_s, seed)
    _paint_sea(canvas, scene.sea, time_s)
    if scene.boat_x is not None:
        _paint_boat(canvas, _between(scene.boat_x, share), time_s)
    if scene.beam:
        _paint_beam(canvas, time_s * 0.9)
    _paint_tower(canvas, lit=scene.beam)
    if scene.gull_x is not None:
        _paint_gull(canvas, _between(scene.gull_x, share), time_s)
    if scene.rain:
        _paint_rain(canvas, time_s, seed)
    picture = _enlarge(canvas)
    _fade_text(picture, scene.caption, 0.86, 14, min(1.0, time_s, scene.seconds - time_s))
    return picture


def draw_title(time_s: float, seconds: float, name: str) -> Picture:
    """Return the title card of every episode: a beam sweeps over the night, the name fades in."""
    canvas = _sky((8, 12, 40), (40, 30, 90))
    _paint(canvas, _stars(1), (240, 240, 255))
    _paint_sea(canvas, (16, 26, 60), time_s)
    _paint_beam(canvas, time_s * 1.6)
    _paint_tower(canvas, lit=True)
    picture = _enlarge(canvas)
    strength = min(1.0, time_s / 2, (seconds - time_s) / 1.5)
    _fade_text(picture, name.upper(), 0.42, 30, strength, centre_x=0.37)
    return picture


def draw_credits(time_s: float, lines: Sequence[str]) -> Picture:
    """Return the closing credits: white lines that scroll up over black."""
    picture = np.zeros((HEIGHT, WIDTH, 3), dtype=np.uint8)
    roll = 1.0 - time_s * 0.16
    for place, line in enumerate(lines):
        _fade_text(picture, line, roll + place * 0.14, 15, 1.0)
    return picture


@cache
def _grid() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return x and y of every drawn pixel, 0..1, each ``(HEIGHT / 2, WIDTH / 2)``."""
    rows, columns = HEIGHT // _ENLARGED, WIDTH // _ENLARGED
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    return x / columns, y / rows


def _sky(top: Colour, low: Colour) -> _Canvas:
    share = np.clip(_grid()[1][:, :1] / _HORIZON, 0, 1)[..., None]  # (rows, 1, 1)
    column = (1 - share) * _light(top) + share * _light(low)  # (rows, 1, 3)
    return np.asarray(column.repeat(WIDTH // _ENLARGED, axis=1), dtype=np.float32)


def _paint(canvas: _Canvas, mask: _Mask, colour: Colour, strength: float = 1.0) -> None:
    if strength >= 1.0:
        canvas[mask] = _light(colour)
    else:
        canvas[mask] = canvas[mask] * (1 - strength) + _light(colour) * strength


def _light(colour: Colour) -> NDArray[np.float32]:
    return np.array(colour, dtype=np.float32)


def _disc(x: float, y: float, radius: float) -> _Mask:
    grid_x, grid_y = _grid()
    return np.asarray(((grid_x - x) * _ASPECT) ** 2 + (grid_y - y) ** 2 < radius**2)


@lru_cache(maxsize=8)
def _stars(seed: int) -> _Mask:
    chosen = np.random.default_rng(seed).random(_grid()[0].shape) > 0.995
    return np.asarray(chosen & (_grid()[1] < _HORIZON - 0.05))


def _paint_clouds(canvas: _Canvas, time_s: float, seed: int) -> None:
    rows = canvas.shape[0] // 2
    x, y = (axis[:rows] for axis in _grid())
    clouds = np.zeros(x.shape, dtype=np.bool_)
    for place, height, size in np.random.default_rng(seed + 100).random((4, 3)):
        drift = (place + time_s * 0.012) % 1.3 - 0.15
        squared = (0.035 + 0.04 * size) ** 2 - (y - 0.08 - 0.28 * height) ** 2
        for step in (-0.05, 0.0, 0.05):
            clouds |= ((x - drift - step) * _ASPECT) ** 2 < squared
    _paint(canvas[:rows], clouds, (245, 245, 250), 0.4)


def _paint_sea(canvas: _Canvas, colour: Colour, time_s: float) -> None:
    shore = math.ceil(_HORIZON * HEIGHT / _ENLARGED)
    x, y = (axis[shore:] for axis in _grid())
    depth = (y - _HORIZON) / (1 - _HORIZON)
    wave = np.sin(x * 40 * (1.3 - depth) + time_s * 2.2 + y * 90) * np.sin(y * 70 - time_s * 1.4)
    shade = (0.8 + 0.35 * depth + 0.18 * wave)[..., None]
    canvas[shore:] = _light(colour) * shade


def _paint_tower(canvas: _Canvas, *, lit: bool) -> None:
    x, y = _grid()
    across = np.abs(x - _TOWER_X)
    _paint(canvas, (across * _ASPECT < 0.30 - 0.9 * (0.82 - y)) & (y > 0.66) & (y < 0.86), (70, 62, 58))
    tower = (across < 0.022 + 0.028 * (y - 0.28)) & (y > 0.28) & (y < 0.72)
    _paint(canvas, tower, (240, 238, 230))
    _paint(canvas, tower & (np.floor(y * 14) % 2 == 0), (196, 44, 40))
    _paint(canvas, (across < 0.018) & (y > 0.21) & (y <= 0.28), (255, 240, 150) if lit else (90, 100, 110))
    _paint(canvas, (across < 0.5 * (y - 0.165)) & (y > 0.165) & (y <= 0.21), (60, 40, 44))


def _paint_beam(canvas: _Canvas, angle: float) -> None:
    x, y = _grid()
    dx, dy = (x - _TOWER_X) * _ASPECT, y - _LAMP_Y
    reach = math.cos(angle)
    along = dx * reach
    inside = (along > 0) & (np.abs(dy + 0.05 * dx) < 0.10 * np.abs(dx)) & (np.abs(dx) < 1.4 * abs(reach))
    _paint(canvas, inside & (y < 0.95), (255, 244, 190), 0.25 + 0.3 * abs(reach))


def _paint_boat(canvas: _Canvas, at: float, time_s: float) -> None:
    x, y = _grid()
    water_line = 0.74 + 0.01 * math.sin(time_s * 2.5)
    hull = (y > water_line) & (y < water_line + 0.05) & (np.abs(x - at) < 0.075 - 0.7 * (y - water_line))
    _paint(canvas, hull, (110, 62, 34))
    _paint(canvas, (np.abs(x - at) < 0.004) & (y > water_line - 0.2) & (y <= water_line), (60, 40, 30))
    sail = (x > at + 0.006) & (y > water_line - 0.19) & (y < water_line - 0.02)
    _paint(canvas, sail & (x - at < 0.42 * (y - water_line + 0.19)), (250, 246, 235))


def _paint_gull(canvas: _Canvas, at: float, time_s: float) -> None:
    x, y = _grid()
    height = 0.3 + 0.06 * math.sin(time_s * 1.1)
    span = np.abs(x - at)
    wing = height - (0.5 + 0.45 * math.sin(time_s * 7)) * span + 3.5 * span**2
    _paint(canvas, (span < 0.07) & (np.abs(y - wing) < 0.013), (250, 250, 252))
    _paint(canvas, _disc(at, height + 0.004, 0.02), (250, 250, 252))


def _paint_rain(canvas: _Canvas, time_s: float, seed: int) -> None:
    x, y = _grid()
    columns = np.random.default_rng(seed).random(x.shape[1], dtype=np.float32)
    falling = (y * 3 + columns * 7 - time_s * 6) % 1.0
    _paint(canvas, falling > 0.88, (190, 205, 225), 0.45)
    if time_s % 4.0 < 0.15:
        canvas += 70.0


@lru_cache(maxsize=64)
def _text_mask(text: str, size_px: int) -> NDArray[np.float32]:
    """Return the coverage of a line of text, 0..1, ``(h, w)``."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.load_default(size_px)
    left, top, right, bottom = font.getbbox(text)
    image = Image.new("L", (min(WIDTH, math.ceil(right - left) + 2), math.ceil(bottom - top) + 2))
    ImageDraw.Draw(image).text((1 - left, 1 - top), text, fill=255, font=font)
    return np.asarray(image, dtype=np.float32) / 255.0


def _fade_text(
    picture: Picture, text: str, centre_y: float, size_px: int, strength: float, *, centre_x: float = 0.5
) -> None:
    if not text or strength <= 0:
        return
    mask = _text_mask(text, size_px)
    top, left = (
        round(centre_y * HEIGHT - mask.shape[0] / 2),
        max(0, round(centre_x * WIDTH - mask.shape[1] / 2)),
    )
    first, last = max(0, top), min(HEIGHT, top + mask.shape[0])
    if last <= first:
        return
    cover = (mask[first - top : last - top] * strength)[..., None]  # (h, w, 1)
    area = picture[first:last, left : left + mask.shape[1]]
    area[:] = np.asarray(area * (1 - cover) + 255.0 * cover, dtype=np.uint8)


def _blend(colours: tuple[Colour, Colour], share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(*colours, strict=True))
    return red, green, blue


def _between(ends: tuple[float, float], share: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * share


def _enlarge(canvas: _Canvas) -> Picture:
    small = np.clip(canvas, 0, 255).astype(np.uint8)
    return np.asarray(small.repeat(_ENLARGED, axis=0).repeat(_ENLARGED, axis=1), dtype=np.uint8)
