"""What some tests need and not every environment has: `@pytest.mark.needs("pandas", "bin/duckdb")`.

A test whose package or program is missing is left out, which pytest tells of, unless
`--none-left-out` is given: then it fails.
"""

import pytest
from optional import is_there


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--none-left-out",
        action="store_true",
        help="fail where an optional package or program is missing (`make extras` installs all)",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(*names): optional packages and programs of the test")
    config.addinivalue_line("markers", "slow: begun first, so that no core waits for it at the end")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    needed = [name for mark in item.iter_markers("needs") for name in mark.args]
    missing = [name for name in needed if not is_there(name)]
    if missing:
        told = f"needs {', '.join(missing)}: make extras"
        if item.config.getoption("--none-left-out"):
            pytest.fail(told, pytrace=False)
        pytest.skip(told)
