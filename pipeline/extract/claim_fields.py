"""How one claim is filled in, field by field: who is counted, when, who says so, where, by whom."""

import re
from collections.abc import Sequence

from pipeline.extract.bare_figures import BareFigures
from pipeline.extract.claim import Because, Claim
from pipeline.extract.occurrences import Occurrence
from pipeline.extract.outlook import Outlook
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.pronouns import Pronouns
from pipeline.extract.reading import Reading
from pipeline.extract.reference import Reference
from pipeline.extract.subjects import Subjects
from pipeline.extract.weighing import told_before, weighed_subject, weighed_thing
from pipeline.extract.when import When
from pipeline.extract.where import Where
from pipeline.extract.who_did import WhoDid
from pipeline.extract.who_says import WhoSays
from pipeline.language.counts import Count
from pipeline.language.findings import BEFORE, MATERIEL_TYPES, Finding
from pipeline.language.ways_of_taking import by_whom

# What someone is said to have done before is a total of the past, not the incident told.
_PAST_DEEDS = re.compile(
    r"\b(?:responsible for|accused of|suspected of|wanted for|blamed for|linked to)\b"
    r"(?:.{0,60}|[^;:]*\band )\Z",
    re.IGNORECASE | re.DOTALL,
)
# How far before a claim, in characters, its past may be told.
_PAST_WITHIN = 160
_ONE = Count(1, 1, "exact", 0, 0, 0)
# Of how many claims back it matters what they told.
_REMEMBERED = 24


