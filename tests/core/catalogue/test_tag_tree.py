from __future__ import annotations

import pytest

from core.catalogue.catalogue import Catalogue
from core.catalogue.tag_tree import HOME_TREE
from core.domain.tags import TagNode, Taxonomy
from core.errors import UserError
from tests.core.catalogue.conftest import TREE


def closure(catalogue: Catalogue) -> set[tuple[str, str, int]]:
    with catalogue.read() as view:
        rows = view.tag_tree._db.execute(
            """SELECT a.name_en, d.name_en, depth FROM tag_closure c JOIN tags a ON a.id = c.ancestor_id
            JOIN tags d ON d.id = c.descendant_id WHERE depth > 0"""
        )
        return {tuple(row) for row in rows}


def test_a_newer_tree_of_the_program_keeps_what_the_person_edited_and_deleted(catalogue: Catalogue) -> None:
    with catalogue.write() as edit:
        ids = edit.tag_tree.ids_by_key()
        edit.tag_tree.edit(ids["animals.dogs"], name_en="Good boys", name_ru="", aliases=("dog",), prompts=())
        edit.tag_tree.delete(ids["sports"])
        own = edit.tag_tree.ensure_path("Animals/Dragons")
    newer = Taxonomy(
        (
            TagNode("animals", None, "All animals", "Звери"),
            TagNode("animals.dogs", "animals", "Dogs", "Собаки"),
            TagNode("sports", None, "Sports", "Спорт"),
            TagNode("food", None, "Food", "Еда"),
        )
    )
    with catalogue.write() as edit:
        assert edit.tag_tree.merge(newer, HOME_TREE) == 1
        assert edit.tag_tree.merge(newer, HOME_TREE) == 0
    with catalogue.read() as view:
        tree = view.tag_tree.snapshot()
        assert view.tag_tree.get(own) is not None
    names = {node.name_en for node in tree.nodes}
    assert names == {"All animals", "Good boys", "Poodles", "Dragons", "Food"}


def test_the_closure_follows_every_move(catalogue: Catalogue) -> None:
    everywhere = {("Animals", "Dogs", 1), ("Animals", "Poodles", 2), ("Dogs", "Poodles", 1)}
    assert closure(catalogue) == everywhere
    with catalogue.write() as edit:
        ids = edit.tag_tree.ids_by_key()
        edit.tag_tree.move(ids["animals.dogs"], ids["sports"])
    assert closure(catalogue) == {("Sports", "Dogs", 1), ("Sports", "Poodles", 2), ("Dogs", "Poodles", 1)}
    with catalogue.write() as edit:
        edit.tag_tree.move(ids["animals.dogs"], None)
    assert closure(catalogue) == {("Dogs", "Poodles", 1)}


def test_a_tag_cannot_hang_below_itself(catalogue: Catalogue) -> None:
    with catalogue.write() as edit:
        ids = edit.tag_tree.ids_by_key()
        with pytest.raises(UserError, match="below itself"):
            edit.tag_tree.move(ids["animals"], ids["animals.dogs.poodles"])
        with pytest.raises(UserError, match="below itself"):
            edit.tag_tree.move(ids["animals"], ids["animals"])


@pytest.mark.parametrize("path", ["Animals/Dogs", "animals / dogs", "ЖИВОТНЫЕ/собаки"])
def test_a_path_that_is_there_is_found_in_any_case_and_language(catalogue: Catalogue, path: str) -> None:
    with catalogue.write() as edit:
        assert edit.tag_tree.ensure_path(path) == edit.tag_tree.ids_by_key()["animals.dogs"]
        assert len(edit.tag_tree.rows()) == len(TREE)


def test_siblings_have_names_of_their_own(catalogue: Catalogue) -> None:
    with catalogue.write() as edit:
        ids = edit.tag_tree.ids_by_key()
        for taken in ("dogs", "СОБАКИ", " Dogs "):
            with pytest.raises(UserError, match="already"):
                edit.tag_tree.add(ids["animals"], taken)
        for unfit in ("", "  ", "Cats/Dogs"):
            with pytest.raises(UserError):
                edit.tag_tree.add(None, unfit)
        edit.tag_tree.add(None, "Dogs")


def test_parents_come_before_their_children(catalogue: Catalogue) -> None:
    with catalogue.write() as edit:
        ids = edit.tag_tree.ids_by_key()
        late = edit.tag_tree.ensure_path("Late")
        edit.tag_tree.move(ids["animals"], late)
    with catalogue.read() as view:
        tree = view.tag_tree.snapshot()  # Taxonomy refuses a child before its parent
    assert tree.path("animals.dogs.poodles") == ("Late", "Animals", "Dogs", "Poodles")


def seen(catalogue: Catalogue) -> set[str]:
    """Return the keys of the tree, which has to be whole, and of the words that name tags."""
    with catalogue.read() as view:
        keys = {node.key for node in view.tag_tree.snapshot().nodes}
        assert set(view.tag_tree.ids_by_key()) == keys
    return keys


def test_what_the_program_ships_below_a_deleted_tag_stays_out_of_the_tree(catalogue: Catalogue) -> None:
    newer = Taxonomy((*TREE.nodes, TagNode("animals.dogs.pugs", "animals.dogs", "Pugs", "Мопсы")))
    with catalogue.write() as edit:
        gone = edit.tag_tree.delete(edit.tag_tree.ids_by_key()["animals"])
        edit.tag_tree.merge(newer, HOME_TREE)
    assert seen(catalogue) == {"sports"}
    with catalogue.write() as edit:
        edit.tag_tree.restore(gone)
    assert seen(catalogue) == {node.key for node in newer.nodes}


def test_deletions_are_undone_in_any_order(catalogue: Catalogue) -> None:
    with catalogue.write() as edit:
        ids = edit.tag_tree.ids_by_key()
        dogs = edit.tag_tree.delete(ids["animals.dogs"])
        animals = edit.tag_tree.delete(ids["animals"])
        edit.tag_tree.restore(dogs)
    assert seen(catalogue) == {"sports"}
    with catalogue.write() as edit:
        edit.tag_tree.restore(animals)
    assert seen(catalogue) == {node.key for node in TREE.nodes}


def test_bringing_a_tag_back_brings_back_nothing_that_was_deleted_before_it(catalogue: Catalogue) -> None:
    with catalogue.write() as edit:
        ids = edit.tag_tree.ids_by_key()
        edit.tag_tree.delete(ids["animals.dogs"])
        edit.tag_tree.restore(edit.tag_tree.delete(ids["animals"]))
    assert seen(catalogue) == {"animals", "sports"}


def test_nothing_is_hung_below_a_tag_that_is_gone(catalogue: Catalogue) -> None:
    with catalogue.write() as edit:
        ids = edit.tag_tree.ids_by_key()
        edit.tag_tree.delete(ids["animals"])
        with pytest.raises(UserError, match="any more"):
            edit.tag_tree.add(ids["animals.dogs"], "Pugs")
        with pytest.raises(UserError, match="any more"):
            edit.tag_tree.move(ids["sports"], ids["animals"])
