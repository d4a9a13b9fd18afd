"""Run every benchmark of this folder and write ``docs/measurements.md``.

    python -m tests.benchmarks.all [--quick] [--only NAME ...] [--output FILE]

A quick run writes ``out/measurements-quick.md`` unless told otherwise: its figures do not belong in the docs.
Ends with 0 where every goal of every benchmark holds, else with 1.
"""

from __future__ import annotations

import argparse
import ast
import datetime
import importlib
import json
import pkgutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.machine import machine_summary
from tests.benchmarks.measurements import Outcome, measurements_page

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "tests.benchmarks"
_THIS_MODULE = "all"
_ENTRANCES = {"measure", "main"}
_LONGEST_RUN_S = 3600.0


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A module that can be run. ``purpose`` is the first line of its docstring."""

    name: str
    module: str
    purpose: str


def find_benchmarks(package: str = PACKAGE) -> list[Benchmark]:
    """Return a package's modules with ``measure`` or ``main``, sorted by name, without importing them."""
    folders = [Path(folder) for folder in importlib.import_module(package).__path__]
    names = [module.name for module in pkgutil.iter_modules(map(str, folders)) if not module.ispkg]
    found = []
    for name in sorted(set(names) - {_THIS_MODULE}):
        source = next(folder / f"{name}.py" for folder in folders if (folder / f"{name}.py").exists())
        tree = ast.parse(source.read_text("utf-8"))
        if any(isinstance(part, ast.FunctionDef) and part.name in _ENTRANCES for part in tree.body):
            purpose = (ast.get_docstring(tree) or name).splitlines()[0]
            found.append(Benchmark(name, f"{package}.{name}", purpose))
    return found


def run_apart(benchmark: Benchmark, folder: Path, *, quick: bool) -> Outcome:
    """Run a benchmark in a process of its own; its tables go straight to the terminal."""
    results = folder / f"{benchmark.name}.json"
    command = [
        sys.executable,
        "-m",
        benchmark.module,
        "--json",
        str(results),
        *(["--quick"] if quick else []),
    ]
    print(f"\n=== {benchmark.name}: {benchmark.purpose}", flush=True)
    begin = time.perf_counter()
    try:
        exit_code = subprocess.run(command, cwd=ROOT, timeout=_LONGEST_RUN_S, check=False).returncode
    except subprocess.TimeoutExpired:
        print(f"{benchmark.name} was ended: it took longer than {_LONGEST_RUN_S:.0f} s", file=sys.stderr)
        exit_code = -1
    record = json.loads(results.read_text("utf-8")) if results.exists() else None
    return Outcome(benchmark.name, benchmark.purpose, exit_code, time.perf_counter() - begin, record)


def chosen(benchmarks: Sequence[Benchmark], names: Sequence[str] | None) -> list[Benchmark]:
    """Return the benchmarks that were asked for, all of them without names."""
    unknown = set(names or ()) - {benchmark.name for benchmark in benchmarks}
    if unknown:
        raise SystemExit(f"There is no benchmark named {', '.join(sorted(unknown))}.")
    return [benchmark for benchmark in benchmarks if not names or benchmark.name in names]


def main(arguments: Sequence[str] | None = None, package: str = PACKAGE) -> int:
    """Run what was asked for, write the page, return the exit code."""
    parser = argparse.ArgumentParser(prog=f"python -m {PACKAGE}.{_THIS_MODULE}", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="each below a minute")
    parser.add_argument(
        "--only", nargs="+", metavar="NAME", help="these alone; the page then holds no others"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="the page to write")
    options = parser.parse_args(arguments)
    partial = options.quick or options.only
    page = options.output or ROOT / ("out/measurements-quick.md" if partial else "docs/measurements.md")
    with tempfile.TemporaryDirectory() as folder:
        wanted = chosen(find_benchmarks(package), options.only)
        outcomes = [run_apart(benchmark, Path(folder), quick=options.quick) for benchmark in wanted]
    page.parent.mkdir(parents=True, exist_ok=True)
    day = datetime.datetime.now(tz=datetime.UTC).date()
    page.write_text(
        measurements_page(outcomes, machine_summary(), day, quick=options.quick), encoding="utf-8"
    )
    print(
        f"\n{page}: {sum(outcome.met for outcome in outcomes)} of {len(outcomes)} benchmarks hold every goal"
    )
    return 0 if outcomes and all(outcome.met for outcome in outcomes) else 1


if __name__ == "__main__":
    raise SystemExit(main())
