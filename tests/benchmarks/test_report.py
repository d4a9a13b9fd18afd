"""The frame of benchmarks: goals, tables, JSON and exit codes."""

from __future__ import annotations

import json
import math
import platform
from pathlib import Path

import pytest

from tests.benchmarks.report import (
    BenchmarkReport,
    Figure,
    Goal,
    Measurement,
    Table,
    aligned,
    median,
    percentile,
    run_benchmark,
    shown,
)


@pytest.mark.parametrize(
    ("comparison", "value", "holds"),
    [
        ("<", 1.9, True),
        ("<", 2.0, False),
        ("<=", 2.0, True),
        (">=", 1.9, False),
        (">", 2.1, True),
        ("==", 2.0, True),
    ],
)
def test_a_goal_compares_with_its_limit(comparison: str, value: float, holds: bool) -> None:
    assert Goal(comparison, 2.0).holds(value) is holds  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [None, math.nan])
def test_what_was_not_measured_meets_no_goal(value: float | None) -> None:
    figure = Figure("share", value, "", Goal("<", 1.0))
    assert figure.met is False
    assert figure.as_record()["value"] is None


def test_a_figure_without_a_goal_neither_meets_nor_misses_one() -> None:
    report = BenchmarkReport(
        "any", Measurement((Figure("clips", 3), Figure("share", 0.8, "", Goal(">=", 0.75))))
    )
    assert [record["met"] for record in report.as_record()["results"]] == [None, True]
    assert report.met


def test_one_missed_goal_makes_the_whole_table_unmet_and_so_does_an_empty_one() -> None:
    assert not BenchmarkReport("any", Measurement((Figure("late", 30.0, "ms", Goal("<", 20.0)),))).met
    assert not BenchmarkReport("any", Measurement(())).met


def test_the_printed_report_shows_every_case_figure_and_goal() -> None:
    table = Table("Clips", ("clip", "tags"), (("cat.mp4", "Animals > Cats"), ("longer name.mp4", "")))
    figures = (
        Figure("99th percentile", 12.3456, "ms", Goal("<", 20)),
        Figure("worst", None, "ms", Goal("<", 150)),
    )
    text = BenchmarkReport("event_loop", Measurement(figures, (table,)), seconds=4.0).as_text()
    assert "cat.mp4          Animals > Cats" in text
    assert "99th percentile  12.35 ms      < 20 ms   yes" in text
    assert "worst            not measured  < 150 ms  NO" in text
    assert text.endswith("NOT every goal holds.")


def test_running_a_benchmark_writes_its_json_and_tells_the_outcome_by_exit_code(tmp_path: Path) -> None:
    def measure(quick: bool) -> Measurement:
        return Measurement((Figure("rounds", 2 if quick else 20, "", Goal(">=", 10)),), how="Counted.")

    target = tmp_path / "new folder" / "rounds.json"
    assert run_benchmark("rounds", measure, ["--quick", "--json", str(target)]) == 1
    record = json.loads(target.read_text("utf-8"))
    assert (record["benchmark"], record["quick"], record["met"]) == ("rounds", True, False)
    assert record["results"][0] == {
        "name": "rounds",
        "value": 2,
        "unit": "",
        "limit": 10,
        "comparison": ">=",
        "met": False,
        "note": "",
    }
    assert run_benchmark("rounds", measure, []) == 0


def test_the_json_describes_the_machine_without_naming_it(tmp_path: Path) -> None:
    run_benchmark(
        "any", lambda _quick: Measurement((Figure("one", 1),)), ["--json", str(tmp_path / "any.json")]
    )
    text = (tmp_path / "any.json").read_text("utf-8")
    machine = json.loads(text)["machine"]
    assert machine["cores"] >= 1
    assert machine["python"] == platform.python_version()
    assert platform.node() not in text
    assert str(Path.home()) not in text


def test_percentiles_lie_between_neighbours_and_of_nothing_there_is_none() -> None:
    assert median([1.0, 9.0, 2.0]) == 2.0
    assert percentile([0.0, 10.0], 99) == pytest.approx(9.9)
    assert math.isnan(median([]))


def test_numbers_are_shown_with_the_digits_that_count() -> None:
    assert [shown(value) for value in (0.123456, 12345.678, 3.0, 7, "x", None)] == [
        "0.1235",
        "12346",
        "3",
        "7",
        "x",
        "",
    ]


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert aligned(("a", "bb"), [("long", 1)], "T").splitlines() == ["T", "a     bb", "----  --", "long  1"]
