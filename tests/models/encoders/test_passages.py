"""Passages of speech: muted in between, never above 30 s, the fullest first."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from models.encoders import passages
from models.encoders.passages import SAMPLE_RATE_HZ, Passage, _gathered, densest, speech_passages


def test_silence_noise_and_a_tone_are_not_speech() -> None:
    seconds = np.arange(8 * SAMPLE_RATE_HZ) / SAMPLE_RATE_HZ
    noise = np.random.default_rng(3).normal(0, 0.1, len(seconds)).astype(np.float32)
    for sound in (np.zeros_like(noise), noise, np.sin(2 * np.pi * 440 * seconds).astype(np.float32)):
        assert speech_passages(sound) == ()


@pytest.mark.parametrize("samples", [0, 1, 511])
def test_a_sound_too_short_to_judge_is_not_speech(samples: int) -> None:
    assert speech_passages(np.ones(samples, np.float32)) == ()


def test_spans_share_a_passage_as_long_as_it_fits_the_window() -> None:
    spans = [(0.0, 5.0), (10.0, 14.0), (28.0, 31.0), (40.0, 60.5), (100.0, 101.0)]
    assert [passage.spans for passage in _gathered(spans)] == [
        ((0.0, 5.0), (10.0, 14.0)),
        ((28.0, 31.0),),
        ((40.0, 60.5),),
        ((100.0, 101.0),),
    ]


def test_a_cut_keeps_the_speech_in_place_and_mutes_the_rest() -> None:
    sound = np.ones(10 * SAMPLE_RATE_HZ, np.float32)
    heard = Passage(((2.0, 3.0), (5.0, 6.0))).cut(sound)
    assert len(heard) == 4 * SAMPLE_RATE_HZ
    per_second = heard.reshape(4, SAMPLE_RATE_HZ).mean(axis=1)
    np.testing.assert_array_equal(per_second, [1, 0, 0, 1])


def test_a_cut_at_the_end_of_the_sound_is_as_short_as_the_sound() -> None:
    assert len(Passage(((0.5, 2.0),)).cut(np.ones(SAMPLE_RATE_HZ, np.float32))) == SAMPLE_RATE_HZ // 2


def test_the_fullest_passages_are_taken_in_time_order_until_there_is_enough() -> None:
    few, full, fuller = Passage(((0.0, 3.0),)), Passage(((30.0, 50.0),)), Passage(((60.0, 88.0),))
    assert densest([few, full, fuller], max_speech_s=40.0) == (full, fuller)
    assert densest([few, full, fuller], max_speech_s=20.0) == (fuller,)
    assert densest([few, full, fuller], max_speech_s=600.0) == (few, full, fuller)
    assert densest([few], max_speech_s=0.0) == ()


def test_a_long_sound_is_heard_in_blocks_whose_times_are_those_of_the_sound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from faster_whisper import vad

    monkeypatch.setattr(passages, "_VAD_BLOCK_SAMPLES", 100 * SAMPLE_RATE_HZ)
    seen: list[int] = []

    def speech_at_ten_seconds(block: NDArray[np.float32], options: object) -> list[dict[str, int]]:
        seen.append(len(block))
        return [{"start": 10 * SAMPLE_RATE_HZ, "end": 12 * SAMPLE_RATE_HZ}]

    monkeypatch.setattr(vad, "get_speech_timestamps", speech_at_ten_seconds)
    heard: list[float] = []
    found = speech_passages(np.zeros(250 * SAMPLE_RATE_HZ, np.float32), heard.append)
    assert heard == [0.4, 0.8, 1.0]
    assert seen == [100 * SAMPLE_RATE_HZ, 100 * SAMPLE_RATE_HZ, 50 * SAMPLE_RATE_HZ]
    assert [passage.spans for passage in found] == [((10.0, 12.0),), ((110.0, 112.0),), ((210.0, 212.0),)]
