"""Documents of any number, invented sentence by sentence from a seed.

Half of them tell of attacks, arrests and captures in the ways that the language rules know
(breakdowns, ranges, passives, attributions, dates without a year); the other half hold no claim,
though they are full of numbers. The same number and seed give the same documents, and the first
documents of a larger corpus are those of a smaller one.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

SPEAKERS = (
    "the governor's office", "a monitoring group", "state television", "local residents",
    "an opposition activist", "the interior ministry", "a hospital director", "rebel commanders",
)  # fmt: skip
TOWNS = (
    "Qarbeit", "Tell Nuri", "Maar Daoud", "Hazzanet", "Sarmun", "Kafr Ayn", "Deir Sabil",
    "Jisr al-Wadi", "Rashidet", "Umm Tin",
)  # fmt: skip
WEAPONS = ("mortar fire", "an air strike", "artillery shelling", "a car bomb", "a landmine")
ACTORS = ("government forces", "rebels", "unidentified gunmen", "Russian forces")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CLAIMS = (
    "At least {a} civilians, including {b} children, were killed by {weapon} in {town} on {day}.",
    "{Speaker} said that {a} soldiers and {b} rebels had died in clashes near {town}.",
    "Between {b} and {a} people were wounded when {weapon} hit {town}, {speaker} said.",
    "{Actor} arrested {a} protesters in {town} on {day}, among them {b} women.",
    "{Speaker} put the number of the dead at {a}; {speaker2} spoke of {b}.",
    "The toll rose from {b} to {a} dead after more bodies were found, according to {speaker}.",
    "{Actor} captured about {a} fighters and destroyed {b} tanks near {town}, {speaker} claimed.",
    "Dozens were injured, {b} of them seriously, in {town} on the same evening.",
    "No one was killed, {speaker} said, denying that {actor} had shelled {town}.",
)  # fmt: skip
NUMBERS = (
    "The bakery of {town} sells {a} loaves before noon, and {b} more on {day}.",
    "{Speaker} promised {a} kilometres of new road and a bridge {b} metres long.",
    "The under-{b} team of {town} won by {b} goals in front of {a} spectators.",
    "Rain fell on {b} days of the month, {a} millimetres in all.",
    "The school opened in 19{c} with {b} teachers and now counts {a} pupils.",
    "A loan of {a} million pounds was granted at {b} per cent.",
)
QUIET = (
    "Shops along the main street stayed open late into the evening.",
    "{Speaker} thanked everyone who had helped with the harvest near {town}.",
    "The old water mill is to be repaired before winter.",
    "Nobody could say when the road to {town} would be open again.",
    "Talks between the councils will go on next week.",
)


def sentence(chance: random.Random, templates: tuple[str, ...]) -> str:
    """Return one sentence with every gap filled."""
    speaker, second = chance.sample(SPEAKERS, 2)
    actor = chance.choice(ACTORS)
    smaller = chance.randrange(2, 30)
    return chance.choice(templates).format(
        a=smaller + chance.randrange(2, 120),
        b=smaller,
        c=chance.randrange(50, 99),
        town=chance.choice(TOWNS),
        day=chance.choice(DAYS),
        weapon=chance.choice(WEAPONS),
        actor=actor,
        Actor=actor[0].upper() + actor[1:],
        speaker=speaker,
        speaker2=second,
        Speaker=speaker[0].upper() + speaker[1:],
    )


def text(chance: random.Random, with_claims: bool) -> str:
    """Return one article of a few paragraphs."""
    paragraphs = []
    for _ in range(chance.randrange(3, 9)):
        sentences = []
        for _ in range(chance.randrange(2, 5)):
            kinds = (CLAIMS, QUIET) if with_claims else (NUMBERS, QUIET, QUIET)
            sentences.append(sentence(chance, chance.choice(kinds)))
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs) + "\n"


def documents(count: int, seed: int = 0) -> Iterator[dict[str, str]]:
    """Yield `count` documents as JSON lines hold them."""
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        year, month, day = chance.randrange(2012, 2024), chance.randrange(1, 13), 1 + number % 28
        yield {
            "source_id": f"bulletin-{number:07d}",
            "text": text(chance, number % 2 == 0),
            "published_on": f"{year}-{month:02d}-{day:02d}",
            "title": f"Bulletin {number}",
            "publisher": "Evening Bulletin",
        }


def generate(path: Path, count: int, seed: int = 0) -> Path:
    """Write `count` documents as JSON lines and return the path."""
    with path.open("w", encoding="utf-8") as file:
        for document in documents(count, seed):
            file.write(json.dumps(document) + "\n")
    return path


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    generate(arguments.path, arguments.documents, arguments.seed)
