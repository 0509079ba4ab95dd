"""The commands of `claims`; each imports what it needs only when it runs."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from pipeline.cli.add import add
from pipeline.cli.explore import explore
from pipeline.cli.release import catalogues, diff, release

app = typer.Typer(
    name="claims",
    help="Who said how many: build, check and question the claims from north-west Syria.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command()
def build(
    force: Annotated[bool, typer.Option("--force", help="Run every stage again.")] = False,
) -> None:
    """Rebuild data/, datapackage.json and build/ from raw/: what `dvc repro` runs."""
    from pipeline.stages.build import build_all

    raise typer.Exit(build_all(force))


@app.command()
def validate(
    path: Annotated[
        Path | None,
        typer.Argument(help="Folder, datapackage.json or archive.", show_default="this clone"),
    ] = None,
    style: Annotated[
        Literal["table", "json", "html", "github"], typer.Option("--format", help="How to report.")
    ] = "table",
    limit_errors: Annotated[
        int, typer.Option(min=1, help="Findings kept of one rule in one column.")
    ] = 1000,
    fail_on: Annotated[
        Literal["error", "warning"], typer.Option(help="What makes the exit code 1.")
    ] = "error",
    list_rules: Annotated[
        bool, typer.Option("--list-rules", help="List the rules and what they protect.")
    ] = False,
) -> None:
    """Check a package; exit code 1 where something is wrong with it."""
    from pipeline.cli.output import print_records
    from pipeline.paths import ROOT
    from pipeline.validate import list_rules as known_rules
    from pipeline.validate import validate_package

    if list_rules:
        columns = ["rule", "severity", "protects"]
        print_records(columns, [(r.id, r.severity, r.protects) for r in known_rules()])
        return
    report = validate_package(path or ROOT, limit_errors=limit_errors)
    print(report.render(style, colour=sys.stdout.isatty(), limit=limit_errors), end="")
    raise typer.Exit(0 if report.passes(fail_on) else 1)


@app.command()
def sql(
    question: Annotated[str, typer.Argument(metavar="QUERY", help="One SELECT.")],
    style: Annotated[
        Literal["table", "csv", "json", "markdown"], typer.Option("--format", help="How to answer.")
    ] = "table",
) -> None:
    """Put a question to the tables and views (sql/views.sql); nothing can be changed by it."""
    from pipeline.cli.output import print_records
    from pipeline.package.database import ask

    print_records(*ask(question), style)


@app.command()
def show(
    identifier: Annotated[str, typer.Argument(metavar="CLAIM_ID|EVENT_ID")],
    explain: Annotated[
        bool, typer.Option("--explain", help="Say which words and which rule gave each field.")
    ] = False,
) -> None:
    """Show a claim with its sentence and what contradicts it, or an event with all figures."""
    from pipeline.cli.show import show_claim, show_event

    if identifier.startswith("e-"):
        show_event(identifier)
    else:
        show_claim(identifier, explain)


@app.command()
def extract(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE …|-]", help="Texts; - is standard input.")
    ] = None,
    published_on: Annotated[
        str, typer.Option(metavar="DATE", help="Day, month or year of publication, ISO.")
    ] = "",
    documents: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|FOLDER|GLOB|URL",
            help="JSON lines with source_id, text and, if known, published_on, title, publisher; "
            "Parquet with these columns; or plain texts.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(metavar="FILE|FOLDER", help="JSON lines into a file, Parquet into a folder."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Add which words and which rule gave each field.")
    ] = False,
    engine: Annotated[
        Literal["local", "processes", "dask"] | None,
        typer.Option(
            help="Where to read, into a folder.", show_default="processes, local for a handful"
        ),
    ] = None,
    workers: Annotated[
        int, typer.Option(min=0, help="Processes; 0 for one on each core.", show_default=False)
    ] = 0,
    scheduler: Annotated[
        str, typer.Option(metavar="tcp://HOST:PORT", help="A running dask cluster to join.")
    ] = "",
    resume: Annotated[
        bool, typer.Option(help="Go on where earlier runs into the folder stopped.")
    ] = True,
    batch_size: Annotated[
        int, typer.Option(min=1, help="Documents that a worker is given at once.")
    ] = 32,
) -> None:
    """Extract the claims of any English text: JSON lines, or Parquet files in a folder."""
    from pipeline.cli.extraction import extract_as_lines, extract_into_folder, read_entries

    entries = read_entries(files or [], documents, published_on)
    if output is not None and (output.is_dir() or not (output.suffix or output.is_file())):
        if explain:
            raise typer.BadParameter("--explain needs JSON lines: name a file as --output.")
        extract_into_folder(output, entries, engine, workers, scheduler, resume, batch_size)
    if engine or scheduler:
        raise typer.BadParameter("--engine and --scheduler need a folder as --output.")
    extract_as_lines(entries, explain, output)


@app.command()
def resolve(
    folder: Annotated[Path, typer.Argument(help="What `claims extract --output` has written.")],
    output: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="The package.", show_default="FOLDER/package"),
    ] = None,
    memory: Annotated[
        str, typer.Option(metavar="SIZE", help="What is held in memory, before disk is used.")
    ] = "1GB",
) -> None:
    """Bring the claims of a bulk extraction together into events: a package of Parquet files."""
    from pipeline.cli.extraction import resolve_extracted

    resolve_extracted(folder, output, memory)


@app.command()
def gazetteer(
    country: Annotated[str, typer.Option(metavar="XX", help="ISO code of the country.")],
    output: Annotated[Path, typer.Option(metavar="FILE", help="CSV to write.")],
) -> None:
    """Write a gazetteer of another country from GeoNames, in the columns of reference/."""
    from pipeline.reference.geonames import write_country_gazetteer

    write_country_gazetteer(country, output)


app.command()(release)
app.command()(diff)
app.command()(add)
app.command()(explore)
app.command()(catalogues)
