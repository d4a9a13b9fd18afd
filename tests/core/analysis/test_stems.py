from __future__ import annotations

import pytest

from core.analysis.stems import is_russian, stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BirthdayParty_2019-05.MOV", ["birthday", "party", "mov"]),
        ("Show.S01E02.1080p.x264", ["show"]),
        ("день-рождения_Маши", ["день", "рождения", "маши"]),
        ("grandma's dog", ["grandma's", "dog"]),
        ("20190712_101112", []),
        ("НовыйГод2020", ["новый", "год"]),
        ("", []),
    ],
)
def test_names_fall_into_words_and_tokens_with_digits_are_dropped(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dogs", "dog"),
        ("puppies", "puppy"),
        ("churches", "church"),
        ("grandma's", "grandma"),
        ("собаку", "собака"),
        ("рыбалкой", "рыбалка"),
        ("ёлки", "елка"),
        ("горах", "горы"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("glass", "glas"), ("волков", "волк"), ("соколов", "сокол"), ("Лес".casefold(), "лось")],
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_the_script_tells_the_language() -> None:
    assert is_russian("Новый год 2020 HD")
    assert not is_russian("New Year (Новый)")
    assert not is_russian("2020")
