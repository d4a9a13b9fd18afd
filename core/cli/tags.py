"""``filmoteka tags``: the tag tree with counts; ``tags import`` adds a tree of others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from core.cli.invocation import Invocation, as_json, in_language, pass_invocation
from core.cli.printing import print_json, print_line


@click.group(invoke_without_command=True, short_help="Print the tag tree with counts.")
@click.option("--used", is_flag=True, help="Only tags that some video carries.")
@as_json
@in_language
@pass_invocation
@click.pass_context
def tags(context: click.Context, invocation: Invocation, used: bool, as_json: bool, language: str) -> None:
    """Print the tag tree; each count is of videos that carry the tag or one below it."""
    if context.invoked_subcommand is None:
        _print_tags(invocation, used, as_json, language)


@tags.command(name="import", short_help="Add the tree of an IAB Content Taxonomy file.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@pass_invocation
def import_tree(invocation: Invocation, file: Path) -> None:
    """Add the tags of FILE below a root of their own: an IAB Content Taxonomy, 1.0, 2.2 or 3.1, in TSV.

    Tags that were imported before are not doubled; what you changed of them stays.
    """
    from core.exchange.tree_import import import_iab_tree

    with invocation.catalogue() as catalogue, catalogue.write() as edit:
        imported = import_iab_tree(edit, file)
    click.echo(f"{imported.name}: {imported.added} tags added.", err=True)


def _print_tags(invocation: Invocation, used: bool, as_json: bool, language: str) -> None:
    with invocation.catalogue() as catalogue, catalogue.read() as view:
        rows = view.tag_tree.rows()
        counts = view.search.tag_counts()
    nodes: dict[int | None, dict[str, Any]] = {None: {"children": [], "path": []}}
    for row in rows:
        count = counts.get(row.id, 0)
        if (used and not count) or row.parent_id not in nodes:
            continue
        name = row.node.name(language)
        path = [*nodes[row.parent_id]["path"], name]
        node: dict[str, Any] = {
            "name": name,
            "path": path,
            "key": row.node.key,
            "count": count,
            "children": [],
        }
        nodes[row.id] = node
        nodes[row.parent_id]["children"].append(node)
    roots = nodes[None]["children"]
    if as_json:
        print_json(roots)
    else:
        _print_tree(roots, 0)


def _print_tree(nodes: list[dict[str, Any]], depth: int) -> None:
    for node in nodes:
        count = f"  {node['count']}" if node["count"] else ""
        print_line(f"{'  ' * depth}{node['name']}{count}")
        _print_tree(node["children"], depth + 1)
