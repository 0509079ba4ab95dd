"""The registry: every rule that no schema states, with what to say where it is broken."""

from dataclasses import dataclass

from pipeline.validate.finding import Finding, Rule, Severity


@dataclass(frozen=True, slots=True)
class Wording:
    """A rule and its words.

    Attributes:
        rule: the rule.
        message: what is wrong; {value}, {field} and {detail} are filled in.
        remedy: what to do.
    """

    rule: Rule
    message: str
    remedy: str


REGISTRY: dict[str, Wording] = {}


def register(
    rule: str,
    protects: str,
    message: str,
    remedy: str,
    *,
    severity: Severity = "error",
    reads: tuple[str, ...] = ("any",),
    kind: str = "row-constraint",
) -> str:
    """Add a rule to the registry and return its id."""
    if rule in REGISTRY:
        raise ValueError(f"Two rules are called {rule}.")
    REGISTRY[rule] = Wording(Rule(rule, severity, protects, reads, kind), message, remedy)
    return rule


def finding(
    rule: str,
    file: str,
    *,
    line: int | None = None,
    row: int | None = None,
    field: str = "",
    value: str = "",
    detail: str = "",
) -> Finding:
    """Word a finding of a registered rule."""
    wording = REGISTRY[rule]
    shown = value if len(value) <= 120 else value[:117] + "..."
    return Finding(
        rule=rule,
        severity=wording.rule.severity,
        file=file,
        message=wording.message.format(value=shown, field=field, detail=detail).strip(),
        remedy=wording.remedy.format(value=shown, field=field, detail=detail).strip(),
        line=line,
        row=row,
        field=field,
        value=value,
    )


