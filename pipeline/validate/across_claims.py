"""Rules that hold claims and ledger to each other and to their sources."""

from pipeline.validate.across import across

across(
    "part-of-another-text",
    "claims",
    "part_of",
    ("claims",),
    """SELECT part.rowid AS row_id, part.part_of AS value, whole.source_id AS detail
       FROM (SELECT rowid, * FROM claims WHERE part_of IS NOT NULL) AS part
         JOIN claims AS whole ON whole.claim_id = part.part_of
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
       FROM (SELECT rowid, * FROM claims WHERE part_of IS NOT NULL) AS part
         JOIN claims AS whole ON whole.claim_id = part.part_of
       WHERE (whole.count_qualifier IS NULL OR whole.count_qualifier <> 'vague')
         AND coalesce(part.count_low, part.count_high)
           > coalesce(whole.count_high, whole.count_low)""",
    protects="A part cannot be greater than its whole: a figure is wrong, or the tie is.",
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
    """WITH coded AS (
         SELECT rowid AS row_id, hash(source_id, char_start, char_end, claim_type, subject,
           count_low, count_high, actor) AS coding FROM claims),
       twice AS (
         SELECT coding, min(row_id) AS first FROM coded GROUP BY coding HAVING count(*) > 1)
       SELECT c.row_id, concat(again.source_id, ' ', again.char_start) AS value,
         earlier.claim_id AS detail
       FROM coded AS c JOIN twice USING (coding)
         JOIN claims AS again ON again.rowid = c.row_id
         JOIN claims AS earlier ON earlier.rowid = twice.first
       WHERE c.row_id <> twice.first AND (again.source_id, again.char_start, again.char_end)
         IS NOT DISTINCT FROM (earlier.source_id, earlier.char_start, earlier.char_end)""",
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
