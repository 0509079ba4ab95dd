"""Rules between tables: events follow from claims, parts from wholes, relations from both.

Each rule is SQL that returns `row_id`, `value` and `detail` for the rows of one table that break
it; the words stand beside the SQL, in the registry.
"""

from dataclasses import dataclass

import duckdb

from pipeline.schema import quote_name
from pipeline.validate.finding import Finding, Severity
from pipeline.validate.keys import circles
from pipeline.validate.load import Loaded
from pipeline.validate.package import Resource
from pipeline.validate.rules import finding, register


@dataclass(frozen=True, slots=True)
class AcrossRule:
    """A rule in SQL.

    Attributes:
        rule: its id in the registry.
        table, field: where a broken row stands, and the column to blame.
        reads: every table that it reads.
        sql: a query for row_id, value and detail of each broken row.
    """

    rule: str
    table: str
    field: str
    reads: tuple[str, ...]
    sql: str


ACROSS: list[AcrossRule] = []


def across(
    rule: str,
    table: str,
    field: str,
    reads: tuple[str, ...],
    sql: str,
    *,
    protects: str,
    message: str,
    remedy: str,
    severity: Severity = "error",
) -> None:
    """Register a rule between tables with its words and its SQL."""
    if all(one.rule != rule for one in ACROSS):
        register(rule, protects, message, remedy, severity=severity, reads=reads)
    ACROSS.append(AcrossRule(rule, table, field, reads, sql))


def check_across(
    database: duckdb.DuckDBPyConnection,
    resources: dict[str, Resource],
    loaded: dict[str, Loaded],
    limit: int,
) -> list[Finding]:
    """Return the findings of every rule whose tables were all read."""
    findings = []
    for one in ACROSS:
        if not set(one.reads) <= set(loaded):
            continue
        query = f"SELECT * FROM ({one.sql}) ORDER BY row_id LIMIT {int(limit)}"
        for row_id, value, detail in database.execute(query).fetchall():
            line, row = loaded[one.table].lines.place(row_id)
            findings.append(
                finding(
                    one.rule,
                    resources[one.table].file,
                    line=line,
                    row=row,
                    field=one.field,
                    value="" if value is None else str(value),
                    detail="" if detail is None else str(detail),
                )
            )
    if "claim_relations" in loaded:
        findings += _supersedes_in_circles(database, resources, loaded)
    for name, here in loaded.items():
        findings += _unsorted(database, resources[name], here)
    return findings


register(
    "supersedes-in-a-circle",
    "Of figures that replace each other in a circle, none is the latest.",
    "{value!r} is superseded, over others, by the claim that it supersedes.",
    "Remove the relation that does not hold.",
    reads=("claim_relations",),
)


def _supersedes_in_circles(
    database: duckdb.DuckDBPyConnection, resources: dict[str, Resource], loaded: dict[str, Loaded]
) -> list[Finding]:
    rows = database.execute(
        "SELECT claim_id, related_claim_id, rowid FROM claim_relations "
        "WHERE relation = 'supersedes' AND claim_id <> related_claim_id ORDER BY rowid"
    ).fetchall()
    inner = circles([(newer, older) for newer, older, _ in rows])
    findings = []
    for newer, older, row_id in rows:
        if newer in inner and older in inner:
            line, row = loaded["claim_relations"].lines.place(row_id)
            file = resources["claim_relations"].file
            findings.append(
                finding(
                    "supersedes-in-a-circle",
                    file,
                    line=line,
                    row=row,
                    field="related_claim_id",
                    value=older,
                )
            )
    return findings


register(
    "sorted-by-key",
    "Only rows in one order give the same bytes on every machine and a readable history.",
    "The row stands after one with a greater key ({value}).",
    "Sort the rows by {field}, or rebuild the tables.",
)


def _unsorted(
    database: duckdb.DuckDBPyConnection, resource: Resource, loaded: Loaded
) -> list[Finding]:
    """Return the first row that stands out of the order of the primary key."""
    key = loaded.table.primary_key
    if not key or not set(key) <= set(loaded.columns):
        return []
    name = quote_name(loaded.table.name)
    here = "(" + ", ".join(f"t.{quote_name(column)}" for column in key) + ")"
    before = here.replace("t.", "b.")
    shown = f"CAST(b.{quote_name(key[0])} AS VARCHAR)"
    sql = (
        f"SELECT t.rowid, {shown} FROM {name} AS t JOIN {name} AS b ON b.rowid + 1 = t.rowid "
        f"WHERE {here} < {before} ORDER BY t.rowid LIMIT 1"
    )
    findings = []
    for row_id, value in database.execute(sql).fetchall():
        line, row = loaded.lines.place(row_id)
        findings.append(
            finding("sorted-by-key", resource.file, line=line, row=row, field=key[0], value=value)
        )
    return findings


