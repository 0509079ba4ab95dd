"""`claims add`: one more text, shown before anything is written."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.stages.addition import Preview, Record


def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The text, UTF-8, as received.")],
    publisher: Annotated[str, typer.Option(help="Who published it.")],
    licence: Annotated[
        str, typer.Option(help="Terms of the text: SPDX identifier or publisher-copyright.")
    ],
    published_on: Annotated[
        str, typer.Option(metavar="DATE", help="Day, month or year, ISO; empty if unknown.")
    ] = "",
    title: Annotated[str, typer.Option(help="Its title.", show_default="its first line")] = "",
    kind: Annotated[
        str, typer.Option("--type", help="encyclopedia, news, monitor, official, social, other.")
    ] = "news",
    source_id: Annotated[
        str, typer.Option(help="Its id.", show_default="publisher and file name")
    ] = "",
    notes: Annotated[str, typer.Option(help="What a reader should know of it.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Write text and manifest.")] = False,
) -> None:
    """Show what the build would make of a text; with --yes put it into raw/ and its manifest."""
    from pipeline.reference.licences import load_licences
    from pipeline.stages.addition import describe_text, preview_addition, write_addition

    content = file.read_bytes()
    given = {
        "publisher": publisher,
        "licence": licence,
        "published_on": published_on,
        "title": title,
        "source_type": kind,
        "source_id": source_id,
        "notes": notes,
    }
    source = describe_text(file, content, given)
    _print_preview(preview_addition(source, file, content))
    if not load_licences().get(source.licence, False):
        print(
            f"\nThe licence {source.licence} lets nobody pass the text on: releases leave it out."
        )
    if yes:
        write_addition(source, content)
        print(f"\nWritten: raw/{source.path} and its row in raw/sources.csv. Now `make`.")
    else:
        print("\nNothing was written; --yes puts the text into raw/.")


def _print_preview(preview: "Preview") -> None:
    from pipeline.cli.output import print_records
    from pipeline.release.render import render

    source, words = preview.source, preview.words
    print(f"{source.source_id}: {source.title}")
    print(f"\n{len(preview.claims)} claims")
    columns = ("claim_id", "claim_type", "count_low", "count_high", "subject", "claimant_id",
               "date_start", "place_id", "event_id")  # fmt: skip
    rows = [(_quoted(row, words), *(row[name] for name in columns)) for row in preview.claims]
    if rows:
        print_records(("words", *columns), rows)
    print(f"\n{len(preview.uncoded)} numbers left uncoded")
    left = [(_quoted(row, words), row["reason"], row["char_start"]) for row in preview.uncoded]
    if left:
        print_records(("words", "reason", "char_start"), left)
    for heading, unknown in (
        ("places that no gazetteer knows", preview.unknown_places),
        ("speakers that nobody knows", preview.unknown_claimants),
    ):
        print(f"\n{len(unknown)} {heading}")
        for row in unknown:
            print(f"  {row['name']} ({row['claims']} claims)")
    for heading, events in (
        ("events joined", preview.joined),
        ("new events", preview.new_events),
    ):
        print(f"\n{len(events)} {heading}")
        for row in events:
            print(f"  {row['event_id']}  {row['title']}")
    print()
    print(render(preview.difference), end="")


def _quoted(row: "Record", words: "Mapping[tuple[str, str], str]") -> str:
    return " ".join(words[row["char_start"], row["char_end"]].split())
