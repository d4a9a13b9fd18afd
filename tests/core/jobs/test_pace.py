from __future__ import annotations

import pytest

from core.jobs.pace import Pace


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_rate_and_time_left_follow_what_was_finished() -> None:
    clock = Clock()
    pace = Pace(clock)
    for _ in range(4):
        pace.started()
        clock.now_s += 3
        pace.finished()
    assert pace.per_minute == pytest.approx(20)
    assert pace.left_s(10) == pytest.approx(30)


def test_nothing_is_said_before_two_jobs_are_done() -> None:
    pace = Pace(Clock())
    pace.started()
    pace.finished()
    assert pace.per_minute is None
    assert pace.left_s(5) is None


def test_a_rest_does_not_count_as_work() -> None:
    clock = Clock()
    pace = Pace(clock)
    for rest_s in (0, 0, 3600, 0, 0):
        clock.now_s += rest_s
        pace.started()
        clock.now_s += 6
        pace.finished()
    assert pace.per_minute == pytest.approx(10)
