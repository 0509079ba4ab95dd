"""What validation hands on: rules, and the places where they are broken."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must hold.

    Attributes:
        id: name of the rule, as findings and docs/validation.md show it.
        severity: "error" or "warning".
        protects: one sentence: what it protects and why.
        reads: tables that it reads; "any" for rules of every table.
        kind: error type of the Frictionless framework that comes nearest, for its readers.
    """

    id: str
    severity: Severity
    protects: str
    reads: tuple[str, ...] = ("any",)
    kind: str = "row-constraint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule is broken.

    Attributes:
        rule: id of the rule.
        severity: "error" or "warning".
        file: path inside the package.
        message: what is wrong, with the value at fault.
        remedy: what to do about it.
        line: 1-based line of the file where the row begins, or None for the whole file.
        row: 1-based number of the record, header and blank rows counted, or None.
        field: column, or "" where none is meant.
        value: the offending cell as written, or "".
        found_by: layers that found it: "frictionless", "pandera", "sql".
    """

    rule: str
    severity: str
    file: str
    message: str
    remedy: str
    line: int | None = None
    row: int | None = None
    field: str = ""
    value: str = ""
    found_by: tuple[str, ...] = ("sql",)

    @property
    def place(self) -> tuple[str, int | None, str]:
        """Where the finding is: file, line, field."""
        return self.file, self.line, self.field
