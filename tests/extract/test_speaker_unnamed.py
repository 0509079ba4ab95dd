"""Figures in the voice of the text itself, or said by nobody that is named."""

import pytest
from speaker_question import ask

UNNAMED = {
    "a side in brackets": ("Casualties in the battle then were [[nine men]] (government).", ""),
    "the accused is nobody": ("Men under the accused drove out [[nine men]].", ""),
    "a victim found by somebody": ("One was found by a miller and [[nine men]] died.", ""),
    "places are no labels": (
        "ALMA: Police said two died.\n\nORAN: [[Nine men]] drowned.\n\nTUNIS: Who knows?",
        "",
    ),
    "the dead do not speak": (
        "Police chief Karam Nader spoke. A clerk was killed. He said [[nine men]] died.",
        "unattributed",
    ),
    "a denial ends the report": (
        "Belgrade denied any raid on the mill. The mill lost [[nine men]].",
        "",
    ),
    "I speak myself": ("Union leaders said two fled. I saw [[nine men]] fall.", ""),
    "estimated to number": ("The troops met the rebels, estimated to number [[900]].", ""),
    "a raid does not speak": ("The raid gave the army [[nine prisoners]].", ""),
    "shelling does not speak": ("Shelling reported overnight killed [[nine men]].", ""),
    "floods said to be bad": ("Rain killed [[nine]], floods said to be the worst in years.", ""),
    "according to custom": ("According to custom, the [[nine dead]] were buried at dawn.", ""),
    "another day ends it": (
        "SANA reported that a bus was attacked. On 4 May, [[nine men]] were killed in Homs.",
        "",
    ),
    "another paragraph ends it": (
        "SANA reported that a bus was attacked.\n\n[[Nine men]] were killed in the attack.",
        "",
    ),
    "own voice": ("[[Nine men]] were killed when a mine exploded.", ""),
    "own voice before": ("[[Nine men]] died as the army said that calm had returned.", ""),
    "reportedly": ("[[Nine men]] were reportedly killed near the dam.", "unattributed"),
    "said to have": ("[[Nine men]] were said to have died there.", "unattributed"),
    "it was reported": ("It was later reported that [[nine men]] had died.", "unattributed"),
    "hedge in one clause only": (
        "[[Nine men]] deserted, and their colonel was reportedly among them.",
        "",
    ),
    "adjective": ("One of the first reported clashes left [[nine men]] dead.", ""),
    "it was confirmed": ("It was confirmed that [[nine men]] had died.", ""),
    "negated": ("The army did not say whether [[nine men]] had died.", ""),
    "capitals, dateline": (
        "LA PAZ, 3 JUN 88 (EFE) -- [TEXT] [[NINE MINERS]] WERE KILLED IN ORURO.",
        "",
    ),
    "capitals, who": ("THE MAN WHO SHOUTED LEFT [[NINE DEAD]] BEHIND.", ""),
    "lives claimed": ("Violence has claimed [[nine lives]] in the hills.", ""),
    "time is no speaker": ("A note left a few hours ago denying it cost [[nine lives]].", ""),
    "a family that is told": ("The mother was informed of the death of [[nine men]].", ""),
    "victim is no claimant": (
        "The committee mourned [[its driver]], Samir Haddad, who was shot on Monday.",
        "",
    ),
}


@pytest.mark.parametrize("case", UNNAMED)
def test_no_claimant_named(case: str) -> None:
    text, claimant = UNNAMED[case]
    assert ask(text).claimant == claimant
