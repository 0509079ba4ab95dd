"""Package → report; every rule has an id, a sentence that says what it protects, and a test."""

from pipeline.validate.finding import Finding, Rule
from pipeline.validate.report import Report, TableCount
from pipeline.validate.run import ALL_LAYERS, list_rules, validate_package

__all__ = [
    "ALL_LAYERS",
    "Finding",
    "Report",
    "Rule",
    "TableCount",
    "list_rules",
    "validate_package",
]
