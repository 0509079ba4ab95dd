"""The invented story that each text of the package tells, and its facts."""

import random

Facts = dict[str, int | str]

PLACES = ["Tell Abyar", "Kafr Sunbul", "Wadi Zaytun", "Burj Hamam", "Ayn Tineh", "Deir Qamar"]
COMMENT_FORM = (
    "Leave a Reply\nYour email address will not be published. Required fields are marked *"
)
AGREED = "Witnesses also spoke of {agency} dead civilians."
STORY = [
    "The Orchard Observatory said that at least {first} civilians were killed near {place} "
    "on {day} June 2015, including {children} children.",
    "The Dawn state agency put the number of dead civilians at {agency}.",
    "Later the Orchard Observatory raised its figure to {second} civilians.",
    AGREED,
    "A doctor was wounded in the same attack.",
    "About {fighters} rebels surrendered in {other} on {after} June 2015, and shells hit "
    "the market.",
    "The market lies {distance} kilometres from the border.",
]


def invent_facts(random_: random.Random, number: int) -> Facts:
    first = random_.randint(20, 60)
    place = PLACES[number % len(PLACES)]
    return {
        "first": first,
        "second": first + random_.randint(2, 9),
        "agency": random_.randint(4, 15),
        "children": random_.randint(2, 9),
        "fighters": random_.randint(30, 90),
        "distance": random_.randint(3, 30),
        "day": 10 + number % 5,
        "after": 16 + number % 5,
        "place": place,
        "other": PLACES[(number + 1) % len(PLACES)],
    }
