from __future__ import annotations

from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.errors import UserError
from core.exchange.tree_import import import_iab_tree
from core.library.opening import open_library
from tests.shared_media import SHARED_MEDIA

LABELS = SHARED_MEDIA.parent / "labels"
needs_labels = pytest.mark.skipif(not LABELS.is_dir(), reason="../shared/labels is not there")


def imported(catalogue: Catalogue, name: str) -> int:
    with catalogue.write() as edit:
        return import_iab_tree(edit, LABELS / name).added


@pytest.mark.media
@needs_labels
def test_a_tree_hangs_below_its_own_root_beside_the_one_that_ships(tmp_path: Path) -> None:
    catalogue = open_library(tmp_path / "library.sqlite3")
    with catalogue.read() as view:
        before = len(view.tag_tree.rows())
    added = imported(catalogue, "IAB_Content_Taxonomy_3.1.tsv")
    with catalogue.read() as view:
        rows = view.tag_tree.rows()
        tree = view.tag_tree.snapshot()
    catalogue.close()
    assert len(rows) == before + added
    assert [node.name_en for node in tree.children[None]].count("IAB Content Taxonomy 3.1") == 1
    assert len(tree.children["iab31"]) > 10


@pytest.mark.media
@needs_labels
def test_a_second_import_adds_nothing_and_two_versions_stand_side_by_side(tmp_path: Path) -> None:
    catalogue = open_library(tmp_path / "library.sqlite3")
    assert imported(catalogue, "IAB_Content_Taxonomy_2.2.tsv") > 1000
    assert imported(catalogue, "IAB_Content_Taxonomy_2.2.tsv") == 0
    assert imported(catalogue, "IAB_Content_Taxonomy_1.0.tsv") > 300
    catalogue.close()


def test_another_file_is_refused_and_the_tree_stays(tmp_path: Path) -> None:
    catalogue = open_library(tmp_path / "library.sqlite3")
    (tmp_path / "notes.tsv").write_text("these are\tmy notes\n")
    with pytest.raises(UserError, match=r"notes\.tsv"), catalogue.write() as edit:
        import_iab_tree(edit, tmp_path / "notes.tsv")
    catalogue.close()
