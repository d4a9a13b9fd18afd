"""What the window calls the steps of the analysis."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.domain.stages import Stage


def stage_name(stage: Stage) -> str:
    """Return what is being done to the video, in the language of the window."""
    names = {
        Stage.PROBE: QCoreApplication.translate("Stage", "Reading the file"),
        Stage.THUMBNAIL: QCoreApplication.translate("Stage", "Making the thumbnail"),
        Stage.TAGS: QCoreApplication.translate("Stage", "Looking for tags"),
        Stage.SPEECH: QCoreApplication.translate("Stage", "Listening to speech"),
        Stage.SEGMENTS: QCoreApplication.translate("Stage", "Finding intros and credits"),
    }
    return names[stage]
