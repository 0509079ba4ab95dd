"""Where the parts of the project lie, relative to the clone."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RAW = ROOT / "raw"
REFERENCE = ROOT / "reference"
CURATION = ROOT / "curation"
SCHEMAS = ROOT / "schemas"
DATA = ROOT / "data"
SQL = ROOT / "sql"
BUILD = ROOT / "build"
