"""The report of a validation, and the counts that a reader looks at first."""

from collections import Counter
from dataclasses import dataclass, field
from importlib import import_module

from pipeline.validate.finding import Finding


@dataclass
class TableCount:
    """How much of one table was read: its columns, rows below the header, and seconds it took."""

    name: str
    file: str
    rows: int
    seconds: float
    columns: tuple[str, ...] = ()


@dataclass
class Report:
    """What a validation found.

    Attributes:
        package: path of the package, as the user named it.
        findings: in order of file, line and field.
        tables: how much was read.
        notes: what could not be checked, and why.
        layers: the layers that ran.
        seconds: wall time.
    """

    package: str
    findings: list[Finding] = field(default_factory=list)
    tables: list[TableCount] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    layers: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def errors(self) -> int:
        """Number of findings that are errors."""
        return sum(found.severity == "error" for found in self.findings)

    @property
    def warnings(self) -> int:
        """Number of findings that are warnings."""
        return sum(found.severity == "warning" for found in self.findings)

    def passes(self, fail_on: str = "error") -> bool:
        """Tell whether nothing was found; `fail_on` "warning" counts warnings too."""
        return self.errors == 0 and (fail_on != "warning" or self.warnings == 0)

    def by_rule(self) -> dict[str, int]:
        """Count the findings of each rule, the most frequent first."""
        return dict(Counter(found.rule for found in self.findings).most_common())

    def render(self, style: str = "table", *, colour: bool = False, limit: int = 200) -> str:
        """Return the report as text.

        Args:
            style: "table", "json", "github" or "html".
            colour: whether the table may use terminal colours.
            limit: how many findings a table or page shows; the counts are always whole.

        Raises:
            ValueError: there is no such style.
        """
        # What writes for people is slow to start, and programs only ask whether a package passes.
        styles = import_module("pipeline.validate.render").STYLES
        if style not in styles:
            raise ValueError(f"There is no format {style!r}; choose from {', '.join(styles)}.")
        return str(styles[style](self, colour, limit))