register(
    "descriptor",
    "Every reader starts from the descriptor; where it is broken, nothing else can be found.",
    "The descriptor is not valid: {value}",
    "Rebuild the package, or put the descriptor right by the Data Package specification.",
    kind="package-error",
)
register(
    "schema",
    "Without its schema a table is only text.",
    "The schema is not valid: {value}",
    "Put the schema right by the Table Schema specification.",
    kind="schema-error",
)
register(
    "schema-changed",
    "A loosened schema lets wrong rows pass; the data model is defined in one place.",
    "The package's schema of {value} is not that of the data model.",
    "Take the schema from this version's schemas/, or release a new major version.",
    kind="schema-error",
)
register(
    "unsafe-path",
    "A package must not make its readers open files elsewhere on their machines.",
    "The path {value!r} leads outside the package.",
    "Use a relative path below the descriptor, without '..', links or addresses.",
    kind="resource-error",
)
register(
    "missing-file",
    "A listed file that is not there cannot be checked by anybody.",
    "The file of {value} is missing.",
    "Restore the file, or rebuild the package.",
    kind="scheme-error",
)
register(
    "missing-table",
    "The tables refer to each other; one alone proves nothing.",
    "The table {value} is missing.",
    "Add the table, or rebuild the package.",
    kind="resource-error",
)
register(
    "hash-count",
    "The hash tells whether the file is the one that was published.",
    "The file's SHA-256 is {detail}, the descriptor says {value}.",
    "Restore the file, or rebuild the descriptor if the change is meant.",
    kind="hash-count",
)
register(
    "byte-count",
    "A file of another length was cut off or added to.",
    "The file has {detail} bytes, the descriptor says {value}.",
    "Restore the file, or rebuild the descriptor if the change is meant.",
    kind="byte-count",
)
register(
    "source-error",
    "A file that cannot be read as a table holds no data.",
    "The file cannot be read as CSV: {value}",
    "Save it as CSV: UTF-8, comma, one header line.",
    kind="source-error",
)
register(
    "encoding-error",
    "Bytes that are no UTF-8 turn into other characters on other machines.",
    "The row holds bytes that are no UTF-8 ({value}).",
    "Save the file as UTF-8.",
    kind="encoding-error",
)
register(
    "byte-order-mark",
    "Many readers take a byte order mark for a part of the first column's name.",
    "The file begins with a byte order mark.",
    "Save it as UTF-8 without a byte order mark.",
    kind="encoding-error",
)
register(
    "line-ending",
    "Carriage returns change every hash, and some readers keep them in the last column.",
    "The file holds carriage returns.",
    "Save it with line feeds alone.",
    kind="source-error",
)
register(
    "final-newline",
    "A file that stops inside a line may have been cut off.",
    "The last line does not end in a line feed.",
    "Check that the file is whole, and end it with a line feed.",
    kind="source-error",
)
register(
    "unclosed-quote",
    "An open quote swallows every row after it, and many readers do not say so.",
    "A quoted cell is never closed: {value}",
    "Close the quote, or double it if it belongs to the text.",
    kind="source-error",
)
register(
    "stray-quote",
    "Readers disagree on text after a closing quote, so they disagree on the row.",
    "Text follows a closing quote: {value}",
    "Quote the whole cell and double the quotes inside it.",
    kind="source-error",
)
register(
    "blank-row",
    "A blank row shifts every count of rows, and readers disagree on it.",
    "The row is blank.",
    "Remove it.",
    kind="blank-row",
)
register(
    "missing-cell",
    "In a row with too few cells nobody knows which one is gone.",
    "The row ends before {field}.",
    "Give every column a cell; an empty one is enough.",
    kind="missing-cell",
)
register(
    "extra-cell",
    "In a row with too many cells, values stand under wrong names.",
    "The row has a cell too many: {value!r}.",
    "Remove it, or quote the cell that holds a comma.",
    kind="extra-cell",
)
register(
    "missing-label",
    "A column that is gone takes its facts with it.",
    "The column {field} is missing.",
    "Add the column {field}, empty where nothing is known.",
    kind="missing-label",
)
register(
    "extra-label",
    "A column that the schema does not know has no meaning that readers could look up.",
    "The schema knows no column {value!r}.{detail}",
    "Remove the column, or add it to the schema.",
    kind="extra-label",
)
register(
    "duplicate-label",
    "Of two columns with one name, readers take either.",
    "The column name {value!r} stands twice.",
    "Give each column a name of its own.",
    kind="duplicate-label",
)
register(
    "incorrect-label",
    "Programs that read by position would take one column for another.",
    "Here the column {field} is expected, not {value!r}.{detail}",
    "Put the columns into the schema's order, under the schema's names.",
    kind="incorrect-label",
)
register(
    "required",
    "The row cannot be understood without this cell.",
    "{field} is empty.",
    "Give a value.",
    kind="constraint-error",
)
register(
    "type-error",
    "A value of another type cannot be counted, compared or sorted.",
    "{field} must be {detail}, not {value!r}.",
    "Write it as the schema's example shows.",
    kind="type-error",
)
register(
    "enum",
    "A coded value that the codebook does not know means something else to each reader.",
    "{field} holds {value!r}, which is not among its values.{detail}",
    "Use a value that the schema lists for {field}.",
    kind="constraint-error",
)
register(
    "pattern",
    "An id or code of another form cannot be matched with anything.",
    "{field} holds {value!r}, which has not the form {detail}",
    "Write it as the schema's example shows.",
    kind="constraint-error",
)
for _limit, _words in {
    "minimum": "is below {detail}",
    "maximum": "is above {detail}",
    "exclusiveMinimum": "is not above {detail}",
    "exclusiveMaximum": "is not below {detail}",
    "minLength": "is shorter than {detail}",
    "maxLength": "is longer than {detail}",
}.items():
    register(
        _limit,
        "A value outside what is possible was mistyped or stands in the wrong column.",
        "{field} holds {value!r}, which " + _words + ".",
        "Correct the value.",
        kind="constraint-error",
    )
register(
    "formula",
    "Spreadsheets run a cell that begins with =, + or @ as a formula on the reader's machine.",
    "{field} begins with {detail}: {value!r}.",
    "Put another character first, or correct the text.",
    kind="constraint-error",
)
register(
    "hidden-character",
    "Invisible or direction-changing characters make a cell look like another than it is.",
    "{field} holds {detail}.",
    "Remove the character.",
    kind="constraint-error",
)
register(
    "surrounding-space",
    "Two names that differ by a space only look the same and are not.",
    "{field} begins or ends with white space: {value!r}.",
    "Remove the space.",
    kind="constraint-error",
)
register(
    "unique",
    "The column tells rows apart; a value given twice tells nothing.",
    "{field} holds {value!r} again; it first stands in line {detail}.",
    "Remove one of the rows, or correct the value.",
    kind="unique-error",
)
register(
    "primary-key",
    "Everything refers to a row by its key; given twice or not at all, it refers to nothing.",
    "The key {field} {detail}.",
    "Remove one of the rows, or give the row its own key.",
    kind="primary-key",
)
register(
    "foreign-key",
    "A reference to nothing loses the facts that it stands for.",
    "{field} holds {value!r}, which is no {detail}.",
    "Add the row that is meant, or correct the reference.",
    kind="foreign-key",
)
register(
    "circular-reference",
    "Who follows references that lead back to their start never arrives.",
    "{field} holds {value!r} and leads back to this row.",
    "Empty the reference that should not be there.",
    kind="foreign-key",
)
