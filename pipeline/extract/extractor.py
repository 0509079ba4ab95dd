"""From a document to its claims: the order in which the rules are asked."""

from dataclasses import dataclass, field
from functools import cached_property

from pipeline.extract.bare_figures import BareFigures
from pipeline.extract.breakdown_claims import claim_parts
from pipeline.extract.claim import Claim, UncodedNumber
from pipeline.extract.claim_fields import ClaimFields
from pipeline.extract.glance import Glance
from pipeline.extract.ledger import uncoded_numbers
from pipeline.extract.memory import nothing_collected
from pipeline.extract.miscounted import counts_no_one
from pipeline.extract.natural_deaths import died_in_bed
from pipeline.extract.occurrences import Occurrences
from pipeline.extract.off_topic import unmistakable
from pipeline.extract.outlook import Outlook
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.pronouns import Pronouns
from pipeline.extract.reading import Reading
from pipeline.extract.readings import Readings
from pipeline.extract.reference import Reference
from pipeline.extract.restatements import join_restatements
from pipeline.extract.rivals import rival_of
from pipeline.extract.second_look import looked_at_again
from pipeline.extract.subjects import Subjects
from pipeline.extract.told_already import are_those_told, is_person_told, is_told_already
from pipeline.extract.weighing import told_before, weighed
from pipeline.extract.where import Where
from pipeline.extract.wholes import count_among, join_parts, join_sums
from pipeline.language.capitals import is_shouting
from pipeline.language.chunks import Chunker
from pipeline.language.findings import BEFORE, Finding
from pipeline.sources.document import Document


@dataclass(frozen=True)
class Extraction:
    """What was found in one document."""

    claims: list[Claim] = field(default_factory=list)
    uncoded: list[UncodedNumber] = field(default_factory=list)


def extract_document(document: Document, reference: Reference) -> Extraction:
    """Return the claims of `document` in reading order, and the numbers that are no claim."""
    with nothing_collected():
        return _Extractor(document, reference).run()


