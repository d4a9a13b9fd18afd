from __future__ import annotations

import numpy as np
import pytest

from models.heads.class_to_tag import FLOOR, ClassToTag, Floats, pool, strongest_moments

CLASSES = 1000
DOG_BREEDS = slice(0, 100)
ANIMALS = slice(0, 400)
TROWEL = 900


@pytest.fixture
def head() -> ClassToTag:
    """Tags: animals, dogs, tools."""
    weights = np.zeros((CLASSES, 3), dtype=np.float32)
    weights[ANIMALS, 0] = weights[DOG_BREEDS, 1] = weights[TROWEL, 2] = 1.0
    return ClassToTag(weights, np.array([-1, 0, -1]))


def frames(count: int, **seen: tuple[int, float]) -> Floats:
    """Frames that are thinly spread but for what was seen: class and probability."""
    probabilities = np.full((count, CLASSES), 0.1 / CLASSES, dtype=np.float32)
    for place, probability in seen.values():
        probabilities[:, place] = probability
    return probabilities


def test_breeds_add_up_to_dogs_and_dogs_to_animals(head: ClassToTag) -> None:
    probabilities = frames(8, one=(1, 0.2), two=(2, 0.2), three=(3, 0.2), four=(4, 0.2))
    animals, dogs, tools = head.scores(head.frame_masses(probabilities))
    assert dogs > 0.9
    assert animals > 0.7
    assert tools < 0.1


def test_a_guess_among_several_for_its_parent_leaves_the_parent_alone(head: ClassToTag) -> None:
    torn = frames(8, dog=(1, 0.3), other=(300, 0.4))
    animals, dogs, _ = head.scores(head.frame_masses(torn))
    assert animals > 0.5 > dogs
    clear = frames(8, dog=(1, 0.3), other=(300, 0.1))
    assert head.scores(head.frame_masses(clear))[1] > 0.5


def test_one_odd_frame_among_many_makes_no_tag(head: ClassToTag) -> None:
    probabilities = frames(24)
    probabilities[5, TROWEL] = 0.95
    assert head.scores(head.frame_masses(probabilities))[2] < 0.5


def test_a_scene_of_a_quarter_of_the_video_makes_a_tag(head: ClassToTag) -> None:
    probabilities = frames(24)
    probabilities[:6, TROWEL] = 0.95
    assert head.scores(head.frame_masses(probabilities))[2] > 0.5


def test_pictures_of_nothing_known_give_no_tag(head: ClassToTag) -> None:
    spread = np.full((8, CLASSES), 1 / CLASSES, dtype=np.float32)
    assert spread.max() < FLOOR
    assert not head.frame_masses(spread).any()
    assert head.scores(head.frame_masses(spread)).max() < 0.01


def test_a_tag_of_many_classes_has_to_show_more(head: ClassToTag) -> None:
    animals, dogs, tools = head.thresholds
    assert animals > dogs > tools


def test_no_frames_give_no_tags(head: ClassToTag) -> None:
    assert not head.scores(np.zeros((0, 3), dtype=np.float32)).any()


def test_what_fills_a_video_is_surer_than_what_fills_a_quarter_of_it() -> None:
    quarter = np.zeros((24, 1), dtype=np.float32)
    quarter[:6] = 0.6
    assert pool(np.full((24, 1), 0.6, dtype=np.float32))[0] > pool(quarter)[0] + 0.1


def test_pooling_one_frame_changes_nothing() -> None:
    masses = np.array([[0.1, 0.7]], dtype=np.float32)
    np.testing.assert_allclose(pool(masses), masses[0], rtol=1e-6)


def test_the_strongest_moment_stands_first_and_weak_ones_are_left_out() -> None:
    times_s = np.array([0.0, 1.0, 2.0, 3.0])
    assert strongest_moments(np.array([0.1, 0.9, 0.0, 0.6], np.float32), times_s) == (1.0, 3.0)
    assert strongest_moments(np.zeros(4, np.float32), times_s) == ()
