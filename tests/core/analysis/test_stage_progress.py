from __future__ import annotations

import pytest

from core.analysis.messages import AnalysisProgress
from core.analysis.stage_progress import StageProgress
from core.domain.stages import ALL_STAGES, Stage


def test_all_stages_together_are_the_whole_job() -> None:
    told: list[AnalysisProgress] = []
    progress = StageProgress(7, ALL_STAGES, told.append)
    for stage in Stage:
        progress.finished(stage)
    assert told[-1].fraction == pytest.approx(1.0)
    assert {each.job_id for each in told} == {7}


def test_half_of_the_only_stage_is_half_of_the_job() -> None:
    told: list[AnalysisProgress] = []
    StageProgress(1, frozenset({Stage.SPEECH}), told.append).moved(Stage.SPEECH, 0.5)
    assert told[0].fraction == pytest.approx(0.5)


def test_the_fraction_never_falls_and_never_exceeds_one() -> None:
    told: list[AnalysisProgress] = []
    progress = StageProgress(1, frozenset({Stage.TAGS, Stage.PROBE}), told.append)
    for fraction in (0.9, 0.3, 7.0, -1.0):
        progress.moved(Stage.TAGS, fraction)
    fractions = [each.fraction for each in told]
    assert fractions == sorted(fractions)
    assert fractions[-1] <= 1.0


def test_a_stage_that_is_not_asked_for_moves_nothing() -> None:
    told: list[AnalysisProgress] = []
    StageProgress(1, frozenset({Stage.TAGS}), told.append).finished(Stage.PROBE)
    assert told[0].fraction == 0.0
