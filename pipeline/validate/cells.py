"""SQL that tests the cells of a row, derived from the schema of its table.

Every column is read as text and kept as text until it is known to be good: a soft cast would turn
a bad value into a null and report only that. `"name"` is the text, `"name·"` the typed value.
"""

from dataclasses import dataclass

from pipeline.schema import Field, Table, duckdb_type, quote_name, quote_text

_INTEGER = "[+-]?[0-9]+"
_NUMBER = r"([+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?|NaN|[+-]?INF)"
_SHAPES = {
    "year": "-?[0-9]{4,}",
    "yearmonth": "-?[0-9]{4,}-(0[1-9]|1[0-2])",
    "time": r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?",
    "datetime": r"-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})?",
    "duration": r"-?P([0-9]+Y)?([0-9]+M)?([0-9]+D)?"
    r"(T([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?",
    "geopoint": r"-?[0-9]+(\.[0-9]+)?, ?-?[0-9]+(\.[0-9]+)?",
}
_COMPARISONS = {"minimum": "<", "maximum": ">", "exclusiveMinimum": "<=", "exclusiveMaximum": ">="}
_JSON = {"object": "OBJECT", "array": "ARRAY", "geojson": "OBJECT"}
# A cell that a spreadsheet would run, that shows other characters than it holds, or that is padded.
UNSAFE_TEXT = (
    r"^[=+@]|^\s|\s$|[\x{0}-\x{8}\x{b}-\x{1f}\x{7f}-\x{9f}\x{ad}\x{200b}-\x{200f}\x{202a}-\x{202e}"
    r"\x{2060}-\x{2069}\x{fe00}-\x{fe0f}\x{feff}\x{fffd}]"
)


@dataclass(frozen=True, slots=True)
class CellCheck:
    """One test of a cell or a row.

    Attributes:
        rule: id of the rule.
        field: column at fault.
        fails: SQL that is true where the cell fails.
        value: SQL of the offending value, as text.
        suspect: cheaper SQL that is true at least wherever `fails` is.
    """

    rule: str
    field: str
    fails: str
    value: str
    suspect: str


def typed(field: Field) -> str:
    """Return SQL for the typed value of a column; null where the cell has no such value."""
    text = quote_name(field.name)
    if field.enum and field.type == "string":
        return (
            f"TRY_CAST({text} AS ENUM({', '.join(quote_text(v) for v in _distinct(field.enum))}))"
        )
    if field.type == "integer":
        bare = text if field.properties.get("bareNumber", True) else _digits_of(text, field)
        return f"TRY_CAST({_ungrouped(bare, field)} AS BIGINT)"
    if field.type == "number":
        bare = text if field.properties.get("bareNumber", True) else _digits_of(text, field)
        return f"TRY_CAST({_pointed(bare, field)} AS DOUBLE)"
    if field.type == "boolean":
        return _boolean(text, field)
    if field.type == "date" and field.format not in ("default", "any"):
        return f"CAST(try_strptime({text}, {quote_text(field.format)}) AS DATE)"
    return f"TRY_CAST({text} AS {duckdb_type(field)})" if duckdb_type(field) != "VARCHAR" else text


def cell_checks(field: Field, in_key: bool, told_by_key: bool = False) -> list[CellCheck]:
    """Return every test of a column's cells that its schema asks for.

    Args:
        field: the column.
        in_key: whether the column belongs to the primary key, whose cells must be given.
        told_by_key: whether its form is tested with its references.
    """
    text, value = quote_name(field.name), quote_name(field.name + "·")
    checks = []
    if field.required and not in_key:
        missing = f"{text} IS NULL"
        checks.append(CellCheck("required", field.name, missing, "''", missing))
    broken, suspect = _type_fails(field, text, value)
    if broken:
        checks.append(CellCheck("type-error", field.name, broken, text, suspect))
    sound = f"{text} IS NOT NULL" + (f" AND NOT ({broken})" if broken else "")
    for rule, fails, suspect in _limits(field, text, value):
        if rule == "pattern" and told_by_key:
            continue
        checks.append(CellCheck(rule, field.name, f"{sound} AND {fails}", text, suspect))
    if field.type == "string" and not field.enum and not field.pattern:
        unsafe = f"regexp_matches({text}, {quote_text(UNSAFE_TEXT)})"
        checks.append(CellCheck("unsafe-text", field.name, unsafe, text, unsafe))
    return checks


