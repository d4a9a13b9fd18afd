"""What is believed of what a Whisper network writes."""

from __future__ import annotations

import pytest

from models.encoders.hearing import HeardLine, Line, understood


def heard(
    *texts: str, log_probability: float = -0.3, doubt: float = 0.05, compression: float = 1.4
) -> list[HeardLine]:
    return [
        HeardLine(Line(float(place), place + 1.0, text), log_probability, doubt, compression)
        for place, text in enumerate(texts)
    ]


def test_clear_speech_is_believed_word_for_word() -> None:
    lines = heard("Ask not what your country", "can do for you")
    assert understood(lines) == tuple(one.line for one in lines)


@pytest.mark.parametrize("sign", [{"log_probability": -1.08}, {"doubt": 0.58}, {"compression": 13.2}])
def test_a_passage_with_a_sign_of_invention_is_not_believed(sign: dict[str, float]) -> None:
    assert understood(heard("I'm going to use the new metal.", **sign)) == ()


def test_one_weak_line_in_a_clear_passage_is_kept() -> None:
    lines = heard("The adventure of the cart", "It befell in the month of May", "Queen Guinevere")
    weak = heard("called to her knights", log_probability=-1.0)
    assert len(understood([*lines, *weak])) == 4


@pytest.mark.parametrize("text", ["Thank you.", " Thanks for watching! ", "Bye-bye."])
def test_a_farewell_is_believed_only_from_a_sure_network(text: str) -> None:
    assert understood(heard(text, log_probability=-0.6)) == ()
    assert len(understood(heard(text, log_probability=-0.3))) == 1


def test_where_half_is_made_up_the_rest_is_not_believed() -> None:
    assert understood(heard("Thank you.", "Thank you.", "It is my trip.", log_probability=-0.5)) == ()


def test_a_line_said_over_and_over_is_dropped() -> None:
    lines = heard("One", "Two", "Three", "Four", "no no", "No, no!", "no no.")
    assert [line.text for line in understood(lines)] == ["One", "Two", "Three", "Four"]


def test_a_line_without_a_word_is_dropped() -> None:
    assert [line.text for line in understood(heard("Hello there", "...", "how are you"))] == [
        "Hello there",
        "how are you",
    ]


def test_nothing_heard_is_nothing_understood() -> None:
    assert understood([]) == ()
