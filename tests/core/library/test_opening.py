from __future__ import annotations

import time
from pathlib import Path

import pytest

from core.analysis.taxonomy_file import load_taxonomy
from core.catalogue.tag_tree import TagTree
from core.errors import CatalogueError
from core.library.opening import open_library


def test_a_new_library_has_the_tree_that_ships_with_the_program(tmp_path: Path) -> None:
    catalogue = open_library(tmp_path / "new" / "library.sqlite3")
    with catalogue.read() as view:
        assert len(view.tag_tree.snapshot()) == len(load_taxonomy())
    catalogue.close()


def test_what_was_edited_and_deleted_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    catalogue = open_library(path)
    with catalogue.write() as edit:
        deleted = edit.tag_tree.rows()[-1]
        edit.tag_tree.delete(deleted.id)
        edit.tag_tree.add(None, "Aquarium")
    with catalogue.read() as view:
        kept = view.tag_tree.snapshot()
    catalogue.close()
    again = open_library(path)
    with again.read() as view:
        assert view.tag_tree.snapshot() == kept
    again.close()


def test_a_normal_start_writes_nothing_and_is_quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "library.sqlite3"
    open_library(path).close()
    before = path.read_bytes()
    monkeypatch.setattr(TagTree, "merge", None)
    began = time.perf_counter()
    open_library(path).close()
    assert time.perf_counter() - began < 0.5
    assert path.read_bytes() == before


def test_a_newer_tree_of_the_program_is_merged(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    catalogue = open_library(path)
    with catalogue.write() as edit:  # as an older program left it
        edit.meta.set("merged_home_tree", "older")
        edit.tag_tree.delete(edit.tag_tree.rows()[0].id)
    count = len(catalogue_tree(catalogue.path))
    catalogue.close()
    assert len(catalogue_tree(path)) == count


def catalogue_tree(path: Path) -> tuple[str, ...]:
    catalogue = open_library(path)
    with catalogue.read() as view:
        keys = tuple(node.key for node in view.tag_tree.snapshot().nodes)
    catalogue.close()
    return keys


def test_a_file_that_is_no_library_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "holiday.mp4"
    path.write_bytes(b"no library" * 500)
    with pytest.raises(CatalogueError):
        open_library(path)
