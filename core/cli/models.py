"""``filmoteka models``: the networks' weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from core.cli.invocation import Invocation, as_json, pass_invocation
from core.cli.printing import print_json, print_line
from core.errors import FilmotekaError
from core.paths import models_home

if TYPE_CHECKING:
    from core.analysis.weights import ModelStatus, ModelStore

_SOME_FAILED = 3


@click.group(short_help="List, fetch and verify models.")
def models() -> None:
    """Look after the models.

    Those that the program needs come with it; better ones are fetched on request.
    """


@models.command(name="list")
@as_json
def list_models(as_json: bool) -> None:
    """List the models: what for, under which licence, and whether they are here."""
    found = _store().list()
    if as_json:
        print_json([_record(status) for status in found])
        return
    for status in found:
        entry = status.entry
        size = f"{entry.size_bytes / 1e6:.0f} MB"
        print_line(f"{entry.id}  {status.state}  ({entry.purpose}, {size}, {entry.licence.spdx})")
        print_line(f"    {entry.improves}")
        if status.problem:
            print_line(f"    {status.problem}")


@models.command(name="fetch")
@click.argument("names", nargs=-1, required=True, metavar="MODEL...")
@pass_invocation
def fetch_models(invocation: Invocation, names: tuple[str, ...]) -> None:
    """Fetch models from where they are published. What an earlier try brought is kept and continued.

    Without a network nothing is lost: the models that come with the program work on.
    """
    from core.analysis.weights import ModelState
    from core.cli.progress import ProgressBar

    store = _store()
    known = [status.entry.id for status in store.list()]
    if unknown := [name for name in names if name not in known]:
        raise click.BadParameter(f"there is no model {unknown[0]!r}; known are {', '.join(known)}")
    failed = False
    with_the_program = {s.entry.id for s in store.list() if s.state is ModelState.EMBEDDED}
    for name in names:
        if name in with_the_program:
            print_line(f"{name} comes with the program: nothing to fetch.")
            continue
        try:
            with ProgressBar(name, of_bytes=True) as bar:
                store.fetch(name, bar.show)
        except FilmotekaError as error:
            click.echo(f"{name}: {error}", err=True)
            failed = True
        else:
            print_line(f"{name} is here.")
    _queue_what_waited(invocation)
    if failed:
        click.get_current_context().exit(_SOME_FAILED)


@models.command(name="verify")
@click.argument("names", nargs=-1, metavar="[MODEL...]")
@as_json
def verify_models(names: tuple[str, ...], as_json: bool) -> None:
    """Read every byte of the models that are here, or of those named, and compare their SHA-256."""
    from core.analysis.weights import ModelState

    store = _store()
    chosen = names or [s.entry.id for s in store.list() if s.state is not ModelState.MISSING]
    reports = [store.verify(name) for name in chosen]
    if as_json:
        print_json([{"id": r.model_id, "whole": r.is_whole, "problems": list(r.problems)} for r in reports])
    else:
        for report in reports:
            print_line(f"{report.model_id}: {'whole' if report.is_whole else ' '.join(report.problems)}")
    if not all(report.is_whole for report in reports):
        click.get_current_context().exit(_SOME_FAILED)


def _queue_what_waited(invocation: Invocation) -> None:
    """Videos that could not be tagged for want of these weights are tagged when the program next works."""
    from core.library.library import Library
    from core.settings import load_settings

    if not invocation.library.exists():
        return
    with invocation.catalogue() as catalogue:
        Library(catalogue, load_settings().analysis_options).enqueue_what_waited_for_weights()


def _store() -> ModelStore:
    from core.analysis.weights import ModelStore

    return ModelStore(models_home())


def _record(status: ModelStatus) -> dict[str, object]:
    entry = status.entry
    return {
        "id": entry.id,
        "state": status.state.value,
        "purpose": entry.purpose,
        "improves": entry.improves,
        "languages": list(entry.languages),
        "size_bytes": entry.size_bytes,
        "licence": entry.licence.spdx,
        "problem": status.problem or None,
    }
