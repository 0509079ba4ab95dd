"""Rules that hold every event to its claims: dates, place, sides, figures and counts."""

from pipeline.validate.across import PREPARED, across

PREPARED["of_claims"] = (
    ("events", "claims"),
    """SELECT event_id, min(date_start) AS date_start, max(date_end) AS date_end,
         count(*) AS claim_count,
         bit_or(1::BIGINT << enum_code(actor)) AS sides,
         count(*) FILTER (WHERE date_precision IN ('day', 'range')) AS known_days
       FROM claims WHERE event_id IS NOT NULL GROUP BY event_id""",
)


def _distinct(column: str, summed: str) -> str:
    """Return SQL for a fact about the different values that an event's claims have in a column."""
    return f"""(SELECT event_id, {summed} AS {{field}} FROM (
        SELECT DISTINCT event_id, CAST({column} AS VARCHAR) AS given FROM claims
        WHERE event_id IS NOT NULL) GROUP BY event_id)"""


def _follows(rule: str, field: str, protects: str, computed: str = "of_claims") -> None:
    """Register that `field` of an event is what the column of that name in `computed` says."""
    across(
        rule,
        "events",
        field,
        ("events", "claims"),
        f"""SELECT e.rowid AS row_id, e.{field} AS value, c.{field} AS detail
            FROM events AS e JOIN {computed.format(field=field)} AS c USING (event_id)
            WHERE e.{field} IS DISTINCT FROM c.{field}""",
        protects=protects,
        message="The event says {value!r}, its claims say {detail!r}.",
        remedy="Rebuild the events from the claims.",
    )


_follows(
    "event-first-day",
    "date_start",
    "An event that begins on another day than its claims say was never reported so.",
)
_follows(
    "event-last-day",
    "date_end",
    "An event that ends on another day than its claims say was never reported so.",
)
_follows(
    "event-claim-count",
    "claim_count",
    "Readers weigh an event by how many claims stand behind it.",
)
_follows(
    "event-claimant-count",
    "claimant_count",
    "Readers weigh an event by how many voices stand behind it.",
    _distinct("claimant_id", "count(given)"),
)
_follows(
    "event-source-count",
    "source_count",
    "Readers weigh an event by how many texts stand behind it.",
    _distinct("source_id", "count(given)"),
)
PREPARED["of_sides"] = (
    ("events", "claims"),
    """WITH named AS (
         SELECT DISTINCT enum_code(actor) AS code, CAST(actor AS VARCHAR) AS side
         FROM claims WHERE actor IS NOT NULL),
       spelled AS (
         SELECT sides, string_agg(side, '|' ORDER BY side) AS actors
         FROM (SELECT DISTINCT sides FROM of_claims) JOIN named ON (sides >> code) & 1 = 1
         GROUP BY sides)
       SELECT event_id, actors FROM of_claims LEFT JOIN spelled USING (sides)""",
)
_follows(
    "event-actors",
    "actors",
    "A side named by no claim would stand accused by nobody.",
    "of_sides",
)

