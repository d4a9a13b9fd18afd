from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.health.finding import Finding, Health, well
from tests.core.cli.conftest import Command
from tests.core.cli.test_program import program


@pytest.mark.weights
@pytest.mark.slow
def test_the_doctor_finds_this_installation_usable(home: Path) -> None:
    found = program(home, "doctor", "--json", patience_s=280)
    report = json.loads(found.stdout)
    assert [check for check in report["checks"] if check["state"] == "failed"] == []
    assert (found.returncode, report["usable"]) == (0, True)
    assert {"Python", "SQLite", "torch", "decoders", "model efficientnet-lite2"} <= {
        check["name"] for check in report["checks"]
    }


def test_what_is_broken_ends_with_3_and_says_what_to_do(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Finding("torch", Health.FAILED, "ImportError", "Install the program again.")
    monkeypatch.setattr("core.health.libraries.look_at_libraries", lambda: iter([broken]))
    monkeypatch.setattr("core.health.weights.look_at_weights", lambda: iter([well("model", "whole")]))
    found = command("doctor")
    assert found.code == 3
    assert "Install the program again." in found.out
    assert found.out.endswith("Broken: torch\n")
    assert command("doctor", "--json").json["usable"] is False
