"""Ordinary news, invented from a seed: councils, harvests, matches, and now and then a claim."""

import random
from collections.abc import Iterator

_PLACES = "Averton,Millbrook,Port Sella,Harrowgate,Dunmere,Eastwick,Lowfield,Carrick".split(",")
_PEOPLE = "Anna Veltman,Joris Hale,Mira Castellan,Tom Aldous,Ines Brandt,Peter Quill".split(",")
_BODIES = "the town council,the water board,the chamber of commerce,the school trust".split(",")
_MATTERS = (
    "a new bridge over the river,cheaper tickets for the tram,the repair of the old theatre,"
    "longer opening hours for the library,a market hall beside the station,solar panels for schools"
).split(",")
_DAYS = "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday".split(",")
_PLAIN = (
    "{body} of {place} agreed on {day} to pay for {matter}.",
    "{person} said that {matter} would bring people back to the centre of {place}.",
    "Work is to begin in spring; the costs, put at {number} million, are shared with the region.",
    "Farmers around {place} expect a good harvest after a mild winter and a wet May.",
    "The choir of {place} sang before a full hall, and the evening ended with folk songs.",
    "“We have waited for {matter} since we moved here,” {person} told the local paper.",
    "Traffic on the road to {place} was slow on {day} because of fog in the valley.",
    "A survey of {number} households found that most of them would rather walk than drive.",
    "The home side drew level late in the second half, but {place} scored again from a corner.",
    "{person}, who has led {body} for {number} years, will not stand again.",
    "Prices for flour and butter rose a little, while milk cost as much as in the year before.",
    "Visitors can see the paintings until the end of the month; entry is free on {day}.",
    "It will stay dry in the south, with light rain along the coast and a fresh wind by evening.",
    "The train from {place} now takes {number} minutes, which is a quarter less than last year.",
    "Teachers had asked {body} for {matter}, and the answer came sooner than they had hoped.",
)
_CLAIMS = (
    "Police in {place} said on {day} that {number} people were killed when gunmen opened fire.",
    "At least {number} soldiers were wounded near {place} on {day}, according to the army.",
    "Rebels captured {number} policemen in {place} on {day}, {person} said.",
)


def news(documents: int, seed: int, sentences: int = 30, claim_every: int = 60) -> Iterator[str]:
    """Yield texts of so many sentences in short paragraphs; one sentence in many is a claim."""
    chance = random.Random(seed)
    for _ in range(documents):
        written = [_sentence(chance, claim_every) for _ in range(sentences)]
        blocks = [" ".join(written[at : at + 3]) for at in range(0, sentences, 3)]
        yield "\n\n".join(blocks)


def _sentence(chance: random.Random, claim_every: int) -> str:
    pattern = chance.choice(_CLAIMS if chance.randrange(claim_every) == 0 else _PLAIN)
    said = pattern.format(
        body=chance.choice(_BODIES),
        place=chance.choice(_PLACES),
        person=chance.choice(_PEOPLE),
        matter=chance.choice(_MATTERS),
        day=chance.choice(_DAYS),
        number=chance.randrange(3, 60),
    )
    return said[0].upper() + said[1:]
