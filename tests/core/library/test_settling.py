from __future__ import annotations

from dataclasses import dataclass

import pytest

from core.library.settling import Settling
from core.library.walk import SeenFile

_NOW = 1_700_000_000


@dataclass
class Turned:
    now_s: float

    def __call__(self) -> float:
        return self.now_s


def seen(size: int = 100, changed_ago_s: float = 0.0, entry_ago_s: float | None = None) -> SeenFile:
    mtime_ns = int((_NOW - changed_ago_s) * 1e9)
    entry_ns = mtime_ns if entry_ago_s is None else int((_NOW - entry_ago_s) * 1e9)
    return SeenFile("/v/a.mp4", size, mtime_ns, max(mtime_ns, entry_ns))


@pytest.fixture
def clock() -> Turned:
    return Turned(50.0)


@pytest.fixture
def settling(clock: Turned) -> Settling:
    return Settling(2.0, Turned(_NOW), clock)


def test_a_fresh_file_settles_after_two_equal_looks_two_seconds_apart(
    settling: Settling, clock: Turned
) -> None:
    assert not settling.look(seen())
    clock.now_s += 1.9
    assert not settling.look(seen())
    clock.now_s += 0.1
    assert settling.look(seen())


def test_growth_begins_the_wait_anew(settling: Settling, clock: Turned) -> None:
    settling.look(seen(size=100))
    clock.now_s += 10
    assert not settling.look(seen(size=200))
    clock.now_s += 1.9
    assert not settling.look(seen(size=200))


def test_a_new_time_of_change_begins_the_wait_anew(settling: Settling, clock: Turned) -> None:
    settling.look(seen(changed_ago_s=1))
    clock.now_s += 10
    assert not settling.look(seen(changed_ago_s=0))


def test_an_old_file_is_taken_at_first_sight(settling: Settling) -> None:
    assert settling.look(seen(changed_ago_s=61))


def test_an_old_time_on_a_new_entry_is_not_trusted(settling: Settling) -> None:
    assert not settling.look(seen(changed_ago_s=10_000, entry_ago_s=1))


def test_a_file_of_the_future_settles_like_a_fresh_one(settling: Settling, clock: Turned) -> None:
    assert not settling.look(seen(changed_ago_s=-9_999))
    clock.now_s += 2
    assert settling.look(seen(changed_ago_s=-9_999))


def test_an_old_empty_file_needs_two_looks(settling: Settling, clock: Turned) -> None:
    assert not settling.look(seen(size=0, changed_ago_s=1_000))
    clock.now_s += 2
    assert settling.look(seen(size=0, changed_ago_s=1_000))


def test_what_is_taken_or_forgotten_waits_no_more(settling: Settling) -> None:
    settling.look(seen())
    assert settling.waiting == {"/v/a.mp4"}
    settling.forget(["/v/a.mp4", "/v/unknown.mp4"])
    assert not settling.waiting
