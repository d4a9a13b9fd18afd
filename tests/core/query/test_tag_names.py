from __future__ import annotations

import pytest

from core.domain.tags import TagNode, Taxonomy
from core.errors import QueryError
from core.query.parser import parse
from core.query.syntax import And, Everything, HasTag, Node, Or, Place, Written
from core.query.tag_names import TagNames

TREE = Taxonomy(
    (
        TagNode("animals", None, "Animals", "Животные", ("pets",)),
        TagNode("animals.cats", "animals", "Cats", "Кошки", ("котёнок",)),
        TagNode("animals.big", "animals", "Big cats", "Большие кошки"),
        TagNode("games", None, "Games", "Игры"),
        TagNode("games.cats", "games", "Cats", "Кошки"),
    )
)
NAMES = TagNames(TREE, {"animals": 1, "animals.cats": 2, "animals.big": 3, "games": 4, "games.cats": 5})


def resolved(text: str) -> Node:
    return NAMES.resolve(parse(text))


def words(text: str, *, phrase: bool = False) -> tuple[Node, Node]:
    return Written(text, Place.NAME, phrase), Written(text, Place.SPEECH, phrase)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("animals", (1,)),
        ("ЖИВОТНЫЕ", (1,)),
        ("pets", (1,)),
        ("котенок", (2,)),
        ("cats", (2, 5)),
        ("Animals/Cats", (2,)),
        ("animals > cats", (2,)),
        ("Игры/Кошки", (5,)),
        ("big  CATS", (3,)),
        ("dinosaurs", ()),
    ],
)
def test_a_tag_is_found_by_any_of_its_names(name: str, ids: tuple[int, ...]) -> None:
    assert NAMES.ids_of(name) == ids


def test_a_bare_word_means_its_tag_or_the_word_itself() -> None:
    assert resolved("pets") == Or((HasTag(1), *words("pets")))
    assert resolved("holiday") == Or(words("holiday"))
    assert resolved('"big cats"') == Or((HasTag(3), *words("big cats", phrase=True)))


def test_words_side_by_side_that_name_a_tag_together_mean_it() -> None:
    found = resolved("funny big cats")
    assert isinstance(found, And)
    assert found.parts[0] == Or(words("funny"))
    named = found.parts[1]
    assert isinstance(named, Or)
    assert named.parts[0] == HasTag(3)
    assert len(found.parts) == 2


def test_a_tag_that_is_not_there_is_refused_at_its_place() -> None:
    with pytest.raises(QueryError) as caught:
        resolved("x tag:dinosaurs")
    assert caught.value.position == 6
    assert "dinosaurs" in str(caught.value)


def test_signs_without_any_word_ask_for_nothing() -> None:
    assert resolved("&") == Everything()
