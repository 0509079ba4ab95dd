"""Which tellings are worth comparing: those that meet in a block, found by DuckDB."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.resolve.geography import Geography
from pipeline.resolve.settings import ResolveSettings
from pipeline.resolve.tellings import Days, Telling

if TYPE_CHECKING:
    import polars

Row = tuple[str, int, int]


def pairs_sql(neighbours: int) -> str:
    """Return SQL for the pairs of tellings that meet in the table `rows` (block, figure, telling).

    Members of a block stand in the order of their figures; each meets the few that follow it, so
    that the work grows with the number of tellings, however full one block is.
    """
    ahead = ", ".join(f"lead(telling, {step}) OVER here" for step in range(1, neighbours + 1))
    return f"""
        SELECT DISTINCT least(telling, next) AS one, greatest(telling, next) AS other
        FROM (
            SELECT telling, unnest(CAST([{ahead}] AS BIGINT[])) AS next FROM rows
            WINDOW here AS (PARTITION BY block ORDER BY figure, telling))
        WHERE next <> telling
    """


class ArrowStream:
    """A frame shown to DuckDB as nothing but an Arrow stream.

    A polars frame itself makes DuckDB ask for pyarrow, which is not installed.
    """

    def __init__(self, frame: "polars.DataFrame") -> None:
        self._frame = frame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._frame.__arrow_c_stream__(requested_schema)


def candidate_pairs(
    tellings: Sequence[Telling], geography: Geography, settings: ResolveSettings
) -> list[tuple[int, int]]:
    """Return pairs of positions in `tellings` in order, each once, the lower position first."""
    if len(tellings) < 2:
        return []
    rows = [
        row
        for position, telling in enumerate(tellings)
        for row in block_rows(position, telling, geography, settings)
    ]
    beside = list(neighbouring_paragraphs(tellings))
    if not rows:
        return sorted(set(beside))
    # They take longer to load than most single texts take to read.
    import duckdb  # noqa: PLC0415
    import polars  # noqa: PLC0415

    blocks = polars.DataFrame(rows, schema=["block", "figure", "telling"], orient="row")
    whole = {"one": polars.Int64, "other": polars.Int64}
    with duckdb.connect(":memory:") as connection:
        connection.execute("SET threads TO 1")
        connection.register("rows", ArrowStream(blocks))
        connection.register("beside", ArrowStream(polars.DataFrame(beside, whole, orient="row")))
        met = f"{pairs_sql(settings.neighbours)} UNION SELECT * FROM beside ORDER BY one, other"
        return connection.execute(met).fetchall()


def date_keys(days: Days, settings: ResolveSettings) -> Iterable[str]:
    """Return the keys under which a span of days is found: its days, or its ends where long."""
    first, last = days
    if last - first >= settings.longest_span_days:
        return (f"{first}/{last}",)
    return (str(day) for day in range(first, last + 1))


def block_rows(
    position: int, telling: Telling, geography: Geography, settings: ResolveSettings
) -> Iterable[Row]:
    """Yield the blocks in which a telling stands: name, figure that orders it there, position."""
    spots = [place for place in geography.lineage(telling.place_id) if not geography.is_wide(place)]
    if spots:
        spots += geography.areas_near(spots[0])
    figures = {
        (claim.claim_type, claim.count_low or claim.count_high or 0) for claim in telling.claims
    }
    first = min(figure for _, figure in figures)
    for key in date_keys(telling.days, settings) if telling.days else ():
        for spot in spots:
            yield f"place {key} {spot}", first, position
        for claim_type, figure in figures:
            if claim_type != "occurred":
                yield f"figure {key} {claim_type}", figure, position
    for claim in telling.claims:
        figure = claim.count_low or 0
        if claim.speaker and figure >= settings.distinctive_count and telling.days:
            told = f"{claim.speaker} {claim.claim_type} {claim.subject} {figure}"
            yield f"told {told}", telling.days[0], position


def neighbouring_paragraphs(tellings: Sequence[Telling]) -> Iterable[tuple[int, int]]:
    """Yield the pairs of tellings in paragraphs of one source that follow each other."""
    before: list[int] = []
    here: list[int] = []
    for position, telling in enumerate(tellings):
        if here and telling.paragraph != tellings[here[0]].paragraph:
            before, here = here, []
            if telling.key[0] != tellings[before[0]].key[0]:
                before = []
        here.append(position)
        yield from ((other, position) for other in before)
