"""The tolerances of resolution, from `params.yaml`."""

from dataclasses import dataclass, fields
from pathlib import Path

import yaml

from pipeline.errors import InputError
from pipeline.paths import ROOT

PARAMS_FILE = ROOT / "params.yaml"
SECTION = "resolve"


@dataclass(frozen=True, slots=True)
class ResolveSettings:
    """How far two claims may differ and still be of one happening, or agree.

    Attributes:
        approximate_days: days by which an approximate date may be off, either way.
        retold_days: days apart at which one claimant's equal figure is still the same telling.
        longest_span_days: dates spanning more days than this meet only equal dates.
        longest_event_days: an event never grows beyond this many days by joining claims.
        near_kilometres: a place this near to the middle of a named area may lie in it.
        figure_tolerance: share by which an approximate figure may be off.
        distinctive_count: figures from here on are taken as telling when they are equal.
        neighbours: how many candidates of one block each claim group is compared with.
    """

    approximate_days: int
    retold_days: int
    longest_span_days: int
    longest_event_days: int
    near_kilometres: int
    figure_tolerance: float
    distinctive_count: int
    neighbours: int

    @property
    def reach_days(self) -> int:
        """Days between two dated tellings beyond which they are never of one happening."""
        return max(self.retold_days, 2 * self.approximate_days)


def load_settings(path: Path = PARAMS_FILE) -> ResolveSettings:
    """Read the section `resolve` of a params file.

    Raises:
        InputError: if the file or the section is missing, or a value is missing, unknown,
            no number or below zero.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError:
        raise InputError(str(path), "the file can't be read.", "Restore it from git.") from None
    except yaml.YAMLError as error:
        raise InputError(str(path), f"this is no YAML: {error}", "Correct its syntax.") from None
    section = content.get(SECTION) if isinstance(content, dict) else None
    if not isinstance(section, dict):
        raise InputError(str(path), "the section is missing.", "Add it.", field=SECTION)
    names = [field.name for field in fields(ResolveSettings)]
    for name in [*names, *section]:
        _check(path, name, section.get(name), known=name in names)
    return ResolveSettings(**section)


def _check(path: Path, name: str, value: object, *, known: bool) -> None:
    field = f"{SECTION}.{name}"
    if not known:
        raise InputError(str(path), "there is no such setting.", "Remove it.", field=field)
    number = float if name == "figure_tolerance" else int
    right = isinstance(value, (int, number)) and not isinstance(value, bool)
    if not right or value < 0:  # type: ignore[operator]
        raise InputError(
            str(path), f"{value!r} is no count of zero or more.", "Give a number.", field=field
        )