# Of each claimant in each source, the greatest statement: the killed claims of one sentence, parts
# of another killed claim of the same event and replaced figures left out.
# Ids are grouped by their hashes and figures added as doubles: three times as fast, and exact. What
# is left out is joined, as DuckDB would group all claims once more before it asked NOT EXISTS.
PREPARED["of_killed"] = (
    ("events", "claims", "claim_relations"),
    """WITH replaced AS (
         SELECT related_claim_id AS claim_id FROM claim_relations
         WHERE relation = 'supersedes' AND related_claim_id IS NOT NULL),
       left_out AS (
         SELECT claim_id FROM replaced
         UNION ALL
         SELECT part.claim_id FROM claims AS part JOIN claims AS whole
           ON whole.claim_id = part.part_of AND whole.event_id = part.event_id
         WHERE part.part_of IS NOT NULL AND part.claim_type = 'killed'
           AND whole.claim_type = 'killed'
           AND NOT EXISTS (SELECT 1 FROM replaced AS r WHERE r.claim_id = whole.claim_id)),
       statement AS (
         SELECT hash(c.event_id) AS event, hash(c.source_id, c.claimant_id) AS voice,
           sum(CAST(coalesce(c.count_low, 0) AS DOUBLE)) AS low,
           sum(CAST(coalesce(c.count_high, c.count_low) AS DOUBLE)) AS high
         FROM claims AS c ANTI JOIN left_out USING (claim_id)
         WHERE c.claim_type = 'killed' AND c.event_id IS NOT NULL
         GROUP BY event, voice, c.sentence_start),
       speaker AS (
         SELECT event, max(low) AS low, max(high) AS high FROM statement GROUP BY event, voice)
       SELECT event, CAST(min(low) AS BIGINT) AS killed_low,
         CAST(greatest(max(high), min(low)) AS BIGINT) AS killed_high
       FROM speaker GROUP BY event""",
)
for _field in ("killed_low", "killed_high"):
    across(
        f"event-{_field.replace('_', '-')}",
        "events",
        _field,
        ("events", "claims", "claim_relations"),
        f"""SELECT e.rowid AS row_id, e.{_field} AS value, k.{_field} AS detail
            FROM events AS e LEFT JOIN of_killed AS k ON k.event = hash(e.event_id)
            WHERE e.{_field} IS DISTINCT FROM k.{_field}""",
        protects="The range of an event is what its claimants say, no more and no less.",
        message="The event says {value!r}, its claims give {detail!r}.",
        remedy="Rebuild the events from the claims.",
    )

across(
    "event-place",
    "events",
    "place_id",
    ("events", "claims", "places"),
    """WITH RECURSIVE above AS (
         SELECT DISTINCT event_id, place_id FROM claims
         WHERE event_id IS NOT NULL AND place_id IS NOT NULL
         UNION
         SELECT above.event_id, places.parent_place_id
         FROM above JOIN places USING (place_id) WHERE places.parent_place_id IS NOT NULL)
       SELECT e.rowid AS row_id, e.place_id AS value, '' AS detail FROM events AS e
       WHERE e.place_id IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM above WHERE above.event_id = e.event_id AND above.place_id = e.place_id)""",
    protects="An event at a place that no claim names was put there by nobody.",
    message="No claim of the event is about {value!r} or a place within it.",
    remedy="Rebuild the events from the claims.",
)
across(
    "event-contested",
    "events",
    "contested",
    ("events", "claims", "claim_relations"),
    """SELECT e.rowid AS row_id, CAST(e.contested AS VARCHAR) AS value, '' AS detail
       FROM events AS e WHERE e.contested <> EXISTS (
         SELECT 1 FROM pairs WHERE relation = 'contradicts'
           AND a.event_id = b.event_id AND a.event_id = e.event_id)""",
    protects="Whether figures are disputed is what readers ask first.",
    message="The event says {value}, the relations of its claims say otherwise.",
    remedy="Rebuild the events from the claims.",
)
across(
    "event-date-precision",
    "events",
    "date_precision",
    ("events", "claims"),
    """SELECT e.rowid AS row_id, CAST(e.date_precision AS VARCHAR) AS value, '' AS detail
       FROM events AS e JOIN of_claims USING (event_id)
       WHERE e.date_precision = 'day' AND known_days = 0""",
    protects="A day that no claim knows exactly is invented precision.",
    message="The event claims a known day, but none of its claims knows one.",
    remedy="Rebuild the events from the claims.",
)
across(
    "event-without-claim",
    "events",
    "event_id",
    ("events", "claims"),
    """SELECT e.rowid AS row_id, e.event_id AS value, '' AS detail FROM events AS e
       WHERE NOT EXISTS (SELECT 1 FROM of_claims AS c WHERE c.event_id = e.event_id)""",
    protects="An event that nobody tells of was made up.",
    message="No claim tells of the event {value}.",
    remedy="Remove the event, or give its claims their event_id back.",
)
