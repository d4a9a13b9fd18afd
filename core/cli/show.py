"""``filmoteka show``: what is known of one file."""

from __future__ import annotations

import os

import click

from core.cli.invocation import Invocation, as_json, in_language, pass_invocation
from core.cli.printing import print_json, print_video
from core.errors import UserError
from core.paths import absolute, readable


@click.command(short_help="Print what is known of a file.")
@click.argument("file", type=click.Path())
@as_json
@in_language
@pass_invocation
def show(invocation: Invocation, file: str, as_json: bool, language: str) -> None:
    """Print what is known of FILE: tags, segments, what is said in it, and its jobs.

    The file has to be in the library; `filmoteka analyse FILE` puts it there. It may be gone from the disk.
    """
    from core.exchange.video_json import video_record

    with invocation.catalogue() as catalogue, catalogue.read() as view:
        known = view.files.at(absolute(file)) or view.files.at(os.path.realpath(file))
        video = None if known is None else view.videos.get(known.video_id)
        if known is None or video is None:
            raise UserError(f"{readable(file)} is not in the library. Run: filmoteka analyse FILE")
        record = video_record(view, video, language=language) | {"path": known.path}
    if as_json:
        print_json(record)
    else:
        print_video(record)
