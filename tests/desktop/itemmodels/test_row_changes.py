"""One list of ids becomes another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.itemmodels.row_changes import MOST_STEPS, Removal, Step, row_changes

IDS = st.lists(st.integers(0, 60), unique=True, max_size=40)


def applied(old: list[int], steps: list[Step]) -> list[int]:
    ids = list(old)
    for step in steps:
        if isinstance(step, Removal):
            del ids[step.first : step.last + 1]
        else:
            ids[step.first : step.first] = step.ids
    return ids


@given(IDS, IDS)
def test_the_steps_lead_from_one_list_to_the_other(old: list[int], new: list[int]) -> None:
    steps = row_changes(old, new)
    kept_in_order = [i for i in old if i in new] == [i for i in new if i in old]
    assert (steps is not None) is kept_in_order
    if steps is not None:
        assert applied(old, steps) == new


def test_neighbours_go_and_come_in_one_step() -> None:
    steps = row_changes([1, 2, 3, 4, 5], [1, 5, 6, 7])
    assert steps is not None
    assert len(steps) == 2


def test_too_many_steps_are_left_to_a_reset() -> None:
    everything = list(range(4 * MOST_STEPS))
    assert row_changes(everything, everything[::2]) is None
