"""The published package with harm in every free text, served as `claims explore` serves it."""

import argparse
import csv
import json
import shutil
from pathlib import Path

from pipeline.cli.explore import explore
from pipeline.paths import ROOT

HARM = (
    "<img src=x onerror='window.injected=1'>",
    "<script>window.injected=1</script>",
    '"><svg onload=window.injected=1>',
    "javascript:window.injected=1",
    "{{constructor.constructor('window.injected=1')()}}",
    "\u202e reversed \u202c & <b>bold</b> '; DROP TABLE claims; --",
)


def free_columns(schema: Path) -> set[str]:
    """Return the columns of a table in which any text may stand."""
    columns = set()
    for field in json.loads(schema.read_text(encoding="utf-8"))["fields"]:
        bound = field.get("constraints", {})
        if field["type"] == "string" and not {"enum", "pattern"} & bound.keys():
            columns.add(field["name"])
    return columns - {"path", "published_on"}


def write_hostile_package(folder: Path) -> None:
    """Write the published package into `folder`, every free text followed by something harmful."""
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("data", "schemas", "raw"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "datapackage.json", folder)
    turn = 0
    for schema in sorted((folder / "schemas").glob("*.schema.json")):
        path = folder / "data" / f"{schema.name.removesuffix('.schema.json')}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            for column in sorted(free_columns(schema) & row.keys()):
                if row[column]:
                    row[column] += f" {HARM[turn % len(HARM)]}"
                    turn += 1
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    for text in (folder / "raw" / "texts").glob("*.txt"):
        with text.open("a", encoding="utf-8") as file:
            file.write("\n".join(HARM))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--port", type=int, required=True)
    arguments = parser.parse_args()
    package = arguments.output.with_name(arguments.output.name + "-package")
    write_hostile_package(package)
    explore(package, port=arguments.port, browser=False, output=arguments.output, serve=True)
