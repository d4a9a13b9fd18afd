from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from models.heads.zero_shot import frame_probabilities, lift, pooled, softmax_bias, tag_vectors

RANDOM = np.random.default_rng(7)


def unit(count: int, width: int = 16) -> NDArray[np.float32]:
    vectors = RANDOM.normal(size=(count, width))
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def test_prompts_of_a_tag_are_averaged_to_one_direction() -> None:
    prompts = unit(5)
    tags = tag_vectors(prompts, np.array([0, 0, 0, 2, 2]), 3)
    np.testing.assert_allclose(np.linalg.norm(tags, axis=1), [1, 0, 1], atol=1e-6)
    mean = prompts[:3].mean(axis=0)
    np.testing.assert_allclose(tags[0], mean / np.linalg.norm(mean), atol=1e-6)


def test_probabilities_are_the_sigmoid_of_scaled_cosines() -> None:
    tags, scale, bias = unit(4), 100.0, -10.0
    frames = np.multiply(unit(3), np.float32(7))  # the length of a frame's vector does not matter
    cosines = frames @ tags.T / 7.0
    expected = 1 / (1 + np.exp(-(scale * cosines + bias)))
    np.testing.assert_allclose(frame_probabilities(frames, tags, scale, bias), expected, atol=1e-4)


def test_a_tag_without_prompts_is_never_seen() -> None:
    tags = np.vstack([unit(1), np.zeros((1, 16), np.float32)])
    assert not frame_probabilities(unit(5), tags, 1.0, 5.0)[:, 1].any()


def test_even_odds_where_a_tag_is_as_likely_as_all_the_background() -> None:
    frames, background, scale = unit(1), unit(1), 20.0
    bias = softmax_bias(frames, background, scale)
    assert frame_probabilities(frames, background, scale, bias)[0, 0] == pytest.approx(0.5, abs=1e-4)


def test_an_unlikely_parent_pulls_its_child_down_and_a_likely_child_lifts_its_parent() -> None:
    parents = np.array([-1, 0, 0])
    lifted = lift(np.array([[0.2, 0.6, 0.1]], np.float32), parents)[0]
    assert lifted[1] < 0.6
    assert lifted[0] >= lifted[1] > lifted[2]
    sure = lift(np.array([[0.9, 0.6, 0.1]], np.float32), parents)[0]
    assert sure[1] > 0.6


def test_scenes_are_pooled_by_the_mean_and_events_by_their_strongest_frames() -> None:
    probabilities = np.zeros((8, 2), np.float32)
    probabilities[:2] = 0.8
    np.testing.assert_allclose(pooled(probabilities, np.array([True, False])), [0.2, 0.8], atol=1e-6)
    assert not pooled(probabilities[:0], np.array([True, False])).any()
