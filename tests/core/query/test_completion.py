from __future__ import annotations

import pytest

from core.query.completion import completions
from core.query.parser import parse

PATHS = [("Animals",), ("Animals", "Dogs"), ("Animals", "Big cats"), ("Животные", "Собаки")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("dog ", []),
        ("dur", ["duration:"]),
        ("beach is:w", ["beach is:watched"]),
        ("has:cre", ["has:credits"]),
        ("tag:do", ["tag:Animals/Dogs"]),
        ("x -tag:big", ['x -tag:"Animals/Big cats"']),
        ("соб", ["tag:Животные/Собаки"]),
        ("tag:animals/d", ["tag:Animals/Dogs"]),
        ('tag:"Big', ['tag:"Animals/Big cats"']),
    ],
)
def test_the_last_word_is_completed(text: str, expected: list[str]) -> None:
    assert completions(text, PATHS) == expected


def test_what_is_offered_for_a_tag_can_be_read() -> None:
    for offered in completions("tag:", PATHS):
        parse(offered)
