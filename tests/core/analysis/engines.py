"""Engines of known behaviour, run inside a real analysis process."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from core.analysis.messages import (
    AnalysisProgress,
    AnalysisRequest,
    AnalysisResult,
    StageFailure,
)
from core.domain.stages import Stage
from core.domain.tags import TagPrediction

Tell = Callable[[AnalysisProgress], None]


class ObedientEngine:
    """What it does is written in the name of the file; the rest of the world is real."""

    def analyse(self, request: AnalysisRequest, progress: Tell) -> AnalysisResult:
        name = Path(request.path).name
        progress(AnalysisProgress(request.job_id, Stage.PROBE, 0.1))
        if "segfault" in name:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "crash-once" in name:
            self._crash_the_first_time(request.path)
        if "bug" in name:
            raise ZeroDivisionError("a bug of ours")
        if "hang" in name:
            time.sleep(60)
        for _ in range(100 if "slow" in name else 0):
            time.sleep(0.05)
            progress(AnalysisProgress(request.job_id, Stage.TAGS, 0.5))
        if "broken" in name:
            failures = tuple(StageFailure(s, f"{name} is broken.", permanent=True) for s in request.stages)
            return AnalysisResult(request.job_id, frozenset(), failures)
        if "deaf" in name:
            deaf = StageFailure(Stage.SPEECH, "Nothing can be heard.", permanent=True)
            tags = (TagPrediction("animals", 0.9, "picture", (1.0,)),)
            return AnalysisResult(request.job_id, request.stages - {Stage.SPEECH}, (deaf,), tags=tags)
        tags = (TagPrediction("animals", 0.9, "picture", (1.0,)),)
        return AnalysisResult(request.job_id, request.stages, tags=tags, cost_s=0.01)

    @staticmethod
    def _crash_the_first_time(path: str) -> None:
        mark = Path(path + ".tried")
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)


def make_obedient_engine() -> ObedientEngine:
    """Return the engine; called in the analysis process."""
    return ObedientEngine()
