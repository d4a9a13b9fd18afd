"""A spin box for a place in a video."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

_TIME = re.compile(r"(?:(?:(\d+):)?(\d{1,3}):)?(\d{1,5}(?:[.,]\d*)?)")
_UNFINISHED = re.compile(r"[\d:.,]*")


def time_text(seconds: float) -> str:
    """``75.25`` is ``1:15.2``: tenths are what an ear and an eye can set."""
    tenths = round(seconds * 10)
    whole, tenth = divmod(tenths, 10)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    head = f"{hours}:{minutes:02}" if hours else f"{minutes}"
    return f"{head}:{rest:02}.{tenth}"


def parse_time(text: str) -> float | None:
    """``1:02:03.5``, ``2:03``, ``123`` or ``12,5`` as seconds; None for anything else."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes, seconds = match.groups(default="0")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds.replace(",", ".").rstrip(".") or 0)


class TimeSpin(QDoubleSpinBox):
    """Seconds inside, ``h:mm:ss.s`` to look at; a step is a tenth of a second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(1)
        self.setSingleStep(0.1)
        self.setRange(0.0, 0.0)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)

    def textFromValue(self, val: float) -> str:
        return time_text(val)

    def valueFromText(self, text: str) -> float:
        parsed = parse_time(text)
        return self.value() if parsed is None else parsed

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        if parse_time(text) is not None:
            return QValidator.State.Acceptable, text, pos
        unfinished = _UNFINISHED.fullmatch(text) is not None
        return (QValidator.State.Intermediate if unfinished else QValidator.State.Invalid), text, pos
