from __future__ import annotations

from pathlib import Path

import pytest

from core.analysis.taxonomy_file import load_taxonomy, read_taxonomy
from core.errors import UserError


def test_the_tree_that_ships_has_about_two_hundred_nodes_on_three_levels() -> None:
    tree = load_taxonomy()
    assert 180 <= len(tree) <= 260
    assert {len(tree.path(node.key)) for node in tree.nodes} == {1, 2, 3}


def test_a_node_carries_names_in_two_languages_aliases_and_prompts() -> None:
    dogs = load_taxonomy()["animals.dogs"]
    assert (dogs.parent, dogs.name("en"), dogs.name("ru")) == ("animals", "Dogs", "Собаки")
    assert {"puppy", "щенок"} <= set(dogs.aliases)
    assert dogs.prompts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"title": "T", "nodes": [{"key": "a", "en": "A"}]}', "nodes[0].ru"),
        ('{"title": "T", "nodes": [{"key": "A b", "en": "A", "ru": "A"}]}', "nodes[0].key"),
        ('{"title": "T", "nodes": [{"key": "a.b", "en": "A", "ru": "A"}]}', "'a'"),
        ('{"title": "T", "nodes": [\n\n{]}', "line 3"),
        (
            '{"title": "T", "nodes": [{"key":"a","en":"A","ru":"A"},{"key":"a","en":"B","ru":"B"}]}',
            "occurs twice",
        ),
    ],
)
def test_a_faulty_tree_is_refused_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "tree.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_taxonomy(file)
    assert told in str(caught.value)
    assert "tree.json" in str(caught.value)


def test_a_missing_tree_is_a_sentence_for_a_person(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be opened"):
        read_taxonomy(tmp_path / "gone.json")
