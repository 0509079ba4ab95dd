"""Texts written in capitals."""


def is_shouting(text: str) -> bool:
    """Tell whether a text is written in capitals, so that case tells nothing."""
    sample = text[:20_000]
    # The commonest small letters alone nearly always settle it, and are counted fast.
    if 5 * sum(map(sample.count, "etaoin")) > len(sample):
        return False
    lower = sum(map(str.islower, sample))
    upper = sum(map(str.isupper, sample))
    return upper > 4 * lower and upper > 20
