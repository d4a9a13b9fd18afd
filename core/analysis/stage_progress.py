"""Turns the progress of single stages into the progress of the whole job."""

from __future__ import annotations

from collections.abc import Callable

from core.analysis.messages import AnalysisProgress
from core.domain.stages import Stage

_USUAL_COST = {
    Stage.PROBE: 0.02,
    Stage.THUMBNAIL: 0.08,
    Stage.TAGS: 0.45,
    Stage.SPEECH: 0.4,
    Stage.SEGMENTS: 0.05,
}
"""Shares of the time that a job with all stages takes; only the smoothness of the bar hangs on them."""


class StageProgress:
    """The fraction told never falls."""

    def __init__(
        self, job_id: int, stages: frozenset[Stage], tell: Callable[[AnalysisProgress], None]
    ) -> None:
        self._job_id = job_id
        self._tell = tell
        self._total = sum(_USUAL_COST[stage] for stage in stages)
        self._share = dict.fromkeys(stages, 0.0)
        self._told = 0.0

    def moved(self, stage: Stage, fraction: float) -> None:
        """Note that ``fraction`` (0..1) of a stage is done, and tell."""
        if stage in self._share:
            self._share[stage] = max(self._share[stage], min(1.0, fraction))
        done = sum(_USUAL_COST[s] * share for s, share in self._share.items()) / self._total
        self._told = max(self._told, min(1.0, done))
        self._tell(AnalysisProgress(self._job_id, stage, self._told))

    def finished(self, stage: Stage) -> None:
        """Note that a stage is done."""
        self.moved(stage, 1.0)
