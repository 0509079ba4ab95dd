"""The locks pin the same packages, each with its hashes, and tell nobody's address."""

import re

import pytest

from pipeline.paths import ROOT

LOCKS = [path.name for path in sorted(ROOT.glob("*.lock")) if path.name != "dvc.lock"]
_PIN = re.compile(
    r"^([a-z0-9][a-z0-9.-]*==\S+(?: ; [^\\]+)?) \\\n((?:    --hash=\S+(?: \\)?\n)+)", re.M
)


def pins(lock: str) -> set[str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "".join(match[0] for match in _PIN.finditer(text)) == text, "each with its hashes"
    return {match[1].strip() for match in _PIN.finditer(text)}


def test_there_are_four() -> None:
    assert LOCKS == [
        "requirements-catalogues.lock",
        "requirements-extras.lock",
        "requirements-programs.lock",
        "requirements.lock",
    ]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_pins_with_hashes_and_nothing_else(lock: str) -> None:
    assert len(pins(lock)) > 20
    assert "//" not in (ROOT / lock).read_text(encoding="utf-8")


def test_optional_packages_leave_the_others_as_they_are() -> None:
    def versions(lock: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for pin in pins(lock):
            name, version = pin.split(" ")[0].split("==")
            found.setdefault(name, set()).add(version)
        return found

    main, extras = versions("requirements.lock"), versions("requirements-extras.lock")
    differing = {name for name in main.keys() & extras.keys() if main[name] != extras[name]}
    assert differing == set()
