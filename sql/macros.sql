-- The same claims, answered the way other datasets would count them (docs/conventions.md).
-- Run after tables.sql and views.sql:
--   SELECT * FROM casualties('acled');      SELECT * FROM casualties('ucdp');
--   SELECT * FROM casualties('airwars');    columns that a convention does not know are empty.

-- Who is counted, who acted (kept equal to reference/sides.csv by a test) ----------------------

CREATE OR REPLACE MACRO victim_side(subject) AS
    CASE
        WHEN subject IN ('soldiers', 'police', 'security_forces') THEN 'state'
        WHEN subject IN ('rebels', 'defectors') THEN 'opposition'
        WHEN subject = 'loyalists' THEN 'loyalists'
        WHEN subject IN ('civilians', 'children', 'women', 'protesters', 'activists',
                         'journalists', 'aid_workers', 'refugees') THEN 'civilians'
    END;

CREATE OR REPLACE MACRO acting_side(actor) AS
    CASE
        WHEN actor IN ('syrian_government', 'pro_government_militia',
                       'government_and_russian_forces', 'transitional_government') THEN 'state'
        WHEN actor = 'russian_forces' THEN 'russia'
        WHEN actor = 'opposition_forces' THEN 'opposition'
        WHEN actor = 'assad_loyalists' THEN 'loyalists'
    END;

-- Counts as ACLED would write them -------------------------------------------------------------
-- A vague word has one number (several 3, dozens 12, hundreds 100); otherwise the lowest figure.

CREATE OR REPLACE MACRO acled_count(low, high, qualifier) AS
    CASE
        WHEN qualifier = 'vague' AND low < 12 THEN 3
        WHEN qualifier = 'vague' AND low < 100 THEN 12
        WHEN qualifier = 'vague' AND low < 1000 THEN 100
        ELSE COALESCE(low, 0)
    END;

-- What each voice says of the dead of each event -----------------------------------------------
-- Restated figures of one group count once. "people" is the mixed whole: what is left of it when
-- the groups of the same voice are taken away is of unknown side.

CREATE OR REPLACE VIEW deaths_by_voice AS
WITH groups AS (
    SELECT event_id, voice, subject,
        MAX(COALESCE(count_low, 0)) AS low,
        MAX(COALESCE(count_high, count_low)) AS high,
        MAX(acled_count(count_low, count_high, count_qualifier)) AS acled
    FROM countable_casualties
    WHERE claim_type = 'killed'
    GROUP BY ALL
), sums AS (
    SELECT event_id, voice,
        COALESCE(SUM(low) FILTER (victim_side(subject) = 'state'), 0) AS state,
        COALESCE(SUM(low) FILTER (victim_side(subject) = 'opposition'), 0) AS opposition,
        COALESCE(SUM(low) FILTER (victim_side(subject) = 'loyalists'), 0) AS loyalists,
        COALESCE(SUM(low) FILTER (victim_side(subject) = 'civilians'), 0) AS civilians,
        COALESCE(SUM(low) FILTER (subject = 'prisoners'), 0) AS prisoners,
        COALESCE(MAX(low) FILTER (subject = 'people'), 0) AS mixed,
        COALESCE(SUM(high) FILTER (subject <> 'people'), 0) AS groups_high,
        COALESCE(MAX(high) FILTER (subject = 'people'), 0) AS mixed_high,
        COALESCE(SUM(acled) FILTER (subject <> 'people'), 0) AS groups_acled,
        COALESCE(MAX(acled) FILTER (subject = 'people'), 0) AS mixed_acled
    FROM groups
    GROUP BY event_id, voice
)
SELECT event_id, voice, state, opposition, loyalists, civilians,
    GREATEST(prisoners, mixed - state - opposition - loyalists - civilians) AS unknown,
    GREATEST(mixed, state + opposition + loyalists + civilians + prisoners)::BIGINT AS low,
    GREATEST(mixed_high, groups_high)::BIGINT AS high,
    GREATEST(mixed_acled, groups_acled)::BIGINT AS acled
FROM sums;
COMMENT ON VIEW deaths_by_voice IS
    'The dead of each event as each voice (claimant, or source in its own words) counts them, by side; state + opposition + loyalists + civilians + unknown = low. Parts, totals over several events, replaced and denied figures are left out.';

-- ACLED: one figure, the lowest ----------------------------------------------------------------

CREATE OR REPLACE VIEW casualties_acled AS
SELECT e.event_id, e.title AS event, e.event_type, e.date_start AS event_date,
    MIN(d.acled)::BIGINT AS fatalities, COUNT(*) AS voices
FROM deaths_by_voice AS d JOIN events AS e USING (event_id)
GROUP BY ALL;
COMMENT ON VIEW casualties_acled IS
    'Fatalities as ACLED would give them: the lowest total among the voices, vague words as 3, 12 or 100.';

-- UCDP: best, low and high, and the dead by side -----------------------------------------------
-- The best estimate is the total of one voice, the lower median: nothing is averaged, and the
-- dead by side, which are that voice's own, add up to it.

