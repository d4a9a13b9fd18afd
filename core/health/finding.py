"""One line of the doctor's report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    OK = "ok"
    WARNING = "warning"  # something works less well
    FAILED = "failed"  # a part of the program cannot be used


@dataclass(frozen=True, slots=True)
class Finding:
    """``advice`` says what to do; empty where all is well."""

    name: str
    health: Health
    detail: str
    advice: str = ""


def well(name: str, detail: str) -> Finding:
    """Return a finding that all is well."""
    return Finding(name, Health.OK, detail)