class ClaimFields:
    """Fills in the claims of one document.

    Args:
        passage: the document.
        reference: the word lists, the gazetteer and the weights.
        subjects, pronouns, where: those who answer for the document.
        bare_figures: knows which figures count people of no certain kind.
        outlook: is asked who people of no certain kind are.
        claims: those made so far; the list grows while the document is read.
    """

    def __init__(
        self,
        passage: Passage,
        reference: Reference,
        subjects: Subjects,
        pronouns: Pronouns,
        where: Where,
        bare_figures: BareFigures,
        outlook: Outlook,
        claims: Sequence[Claim],
    ) -> None:
        self._passage = passage
        self._vocabulary = reference.vocabulary
        self._subject_weights = reference.subject_weights
        self._subjects = subjects
        self._pronouns = pronouns
        self._when = When(passage)
        self._where = where
        self._who_says = WhoSays(passage, reference.claimants)
        self._who_did = WhoDid(passage, reference.vocabulary, reference.gazetteer)
        self._bare_figures = bare_figures
        self._outlook = outlook
        self._claims = claims

    def counted(self, reading: Reading, finding: Finding) -> Claim:
        """Return the claim of a finding."""
        noun = reading.noun(finding.noun)
        start, end = self._span(reading, finding.noun)
        count = noun.count or _ONE
        sentence = reading.sentence
        subject = self._subject(reading, finding)
        claim = Claim(
            self._passage.document.source_id,
            start,
            end,
            sentence.start,
            sentence.end,
            by_whom(finding.claim_type, subject, _lemma(reading, finding)),
            count.low,
            count.high,
            count.qualifier,
            subject,
        )
        if noun.kind in {"bare", "action"}:
            # Parts told behind take their subject from the whole.
            noun.subject = claim.subject
        trigger = reading.span(finding.trigger)
        rule = "weighed" if finding.weighed else "action"
        claim.because["claim_type"] = Because(*trigger, f"{rule}.{claim.claim_type}")
        self._circumstances(claim, sentence)
        claim.actor, because = self._who_did.of(reading, _root(reading, finding), claim)
        if because is not None:
            claim.because["actor"] = because
        return claim

    def occurred(self, occurrence: Occurrence) -> Claim:
        """Return the claim of an incident that is told without a figure."""
        sentence = occurrence.sentence
        claim = Claim(
            self._passage.document.source_id,
            occurrence.start,
            occurrence.end,
            sentence.start,
            sentence.end,
            "occurred",
            None,
            None,
            "",
            "",
        )
        claim.because["claim_type"] = Because(occurrence.start, occurrence.end, "action.occurred")
        self._circumstances(claim, sentence)
        claim.actor, because = self._who_did.of_sentence(sentence, claim)
        if because is not None:
            claim.because["actor"] = because
        return claim

    def _span(self, reading: Reading, index: int) -> tuple[int, int]:
        """Return where those counted stand: for a pronoun its person, if in the same sentence."""
        if reading.noun(index).kind != "pronoun":
            return reading.span_of_person(index)
        found = self._pronouns.antecedent(reading, index)
        within = found is not None and found[0] is reading
        return reading.span(found[1] if found is not None and within else index)

    def _subject(self, reading: Reading, finding: Finding) -> str:
        """Return who is counted; the words around are asked where the grammar knows people only."""
        before = self._bare_figures.claims_before(reading, finding.noun)
        subject = self._subjects.of(reading, finding, before)
        if subject == "people" and reading.ends_in_them(finding.noun):
            subject = self._pronouns.group(reading, finding.noun) or "people"
        if finding.claim_type in MATERIEL_TYPES or finding.claim_type == "incidents":
            if finding.weighed:
                opinion = self._outlook.of(reading, finding.noun, "subject")
                subject = weighed_thing(finding.claim_type, subject, opinion)
        elif subject == "people":
            told = told_before(self._told_before(reading.sentence))
            opinion = self._outlook.of(reading, finding.noun, "subject")
            subject = weighed_subject(reading, finding.noun, told, self._subject_weights, opinion)
        return subject

    def _told_before(self, sentence: Sentence) -> list[Claim]:
        """Return the claims of the sentences before."""
        recent = self._claims[-_REMEMBERED:]
        return [claim for claim in recent if claim.sentence_start < sentence.start]

    def _circumstances(self, claim: Claim, sentence: Sentence) -> None:
        """Fill in when and where it was, and who says so; the place may hang on the day."""
        self._date(claim, sentence)
        self._speaker(claim, sentence)
        self._place(claim, sentence)

    def _date(self, claim: Claim, sentence: Sentence) -> None:
        answer = self._when.of(sentence, claim.start, claim.end, claim.claim_type)
        if answer.because is not None and self._of_an_inclusion(claim, answer.because.start):
            return
        claim.date_start, claim.date_end = answer.date_start, answer.date_end
        claim.date_precision, claim.scope = answer.precision, answer.scope
        if answer.because is not None:
            claim.because["date"] = answer.because
        past = max(sentence.start, claim.start - _PAST_WITHIN)
        if _PAST_DEEDS.search(self._passage.text[past : claim.start]):
            claim.scope = "aggregate"

    def _of_an_inclusion(self, claim: Claim, date_at: int) -> bool:
        """Tell whether a date behind the claim belongs to what "including" adds to it."""
        if not claim.end < date_at < claim.sentence_end:
            return False
        between = self._passage.text[claim.end : date_at].lower()
        return ", including the " in between

    def _speaker(self, claim: Claim, sentence: Sentence) -> None:
        answer = self._who_says.of(sentence, claim.start, claim.end)
        claim.claimant, claim.claimant_name = answer.claimant, answer.claimant_name
        claim.via, claim.via_name = answer.via, answer.via_name
        claim.verification = answer.verification
        if answer.because is not None:
            claim.because["claimant"] = answer.because
        if answer.verification_because is not None:
            claim.because["verification"] = answer.verification_because

    def _place(self, claim: Claim, sentence: Sentence) -> None:
        answer = self._where.of(sentence, claim.start, claim.end, claim.date_start)
        claim.place, claim.place_name = answer.place, answer.place_name
        if not claim.place and self._names_a_force(claim.place_name):
            claim.place_name = ""
            return
        if answer.because is not None:
            claim.because["place"] = answer.because

    def _names_a_force(self, name: str) -> bool:
        """Tell whether a name taken for a place is that of a side: "between HTS and the SDF"."""
        if not name:
            return False
        return bool(
            self._vocabulary.actors.get(name.lower())
            or self._vocabulary.modifiers.get(name.lower())
        )


def _lemma(reading: Reading, finding: Finding) -> str:
    """Return the verb that tells of a finding, in its base form, or ""."""
    group = reading.chunks[finding.trigger].verb
    return group.verb.lemma if group is not None else ""


def _root(reading: Reading, finding: Finding) -> Finding:
    """Return the finding of the whole, for a part; what was done is told of the whole."""
    if finding.whole is None or finding.whole == BEFORE:
        return finding
    wholes = (other for other in reading.findings if other.noun == finding.whole)
    return next((other for other in wholes if other.claim_type == finding.claim_type), finding)
