"""Whose men "our martyrs" and "the enemy" are, where a text speaks for one side."""

import re

from pipeline.extract.passage import Passage

_HEAD = 250
# Bodies whose communiqués speak of their own soldiers.
_STATE = re.compile(
    r"\b(?:ministry of (?:national )?defen[cs]e|defen[cs]e ministry|armed forces|general command|"
    r"general staff|joint staff|high command|army command|supreme command|state news agency|"
    r"military media|combat bulletin|combatants of islam|defen[cs]e spokes\w+|"
    r"our (?:brave |heroic |valiant )?(?:army|armed forces|troops))\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"\([A-Z]{2,6}NA\)")
# Words by which a text calls its enemy no army.
_IRREGULAR = re.compile(
    r"\b(?:terrorists?|bandits?|rebels?|militia|militiamen|mercenar(?:y|ies)|insurgents?|"
    r"subversives?|outlaws|gangs?|mutineers)\b",
    re.IGNORECASE,
)
_INSURGENT = re.compile(
    r"\b(?:our (?:mujahid\w+|guerrillas?|fighters|commandos)|liberation (?:army|front)|"
    r"resistance communiqu)",
    re.IGNORECASE,
)
# Words by which only those who fight a state speak of themselves and of its soldiers.
_INSURGENT_ANYWHERE = re.compile(
    r"\bour (?:comrades|guerrillas|mujahid\w+)\b|\(clandestine\)|\brevolution or death\b|"
    r"\bpuppet (?:army|troops|soldiers|forces)\b",
    re.IGNORECASE,
)
# Whom no army calls so.
_FIGHTERS = re.compile(r"\bour fighters\b", re.IGNORECASE)
# Words by which one who tells what he saw is a soldier himself.
_NARRATOR = re.compile(
    r"\b(?:my|our) (?:platoon|company|battalion|regiment|unit|squad|brigade|lieutenant|sergeant|"
    r"captain|commander|rifles?|trench(?:es)?|machine gunner|gunner|positions?|artillery|sniper)\b|"
    r"\bwe (?:attacked|retreated|opened fire|returned fire|counterattacked|held the line)\b|"
    r"\bI (?:was|am) (?:a|an) (?:soldier|conscript|marine|gunner|sniper|sergeant)\b",
    re.IGNORECASE,
)
_OURS = frozenset({"our", "ours"})
_COMRADES = frozenset({"comrade", "comrades"})
_ENEMY = frozenset({"enemy", "enemies"})
_OF_OTHERS = frozenset("his her their my whose".split())
_LOSSES = frozenset({"losses", "casualties", "dead"})
_QUOTES = frozenset('"“”«»')
_NEAR = 7


class OwnSide:
    """The side for which a text speaks, as subjects of the codebook, "" where it is for none."""

    def __init__(self, passage: Passage) -> None:
        head = f"{passage.document.title}\n{passage.text[:_HEAD]}"
        self.own = self.enemy = ""
        self.narrators = "soldiers" if _NARRATOR.search(passage.text) else ""
        if _INSURGENT_ANYWHERE.search(passage.text):
            self.own, self.enemy = "rebels", "soldiers"
        elif _STATE.search(head) or _AGENCY.search(head):
            irregular = _IRREGULAR.search(passage.text) is not None
            self.own, self.enemy = "soldiers", "rebels" if irregular else "soldiers"
        elif _INSURGENT.search(head) or _FIGHTERS.search(passage.text):
            self.own, self.enemy = "rebels", "soldiers"

    def of(self, lower: list[str], first: int, last: int) -> str:
        """Return whose the group is whose words are `lower[first:last]`, "" where none says."""
        if lower[last - 1] == "us":
            return self.own or self.narrators
        if lower[last - 1] in _COMRADES and _OF_OTHERS.isdisjoint(lower[first:last]):
            return self.own or self.narrators or "rebels"
        if not self.own or not _QUOTES.isdisjoint(lower[:first]):
            return ""
        if not _OURS.isdisjoint(lower[first:last]) or self._our_losses(lower, first):
            return self.own
        if not _ENEMY.isdisjoint(lower[first:last]):
            return self.enemy
        before = lower[max(0, first - _NEAR) : first]
        if "enemy" in before and not {".", ";"} & set(before[before.index("enemy") :]):
            return self.enemy if self._suffers(before, lower[last : last + 3]) else ""
        return ""

    @staticmethod
    def _our_losses(lower: list[str], first: int) -> bool:
        """Tell whether "our losses:", "own casualties were", "we lost" stands before."""
        before = lower[max(0, first - _NEAR) : first]
        if lower[0] == "own" and not _LOSSES.isdisjoint(lower[1:2]):
            return True
        if before[:1] == ["friendly"] and first <= _NEAR:
            return True
        for position, word in enumerate(before[:-1]):
            if word == "our" and before[position + 1] in _LOSSES | {"side"}:
                return True
            if word == "we" and {"lost", "suffered"} & set(before[position + 1 : position + 3]):
                return True
        return False

    @staticmethod
    def _suffers(before: list[str], behind: list[str]) -> bool:
        """Tell whether the enemy is said to have lost those counted."""
        told = {"lost", "suffered", "losses", "leaving", "left", "cost", "costing", "casualties"}
        return not told.isdisjoint(before) or "dead" in behind
