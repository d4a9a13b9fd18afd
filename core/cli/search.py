"""``filmoteka search``: the videos that match a query."""

from __future__ import annotations

import click

from core.cli.invocation import Invocation, as_json, in_language, pass_invocation
from core.cli.printing import print_json, print_video


@click.command(short_help="List the videos that match a query.")
@click.argument("query", nargs=-1)
@click.option("--limit", type=click.IntRange(min=1), help="Stop after so many videos.")
@as_json
@in_language
@pass_invocation
def search(
    invocation: Invocation, query: tuple[str, ...], limit: int | None, as_json: bool, language: str
) -> None:
    """List the videos that match QUERY; without one, all.

    \b
    dog beach              tags or words of name and speech; all must match
    "big cats" OR birds    a phrase; either of two
    -winter                not
    tag:Animals/Dogs       a tag and all below it, in English or Russian
    text:"happy birthday"  words that are spoken
    name: path: series:    words of the title, the path, the series
    season:2 duration<30m size>1gb width>=1920 score>0.8
    added:2026-01..        from January 2026 on; created: when it was filmed
    has:intro|recap|credits|preview|speech|audio|tag|error
    is:missing|offline|failed|watched
    lang:en                the language that is spoken

    A query that begins with a minus goes after two dashes: filmoteka search -- -winter
    """
    from core.exchange.video_json import video_record
    from core.query.parser import parse

    node = parse(" ".join(query))
    with invocation.catalogue() as catalogue, catalogue.read() as view:
        videos = view.search.page(node, limit=-1 if limit is None else limit)
        records = [video_record(view, video, language=language, transcript=False) for video in videos]
    if as_json:
        print_json(records)
        return
    for record in records:
        print_video(record)
