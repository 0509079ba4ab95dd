"""Where a corpus is cut, and how much of it is held at once."""

import pytest

from pipeline.engine.partitions import cut
from pipeline.engine.requests import Request


def documents(number: int) -> list[Request]:
    return [Request(f"d-{at}", f"Text {at}.", "", "", "") for at in range(number)]


@pytest.mark.parametrize("number", [400, 4_000])
def test_the_longest_partition_does_not_grow_with_the_corpus(number: int) -> None:
    lengths = [len(part.entries) for part in cut(documents(number), "rules", size=20)]
    assert sum(lengths) == number
    assert max(lengths) <= 40


def test_a_document_put_in_the_middle_changes_few_partitions() -> None:
    before = documents(2_000)
    after = [*before[:1_000], Request("new", "Another text.", "", "", ""), *before[1_000:]]
    names, others = ({part.name for part in cut(each, "r", size=20)} for each in (before, after))
    assert 0 < len(others - names) <= 5
