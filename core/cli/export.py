"""``filmoteka export csv``: tags for a spreadsheet or a script."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from core.cli.invocation import Invocation, in_language, pass_invocation
from core.paths import absolute, readable


@click.group(short_help="Write what is known into a file.")
def export() -> None:
    """Write what is known of the videos into a file."""


@export.command(name="csv", short_help="Tags, one row per video and tag.")
@click.option("--output", required=True, type=click.Path(), metavar="FILE", help="Where to; - is stdout.")
@click.option("--bom", is_flag=True, help="Begin with a byte order mark, which Excel needs to see UTF-8.")
@click.argument("query", nargs=-1)
@in_language
@pass_invocation
def export_csv(invocation: Invocation, output: str, bom: bool, query: tuple[str, ...], language: str) -> None:
    """Write the tags of all videos, or of those that match QUERY, as CSV in UTF-8.

    One row per video and tag: path, identity, title, tag_path, score, source, state, evidence_s. A video
    without tags gives no row; a tag that was rejected neither. The levels of tag_path are joined with "/",
    the moments of evidence_s (seconds) with a space.

    A cell that a spreadsheet would run as a formula, or that begins with an apostrophe, gets an apostrophe
    before it. A path that is no UTF-8 is written as a file: address. The file is written whole or not at all.
    """
    from core.exchange.tag_lines import tag_lines
    from core.exchange.tags_csv import tags_csv, write_tags_csv
    from core.query.parser import parse

    node = parse(" ".join(query))
    with invocation.catalogue() as catalogue, catalogue.read() as view:
        lines = tag_lines(view, node, language=language)
        if output == "-":
            text, _ = tags_csv(lines)
            sys.stdout.buffer.write(text.encode("utf-8-sig" if bom else "utf-8"))
            return
        count = write_tags_csv(Path(absolute(output)), lines, bom=bom)
    click.echo(readable(f"{count} rows written to {output}"), err=True)
