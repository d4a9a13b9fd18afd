"""``docs/measurements.md``, written from the JSON of the benchmarks and from nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.machine import Machine
from tests.benchmarks.report import Cell, figure_cells, shown

_HEAD = """# Measurements

Written by `make bench`, never by hand: it finds every module of `tests/benchmarks/`, runs each in a process
of its own, one after the other, on one machine, and copies the figures from what they wrote. A goal that does
not hold and a benchmark that broke stand here like the others. Seconds depend on the machine; shares and
counts do not.
"""
_QUICK = "**Quick run:** fewer files and repetitions than a full one; no ground for a claim.\n"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one benchmark ended. ``record`` is its JSON; ``None`` where it wrote none."""

    name: str
    purpose: str
    exit_code: int
    seconds: float
    record: dict[str, Any] | None

    @property
    def met(self) -> bool:
        """Whether it ended well and every goal of its table holds."""
        return self.exit_code == 0 and self.record is not None and self.record["met"] is True

    @property
    def verdict(self) -> str:
        """Yes, NO or broke."""
        if self.record is None:
            return "broke"
        return "yes" if self.met else "NO"


def measurements_page(
    outcomes: Sequence[Outcome], machine: Machine, day: datetime.date, *, quick: bool
) -> str:
    """Return the page as Markdown."""
    facts = ", ".join(
        f"{key.replace('_gib', ' GiB')} {shown(value)}" for key, value in machine.items() if value is not None
    )
    summary = [
        (f"[{outcome.name}](#{outcome.name})", outcome.purpose, outcome.verdict, f"{outcome.seconds:.0f} s")
        for outcome in outcomes
    ]
    return "\n".join(
        [
            _HEAD,
            *([_QUICK] if quick else []),
            f"Measured on {day.isoformat()}. Machine: {facts}.\n",
            markdown_table(("benchmark", "what it asks", "every goal holds", "time"), summary),
            *(_section(outcome) for outcome in outcomes),
        ]
    )


def _section(outcome: Outcome) -> str:
    parts = [f"\n## {outcome.name}\n", f"{outcome.purpose}\n"]
    if outcome.record is None:
        parts.append(f"It ended with code {outcome.exit_code} and without results.\n")
        return "\n".join(parts)
    if outcome.record.get("how"):
        parts.append(f"{outcome.record['how']}\n")
    rows = [figure_cells(figure) for figure in outcome.record["results"]]
    parts.append(markdown_table(("figure", "value", "goal", "met", "note"), rows))
    for table in outcome.record.get("tables", ()):
        body = markdown_table(table["columns"], table["rows"])
        parts.append(f"<details><summary>{table['title']}</summary>\n\n{body}\n</details>\n")
    return "\n".join(parts)


def markdown_table(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Return a Markdown table; a bar inside a cell does not end the cell."""
    cells = [[shown(cell).replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    lines = [list(columns), ["---"] * len(columns), *cells]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
