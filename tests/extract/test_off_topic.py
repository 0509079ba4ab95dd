"""Texts about other things that tell of one raid, and those that only sound like it; invented."""

import pytest
from rules import rules_alone

from pipeline.extract import extract_document
from pipeline.sources.reader import document_from_text

LOCAL_NEWS = (
    "The town council agreed on Monday to pay for a market hall beside the station. Prices for "
    "flour and butter rose a little. The choir sang before a full hall and the evening ended with "
    "folk songs. It will stay dry in the south, with light rain along the coast. {}\n\n"
    "Visitors can see the paintings until the end of the month; entry is free on Friday. Farmers "
    "expect a good harvest after a mild winter and a wet May."
)


def _count(text: str) -> int:
    claims = extract_document(document_from_text("own", text), rules_alone()).claims
    return len([claim for claim in claims if claim.claim_type != "occurred"])


@pytest.mark.parametrize(
    "raid",
    [
        "Rebels captured 12 policemen at the ford on Friday, a driver said.",
        "At least 20 soldiers were wounded near the ford on Tuesday, according to the army.",
        "Police said that nine people were killed when gunmen opened fire at the ford.",
    ],
)
def test_local_news_may_tell_of_one_raid(raid: str) -> None:
    assert _count(LOCAL_NEWS.format(raid)) == 1


@pytest.mark.parametrize(
    "metaphor",
    [
        "Slugs massacred 36 of her lettuces in a fortnight.",
        "Another 90 posts at headquarters were eliminated in spring.",
        "The late goal killed two hopes, and nine fans were captured on film.",
    ],
)
def test_local_news_may_only_sound_like_it(metaphor: str) -> None:
    assert _count(LOCAL_NEWS.format(metaphor)) == 0
