"""SQL that tests the cells of a row, derived from the schema of its table.

Every column is read as text and kept as text until it is known to be good: a soft cast would turn
a bad value into a null and report only that. `"name"` is the text, `"name·"` the typed value.
"""

import re
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
    """

    rule: str
    field: str
    fails: str
    value: str


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


def cell_checks(field: Field, in_key: bool) -> list[CellCheck]:
    """Return every test of a column's cells that its schema asks for.

    Args:
        field: the column.
        in_key: whether the column belongs to the primary key, whose cells must be given.
    """
    text, value = quote_name(field.name), quote_name(field.name + "·")
    broken = _type_fails(field, text, value)
    checks = []
    if field.required and not in_key:
        checks.append(CellCheck("required", field.name, f"{text} IS NULL", "''"))
    if broken:
        checks.append(CellCheck("type-error", field.name, broken, text))
    sound = f"{text} IS NOT NULL" + (f" AND NOT ({broken})" if broken else "")
    checks += [
        CellCheck(rule, field.name, f"{sound} AND {fails}", text)
        for rule, fails in _limits(field, text, value)
    ]
    if field.type == "string" and not field.enum and not field.pattern:
        unsafe = f"regexp_matches({text}, {quote_text(UNSAFE_TEXT)})"
        checks.append(CellCheck("unsafe-text", field.name, unsafe, text))
    return checks


def row_checks(table: Table) -> list[CellCheck]:
    """Return the tests of a table's row rules, over the typed values."""
    checks = []
    for rule in table.row_rules:
        shown = ", ', ', ".join(
            f"{quote_text(name + '=')}, coalesce({quote_name(name)}, '')" for name in rule.fields
        )
        fails = f"({_over_typed(table, rule.check)}) IS FALSE"
        checks.append(CellCheck(rule.id, rule.fields[0], fails, f"concat({shown})"))
    return checks


def _over_typed(table: Table, check: str) -> str:
    """Let a rule's SQL read the typed columns: each whole word that names one is replaced."""
    names = "|".join(sorted((re.escape(name) for name in table.columns), key=len, reverse=True))
    parts = re.split(r"('(?:[^']|'')*')", check)
    for position in range(0, len(parts), 2):
        parts[position] = re.sub(
            rf"\b({names})\b", lambda word: quote_name(word.group() + "·"), parts[position]
        )
    return "".join(parts)


def _type_fails(field: Field, text: str, value: str) -> str:
    """Return SQL that is true where a cell is given and not of its column's type, or ""."""
    given = f"{text} IS NOT NULL AND "
    if field.enum and field.type == "string":
        return ""
    if field.type == "integer":
        whole = _ungrouped(text, field)
        plain = f"CAST({value} AS VARCHAR) IS DISTINCT FROM {text}"
        pattern = _INTEGER if field.properties.get("bareNumber", True) else f"[^0-9+-]*{_INTEGER}.*"
        return f"{given}{plain} AND NOT regexp_full_match({whole}, {quote_text(pattern)})"
    if field.type == "number":
        pattern = _NUMBER if field.properties.get("bareNumber", True) else f"[^0-9+-]*{_NUMBER}.*"
        return f"{given}NOT regexp_full_match({_pointed(text, field)}, {quote_text(pattern)})"
    if field.type == "date" and field.format == "default":
        return f"{given}CAST({value} AS VARCHAR) IS DISTINCT FROM {text}"
    if field.type in ("boolean", "date"):
        return f"{given}{value} IS NULL"
    if field.type in _JSON:
        return f"{given}coalesce(json_type(TRY_CAST({text} AS JSON)), '') <> '{_JSON[field.type]}'"
    if field.type in _SHAPES and field.format == "default":
        return f"{given}NOT regexp_full_match({text}, {quote_text(_SHAPES[field.type])})"
    return ""


def _limits(field: Field, text: str, value: str) -> list[tuple[str, str]]:
    limits = field.constraints
    found = []
    if field.enum:
        if field.type == "string":
            found.append(("enum", f"{value} IS NULL"))
        else:
            choices = ", ".join(f"{_literal(field, choice)}" for choice in field.enum)
            found.append(("enum", f"{value} NOT IN ({choices})"))
    elif field.pattern:
        fails = f"NOT regexp_full_match({text}, {quote_text(field.pattern)})"
        found.append(("pattern", fails))
    for name, sign in _COMPARISONS.items():
        if name in limits:
            found.append((name, _beyond(field, text, value, sign, limits[name])))
    for name, sign in (("minLength", "<"), ("maxLength", ">")):
        if name in limits:
            found.append((name, f"length({text}) {sign} {int(limits[name])}"))
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
