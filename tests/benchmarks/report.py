"""The frame of a benchmark: figures with goals, printed as a table and written as JSON.

A benchmark is a module of this folder with a function ``measure`` and these last lines::

    if __name__ == "__main__":
        raise SystemExit(run_benchmark("NAME", measure))

It then runs as ``python -m tests.benchmarks.NAME [--quick] [--json FILE]``, ends with 0 where every goal
holds and with 1 where one does not, and ``tests.benchmarks.all`` finds it by itself.
"""

from __future__ import annotations

import argparse
import json
import math
import operator
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np

from tests.benchmarks.machine import Machine, machine_summary

Comparison = Literal["<", "<=", ">=", ">", "=="]
Cell = str | int | float | None

_HOLDS: dict[Comparison, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">=": operator.ge,
    ">": operator.gt,
    "==": operator.eq,
}


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure has to reach."""

    comparison: Comparison
    limit: float

    def holds(self, value: float | None) -> bool:
        """Say whether a value reaches the goal; ``None`` and NaN, what could not be measured, never do."""
        return value is not None and _HOLDS[self.comparison](value, self.limit)


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number. ``value`` is ``None`` where it could not be measured; ``note`` says why."""

    name: str
    value: float | None
    unit: str = ""
    goal: Goal | None = None
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the goal holds; ``None`` for a figure without one."""
        return None if self.goal is None else self.goal.holds(self.value)

    def as_record(self) -> dict[str, Any]:
        """Return the JSON record of this figure."""
        return {
            "name": self.name,
            "value": self.value if self.value is None or math.isfinite(self.value) else None,
            "unit": self.unit,
            "limit": self.goal.limit if self.goal else None,
            "comparison": self.goal.comparison if self.goal else None,
            "met": self.met,
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Table:
    """The single cases behind the figures, such as a line for each clip."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Measurement:
    """What ``measure`` returns. ``how`` says in a sentence or two how the figures came about."""

    figures: tuple[Figure, ...]
    tables: tuple[Table, ...] = ()
    how: str = ""


Measure = Callable[[bool], Measurement]
"""``measure(quick)``: ``quick`` asks for a run below a minute, with fewer files or repetitions."""


@dataclass(frozen=True, slots=True)
class BenchmarkReport:
    """A measurement, what it ran on, and whether every goal holds."""

    benchmark: str
    measurement: Measurement
    quick: bool = False
    seconds: float = 0.0
    machine: Machine = field(default_factory=machine_summary)

    @property
    def met(self) -> bool:
        """Whether every goal of the table holds; a table without a figure proves nothing."""
        figures = self.measurement.figures
        return bool(figures) and all(figure.met is not False for figure in figures)

    def as_record(self) -> dict[str, Any]:
        """Return what the JSON file holds."""
        return {
            "benchmark": self.benchmark,
            "quick": self.quick,
            "seconds": round(self.seconds, 2),
            "how": self.measurement.how,
            "machine": self.machine,
            "results": [figure.as_record() for figure in self.measurement.figures],
            "tables": [
                {
                    "title": table.title,
                    "columns": list(table.columns),
                    "rows": [list(row) for row in table.rows],
                }
                for table in self.measurement.tables
            ],
            "met": self.met,
        }

    def write_json(self, path: Path) -> None:
        """Write the record as JSON, UTF-8."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(self.as_record(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def as_text(self) -> str:
        """Return the tables as they are printed."""
        run = f"{self.benchmark}{' (quick)' if self.quick else ''}: {self.seconds:.1f} s"
        figures = [figure_cells(record) for record in self.as_record()["results"]]
        parts = [aligned(table.columns, table.rows, table.title) for table in self.measurement.tables]
        parts.append(aligned(("figure", "value", "goal", "met", ""), figures, run))
        verdict = "Every goal holds." if self.met else "NOT every goal holds."
        return "\n\n".join([*parts, verdict])


def figure_cells(record: dict[str, Any]) -> tuple[str, str, str, str, str]:
    """Return name, value, goal, met and note of a figure's JSON record, as a table shows them."""
    unit = f" {record['unit']}" if record["unit"] else ""
    value = "not measured" if record["value"] is None else f"{shown(record['value'])}{unit}"
    goal = "" if record["limit"] is None else f"{record['comparison']} {shown(record['limit'])}{unit}"
    met = {True: "yes", False: "NO", None: ""}[record["met"]]
    return str(record["name"]), value, goal, met, str(record.get("note", ""))


def shown(cell: Cell) -> str:
    """Return a number with four digits that count, anything else as text."""
    if isinstance(cell, float) and math.isfinite(cell):
        return f"{cell:.0f}" if cell == int(cell) or abs(cell) >= 1000 else f"{cell:.4g}"
    return "" if cell is None else str(cell)


def aligned(columns: Sequence[str], rows: Sequence[Sequence[Cell]], title: str) -> str:
    """Return a table in columns of equal width under its title."""
    lines = [[shown(cell) for cell in line] for line in (columns, *rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    lines.insert(1, ["-" * width for width in widths])
    body = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
    return "\n".join([title, *(line.rstrip() for line in body)])


def median(values: Sequence[float]) -> float:
    """Return the median; NaN of nothing, which meets no goal."""
    return percentile(values, 50)


def percentile(values: Sequence[float], percent: float) -> float:
    """Return a percentile, linear between neighbours; NaN of nothing, which meets no goal."""
    return float(np.percentile(values, percent)) if len(values) else math.nan


def benchmark_arguments(name: str) -> argparse.ArgumentParser:
    """Return the parser of what every benchmark understands; one that needs more can add to it."""
    parser = argparse.ArgumentParser(prog=f"python -m tests.benchmarks.{name}")
    parser.add_argument("--quick", action="store_true", help="below a minute: fewer files and repetitions")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results there as well")
    return parser


def run_benchmark(name: str, measure: Measure, arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, write the JSON. Returns the exit code: 0 where every goal holds, else 1."""
    options = benchmark_arguments(name).parse_args(arguments)
    begin = time.perf_counter()
    measurement = measure(options.quick)
    report = BenchmarkReport(name, measurement, options.quick, time.perf_counter() - begin)
    print(report.as_text())
    if options.json:
        report.write_json(options.json)
    return 0 if report.met else 1
