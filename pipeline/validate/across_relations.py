"""Rules that hold every relation between two claims to the claims themselves."""

from pipeline.validate.across import PREPARED, across
from pipeline.validate.rules import register

register(
    "supersedes-in-a-circle",
    "Of figures that replace each other in a circle, none is the latest.",
    "{value!r} is superseded, over others, by the claim that it supersedes.",
    "Remove the relation that does not hold.",
    reads=("claim_relations",),
)
_OF_A_CLAIM = """(SELECT claim_id, event_id, source_id, claimant_id, count_low, count_high,
  date_start, date_end, place_id, place_name, subject, actor, verification FROM claims)"""
PREPARED["pairs"] = (
    ("claim_relations", "claims"),
    f"""SELECT r.rowid AS row_id, r.relation, r.reason, a, b FROM claim_relations AS r
        JOIN {_OF_A_CLAIM} AS a ON a.claim_id = r.claim_id
        JOIN {_OF_A_CLAIM} AS b ON b.claim_id = r.related_claim_id""",
)
across(
    "supersedes-other-speaker",
    "claim_relations",
    "related_claim_id",
    ("claim_relations", "claims"),
    """SELECT row_id, b.claim_id AS value,
         concat(coalesce(b.claimant_id, 'the source itself'), ' by ',
                coalesce(a.claimant_id, 'the source itself')) AS detail
       FROM pairs
       WHERE relation = 'supersedes' AND a.source_id <> b.source_id
         AND a.claimant_id IS DISTINCT FROM b.claimant_id""",
    protects="Only who gave a figure, or the text that tells it, can replace it; another's figure "
    "contradicts it.",
    message="{value} would be replaced by another speaker's figure ({detail}).",
    remedy="Use contradicts, or correct the claimant.",
)
across(
    "supersedes-newer",
    "claim_relations",
    "related_claim_id",
    ("claim_relations", "claims", "sources"),
    """SELECT row_id, b.claim_id AS value,
         concat(old_text.published_on, ' against ', new_text.published_on) AS detail
       FROM pairs
         JOIN sources AS new_text ON new_text.source_id = a.source_id
         JOIN sources AS old_text ON old_text.source_id = b.source_id
       WHERE relation = 'supersedes'
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
    """SELECT row_id, b.claim_id AS value,
         concat(a.event_id, ' and ', b.event_id) AS detail
       FROM pairs
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
    """SELECT row_id, CAST(reason AS VARCHAR) AS value,
         concat(a.claim_id, ' and ', b.claim_id) AS detail
       FROM pairs
       WHERE NOT coalesce(CASE CAST(reason AS VARCHAR)
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
    protects="The reason is what readers look at first; where the claims agree in it, it misleads.",
    message="{detail} do not differ in their {value}.",
    remedy="Give the reason in which they differ, or remove the relation.",
)
