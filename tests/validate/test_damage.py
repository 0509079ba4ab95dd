"""Every kind of damage is found where it was done, under the rule that names its cause."""

import shutil
from pathlib import Path

import pytest
from corruptor import DAMAGES, Expected, corrupt
from package_maker import make_package

from pipeline.schema import load_schemas
from pipeline.validate import Finding, validate_package


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_package(tmp_path_factory.mktemp("package") / "clean")


def test_a_clean_package_gives_no_finding_in_any_layer(clean: Path) -> None:
    report = validate_package(clean)
    assert report.findings == []
    assert report.notes == []
    assert report.layers == ("frictionless", "pandera", "sql")


def test_at_least_sixty_kinds_of_damage_are_known() -> None:
    assert len(DAMAGES) >= 60


@pytest.mark.parametrize("kind", DAMAGES)
def test_damage_is_found_where_it_was_done(clean: Path, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "package"
    shutil.copytree(clean, folder)
    expected = corrupt(folder, kind, seed=7)
    report = validate_package(folder, layers=["sql"])
    fitting = [found for found in report.findings if fits(found, expected)]
    assert fitting, "\n".join(f"{f.rule} {f.place} {f.message}" for f in report.findings)
    assert all(found.remedy for found in fitting)


def fits(found: Finding, expected: Expected) -> bool:
    return (
        found.rule in expected.rules
        and found.file == expected.file
        and (expected.line is None or found.line == expected.line)
        and (not expected.field or expected.field in _blamed(found))
        and expected.says in f"{found.message} {found.value}"
    )


def _blamed(found: Finding) -> tuple[str, ...]:
    """Columns at fault: all that a row rule reads, since any of them may be the wrong one."""
    table = load_schemas().get(Path(found.file).stem)
    for rule in table.row_rules if table else ():
        if rule.id == found.rule:
            return rule.fields
    return (found.field,)
