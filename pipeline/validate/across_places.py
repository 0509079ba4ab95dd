"""Rules that hold every place to the area in which it is said to lie."""

from pipeline.reference.governorates import GOVERNORATES_FILE
from pipeline.schema import quote_text
from pipeline.validate.across import PREPARED, across

# The settlements of at least 500 people tell how far a governorate reaches; villages, mountains and
# borders lie up to so many degrees (about 25 km) further out.
_MARGIN = 0.25

PREPARED["governorates"] = (
    ("places",),
    f"""SELECT admin1_pcode, south - {_MARGIN} AS south, west - {_MARGIN} AS west,
          north + {_MARGIN} AS north, east + {_MARGIN} AS east
        FROM read_csv({quote_text(str(GOVERNORATES_FILE))}, auto_detect = false, header = true,
          delim = ',', quote = '"', columns = {{'admin1_pcode': 'VARCHAR', 'name': 'VARCHAR',
          'geonames_country': 'VARCHAR', 'geonames_admin1': 'VARCHAR', 'south': 'DOUBLE',
          'west': 'DOUBLE', 'north': 'DOUBLE', 'east': 'DOUBLE', 'settlements': 'BIGINT'}})""",
)
across(
    "place-in-its-governorate",
    "places",
    "latitude",
    ("places",),
    """SELECT p.rowid AS row_id, concat(p.latitude, ', ', p.longitude) AS value,
         concat(coalesce(p.admin1, p.admin1_pcode), ' reaches from ', round(g.south, 2), ' to ',
           round(g.north, 2), ' north and from ', round(g.west, 2), ' to ', round(g.east, 2),
           ' east') AS detail
       FROM places AS p JOIN governorates AS g USING (admin1_pcode)
       WHERE p.latitude NOT BETWEEN g.south AND g.north
         OR p.longitude NOT BETWEEN g.west AND g.east""",
    protects="A place mapped into another governorate carries its dead with it; the extent is that "
    "of the settlements known to GeoNames (reference/governorates.csv) and 0.25 degrees more, so "
    "that a far border may be doubted wrongly: a warning.",
    message="The place at {value} lies outside its governorate: {detail}.",
    remedy="Correct the coordinates or the governorate; both stand in reference/gazetteer.csv.",
    severity="warning",
)
