"""Where there is speech in a sound, and in which passages it is worth transcribing.

Silero VAD (MIT; its ONNX file comes with faster-whisper) gives spans of speech. They are gathered in passages
of at most 30 s, the window of Whisper, and everything else in a passage is muted: times stay those of the
sound, and music or noise between sentences is not heard as words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float32]

SAMPLE_RATE_HZ = 16_000
_LONGEST_PASSAGE_S = 30.0
_LONGEST_SPAN_S = 28.0
_VAD_CHUNK_SAMPLES = 512
_VAD_BLOCK_SAMPLES = 600 * SAMPLE_RATE_HZ  # it copies what it gets several times: a film would take gigabytes


@dataclass(frozen=True, slots=True)
class Passage:
    """Spans of speech ``(start_s, end_s)`` in time order, at most 30 s from first to last."""

    spans: tuple[tuple[float, float], ...]

    @property
    def start_s(self) -> float:
        return self.spans[0][0]

    @property
    def end_s(self) -> float:
        return self.spans[-1][1]

    @property
    def speech_s(self) -> float:
        """Seconds of speech in it."""
        return sum(end - start for start, end in self.spans)

    def cut(self, sound: Sound) -> Sound:
        """Return the passage out of the whole sound at 16 kHz, silent between the spans."""
        first, last = _sample(self.start_s), _sample(self.end_s)
        heard = np.zeros(min(last, len(sound)) - first, np.float32)
        for start_s, end_s in self.spans:
            start, end = _sample(start_s), min(_sample(end_s), len(sound))
            heard[start - first : end - first] = sound[start:end]
        return heard


def speech_passages(sound: Sound, progress: Callable[[float], None] = lambda _: None) -> tuple[Passage, ...]:
    """Return the passages of a mono sound at 16 kHz, in time order; empty where nobody speaks.

    ``progress`` gets the fraction that was listened to, 0..1, every ten minutes of sound.
    """
    if len(sound) < _VAD_CHUNK_SAMPLES:
        return ()
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    options = VadOptions(
        threshold=0.5,
        min_speech_duration_ms=250,
        min_silence_duration_ms=500,
        speech_pad_ms=200,
        max_speech_duration_s=_LONGEST_SPAN_S,
    )
    spans: list[tuple[float, float]] = []
    for first in range(0, len(sound), _VAD_BLOCK_SAMPLES):
        found = get_speech_timestamps(sound[first : first + _VAD_BLOCK_SAMPLES], options)
        progress(min(1.0, (first + _VAD_BLOCK_SAMPLES) / len(sound)))
        spans.extend((_seconds(first + span["start"]), _seconds(first + span["end"])) for span in found)
    return _gathered(spans)


def densest(passages: Sequence[Passage], max_speech_s: float) -> tuple[Passage, ...]:
    """Return the passages fullest of speech, together about ``max_speech_s`` of it, in time order."""
    chosen: list[Passage] = []
    speech_s = 0.0
    for passage in sorted(passages, key=lambda one: -one.speech_s):
        if speech_s >= max_speech_s:
            break
        chosen.append(passage)
        speech_s += passage.speech_s
    return tuple(sorted(chosen, key=lambda one: one.start_s))


def _gathered(spans: Sequence[tuple[float, float]]) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for span in spans:
        if passages and span[1] - passages[-1].start_s <= _LONGEST_PASSAGE_S:
            passages[-1] = Passage((*passages[-1].spans, span))
        else:
            passages.append(Passage((span,)))
    return tuple(passages)


def _seconds(samples: int) -> float:
    return samples / SAMPLE_RATE_HZ


def _sample(time_s: float) -> int:
    return round(time_s * SAMPLE_RATE_HZ)
