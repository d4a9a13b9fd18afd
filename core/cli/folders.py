"""``filmoteka folders``: the folders that the library keeps in step with."""

from __future__ import annotations

import os
from pathlib import Path

import click

from core.analysis.messages import AnalysisOptions
from core.cli.invocation import Invocation, as_json, pass_invocation
from core.cli.printing import print_json, print_line
from core.domain.videos import Folder
from core.errors import UserError
from core.paths import absolute, readable


@click.group(short_help="Add, list and remove watched folders.")
def folders() -> None:
    """Name the folders whose videos the library keeps in step with.

    While the window is open they are watched, and looked through each time it starts.
    """


@folders.command(name="add")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@pass_invocation
def add_folders(invocation: Invocation, paths: tuple[str, ...]) -> None:
    """Add folders. Nothing is analysed now: the window does, or `filmoteka analyse`."""
    from core.library.library import Library

    with invocation.catalogue() as catalogue:
        library = Library(catalogue, AnalysisOptions)
        for path in paths:
            print_line(f"Added {library.add_folder(path).path}")


@folders.command(name="list")
@as_json
@pass_invocation
def list_folders(invocation: Invocation, as_json: bool) -> None:
    """List the folders, and how many videos each holds."""
    with invocation.catalogue() as catalogue, catalogue.read() as view:
        found = [
            {
                "id": folder.id,
                "path": folder.path,
                "online": Path(folder.path).is_dir(),
                "videos": len({file.video_id for file in view.files.of_folder(folder.id)}),
            }
            for folder in view.folders.all()
        ]
    if as_json:
        print_json(found)
        return
    for each in found:
        away = "" if each["online"] else "  (not reachable now)"
        print_line(f"{each['path']}  {each['videos']} videos{away}")


@folders.command(name="remove")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@pass_invocation
def remove_folders(invocation: Invocation, paths: tuple[str, ...]) -> None:
    """Take folders out of the library. No file is touched, and what is known is kept should they return."""
    from core.library.library import Library

    with invocation.catalogue() as catalogue:
        library = Library(catalogue, AnalysisOptions)
        chosen = [_named(path, library.folders()) for path in paths]
        for folder in chosen:
            library.remove_folder(folder.id)
            print_line(f"Removed {folder.path}")


def _named(path: str, known: tuple[Folder, ...]) -> Folder:
    wanted = {absolute(path), os.path.realpath(path)}
    for folder in known:
        if folder.path in wanted:
            return folder
    raise UserError(f"{readable(path)} is not a folder of the library. See: filmoteka folders list")
