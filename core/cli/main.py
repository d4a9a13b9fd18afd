"""The command ``filmoteka``: without a verb it opens the window.

Exit codes: 0 done, 1 our bug, 2 wrong use, 3 some files failed or the machine did.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from core.cli.invocation import Invocation
from core.errors import CancelledError, FilmotekaError, HostError, QueryError
from core.log import log_file, set_up_log
from core.paths import absolute, default_library, readable

_log = logging.getLogger(__name__)
DONE, OUR_BUG, WRONG_USE, FILES_FAILED, INTERRUPTED = 0, 1, 2, 3, 130
_VERBS = ("analyse", "show", "search", "tags", "export", "folders", "models", "doctor")


def run(
    open_window: Callable[[Path], int],
    more_verbs: Sequence[click.Command] = (),
    arguments: Sequence[str] | None = None,
) -> int:
    """Run the command line and return the exit code; ``open_window`` gets the library's file."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")  # a console that knows no Cyrillic stops nothing
    set_up_log()
    group = make_group(open_window, more_verbs)
    try:
        code = group.main(arguments, prog_name="filmoteka", standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # click makes the one into the other
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read has read enough
        return DONE
    except click.exceptions.Abort:
        click.echo("Interrupted.", err=True)
        return INTERRUPTED
    except click.ClickException as mistake:
        mistake.show()
        return WRONG_USE
    except FilmotekaError as error:
        return _told(error)
    except Exception as bug:  # noqa: BLE001 - the outermost border: whatever comes here is a bug of ours
        _log.exception("Filmoteka met a bug (%s). Details are in %s", type(bug).__name__, log_file())
        return OUR_BUG
    return code if isinstance(code, int) else DONE


def make_group(open_window: Callable[[Path], int], more_verbs: Sequence[click.Command] = ()) -> click.Group:
    """Return the command with all its verbs."""

    @click.group(
        cls=_Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
    )
    @click.option(
        "--library",
        type=click.Path(dir_okay=False),
        metavar="FILE",
        help="The library to use. Default: your own, in the data folder of your account.",
    )
    @click.option("--debug", is_flag=True, help="Say much more on stderr.")
    @click.version_option(_version(), prog_name="filmoteka")
    @click.pass_context
    def filmoteka(context: click.Context, library: str | None, debug: bool) -> None:
        """Keep your own video collection: browse, search, tag and watch it.

        Without a verb the window opens. Everything stays on this machine.
        """
        if debug:
            set_up_log(debug=True)
        file = Path(absolute(library)) if library else default_library()
        context.obj = Invocation(file)
        if context.invoked_subcommand is None:
            context.exit(open_window(file))

    for verb in more_verbs:
        filmoteka.add_command(verb)
    return filmoteka


class _Verbs(click.Group):
    """Imports a verb when it is asked for, so that each starts as fast as it can."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*_VERBS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        name = "analyse" if cmd_name == "analyze" else cmd_name
        if name not in _VERBS:
            return super().get_command(ctx, name)
        module = importlib.import_module(f"core.cli.{name}")
        verb: click.Command = getattr(module, name)
        return verb


def _told(error: FilmotekaError) -> int:
    place = f" (at character {error.position + 1})" if isinstance(error, QueryError) else ""
    click.echo(readable(f"{error}{place}"), err=True)
    if isinstance(error, CancelledError):
        return INTERRUPTED
    return FILES_FAILED if isinstance(error, HostError) else WRONG_USE


def _version() -> str:
    try:
        return importlib.metadata.version("filmoteka")
    except importlib.metadata.PackageNotFoundError:
        return "(not installed)"
