from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.player.commands import RATES, Command, Request, next_rate, request_for

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


@pytest.mark.parametrize(
    ("key", "modifiers", "request_"),
    [
        (KEY.Key_Space, NONE, Request(Command.PLAY_PAUSE)),
        (KEY.Key_K, NONE, Request(Command.PLAY_PAUSE)),
        (KEY.Key_Left, NONE, Request(Command.SEEK_BY, -5)),
        (KEY.Key_Right, SHIFT, Request(Command.SEEK_BY, 1)),
        (KEY.Key_J, NONE, Request(Command.SEEK_BY, -10)),
        (KEY.Key_L, NONE, Request(Command.SEEK_BY, 10)),
        (KEY.Key_Up, NONE, Request(Command.VOLUME_BY, 5)),
        (KEY.Key_Backspace, NONE, Request(Command.NORMAL_SPEED)),
        (KEY.Key_Comma, NONE, Request(Command.STEP_FRAME, -1)),
        (KEY.Key_7, NONE, Request(Command.SEEK_TENTH, 7)),
        (KEY.Key_7, Qt.KeyboardModifier.KeypadModifier, Request(Command.SEEK_TENTH, 7)),
        (KEY.Key_S, NONE, Request(Command.SKIP)),
    ],
)
def test_each_key_asks_for_its_command(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, request_: Request
) -> None:
    assert request_for(key, modifiers) == request_


@pytest.mark.parametrize(
    ("russian", "latin"),
    list(zip("ЛОДЬФЫГТЗХЪБЮШЩСА", [*"KJLM", "A", *"SUNP[],.IOCF"], strict=True)),
)
def test_a_russian_layout_works_by_the_place_of_the_key(russian: str, latin: str) -> None:
    assert request_for(ord(russian), NONE) == request_for(ord(latin), NONE)


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_combinations_are_left_to_the_window(modifier: Qt.KeyboardModifier) -> None:
    assert request_for(KEY.Key_S, modifier) is None


@pytest.mark.parametrize("key", [KEY.Key_Tab, KEY.Key_F5, KEY.Key_W, 0x1F600, 0x7FFFFFF0])
def test_other_keys_ask_for_nothing(key: int) -> None:
    assert request_for(key, NONE) is None


def test_speed_steps_stay_within_the_list() -> None:
    assert next_rate(1.0, 1) == 1.25
    assert next_rate(RATES[-1], 1) == RATES[-1]
    assert next_rate(RATES[0], -1) == RATES[0]
    assert next_rate(1.1, -1) == 0.75
