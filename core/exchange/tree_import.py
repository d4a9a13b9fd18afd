"""Hangs a tag tree of others below a root of its own, beside the tree that ships."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from core.catalogue.session import Session
from core.domain.tags import TagNode, Taxonomy
from core.exchange.iab import IabTree, read_iab


@dataclass(frozen=True, slots=True)
class ImportedTree:
    """``added`` counts nodes that were not there before: 0 for a file that was imported already."""

    name: str
    added: int


def import_iab_tree(session: Session, path: Path) -> ImportedTree:
    """Add the nodes of an IAB Content Taxonomy file. Raises UserError where the file is none.

    What a person edited or deleted of an earlier import stays as they left it.
    """
    tree = read_iab(path)
    name = f"IAB Content Taxonomy {tree.version}"
    return ImportedTree(name, session.tag_tree.merge(below_a_root(tree, name), tree.prefix))


def below_a_root(tree: IabTree, name: str) -> Taxonomy:
    """Return the tree with one root above all its roots."""
    root = TagNode(tree.prefix, None, name, name)
    nodes = (
        node if node.parent is not None else replace(node, parent=root.key) for node in tree.taxonomy.nodes
    )
    return Taxonomy((root, *nodes))
