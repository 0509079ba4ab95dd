"""Damage to single values: types, codes, ranges, empty cells, references, hidden characters."""

from broken_package import cell_damage, counted, killing, located, part

for _cell in [
    # types
    ("word-for-number", "claims", "count_low", "forty", "type-error", "whole number", counted),
    ("decimal-for-integer", "claims", "count_low", "3.0", "type-error", "whole number", counted),
    ("comma-for-thousands", "claims", "count_low", "1,200", "type-error", "grouped", counted),
    ("dot-for-thousands", "claims", "count_low", "1.200", "type-error", "grouped", counted),
    ("space-for-thousands", "claims", "count_low", "1\u202f200", "type-error", "", counted),
    ("underscore-in-number", "claims", "count_low", "1_000", "type-error", "", counted),
    ("exponent-for-integer", "claims", "count_low", "1e3", "type-error", "", counted),
    ("arabic-digits", "claims", "count_low", "٤٢", "type-error", "ARABIC-INDIC", counted),
    ("padded-number", "claims", "count_low", " 42", "type-error", "white space", counted),
    ("not-a-number", "claims", "count_low", "NaN", "type-error", "", counted),
    ("comma-for-decimal-point", "places", "latitude", "35,61", "type-error", "comma", located),
    ("infinite-coordinate", "places", "longitude", "INF", "maximum", "180", located),
    ("day-month-year", "claims", "date_start", "14/06/2015", "type-error", "YYYY-MM-DD", counted),
    ("short-date", "claims", "date_start", "2015-6-4", "type-error", "YYYY-MM-DD", counted),
    ("impossible-day", "claims", "date_end", "2015-06-31", "type-error", "YYYY-MM-DD", counted),
    ("date-with-time", "claims", "date_end", "2015-06-14T00:00:00", "type-error", "", counted),
    ("yes-for-true", "events", "contested", "yes", "type-error", "true or false", killing),
    # coded values
    ("unknown-claim-type", "claims", "claim_type", "murdered", "enum", "claim_type", counted),
    ("upper-case-value", "claims", "claim_type", "Killed", "enum", "Is 'killed' meant?", counted),
    ("misspelt-value", "claims", "subject", "civillians", "enum", "Is 'civilians' meant?", counted),
    ("padded-value", "claims", "scope", "incident ", "enum", "white space", counted),
    ("look-alike-value", "claims", "scope", "inсident", "enum", "CYRILLIC", counted),
    ("unknown-relation", "claim_relations", "relation", "denies", "enum", "", lambda r: True),
    ("unknown-reason", "uncoded", "reason", "because", "enum", "", lambda r: True),
    # ranges and forms
    ("negative-count", "claims", "count_low", "-4", "minimum", "below 0", counted),
    ("negative-offset", "claims", "char_start", "-1", "minimum", "below 0", counted),
    ("latitude-beyond-pole", "places", "latitude", "95.5", "maximum", "90", located),
    ("upper-case-hash", "claims", "text_sha256", "AB" * 32, "pattern", "", counted),
    ("short-hash", "uncoded", "text_sha256", "ab12", "pattern", "", lambda r: True),
    ("country-in-words", "claimants", "country", "Syria", "pattern", "", lambda r: True),
    ("month-thirteen", "sources", "published_on", "2015-13", "pattern", "", lambda r: True),
    ("path-upwards", "sources", "path", "../secret.txt", "pattern", "", lambda r: True),
    # empty cells
    ("empty-claim-type", "claims", "claim_type", "", "required", "empty", counted),
    ("empty-source", "claims", "source_id", "", "required", "empty", counted),
    ("empty-title", "events", "title", "", "required", "empty", killing),
    ("empty-key", "events", "event_id", "", "primary-key", "empty", killing),
    # references
    ("unknown-source", "claims", "source_id", "nowhere-weekly", "foreign-key", "", counted),
    ("unknown-event", "claims", "event_id", "e-0123456789", "foreign-key", "", counted),
    ("unknown-claimant", "claims", "claimant_id", "nobody", "foreign-key", "", counted),
    ("unknown-place", "claims", "place_id", "atlantis", "foreign-key", "", counted),
    ("unknown-whole", "claims", "part_of", "c-0123456789", "foreign-key", "", part),
    ("unknown-parent-place", "places", "parent_place_id", "atlantis", "foreign-key", "", located),
    # spreadsheets and hidden characters
    ("formula-equals", "events", "title", '=HYPERLINK("x")', "formula", "'='", killing),
    ("formula-plus", "sources", "title", "+1+1", "formula", "'+'", lambda r: True),
    ("formula-at", "claimants", "name", "@SUM(A1)", "formula", "'@'", lambda r: True),
    (
        "bidirectional-control",
        "places",
        "name",
        "Tell \u202eAbyar",
        "hidden-character",
        "bidirectional",
        located,
    ),
    (
        "zero-width-space",
        "claims",
        "place_name",
        "Tell\u200bAbyar",
        "hidden-character",
        "",
        counted,
    ),
    ("nul-in-cell", "sources", "notes", "a\x00b", "hidden-character", "U+0000", lambda r: True),
    ("padded-title", "sources", "title", "Reports ", "surrounding-space", "", lambda r: True),
]:
    cell_damage(*_cell)
