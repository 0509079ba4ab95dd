"""What has been found in a sentence so far, and whether it is said to have happened."""

from collections.abc import Sequence

from pipeline.language import function_words as words
from pipeline.language.findings import Finding
from pipeline.language.phrases import Chunk
from pipeline.language.rightward import Arguments
from pipeline.language.tokens import Token

_PLANS = frozenset(
    "plan plans planned planning plot plots plotted plotting threat threats threatened threatening "
    "threaten intend intends intended attempt attempts attempted attempting conspiring conspiracy "
    "try tries tried trying want wants wanted vowed pledged avoid prevent prevented preventing "
    "failed averted aimed meant capable".split()
)
# What somebody who "could" do it did.
_ABLE = frozenset(
    "verify confirm geolocate identify see count locate document establish corroborate".split()
)
_CONDITIONS = frozenset("if unless lest would could should".split())
_SUBJECTS = frozenset("they he she we it i".split())


class FindingStore:
    """The findings of one sentence; indices are chunk indices."""

    def __init__(self, tokens: Sequence[Token], chunks: list[Chunk]) -> None:
        self._arguments = Arguments(tokens, chunks)
        self._tokens = tokens
        self._chunks = chunks
        self._findings: dict[tuple[int, str], Finding] = {}
        self._first: dict[int, Finding] = {}

    def _keep(self, index: int, claim_type: str, trigger: int, real: bool) -> Finding:
        finding = self._findings.get((index, claim_type))
        if finding is None:
            finding = Finding(index, claim_type, trigger, real=real)
            self._findings[index, claim_type] = finding
            self._first.setdefault(index, finding)
            self._arguments.bound.add(index)
        return finding

    def is_unreal(self, index: int) -> bool:
        """Tell whether the words before speak of a plan, a threat or a condition."""
        first = self._chunks[index].first
        before = [token.lower for token in self._tokens[max(0, first - 6) : first]]
        if "could" in before[:-1] and before[before.index("could") + 1] in _ABLE:
            # "we could verify four of the deaths"
            before.remove("could")
        if before[-2:] == ["all", "but"]:
            return True
        if "never" in before[-2:] or "neither" in before[-4:]:
            # "two gunmen, neither of them ever caught"
            return True
        if "threatened" in before[1:] and before[before.index("threatened") - 1] in words.BE:
            # "he was threatened and his aide was murdered"
            before.remove("threatened")
        conditions = _CONDITIONS
        if before[-1:] and before[-1] in _SUBJECTS:
            # "when the captain would not fire, they shot him": a clause of its own
            conditions = _CONDITIONS - {"would", "could", "should"}
        if self._chunks[index].kind == "state":
            # "There will be hundreds dead", but "an inquiry will look into the murders".
            conditions = _CONDITIONS | {"will", "might"}
        return not _PLANS.isdisjoint(before[-4:]) or not conditions.isdisjoint(before)

    def _kind(self, index: int) -> str:
        return self._chunks[index].kind if index < len(self._chunks) else ""

    def _ends_in(self, index: int, endings: frozenset[str]) -> bool:
        return self._tokens[self._chunks[index].last - 1].lower in endings
