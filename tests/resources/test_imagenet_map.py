from __future__ import annotations

import runpy
from pathlib import Path

import numpy as np
import pytest

from core.analysis.imagenet_map import load_imagenet_map, nearest_kept, tag_weights
from core.analysis.taxonomy_file import load_taxonomy
from core.domain.tags import TagNode, Taxonomy

ROOT = Path(__file__).resolve().parents[2]
TREE = load_taxonomy()
MAP = load_imagenet_map()
BY_NAME = {record.name: record for record in MAP}


def test_the_map_holds_all_classes_in_their_order_and_only_tags_of_the_tree() -> None:
    assert [record.index for record in MAP] == list(range(1000))
    assert {key for record in MAP for key in record.tags} <= {node.key for node in TREE.nodes}


def test_classes_that_networks_see_in_anything_speak_for_no_tag() -> None:
    for name in ("web site", "envelope", "nipple", "lampshade", "window screen", "matchstick", "switch"):
        assert not BY_NAME[name].tags, name


def test_what_people_wear_speaks_for_people() -> None:
    for name in ("suit", "sweatshirt", "abaya", "miniskirt", "neck brace"):
        assert BY_NAME[name].tags["people"] >= 0.5, name


def test_names_with_several_senses_got_the_right_one() -> None:
    assert set(BY_NAME["crane bird"].tags) == {"animals.birds.water"}
    assert set(BY_NAME["kite"].tags) == {"animals.birds.prey"}
    assert set(BY_NAME["drake"].tags) == {"animals.birds.water"}
    assert set(BY_NAME["boxer"].tags) == {"animals.dogs"}
    assert set(BY_NAME["bow"].tags) == {"sports.archery"}
    assert set(BY_NAME["Cardigan"].tags) == {"animals.dogs"}
    assert not BY_NAME["bucket"].tags


def test_every_animal_is_an_animal_and_all_dogs_are_dogs() -> None:
    weights = tag_weights(TREE, MAP)
    column = {node.key: place for place, node in enumerate(TREE.nodes)}
    assert (weights[:398, column["animals"]] > 0).sum() >= 380
    assert (weights[151:269, column["animals.dogs"]] == 1).all()
    assert not weights[398:900, column["animals.dogs"]][weights[398:900, column["animals.dogs"]] > 0.9].any()


def test_a_removed_tag_speaks_for_its_parent_and_a_removed_tree_for_nothing() -> None:
    kept = Taxonomy(tuple(node for node in TREE.nodes if not node.key.startswith("animals.")))
    weights = tag_weights(kept, MAP)
    column = [node.key for node in kept.nodes].index("animals")
    assert weights[BY_NAME["pug"].index, column] == 1
    assert nearest_kept(Taxonomy((TagNode("other", None, "Other", ""),)), "animals.dogs") is None
    assert tag_weights(Taxonomy(()), MAP).shape == (1000, 0)


def test_a_moved_tag_lifts_to_its_new_ancestors() -> None:
    dogs = TREE["animals.dogs"]
    moved = Taxonomy(
        (
            TagNode("flat", None, "Our flat", ""),
            TagNode("animals.dogs", "flat", dogs.name_en, dogs.name_ru),
        )
    )
    np.testing.assert_array_equal(tag_weights(moved, MAP)[BY_NAME["pug"].index], [1, 1])


def test_the_committed_map_is_what_the_rules_give(tmp_path: Path) -> None:
    if not Path("/usr/share/wordnet/data.noun").exists():
        pytest.skip("WordNet is not installed: Debian's package wordnet")
    script = runpy.run_path(str(ROOT / "packaging" / "build_imagenet_map.py"))
    script["write_map"](Path("/usr/share/wordnet"), tmp_path / "map.json")
    committed = ROOT / "resources" / "taxonomy" / "imagenet_map.json"
    assert (tmp_path / "map.json").read_text("utf-8") == committed.read_text("utf-8")
