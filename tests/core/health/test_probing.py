from __future__ import annotations

import os
import signal
from typing import Any

import pytest

from core.health import probing
from core.health.finding import Health
from core.health.libraries import look_at_libraries


def die() -> dict[str, Any]:
    os.kill(os.getpid(), signal.SIGKILL)
    return {}


def fail() -> dict[str, Any]:
    raise OSError("libfoo.so.1: cannot open shared object file")


def test_a_library_that_kills_its_process_is_only_a_finding() -> None:
    assert "ended at once" in probing.in_process(die)["error"]
    assert "libfoo.so.1" in probing.in_process(fail)["error"]


def test_a_library_that_cannot_be_imported_is_named_and_the_rest_is_still_looked_at() -> None:
    found = probing.imports({"numpy": "numpy", "ghost": "no_such_module"})
    assert "no_such_module" in found["ghost"]["error"]
    assert found["numpy"]["version"]


def test_every_finding_that_is_not_well_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "in_process", lambda probe, *arguments: {"error": "gone"})
    findings = list(look_at_libraries())
    assert {finding.health for finding in findings} == {Health.FAILED, Health.WARNING}
    assert all(finding.advice for finding in findings)
    player = next(finding for finding in findings if finding.name == "player")
    assert player.health is Health.WARNING
