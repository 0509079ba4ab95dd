"""Rules that hold every event to its claims: dates, place, sides, figures and counts."""

from pipeline.validate.across import across

_OF_CLAIMS = "SELECT event_id, {columns} FROM claims WHERE event_id IS NOT NULL GROUP BY event_id"


def _follows(rule: str, field: str, computed: str, protects: str) -> None:
    """Register that `field` of an event is what `computed` says over its claims."""
    across(
        rule,
        "events",
        field,
        ("events", "claims"),
        f"""SELECT e.rowid AS row_id, e.{field} AS value, of_claims.computed AS detail
            FROM events AS e JOIN ({_OF_CLAIMS.format(columns=computed + " AS computed")})
              AS of_claims USING (event_id)
            WHERE e.{field} IS DISTINCT FROM of_claims.computed""",
        protects=protects,
        message="The event says {value!r}, its claims say {detail!r}.",
        remedy="Rebuild the events from the claims.",
    )


_follows(
    "event-first-day",
    "date_start",
    "min(date_start)",
    "An event that begins on another day than its claims say was never reported so.",
)
_follows(
    "event-last-day",
    "date_end",
    "max(date_end)",
    "An event that ends on another day than its claims say was never reported so.",
)
_follows(
    "event-claim-count",
    "claim_count",
    "count(*)",
    "Readers weigh an event by how many claims stand behind it.",
)
_follows(
    "event-claimant-count",
    "claimant_count",
    "count(DISTINCT claimant_id)",
    "Readers weigh an event by how many voices stand behind it.",
)
_follows(
    "event-source-count",
    "source_count",
    "count(DISTINCT source_id)",
    "Readers weigh an event by how many texts stand behind it.",
)
_follows(
    "event-actors",
    "actors",
    "string_agg(DISTINCT CAST(actor AS VARCHAR), '|' ORDER BY CAST(actor AS VARCHAR))",
    "A side named by no claim would stand accused by nobody.",
)

# Of each claimant in each source, the greatest statement: the killed claims of one sentence, parts
# of another killed claim of the same event left out.
_STATEMENTS = """
  WITH whole AS (
    SELECT c.event_id, c.source_id, c.claimant_id, c.sentence_start,
      sum(coalesce(c.count_low, 0)) AS low, sum(coalesce(c.count_high, c.count_low)) AS high
    FROM claims AS c LEFT JOIN claims AS w ON w.claim_id = c.part_of
      AND w.claim_type = 'killed' AND w.event_id = c.event_id
    WHERE c.claim_type = 'killed' AND c.event_id IS NOT NULL AND w.claim_id IS NULL
    GROUP BY ALL),
  voice AS (
    SELECT event_id, source_id, claimant_id, max(low) AS low, max(high) AS high
    FROM whole GROUP BY ALL)
  SELECT event_id, CAST(min(low) AS BIGINT) AS killed_low,
    CAST(greatest(max(high), min(low)) AS BIGINT) AS killed_high
  FROM voice GROUP BY event_id"""
for _field in ("killed_low", "killed_high"):
    across(
        f"event-{_field.replace('_', '-')}",
        "events",
        _field,
        ("events", "claims"),
        f"""SELECT e.rowid AS row_id, e.{_field} AS value, computed.{_field} AS detail
            FROM events AS e LEFT JOIN ({_STATEMENTS}) AS computed USING (event_id)
            WHERE e.{_field} IS DISTINCT FROM computed.{_field}""",
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
         SELECT 1 FROM claim_relations AS r JOIN claims AS a ON a.claim_id = r.claim_id
           JOIN claims AS b ON b.claim_id = r.related_claim_id
         WHERE r.relation = 'contradicts' AND a.event_id = e.event_id
           AND b.event_id = e.event_id)""",
    protects="Whether figures are disputed is what readers ask first.",
    message="The event says {value}, the relations of its claims say otherwise.",
    remedy="Rebuild the events from the claims.",
)
across(
    "event-date-precision",
    "events",
    "date_precision",
    ("events", "claims"),
    """SELECT e.rowid AS row_id, CAST(e.date_precision AS VARCHAR) AS value,
         string_agg(DISTINCT CAST(c.date_precision AS VARCHAR), ', ') AS detail
       FROM events AS e JOIN claims AS c USING (event_id)
       WHERE e.date_precision = 'day'
       GROUP BY e.rowid, e.date_precision
       HAVING count(*) FILTER (WHERE c.date_precision IN ('day', 'range')) = 0""",
    protects="A day that no claim knows exactly is invented precision.",
    message="The event claims a known day, its claims only {detail}.",
    remedy="Rebuild the events from the claims.",
)