class _Extractor:
    """Reads one document; the state is what earlier sentences leave for later ones."""

    def __init__(self, document: Document, reference: Reference) -> None:
        self._claims: list[Claim] = []
        self._passage = Passage(document)
        self._relevance = reference.relevance
        self._vocabulary = reference.vocabulary
        self._claim_type_weights = reference.claim_type_weights
        self._outlook = Outlook(self._passage, reference.encoder)
        self._glance = Glance(self._passage.lower, reference.vocabulary)
        chunker = Chunker(reference.vocabulary, is_shouting(self._passage.text))
        self._readings = Readings(self._passage, chunker)
        self._pronouns = Pronouns(self._passage, self._readings)
        self._subjects = Subjects(self._passage, reference.vocabulary, self._readings)
        self._where = Where(self._passage, reference.gazetteer)
        self._bare_figures = BareFigures(self._passage, self._claims)
        self._fields = ClaimFields(
            self._passage,
            reference,
            self._subjects,
            self._pronouns,
            self._where,
            self._bare_figures,
            self._outlook,
            self._claims,
        )

    @cached_property
    def _weighs(self) -> bool:
        """Whether figures may be taken by weight: the text must be about nothing else."""
        return self._relevance.worth_weighing(self._passage.text)

    def run(self) -> Extraction:
        for sentence in self._passage.sentences:
            segment = self._passage.segment_of(sentence)
            if segment.kind == "heading":
                continue
            if segment.kind == "infobox" or self._may_hold_claim(sentence):
                self._read(sentence, segment.label)
        if self._claims and self._weighs:
            claim_parts(self._passage.sentences, self._claims, self._list_item, self._fields)
        join_restatements(self._passage, self._claims)
        occurrences = Occurrences(self._passage, self._vocabulary, self._glance, self._where)
        for occurrence in occurrences.find(self._claims):
            self._claims.append(self._fields.occurred(occurrence))
        claims = self._claims
        if claims and not self._relevance.about_conflict(self._passage.text):
            claims = unmistakable(claims, self._passage.text, self._relevance)
        uncoded = uncoded_numbers(self._passage, self._glance, claims, self._readings.known)
        return Extraction(claims, uncoded)

    def _may_hold_claim(self, sentence: Sentence) -> bool:
        """Tell whether the grammar can find a claim in a sentence, or a figure there be weighed."""
        start, end = sentence.start, sentence.end
        if self._glance.may_hold_claim(start, end) or sentence.index in self._passage.loss_lines:
            return True
        return bool(self._glance.numbers(start, end)) and self._weighs

    def _list_item(self, sentence: Sentence) -> Reading | None:
        """Return a sentence as read, None where no number stands in it."""
        numbers = self._glance.numbers(sentence.start, sentence.end)
        heading = self._passage.segment_of(sentence).kind in {"heading", "infobox"}
        return self._readings.of(sentence) if numbers and not heading else None

    def _read(self, sentence: Sentence, label: str) -> None:
        """Add the claims of a sentence; `label` is the key of an infobox line, else ""."""
        reading = self._readings.of(sentence, label)
        if not are_those_told(reading, self._claims):
            return
        if not label and self._weighs:
            told, weights = told_before(self._claims), self._claim_type_weights
            reading.findings = list(looked_at_again(reading, told, weights, self._outlook))
            reading.findings += weighed(reading, reading.findings, told, weights, self._outlook)
        made: dict[int, int] = {}
        for finding in reading.findings:
            claim = self._claim(reading, finding, made)
            if claim is not None:
                made[finding.noun] = len(self._claims)
                self._claims.append(claim)
        join_parts(reading, made, self._claims)
        join_sums(list(made.values()), self._claims)

    def _claim(self, reading: Reading, finding: Finding, made: dict[int, int]) -> Claim | None:
        """Return the claim of a finding, None where it is none; `made` are those beside it."""
        if not self._tells_of_somebody(reading, finding):
            return None
        is_toll = not finding.claim_type
        if not self._bare_figures.counts_something(reading, finding, made):
            return None
        claim = self._fields.counted(reading, finding)
        if finding.weighed and _speaks(claim):
            return None
        if is_toll and finding.whole == BEFORE:
            count = reading.noun(finding.noun).count
            told = rival_of(self._claims, reading.sentence.start, count)
            if told is not None:
                count_among(claim, told)
        return claim

    def _tells_of_somebody(self, reading: Reading, finding: Finding) -> bool:
        """Tell whether a finding is a fact, and about those of whom it was not told before."""
        text = self._passage.text
        if not finding.real or is_told_already(reading, finding, self._claims, text):
            return False
        if finding.claim_type == "killed" and self._died_naturally(reading, finding):
            return False
        if reading.holds_another_figure(finding.noun) or counts_no_one(reading, finding, text):
            return False
        if reading.noun(finding.noun).kind == "pronoun" and not self._stands_for(reading, finding):
            return False
        return finding.claim_type != "strength" or self._subjects.are_armed(reading, finding.noun)

    def _died_naturally(self, reading: Reading, finding: Finding) -> bool:
        words = self._passage.words(reading.sentence)
        return self._relevance.tells_natural_death(words) or died_in_bed(
            reading, finding, self._relevance
        )

    def _stands_for(self, reading: Reading, finding: Finding) -> bool:
        """Give a pronoun the subject of its person; False where none is told, or told already."""
        person = self._pronouns.antecedent(reading, finding.noun)
        if person is None:
            return False
        if is_person_told(person, finding.claim_type, self._claims, self._passage.text):
            return False
        before, index = person
        reading.noun(finding.noun).subject = before.noun(index).subject
        return True


def _speaks(claim: Claim) -> bool:
    """Tell whether those counted are the ones who say so: "two doctors told of the shelling"."""
    because = claim.because.get("claimant")
    return because is not None and because.start < claim.end and claim.start < because.end
