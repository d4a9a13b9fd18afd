from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.jobs.owner import is_alive, new_owner

needs_proc = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="this system does not tell when a process started"
)
OWNER_OF_ANOTHER = "from core.jobs.owner import new_owner; print(new_owner())"


def test_every_owner_is_another_one_and_alive_while_the_program_runs() -> None:
    assert new_owner() != new_owner()
    assert is_alive(new_owner())


@needs_proc
def test_a_program_that_ended_is_known_to_be_gone() -> None:
    root = Path(__file__).parents[3]
    run = subprocess.run(
        [sys.executable, "-c", OWNER_OF_ANOTHER], cwd=root, capture_output=True, text=True, check=True
    )
    assert not is_alive(run.stdout.strip())


@needs_proc
def test_another_process_with_the_same_number_is_not_the_owner() -> None:
    host, pid, _, part = new_owner().rsplit(":", 3)
    assert not is_alive(":".join((host, pid, "1", part)))


def test_a_program_on_another_machine_is_left_to_its_lease() -> None:
    assert is_alive("another-host:1:1:x")
