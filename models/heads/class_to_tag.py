"""From the class probabilities of a closed classifier to scores of tags.

A tag's mass in a frame is the sum of the probabilities of all classes that speak for it: breeds of dogs add
up to "Dogs", and with all other animals to "Animals". Sums over many classes are far surer than any single
class, and on home videos, where the pictures are unlike ImageNet's, single classes are rarely sure.

A tag that is one of several guesses for its parent (a ball that may be a basketball or a volleyball) loses
mass to its rivals in each frame, so that brothers do not contradict each other and the parent alone is
shown.

Pooling: the mean over all frames (what the video is of) and the mean over its strongest quarter (what one
scene is of); one odd frame among many moves neither far. Pictures that show nothing of the 1,000 classes
spread their probability thinly: classes below ``FLOOR`` are dropped, so that such frames abstain, and a tag
that covers many classes, and so catches more stray probability, has to show more of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

FLOOR = 0.002
"""Probability below which a class counts as not seen: twice a blind guess among 1,000."""
STRONGEST_SHARE = 0.25
MEAN_WEIGHT = 0.3
"""Weight of the mean over all frames; the rest goes to the strongest."""
UNRIVALLED_SHARE = 0.6
"""Share of its parent's mass in a frame from which a tag keeps all of its own."""
LEAST_EVIDENCE = 0.215
"""Pooled mass at which a narrow tag scores 0.5. Of everyday pictures and clips that were labelled by hand,
tags just above it were right about two times in three, and nine in ten above it in all: docs/tagging.md."""
EVIDENCE_PER_SHARE = 0.39
"""What a tag that covers all classes needs beyond ``LEAST_EVIDENCE``."""
STEEPNESS = 2.0


@dataclass(frozen=True, slots=True)
class ClassToTag:
    """``weights`` float32 ``(classes, tags)``: how much each class speaks for each tag, parents included.

    ``parents`` ``(tags,)`` holds the column of each tag's parent, or -1.
    """

    weights: Floats
    parents: NDArray[np.intp]

    @property
    def thresholds(self) -> Floats:
        """Return the pooled mass at which a tag scores 0.5, float32 ``(tags,)``."""
        share = (self.weights > 0).mean(axis=0)
        return np.asarray(LEAST_EVIDENCE + EVIDENCE_PER_SHARE * share, dtype=np.float32)

    def frame_masses(self, probabilities: Floats) -> Floats:
        """Turn probabilities ``(N, classes)`` into masses in 0..1, ``(N, tags)``."""
        seen = np.where(probabilities >= FLOOR, probabilities, 0.0)
        masses = np.minimum(seen @ self.weights, 1.0).astype(np.float32)
        above = np.where(self.parents >= 0, masses[:, self.parents], masses)
        shares = np.divide(masses, above, out=np.ones_like(masses), where=above > 0)
        return np.asarray(masses * np.minimum(shares / UNRIVALLED_SHARE, 1.0), dtype=np.float32)

    def scores(self, masses: Floats) -> Floats:
        """Pool masses ``(N, tags)`` over time and return scores in 0..1, ``(tags,)``; 0.5 is even odds."""
        if not len(masses):
            return np.zeros(self.weights.shape[1], dtype=np.float32)
        pooled = pool(masses)
        distance = _logit(pooled) - _logit(self.thresholds)
        return np.asarray(1.0 / (1.0 + np.exp(-STEEPNESS * distance)), dtype=np.float32)


def pool(masses: Floats) -> Floats:
    """Pool ``(N, tags)`` over time: the mean and the mean of the strongest quarter; ``(tags,)``."""
    strongest = strongest_mean(masses, STRONGEST_SHARE)
    return np.asarray(MEAN_WEIGHT * masses.mean(axis=0) + (1 - MEAN_WEIGHT) * strongest)


def strongest_mean(values: Floats, share: float) -> Floats:
    """Return the mean of the strongest ``share`` of rows, two at least: ``(N, K)`` to ``(K,)``."""
    count = max(2, int(np.ceil(len(values) * share)))
    return np.asarray(np.sort(values, axis=0)[-count:].mean(axis=0))


def strongest_moments(values: Floats, times_s: NDArray[np.float64], most: int = 5) -> tuple[float, ...]:
    """Return the times of the frames that show a tag, strongest first, none below half the strongest."""
    order = np.argsort(-values, kind="stable")[:most]
    return tuple(float(times_s[place]) for place in order if values[place] >= 0.5 * values[order[0]] > 0)


def _logit(values: Floats) -> Floats:
    bounded = np.clip(values, 1e-6, 1 - 1e-6)
    return np.asarray(np.log(bounded / (1 - bounded)), dtype=np.float32)
