"""Which version of what computes a stage: a result with another version is stale and is computed again."""

from __future__ import annotations

from core.analysis.messages import AnalysisOptions
from core.domain.stages import ALL_STAGES, Stage
from core.domain.tags import Taxonomy

TAGGER_VERSION = "1"
"""Raise it whenever the same input gives other tags: what older versions stored is made again.

It stands here and not beside the tagger, for the window asks for versions and never loads a tagger.
"""
_PROBE = "1"
_THUMBNAIL = "1"
_SEGMENTS = "1"
_SPEECH = "1"


def stage_versions(
    options: AnalysisOptions, taxonomy: Taxonomy, stages: frozenset[Stage] = ALL_STAGES
) -> dict[Stage, str]:
    """Return the version that each of ``stages`` would have if it were computed now.

    Tags are read from pictures and from words, so that their version holds that of the speech too.
    """
    speech = f"{_SPEECH}/{options.speech_model}/{options.max_speech_s:g}"
    tagger = f"{TAGGER_VERSION}/{options.picture_encoder}/{options.frame_count}"
    every = {
        Stage.PROBE: _PROBE,
        Stage.THUMBNAIL: _THUMBNAIL,
        Stage.TAGS: f"{tagger}/{speech}/{taxonomy.fingerprint}",
        Stage.SPEECH: speech,
        Stage.SEGMENTS: _SEGMENTS,
    }
    return {stage: every[stage] for stage in stages}


def features_key(options: AnalysisOptions) -> str:
    """Return what the embeddings of the sampled frames are cached by, beside the content's identity."""
    return f"{options.picture_encoder}/{options.frame_count}"