def row_checks(table: Table) -> list[CellCheck]:
    """Return the tests of a table's row rules, over the typed columns under their own names."""
    checks = []
    for rule in table.row_rules:
        shown = ", ', ', ".join(
            f"{quote_text(name + '=')}, coalesce(CAST({quote_name(name)} AS VARCHAR), '')"
            for name in rule.fields
        )
        fails = f"({rule.check}) IS FALSE"
        checks.append(CellCheck(rule.id, rule.fields[0], fails, f"concat({shown})", fails))
    return checks


def _type_fails(field: Field, text: str, value: str) -> tuple[str, str]:
    """Return SQL that is true where a cell is not of its column's type, and its cheaper kin.

    Both are "" where every text is of the type. A value that reads back as it was written is sound,
    which is quicker to see than a pattern is to match.
    """
    other = f"CAST({value} AS VARCHAR) IS DISTINCT FROM {text}"
    fails, suspect = "", ""
    if field.type == "integer":
        whole = _ungrouped(text, field)
        fails = f"{other} AND NOT regexp_full_match({whole}, {quote_text(_form(field, _INTEGER))})"
        suspect = other
    elif field.type == "number":
        pattern = quote_text(_form(field, _NUMBER))
        fails = f"NOT regexp_full_match({_pointed(text, field)}, {pattern})"
    elif field.type == "date" and field.format == "default":
        fails = other
    elif field.type in ("boolean", "date"):
        fails = f"{value} IS NULL"
    elif field.type in _JSON:
        fails = f"coalesce(json_type(TRY_CAST({text} AS JSON)), '') <> '{_JSON[field.type]}'"
    elif field.type in _SHAPES and field.format == "default":
        fails = f"NOT regexp_full_match({text}, {quote_text(_SHAPES[field.type])})"
    if not fails:
        return "", ""
    fails = f"{text} IS NOT NULL AND {fails}"
    return fails, suspect or fails


def _form(field: Field, number: str) -> str:
    """Return the pattern of a number, with leave for what may stand around it."""
    return number if field.properties.get("bareNumber", True) else f"[^0-9+-]*{number}.*"


def _limits(field: Field, text: str, value: str) -> list[tuple[str, str, str]]:
    """Return rule, SQL that is true where it fails, and its cheaper kin, for each constraint."""
    limits = field.constraints
    found = []
    if field.enum and field.type == "string":
        found.append(("enum", f"{value} IS NULL", f"{text} IS NOT NULL AND {value} IS NULL"))
    elif field.enum:
        choices = ", ".join(_literal(field, choice) for choice in field.enum)
        found.append(("enum", f"{value} NOT IN ({choices})", f"{value} NOT IN ({choices})"))
    elif field.pattern:
        fails = f"NOT regexp_full_match({text}, {quote_text(field.pattern)})"
        found.append(("pattern", fails, fails))
    for name, sign in _COMPARISONS.items():
        if name in limits:
            fails = _beyond(field, text, value, sign, limits[name])
            found.append((name, fails, f"{value} {sign} {_literal(field, limits[name])}"))
    for name, sign in (("minLength", "<"), ("maxLength", ">")):
        if name in limits:
            fails = f"length({text}) {sign} {int(limits[name])}"
            found.append((name, fails, fails))
    return found


def _beyond(field: Field, text: str, value: str, sign: str, limit: object) -> str:
    """Compare with a limit; integers beyond 64 bits, which have no typed value, by their size."""
    literal = _literal(field, limit)
    if field.type == "integer":
        return f"coalesce({value} {sign} {literal}, TRY_CAST({text} AS DOUBLE) {sign} {literal})"
    return f"{value} {sign} {literal}"


def _literal(field: Field, value: object) -> str:
    kind = duckdb_type(field)
    return f"CAST({quote_text(str(value))} AS {kind})"


def _boolean(text: str, field: Field) -> str:
    true = field.properties.get("trueValues", ["true", "True", "TRUE", "1"])
    false = field.properties.get("falseValues", ["false", "False", "FALSE", "0"])
    yes, no = (", ".join(quote_text(str(v)) for v in values) for values in (true, false))
    return f"CASE WHEN {text} IN ({yes}) THEN true WHEN {text} IN ({no}) THEN false END"


def _ungrouped(text: str, field: Field) -> str:
    mark = field.properties.get("groupChar")
    return f"replace({text}, {quote_text(str(mark))}, '')" if mark else text


def _pointed(text: str, field: Field) -> str:
    mark = str(field.properties.get("decimalChar", "."))
    bare = _ungrouped(text, field)
    return bare if mark == "." else f"replace({bare}, {quote_text(mark)}, '.')"


def _digits_of(text: str, field: Field) -> str:
    """Strip what stands around a number, such as a currency or a percent sign."""
    return f"regexp_replace({text}, '^[^0-9+-]+|[^0-9]+$', '', 'g')"


def _distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
