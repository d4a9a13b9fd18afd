"""``filmoteka doctor``: whether everything that the program needs is there and works."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

import click

from core.cli.invocation import Invocation, as_json, pass_invocation
from core.cli.printing import print_json, print_line
from core.errors import FilmotekaError

if TYPE_CHECKING:
    from core.health.finding import Finding

_BROKEN = 3


@click.command(short_help="Check the installation and say what to do.")
@as_json
@pass_invocation
def doctor(invocation: Invocation, as_json: bool) -> None:
    """Check every dependency, library, codec and weight file, and say what to do where something is wrong.

    The exit code is 0 where the program can be used, warnings or not, and 3 where something is broken.
    """
    from core.health.finding import Health
    from core.health.libraries import look_at_libraries
    from core.health.machine import look_at_machine
    from core.health.weights import look_at_weights

    found = []
    for finding in chain(
        look_at_machine(invocation.library), _library(invocation), look_at_libraries(), look_at_weights()
    ):
        found.append(finding)
        if not as_json:
            _print(finding)
    broken = [finding.name for finding in found if finding.health is Health.FAILED]
    if as_json:
        lines = [
            {"name": f.name, "state": f.health.value, "detail": f.detail, "advice": f.advice or None}
            for f in found
        ]
        print_json({"usable": not broken, "checks": lines})
    else:
        print_line(f"Broken: {', '.join(broken)}" if broken else "The program can be used.")
    if broken:
        click.get_current_context().exit(_BROKEN)


def _library(invocation: Invocation) -> Iterator[Finding]:
    from core.health.finding import Finding, Health, well

    if not invocation.library.exists():
        yield well("library", f"{invocation.library} will be made when it is needed")
        return
    try:
        with invocation.catalogue() as catalogue, catalogue.read() as view:
            yield well("library", f"{invocation.library}, {view.search.count()} videos")
    except FilmotekaError as error:
        yield Finding("library", Health.FAILED, str(invocation.library), str(error))


def _print(finding: Finding) -> None:
    print_line(f"{finding.health.value:8}{finding.name}: {finding.detail}")
    if finding.advice:
        print_line(f"        {finding.advice}")