across(
    "part-of-another-text",
    "claims",
    "part_of",
    ("claims",),
    """SELECT part.rowid AS row_id, part.part_of AS value, whole.source_id AS detail
       FROM claims AS part JOIN claims AS whole ON whole.claim_id = part.part_of
       WHERE part.source_id <> whole.source_id""",
    protects="A breakdown is what one text says; across texts, figures are compared, not parted.",
    message="The whole {value} stands in another text, {detail}.",
    remedy="Empty part_of, or name the whole in the same text.",
)
across(
    "part-above-whole",
    "claims",
    "part_of",
    ("claims",),
    """SELECT part.rowid AS row_id, part.part_of AS value,
         concat(coalesce(part.count_low, part.count_high), ' against ',
                coalesce(whole.count_high, whole.count_low)) AS detail
       FROM claims AS part JOIN claims AS whole ON whole.claim_id = part.part_of
       WHERE (whole.count_qualifier IS NULL OR whole.count_qualifier <> 'vague')
         AND coalesce(part.count_low, part.count_high)
           > coalesce(whole.count_high, whole.count_low)""",
    protects="A part cannot be greater than its whole; one of the two figures, or the tie, is wrong.",
    message="The part is greater than its whole {value}: {detail}.",
    remedy="Correct the figures, or empty part_of.",
)
across(
    "span-beyond-text",
    "claims",
    "char_end",
    ("claims", "sources"),
    """SELECT c.rowid AS row_id, greatest(c.char_end, c.sentence_end) AS value,
         s.characters AS detail
       FROM claims AS c JOIN sources AS s USING (source_id)
       WHERE greatest(c.char_end, c.sentence_end) > s.characters""",
    protects="A span beyond the end of its text points at nothing.",
    message="The span ends at {value}, the text at {detail}.",
    remedy="Extract the claim again from the text as it is.",
)
across(
    "span-beyond-text",
    "uncoded",
    "char_end",
    ("uncoded", "sources"),
    """SELECT u.rowid AS row_id, u.char_end AS value, s.characters AS detail
       FROM uncoded AS u JOIN sources AS s USING (source_id)
       WHERE u.char_end > s.characters""",
    protects="",
    message="",
    remedy="",
)
across(
    "claim-stated-twice",
    "claims",
    "char_start",
    ("claims",),
    """SELECT rowid AS row_id, concat(source_id, ' ', char_start) AS value, first AS detail
       FROM (SELECT rowid, source_id, char_start, first_value(claim_id) OVER same AS first,
               row_number() OVER same AS place
             FROM claims WHERE (source_id, char_start, char_end, claim_type) IN (
               SELECT (source_id, char_start, char_end, claim_type) FROM claims
               GROUP BY source_id, char_start, char_end, claim_type, subject,
                 count_low, count_high, actor HAVING count(*) > 1)
             WINDOW same AS (PARTITION BY source_id, char_start, char_end, claim_type, subject,
               count_low, count_high, actor ORDER BY rowid))
       WHERE place > 1""",
    protects="The same words coded twice make one statement look like two.",
    message="The words at {value} are already coded alike as {detail}.",
    remedy="Remove one of the two rows.",
)
across(
    "claim-after-publication",
    "claims",
    "date_start",
    ("claims", "sources"),
    """SELECT c.rowid AS row_id, c.date_start AS value, s.published_on AS detail
       FROM claims AS c JOIN sources AS s USING (source_id)
       WHERE c.date_start > CASE length(s.published_on)
         WHEN 10 THEN TRY_CAST(s.published_on AS DATE)
         WHEN 7 THEN last_day(TRY_CAST(s.published_on || '-01' AS DATE))
         WHEN 4 THEN TRY_CAST(s.published_on || '-12-31' AS DATE) END""",
    protects="Nobody reports what has not happened yet; one of the two dates is wrong.",
    message="The claim is about {value}, but its text was published on {detail}.",
    remedy="Correct the date of the claim or of the publication.",
)
across(
    "number-in-claim-and-ledger",
    "uncoded",
    "char_start",
    ("uncoded", "claims"),
    """SELECT DISTINCT ON (u.rowid) u.rowid AS row_id, u.char_start AS value,
         c.claim_id AS detail
       FROM uncoded AS u JOIN claims AS c ON c.source_id = u.source_id
         AND c.claim_type <> 'occurred'
         AND c.char_start <= u.char_start AND u.char_end <= c.char_end
       WHERE u.reason <> 'restated_part'""",
    protects="A number is either a claim or not; in both, it is counted and said not to count.",
    message="The number at {value} is part of the claim {detail}.",
    remedy="Remove it from the ledger, or remove the claim.",
)
across(
    "supersedes-other-speaker",
    "claim_relations",
    "related_claim_id",
    ("claim_relations", "claims"),
    """SELECT r.rowid AS row_id, r.related_claim_id AS value,
         concat(coalesce(older.claimant_id, 'the source itself'), ' by ',
                coalesce(newer.claimant_id, 'the source itself')) AS detail
       FROM claim_relations AS r JOIN claims AS newer ON newer.claim_id = r.claim_id
         JOIN claims AS older ON older.claim_id = r.related_claim_id
       WHERE r.relation = 'supersedes'
         AND newer.claimant_id IS DISTINCT FROM older.claimant_id""",
    protects="Only who gave a figure can replace it; another's figure contradicts it.",
    message="{value} would be replaced by another speaker's figure ({detail}).",
    remedy="Use contradicts, or correct the claimant.",
)
across(
    "supersedes-newer",
    "claim_relations",
    "related_claim_id",
    ("claim_relations", "claims", "sources"),
    """SELECT r.rowid AS row_id, r.related_claim_id AS value,
         concat(old_text.published_on, ' against ', new_text.published_on) AS detail
       FROM claim_relations AS r JOIN claims AS newer ON newer.claim_id = r.claim_id
         JOIN claims AS older ON older.claim_id = r.related_claim_id
         JOIN sources AS new_text ON new_text.source_id = newer.source_id
         JOIN sources AS old_text ON old_text.source_id = older.source_id
       WHERE r.relation = 'supersedes'
         AND left(old_text.published_on, least(length(old_text.published_on),
                                               length(new_text.published_on)))
           > left(new_text.published_on, least(length(old_text.published_on),
                                               length(new_text.published_on)))""",
    protects="A newer figure replaces an older one; the reverse would publish what was withdrawn.",
    message="The superseded claim {value} was published later: {detail}.",
    remedy="Swap the two claims of the relation.",
)
across(
    "relation-across-events",
    "claim_relations",
    "related_claim_id",
    ("claim_relations", "claims"),
    """SELECT r.rowid AS row_id, r.related_claim_id AS value,
         concat(a.event_id, ' and ', b.event_id) AS detail
       FROM claim_relations AS r JOIN claims AS a ON a.claim_id = r.claim_id
         JOIN claims AS b ON b.claim_id = r.related_claim_id
       WHERE a.event_id <> b.event_id""",
    protects="Claims about different happenings neither agree nor contradict.",
    message="The two claims tell of different events: {detail}.",
    remedy="Remove the relation, or give both claims the same event.",
)
across(
    "relation-reason-holds",
    "claim_relations",
    "reason",
    ("claim_relations", "claims"),
    """SELECT r.rowid AS row_id, CAST(r.reason AS VARCHAR) AS value,
         concat(a.claim_id, ' and ', b.claim_id) AS detail
       FROM claim_relations AS r JOIN claims AS a ON a.claim_id = r.claim_id
         JOIN claims AS b ON b.claim_id = r.related_claim_id
       WHERE NOT coalesce(CASE CAST(r.reason AS VARCHAR)
         WHEN 'figure' THEN a.count_low IS DISTINCT FROM b.count_low
           OR a.count_high IS DISTINCT FROM b.count_high
         WHEN 'date' THEN a.date_start IS DISTINCT FROM b.date_start
           OR a.date_end IS DISTINCT FROM b.date_end
         WHEN 'place' THEN a.place_id IS DISTINCT FROM b.place_id
           OR a.place_name IS DISTINCT FROM b.place_name
         WHEN 'subject' THEN a.subject IS DISTINCT FROM b.subject
         WHEN 'actor' THEN a.actor IS DISTINCT FROM b.actor
         WHEN 'denial' THEN (a.verification = 'denied') <> (b.verification = 'denied')
           OR (coalesce(a.count_high, 1) = 0) <> (coalesce(b.count_high, 1) = 0)
         ELSE true END, true)""",
    protects="Readers look at the reason first; where the two claims do not differ in it, it misleads.",
    message="{detail} do not differ in their {value}.",
    remedy="Give the reason in which they differ, or remove the relation.",
)
across(
    "event-without-claim",
    "events",
    "event_id",
    ("events", "claims"),
    """SELECT e.rowid AS row_id, e.event_id AS value, '' AS detail FROM events AS e
       WHERE NOT EXISTS (SELECT 1 FROM claims AS c WHERE c.event_id = e.event_id)""",
    protects="An event that nobody tells of was made up.",
    message="No claim tells of the event {value}.",
    remedy="Remove the event, or give its claims their event_id back.",
)