CREATE OR REPLACE VIEW casualties_ucdp AS
WITH ranked AS (
    SELECT *, COUNT(*) OVER (PARTITION BY event_id) AS voices,
        ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY low, unknown, voice) AS place
    FROM deaths_by_voice
), spans AS (
    SELECT event_id, MIN(low) AS low, MAX(GREATEST(high, low)) AS high
    FROM deaths_by_voice GROUP BY event_id
)
SELECT e.event_id, e.title AS event, e.date_start AS event_date,
    CASE e.type_of_violence
        WHEN 'state_based' THEN 1 WHEN 'non_state' THEN 2 WHEN 'one_sided' THEN 3
    END AS type_of_violence,
    r.low::BIGINT AS best, s.low::BIGINT AS low, s.high::BIGINT AS high,
    r.state::BIGINT AS deaths_a, (r.opposition + r.loyalists)::BIGINT AS deaths_b,
    r.civilians::BIGINT AS deaths_civilians, r.unknown::BIGINT AS deaths_unknown, r.voices
FROM ranked AS r JOIN spans AS s USING (event_id) JOIN events AS e USING (event_id)
WHERE r.place = (r.voices + 1) // 2;
COMMENT ON VIEW casualties_ucdp IS
    'Deaths as UCDP would give them: best (lower median of the voices), low and high; side a is the state, side b who fights it.';

-- Airwars: civilians, from the least to the most that anybody says, and how well it is known -----

CREATE OR REPLACE VIEW casualties_airwars AS
WITH counted AS (
    SELECT c.*, COALESCE(c.claimant_id, 'source:' || c.source_id) AS voice,
        k.kind, k.alignment
    FROM claims AS c LEFT JOIN claimants AS k USING (claimant_id)
    WHERE c.claim_type = 'killed' AND c.scope = 'incident' AND c.event_id IS NOT NULL
        AND c.verification <> 'denied' AND victim_side(c.subject) = 'civilians'
        AND c.claim_id NOT IN (
            SELECT related_claim_id FROM claim_relations WHERE relation = 'supersedes'
        )
), groups AS (
    SELECT event_id, voice, subject,
        MAX(COALESCE(count_low, 0)) AS low, MAX(COALESCE(count_high, count_low)) AS high
    FROM counted GROUP BY ALL
), voices AS (
    SELECT event_id, voice,
        GREATEST(COALESCE(MAX(low) FILTER (subject = 'civilians'), 0),
                 COALESCE(SUM(low) FILTER (subject <> 'civilians'), 0)) AS low,
        GREATEST(COALESCE(MAX(high) FILTER (subject = 'civilians'), 0),
                 COALESCE(SUM(high) FILTER (subject <> 'civilians'), 0)) AS high,
        MAX(low) FILTER (subject = 'children') AS children,
        MAX(high) FILTER (subject = 'children') AS children_high,
        MAX(low) FILTER (subject = 'women') AS women,
        MAX(high) FILTER (subject = 'women') AS women_high
    FROM groups GROUP BY event_id, voice
), grounds AS (
    SELECT event_id,
        COUNT(DISTINCT acting_side(actor)) AS sides,
        BOOL_OR(kind IN ('state_media', 'state_body', 'armed_group') AND CASE alignment
            WHEN 'syrian_government' THEN actor IN ('syrian_government', 'pro_government_militia',
                                                    'government_and_russian_forces')
            WHEN 'russia' THEN actor IN ('russian_forces', 'government_and_russian_forces')
            WHEN 'opposition' THEN actor = 'opposition_forces'
            WHEN 'transitional_government' THEN actor = 'transitional_government'
            WHEN 'assad_loyalists' THEN actor = 'assad_loyalists'
        END) AS admitted
    FROM counted GROUP BY event_id
)
SELECT e.event_id, e.title AS event, e.date_start AS event_date,
    MIN(v.low)::BIGINT AS civilians_min, MAX(v.high)::BIGINT AS civilians_max,
    MIN(v.children)::BIGINT AS children_min, MAX(v.children_high)::BIGINT AS children_max,
    MIN(v.women)::BIGINT AS women_min, MAX(v.women_high)::BIGINT AS women_max,
    CASE
        WHEN MAX(v.high) = 0 THEN 'discounted'
        WHEN ANY_VALUE(g.sides) > 1 THEN 'contested'
        WHEN ANY_VALUE(g.admitted) THEN 'confirmed'
        WHEN COUNT(*) > 1 THEN 'fair'
        ELSE 'weak'
    END AS grading, COUNT(*) AS voices
FROM voices AS v JOIN grounds AS g USING (event_id) JOIN events AS e USING (event_id)
GROUP BY e.event_id, e.title, e.date_start;
COMMENT ON VIEW casualties_airwars IS
    'Civilians killed as Airwars would give them: least and most, children and women among them, and a grading by number and kind of voices.';

-- One door to all three ------------------------------------------------------------------------

CREATE OR REPLACE MACRO casualties(convention) AS TABLE
    SELECT * FROM (
        SELECT 'acled' AS convention, * FROM casualties_acled
        UNION ALL BY NAME
        SELECT 'ucdp' AS convention, * FROM casualties_ucdp
        UNION ALL BY NAME
        SELECT 'airwars' AS convention, * FROM casualties_airwars
    ) AS answers
    WHERE answers.convention = lower(convention)
    ORDER BY event_date, event_id;
