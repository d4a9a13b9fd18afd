"""The verb ``samples``: the window on a small collection, for a first look and for ``make run``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option(
    "--report",
    type=click.Path(file_okay=False, path_type=Path),
    help="Wait until all is analysed, save window.png and tags.csv here, say what was found, and end.",
)
@click.pass_context
def samples(context: click.Context, report: Path | None) -> None:
    """Open the window on sample videos and analyse them.

    The samples are real clips that come with a package and a small season that the program draws itself. They
    lie in a library of their own; your library is not touched.
    """
    from core.library.library import Library
    from core.library.opening import open_library
    from core.library.samples import make_samples
    from core.paths import data_home
    from core.settings import load_settings
    from desktop.app import run_window
    from desktop.samples_report import SamplesReport

    if report is not None:
        try:
            report.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise click.BadParameter(f"{report} cannot be made: {error.strerror}.") from error
    made = make_samples(data_home() / "samples")
    if made.missing:
        click.echo(made.missing, err=True)
    library_file = data_home() / "samples.sqlite3"
    catalogue = open_library(library_file)
    Library(catalogue, load_settings().analysis_options).add_folder(made.folder)
    catalogue.close()
    if report is None:
        context.exit(run_window(library_file))
    click.echo(f"Analysing {len(made.files)} sample videos …", err=True)
    watching: list[SamplesReport] = []
    code = run_window(
        library_file, lambda filmoteka: watching.append(SamplesReport(filmoteka, report, len(made.files)))
    )
    for each in watching:
        for line in each.lines:
            click.echo(line)
    context.exit(code or max(each.code for each in watching))
