"""Composes the sound of the sample season: plucked notes, pads and the sea, all from numpy."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

MUSIC_RATE_HZ = 24_000
Samples = NDArray[np.float32]

_THEME = (62, 69, 74, 72, 69, 65, 67, 69, 74, 77, 76, 74, 72, 69, 67, 62)
"""MIDI notes of the theme; a note every ``_THEME_STEP_S``."""
_THEME_STEP_S = 0.7
_SOFTNESS = 65
"""Samples over which noise is averaged: white noise becomes surf."""
_REST = (57, 60, 64, 67, 64, 60, 55, 59, 62, 67, 62, 59)
_SCALES = ((57, 60, 62, 64, 67, 69), (55, 59, 62, 64, 66, 71), (53, 57, 60, 62, 65, 69))


def theme(seconds: float) -> Samples:
    """Return the music of the title card, float32 ``(samples,)``: the same in every episode."""
    return _melody(_THEME, _THEME_STEP_S, seconds, loudness=0.5)


def closing(seconds: float) -> Samples:
    """Return the music under the credits."""
    return _melody(_REST, 0.95, seconds, loudness=0.35)


def story(seconds: float, episode: int) -> Samples:
    """Return slow notes over the noise of waves, different in every episode."""
    random = np.random.default_rng(1000 + episode)
    scale = _SCALES[episode % len(_SCALES)]
    notes = tuple(int(note) for note in random.choice(scale, size=int(seconds / 1.6) + 1))
    return _melody(notes, 1.6, seconds, loudness=0.25) + _waves(seconds, random)


def _melody(notes: tuple[int, ...], step_s: float, seconds: float, loudness: float) -> Samples:
    mix = np.zeros(round(seconds * MUSIC_RATE_HZ), dtype=np.float32)
    for place in range(int(seconds / step_s)):
        note = _pluck(notes[place % len(notes)], step_s * 2)
        begin = round(place * step_s * MUSIC_RATE_HZ)
        part = note[: len(mix) - begin]
        mix[begin : begin + len(part)] += part
    return np.asarray(mix * loudness * _edges(len(mix)), dtype=np.float32)


@lru_cache(maxsize=256)
def _pluck(midi_note: int, seconds: float) -> Samples:
    """Return a struck string: harmonics that fade, the high ones sooner."""
    time_s = np.arange(round(seconds * MUSIC_RATE_HZ)) / MUSIC_RATE_HZ
    pitch_hz = 440.0 * 2 ** ((midi_note - 69) / 12)
    tone = sum(
        np.sin(2 * np.pi * pitch_hz * k * time_s) * np.exp(-time_s * (1.5 + k)) / k for k in range(1, 6)
    )
    return np.asarray(tone * np.minimum(1.0, time_s / 0.01), dtype=np.float32)


def _waves(seconds: float, random: np.random.Generator) -> Samples:
    """Return noise that swells and ebbs like surf."""
    count = round(seconds * MUSIC_RATE_HZ)
    sums = np.cumsum(random.standard_normal(count + _SOFTNESS))
    soft = (sums[_SOFTNESS:] - sums[:-_SOFTNESS]) / _SOFTNESS
    swell = 0.5 + 0.5 * np.sin(2 * np.pi * np.arange(count) / MUSIC_RATE_HZ / 5.0)
    return np.asarray(soft * swell * 0.35, dtype=np.float32)


def _edges(count: int) -> NDArray[np.float64]:
    """Return a short fade at both ends, so that parts join without a click."""
    ramp = MUSIC_RATE_HZ // 50
    place = np.arange(count)
    return np.clip(np.minimum(place, count - 1 - place) / ramp, 0.0, 1.0)
