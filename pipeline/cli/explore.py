"""`claims explore`: the package as a page, written and served on this machine."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def explore(
    package: Annotated[
        Path, typer.Argument(help="Folder of a package.", show_default="this clone")
    ] = Path(),
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; 0 takes any free one.")
    ] = 8080,
    browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    output: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Where to write.", show_default="build/explorer"),
    ] = None,
    serve: Annotated[bool, typer.Option(help="Serve it, until Ctrl-C.")] = True,
) -> None:
    """Write the explorer, a page on which to see who claims what, and serve it on 127.0.0.1."""
    from pipeline.explorer.serve import open_server
    from pipeline.explorer.write import OUTPUT, write_explorer
    from pipeline.paths import ROOT

    folder = write_explorer(ROOT if package == Path() else package, output or OUTPUT)
    print(f"Written: {folder}")
    if not serve:
        return
    with open_server(folder, port) as server:
        print(f"Explorer: {server.url} (Ctrl-C ends it)")
        sys.stdout.flush()
        if browser:
            import webbrowser

            webbrowser.open(server.url)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
