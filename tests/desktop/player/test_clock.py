from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.player.clock import STALE_AFTER_SEEK_S, PlaybackClock, frame_place


class Now:
    def __init__(self) -> None:
        self.s = 100.0

    def __call__(self) -> float:
        return self.s


def running(position_s: float = 0.0) -> tuple[PlaybackClock, Now]:
    now = Now()
    clock = PlaybackClock(now)
    clock.jump(position_s)
    now.s += 10 * STALE_AFTER_SEEK_S
    clock.run()
    return clock, now


def test_it_runs_between_reports() -> None:
    clock, now = running(5.0)
    now.s += 0.4
    assert clock.position_s() == pytest.approx(5.4)


def test_it_stands_still_while_halted() -> None:
    clock, now = running()
    now.s += 2
    clock.halt()
    now.s += 50
    assert clock.position_s() == pytest.approx(2.0)


def test_it_keeps_the_pace_of_the_speed() -> None:
    clock, now = running()
    now.s += 1
    clock.set_rate(2.0)
    now.s += 3
    assert clock.position_s() == pytest.approx(7.0)


def test_a_report_of_the_old_place_after_a_seek_is_ignored() -> None:
    clock, now = running(10.0)
    clock.jump(200.0)
    now.s += 0.3
    clock.report(10.3)
    assert clock.position_s() == pytest.approx(200.3)


def test_a_seek_that_never_happened_is_believed_after_a_while() -> None:
    clock, now = running(10.0)
    clock.jump(200.0)
    now.s += STALE_AFTER_SEEK_S + 0.1
    clock.report(12.0)
    assert clock.position_s() == pytest.approx(12.0)


def test_after_the_seek_happened_far_reports_count_again() -> None:
    clock, now = running(10.0)
    clock.jump(200.0)
    now.s += 0.2
    clock.report(200.1)
    clock.report(300.0)
    assert clock.position_s() == pytest.approx(300.0)


def test_a_late_report_moves_the_clock_gently() -> None:
    clock, _ = running(10.0)
    clock.report(9.8)
    assert 9.8 < clock.position_s() < 10.0


@given(st.lists(st.tuples(st.floats(0, 5), st.floats(-0.2, 0.2)), max_size=30))
def test_noisy_reports_never_take_it_far_from_the_truth(steps: list[tuple[float, float]]) -> None:
    clock, now = running()
    truth_s = 0.0
    for passed_s, noise_s in steps:
        now.s += passed_s
        truth_s += passed_s
        clock.report(max(0.0, truth_s + noise_s))
        assert abs(clock.position_s() - truth_s) <= 0.45


@given(st.integers(0, 200_000), st.sampled_from([10.0, 23.976, 24.0, 25.0, 29.97, 59.94]))
def test_a_step_on_and_a_step_back_lead_to_the_same_frame(number: int, fps: float) -> None:
    here_s = frame_place(number / fps, fps, 0)
    assert frame_place(frame_place(here_s, fps, 1), fps, -1) == pytest.approx(here_s)
    assert frame_place(here_s, fps, 1) == pytest.approx((number + 1.5) / fps)


def test_stepping_back_stops_at_the_first_frame() -> None:
    assert frame_place(0.0, 25.0, -1) == pytest.approx(0.02)
