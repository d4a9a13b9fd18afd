"""The steps in which a video is understood."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """One step of the analysis; its value is the word of the command line."""

    PROBE = "probe"
    THUMBNAIL = "thumbnail"
    TAGS = "tags"
    SPEECH = "speech"
    SEGMENTS = "segments"


ALL_STAGES = frozenset(Stage)
QUICK_STAGES = frozenset({Stage.PROBE, Stage.THUMBNAIL, Stage.SEGMENTS})
"""Stages that cost a fraction of a second: a new folder is browsable after them."""
DEEP_STAGES = ALL_STAGES - QUICK_STAGES
