"""Opens a library file and brings its tag tree up to the one that ships with the program."""

from __future__ import annotations

from pathlib import Path

from core.analysis.taxonomy_file import load_taxonomy
from core.catalogue.catalogue import Catalogue
from core.catalogue.tag_tree import HOME_TREE

_MERGED_KEY = "merged_home_tree"


def open_library(path: Path) -> Catalogue:
    """Open or create the library; a tag tree that the program did not ship before is merged in.

    What the person edited or deleted in the tree stays as they left it. Raises CatalogueError where the file
    cannot be used.
    """
    catalogue = Catalogue(path)
    try:
        _merge_shipped_tree(catalogue)
    except BaseException:
        catalogue.close()
        raise
    return catalogue


def _merge_shipped_tree(catalogue: Catalogue) -> None:
    shipped = load_taxonomy()
    with catalogue.read() as view:
        if view.meta.get(_MERGED_KEY) == shipped.fingerprint:
            return
    with catalogue.write() as edit:
        edit.tag_tree.merge(shipped, HOME_TREE)
        edit.meta.set(_MERGED_KEY, shipped.fingerprint)
