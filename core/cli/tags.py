"""``filmoteka tags``: the tag tree with counts."""

from __future__ import annotations

from typing import Any

import click

from core.cli.invocation import Invocation, as_json, in_language, pass_invocation
from core.cli.printing import print_json, print_line


@click.command(short_help="Print the tag tree with counts.")
@click.option("--used", is_flag=True, help="Only tags that some video carries.")
@as_json
@in_language
@pass_invocation
def tags(invocation: Invocation, used: bool, as_json: bool, language: str) -> None:
    """Print the tag tree; each count is of videos that carry the tag or one below it."""
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
