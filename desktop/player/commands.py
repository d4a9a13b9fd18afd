"""What a person can ask of the player, and the keys that ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt

_Key = Qt.Key


class Command(Enum):
    PLAY_PAUSE = "play or pause"
    SEEK_BY = "seek by seconds"
    SEEK_TENTH = "seek to a tenth of the length"
    VOLUME_BY = "louder or quieter, in percent"
    MUTE = "mute"
    FULL_SCREEN = "full screen"
    LEAVE = "leave full screen, or close"
    SKIP = "skip the segment"
    UNDO_SKIP = "jump back before the last skip"
    NEXT = "next episode"
    PREVIOUS = "previous episode"
    SPEED_BY = "one step faster or slower"
    NORMAL_SPEED = "normal speed"
    STEP_FRAME = "one frame on or back"
    MARK_START = "a segment starts here"
    MARK_END = "a segment ends here"
    SUBTITLES = "next subtitle track"


@dataclass(frozen=True, slots=True)
class Request:
    """A command, with how much of it where that matters."""

    command: Command
    amount: float = 0.0


RATES = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)

_PLAIN = {
    _Key.Key_Space: Request(Command.PLAY_PAUSE),
    _Key.Key_K: Request(Command.PLAY_PAUSE),
    _Key.Key_MediaTogglePlayPause: Request(Command.PLAY_PAUSE),
    _Key.Key_MediaPlay: Request(Command.PLAY_PAUSE),
    _Key.Key_Left: Request(Command.SEEK_BY, -5),
    _Key.Key_Right: Request(Command.SEEK_BY, 5),
    _Key.Key_J: Request(Command.SEEK_BY, -10),
    _Key.Key_L: Request(Command.SEEK_BY, 10),
    _Key.Key_Up: Request(Command.VOLUME_BY, 5),
    _Key.Key_Down: Request(Command.VOLUME_BY, -5),
    _Key.Key_M: Request(Command.MUTE),
    _Key.Key_F: Request(Command.FULL_SCREEN),
    _Key.Key_Escape: Request(Command.LEAVE),
    _Key.Key_S: Request(Command.SKIP),
    _Key.Key_U: Request(Command.UNDO_SKIP),
    _Key.Key_N: Request(Command.NEXT),
    _Key.Key_MediaNext: Request(Command.NEXT),
    _Key.Key_P: Request(Command.PREVIOUS),
    _Key.Key_MediaPrevious: Request(Command.PREVIOUS),
    _Key.Key_BracketLeft: Request(Command.SPEED_BY, -1),
    _Key.Key_BracketRight: Request(Command.SPEED_BY, 1),
    _Key.Key_Backspace: Request(Command.NORMAL_SPEED),
    _Key.Key_Comma: Request(Command.STEP_FRAME, -1),
    _Key.Key_Period: Request(Command.STEP_FRAME, 1),
    _Key.Key_I: Request(Command.MARK_START),
    _Key.Key_O: Request(Command.MARK_END),
    _Key.Key_C: Request(Command.SUBTITLES),
}
_SHIFTED = {
    _Key.Key_Left: Request(Command.SEEK_BY, -1),
    _Key.Key_Right: Request(Command.SEEK_BY, 1),
}
_RUSSIAN = dict(zip("ЛОДЬФЫГТЗХЪБЮШЩСА", "KJLMASUNP[],.IOCF", strict=True))
"""The same keys under a Russian layout: what counts is where the finger is."""


def request_for(key: int, modifiers: Qt.KeyboardModifier) -> Request | None:
    """What the key asks for; None leaves it to the window (Ctrl, Alt and unknown keys)."""
    shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    rest = modifiers & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if rest != Qt.KeyboardModifier.NoModifier:
        return None
    latin = _latin(key)
    if shift:
        return _SHIFTED.get(latin)
    if _Key.Key_0 <= latin <= _Key.Key_9:
        return Request(Command.SEEK_TENTH, latin - _Key.Key_0)
    return _PLAIN.get(latin)


def next_rate(rate: float, steps: int) -> float:
    """The rate ``steps`` above (or below) ``rate`` in the menu's list."""
    nearest = min(range(len(RATES)), key=lambda i: abs(RATES[i] - rate))
    return RATES[max(0, min(len(RATES) - 1, nearest + steps))]


def _latin(key: int) -> _Key:
    if key <= 0x10FFFF:
        key = ord(_RUSSIAN.get(chr(key), chr(key)))
    try:
        return _Key(key)
    except ValueError:
        return _Key.Key_unknown
