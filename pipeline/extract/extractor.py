"""From a document to its claims: the order in which the rules are asked."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.extract.breakdowns import Figure, breakdowns, subject_of_part
from pipeline.extract.claim import Because, Claim, UncodedNumber
from pipeline.extract.glance import Glance
from pipeline.extract.ledger import uncoded_numbers
from pipeline.extract.miscounted import counts_no_one
from pipeline.extract.natural_deaths import died_in_bed
from pipeline.extract.occurrences import Occurrence, Occurrences
from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.pronouns import Pronouns
from pipeline.extract.reading import Reading
from pipeline.extract.reference import Reference
from pipeline.extract.restatements import join_restatements
from pipeline.extract.rivals import rival_of
from pipeline.extract.subjects import Subjects, may_hold
from pipeline.extract.weighing import told_before, weighed, weighed_subject
from pipeline.extract.when import When
from pipeline.extract.where import Where
from pipeline.extract.who_did import WhoDid
from pipeline.extract.who_says import WhoSays
from pipeline.language.capitals import is_shouting
from pipeline.language.chunks import Chunker
from pipeline.language.counts import Count
from pipeline.language.findings import BEFORE, FORCES, HELD_TYPES, MATERIEL_TYPES, Finding
from pipeline.language.identities import lists_them
from pipeline.sources.document import Document

# What a list of dated entries with figures is of.
_OF_THE_DEAD = re.compile(r"\b(?:massacres|deaths|killings|fatalities|casualties)\b", re.IGNORECASE)
# What someone is said to have done before is a total of the past, not the incident told.
_PAST_DEEDS = re.compile(
    r"\b(?:responsible for|accused of|suspected of|wanted for|blamed for|linked to)\b"
    r"(?:.{0,60}|[^;:]*\band )\Z",
    re.IGNORECASE | re.DOTALL,
)
_ONE = Count(1, 1, "exact", 0, 0, 0)
# How many claims back a whole may stand.
_REMEMBERED = 12


def _without_article(words: str) -> str:
    """Return a noun phrase in lower case without the article before it."""
    first, _, rest = " ".join(words.lower().split()).partition(" ")
    return rest if first in {"a", "an", "the", "one"} and rest else f"{first} {rest}".strip()


def _root(reading: Reading, finding: Finding) -> Finding:
    """Return the finding of the whole, for a part; what was done is told of the whole."""
    if finding.whole is None or finding.whole == BEFORE:
        return finding
    wholes = (other for other in reading.findings if other.noun == finding.whole)
    return next((other for other in wholes if other.claim_type == finding.claim_type), finding)


def _speaks(claim: Claim) -> bool:
    """Tell whether those counted are the ones who say so: "two doctors told of the shelling"."""
    because = claim.because.get("claimant")
    return because is not None and because.start < claim.end and claim.start < because.end


def _agrees(claim: Claim, whole: Claim) -> bool:
    """Tell whether a claim can be a part of a total: what is told by weight only may be wrong."""
    weighed = claim.because["claim_type"].rule.startswith("weighed.")
    return weighed or claim.claim_type == whole.claim_type


def _count_among(claim: Claim, whole: Claim) -> None:
    """Take one person told among dead fighters for one of them, whatever he did before."""
    one = claim.count_low == claim.count_high == 1
    if one and whole.subject in FORCES and claim.subject in {"people", "civilians"}:
        claim.subject = whole.subject


@dataclass(frozen=True)
class Extraction:
    """What was found in one document."""

    claims: list[Claim] = field(default_factory=list)
    uncoded: list[UncodedNumber] = field(default_factory=list)


def extract_document(document: Document, reference: Reference) -> Extraction:
    """Return the claims of `document` in reading order, and the numbers that are no claim."""
    with _nothing_collected():
        return _Extractor(document, reference).run()


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Let Python look for cycles of dead objects between documents only.

    What is read of a document lives until its end, and the collector would walk over all of it
    again and again: the time would grow faster than the text.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class _Extractor:
    """Reads one document; the state is what earlier sentences leave for later ones."""

    def __init__(self, document: Document, reference: Reference) -> None:
        self._passage = Passage(document)
        self._chunker = Chunker(reference.vocabulary, is_shouting(self._passage.text))
        self._relevance = reference.relevance
        self._vocabulary = reference.vocabulary
        self._claim_type_weights = reference.claim_type_weights
        self._subject_weights = reference.subject_weights
        self._glance = Glance(self._passage.lower, reference.vocabulary)
        self._when = When(self._passage)
        self._where = Where(self._passage, reference.gazetteer)
        self._who_says = WhoSays(self._passage, reference.claimants)
        self._who_did = WhoDid(self._passage, reference.vocabulary, reference.gazetteer)
        self._pronouns = Pronouns(self._passage)
        self._claims: list[Claim] = []
        self._readings: dict[int, Reading] = {}
        # Bare figures that go back to people of no certain kind, by sentence and chunk.
        self._anybody: set[tuple[int, int]] = set()

    @cached_property
    def _weighs(self) -> bool:
        """Whether figures may be taken by weight: the text must be about nothing else."""
        return self._relevance.worth_weighing(self._passage.text)

    @cached_property
    def _subjects(self) -> Subjects:
        """Who is counted; this looks the whole text over, for which only a claim is reason."""
        return Subjects(self._passage, self._vocabulary)

    def run(self) -> Extraction:
        for sentence in self._passage.sentences:
            segment = self._passage.segment_of(sentence)
            if segment.kind == "heading":
                continue
            if segment.kind == "infobox" or self._may_hold_claim(sentence):
                self._read(sentence, segment.label)
        self._read_breakdowns()
        join_restatements(self._passage, self._claims)
        occurrences = Occurrences(self._passage, self._vocabulary, self._glance, self._where)
        for occurrence in occurrences.find(self._claims):
            self._claims.append(self._occurred(occurrence))
        if self._claims and not self._relevance.about_conflict(self._passage.text):
            self._claims = self._unmistakable()
        uncoded = uncoded_numbers(self._passage, self._glance, self._claims, self._readings)
        return Extraction(self._claims, uncoded)

    def _may_hold_claim(self, sentence: Sentence) -> bool:
        """Tell whether the grammar can find a claim in a sentence, or a figure there be weighed."""
        start, end = sentence.start, sentence.end
        if self._glance.may_hold_claim(start, end) or sentence.index in self._passage.loss_lines:
            return True
        return bool(self._glance.numbers(start, end)) and self._weighs

    def _unmistakable(self) -> list[Claim]:
        """Return the claims whose own sentence tells of violence, in a text about other things."""
        kept = {
            position: claim
            for position, claim in enumerate(self._claims)
            if self._relevance.tells_conflict(
                self._passage.text[claim.sentence_start : claim.sentence_end]
            )
        }
        places = {position: place for place, position in enumerate(kept)}
        for claim in kept.values():
            claim.part_of = places.get(-1 if claim.part_of is None else claim.part_of)
            claim.supersedes = places.get(-1 if claim.supersedes is None else claim.supersedes)
        return list(kept.values())

    def _read(self, sentence: Sentence, label: str) -> None:
        reading = self._reading(sentence, label)
        made: dict[int, int] = {}
        if not self._are_those_told(reading):
            return
        if not label and self._weighs:
            reading.findings += weighed(
                reading, reading.findings, told_before(self._claims), self._claim_type_weights
            )
        for finding in reading.findings:
            if not finding.real or self._is_told_already(reading, finding):
                continue
            if finding.claim_type == "killed" and (
                self._is_natural(sentence) or died_in_bed(reading, finding, self._relevance)
            ):
                continue
            if reading.holds_another_figure(finding.noun) or counts_no_one(
                reading, finding, self._passage.text
            ):
                continue
            if reading.noun(finding.noun).kind == "pronoun" and not self._stands_for(
                reading, finding
            ):
                continue
            if finding.claim_type == "strength" and not self._are_armed(reading, finding.noun):
                continue
            is_toll = not finding.claim_type
            if not self._counts_something(reading, finding, made):
                continue
            claim = self._claim(reading, finding)
            if finding.weighed and _speaks(claim):
                continue
            if is_toll and finding.whole == BEFORE:
                told = rival_of(self._claims, sentence.start, reading.noun(finding.noun).count)
                if told is not None:
                    _count_among(claim, told)
            made[finding.noun] = len(self._claims)
            self._claims.append(claim)
        self._join(reading, made)
        self._join_sums(list(made.values()))

    def _read_breakdowns(self) -> None:
        """Add the parts of totals that lists give without a word for what was done."""
        if not self._claims or not self._weighs:
            return
        for found in list(breakdowns(self._passage.sentences, self._claims, self._list_item)):
            whole = self._claims[found.whole]
            told = [self._claim_at(figure.span) for figure in found.parts]
            if any(claim is not None and not _agrees(claim, whole) for claim in told):
                continue
            for figure, claim in zip(found.parts, told, strict=True):
                sure = claim is not None and claim.claim_type == whole.claim_type
                part = claim if claim is not None and sure else self._part(figure, whole, claim)
                if part.part_of is None and part is not whole:
                    part.part_of = found.whole

    def _list_item(self, sentence: Sentence) -> Reading | None:
        """Return a sentence as read, None where no number stands in it."""
        numbers = self._glance.numbers(sentence.start, sentence.end)
        heading = self._passage.segment_of(sentence).kind in {"heading", "infobox"}
        return self._reading(sentence) if numbers and not heading else None

    def _claim_at(self, span: tuple[int, int]) -> Claim | None:
        """Return the claim whose words a span overlaps, None where there is none."""
        start, end = span
        over = (claim for claim in self._claims if claim.start < end and start < claim.end)
        return next(over, None)

    def _part(self, figure: Figure, whole: Claim, weighed: Claim | None) -> Claim:
        """Return the claim of a figure that is a part of a total, instead of one by weight."""
        finding = Finding(figure.index, whole.claim_type, figure.index, whole=BEFORE)
        claim = self._claim(figure.reading, finding)
        claim.subject = subject_of_part(figure, whole)
        claim.because["claim_type"] = Because(whole.start, whole.end, "breakdown.adds_up")
        if weighed is None:
            self._claims.append(claim)
        else:
            self._claims[self._claims.index(weighed)] = claim
        return claim

    def _are_those_told(self, reading: Reading) -> bool:
        """Tell whether those who "they were" are as many as those told before; True for others."""
        if not lists_them(reading.lower):
            return True
        listed = [finding.noun for finding in reading.findings if not finding.trigger]
        if not listed or any(finding.claim_type for finding in reading.findings):
            return True
        told = rival_of(self._claims, reading.sentence.start, None)
        counts = [reading.noun(noun).count for noun in listed]
        total = sum(1 if count is None else count.low or 0 for count in counts)
        return told is not None and told.count_low == total

    def _counts_something(self, reading: Reading, finding: Finding, made: dict[int, int]) -> bool:
        """Give a bare figure of a toll what it counts; False where nothing before tells that."""
        noun = reading.noun(finding.noun)
        of_toll = finding.trigger == finding.noun and noun.kind == "bare" and not noun.state
        if finding.claim_type and (not of_toll or finding.whole is not None):
            return True
        whole = made.get(finding.whole) if finding.whole is not None else None
        told = rival_of(self._claims, reading.sentence.start, noun.count, finding.claim_type)
        told = told if whole is None else self._claims[whole]
        if finding.trigger != finding.noun and not finding.claim_type and finding.whole is None:
            # an entry of a list
            heading = self._passage.text[: reading.sentence.start]
            finding.claim_type = "killed" if _OF_THE_DEAD.search(heading) else ""
            return bool(finding.claim_type)
        if told is None and not finding.claim_type:
            return False
        if told is not None:
            finding.claim_type = told.claim_type
            noun.subject = noun.subject or told.subject
        elif any(claim.claim_type == finding.claim_type for claim in self._claims[-6:]):
            noun.subject = noun.subject or "people"
        if noun.subject == "people" and noun.kind == "bare":
            self._anybody.add((reading.sentence.index, finding.noun))
        return True

    def _are_armed(self, reading: Reading, index: int) -> bool:
        """Tell whether "86 of us" are soldiers, as who tells it is; others are a force anyhow."""
        ours = reading.lower[reading.chunks[index].last - 1] == "us"
        return not ours or bool(self._subjects.narrators)

    def _is_natural(self, sentence: Sentence) -> bool:
        return self._relevance.tells_natural_death(self._passage.words(sentence))

    def _reading(self, sentence: Sentence, label: str = "") -> Reading:
        reading = self._readings.get(sentence.index)
        if reading is None:
            reading = Reading.of(self._passage, sentence, self._chunker, label)
            self._readings[sentence.index] = reading
        return reading

    def _stands_for(self, reading: Reading, finding: Finding) -> bool:
        """Give a pronoun the subject of its person; False where none is told, or told already."""
        found = self._pronouns.antecedent(reading, finding.noun, self._reading)
        if found is None:
            return False
        before, index = found
        start, end = before.span(index)
        family = HELD_TYPES if finding.claim_type in HELD_TYPES else {finding.claim_type}
        for claim in self._claims:
            if claim.start < end and start < claim.end and claim.claim_type in family:
                return False
        words = _without_article(self._passage.text[start:end])
        if any(
            claim.claim_type in family
            and _without_article(self._passage.text[claim.start : claim.end]) == words
            for claim in self._claims
        ):
            return False
        person = before.noun(index)
        if person.definite and any(
            claim.claim_type in family and claim.count_low == 1 for claim in self._claims
        ):
            return False
        reading.noun(finding.noun).subject = person.subject
        return True

    def _person_told_before(self, reading: Reading, index: int) -> tuple[int, int]:
        """Return where the person of a pronoun stands, if in its sentence, else the pronoun."""
        found = self._pronouns.antecedent(reading, index, self._reading)
        within = found is not None and found[0] is reading
        return reading.span(found[1] if found is not None and within else index)

    def _is_told_already(self, reading: Reading, finding: Finding) -> bool:
        """Tell whether "the gunman", "the detained leader" only points back to one told before."""
        noun = reading.noun(finding.noun)
        if not noun.one or not noun.definite or noun.kind not in {"strong", "weak"}:
            return False
        family = HELD_TYPES if finding.claim_type in HELD_TYPES else {finding.claim_type}
        if noun.state and noun.state in family:
            return True
        if noun.named:
            # "the poet Ana Ruiz" is none of those told before, unless her name was.
            name = reading.lower[reading.chunks[finding.noun].last - 1]
            return any(
                claim.claim_type in family
                and name in self._passage.text[claim.start : claim.end].lower()
                for claim in self._claims
            )
        return any(
            claim.claim_type in family
            and claim.count_low == 1
            and claim.sentence_start != reading.sentence.start
            and (claim.subject == noun.subject or "people" in (claim.subject, noun.subject))
            for claim in self._claims
        )

    def _claim(self, reading: Reading, finding: Finding) -> Claim:
        start, end = reading.span_of_person(finding.noun)
        noun = reading.noun(finding.noun)
        if noun.kind == "pronoun":
            start, end = self._person_told_before(reading, finding.noun)
        count = noun.count or _ONE
        sentence = reading.sentence
        before = self._claims[-12:]
        anybody = (sentence.index, finding.noun) in self._anybody
        claim = Claim(
            self._passage.document.source_id,
            start,
            end,
            sentence.start,
            sentence.end,
            finding.claim_type,
            count.low,
            count.high,
            count.qualifier,
            self._subjects.of(reading, finding, () if anybody else before),
        )
        if claim.subject == "people" and reading.ends_in_them(finding.noun):
            claim.subject = self._pronouns.group(reading, finding.noun, self._reading) or "people"
        if claim.subject == "people" and claim.claim_type not in MATERIEL_TYPES:
            told = told_before(self._told_before(sentence))
            claim.subject = weighed_subject(reading, finding.noun, told, self._subject_weights)
        if noun.kind in {"bare", "action"}:
            # Parts told behind take their subject from the whole.
            noun.subject = claim.subject
        trigger = reading.span(finding.trigger)
        rule = "weighed" if finding.weighed else "action"
        claim.because["claim_type"] = Because(*trigger, f"{rule}.{finding.claim_type}")
        self._date(claim, sentence)
        self._speaker(claim, sentence)
        self._place(claim, sentence)
        claim.actor, because = self._who_did.of(reading, _root(reading, finding), claim)
        if because is not None:
            claim.because["actor"] = because
        return claim

    def _told_before(self, sentence: Sentence) -> list[Claim]:
        """Return the claims of the sentences before."""
        recent = self._claims[-2 * _REMEMBERED :]
        return [claim for claim in recent if claim.sentence_start < sentence.start]

    def _occurred(self, occurrence: Occurrence) -> Claim:
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
        self._date(claim, sentence)
        self._speaker(claim, sentence)
        self._place(claim, sentence)
        claim.actor, because = self._who_did.of_sentence(sentence, claim)
        if because is not None:
            claim.because["actor"] = because
        return claim

    def _date(self, claim: Claim, sentence: Sentence) -> None:
        answer = self._when.of(sentence, claim.start, claim.end, claim.claim_type)
        if answer.because is not None and self._of_an_inclusion(claim, answer.because.start):
            return
        claim.date_start, claim.date_end = answer.date_start, answer.date_end
        claim.date_precision, claim.scope = answer.precision, answer.scope
        if answer.because is not None:
            claim.because["date"] = answer.because
        before = self._passage.text[max(sentence.start, claim.start - 160) : claim.start]
        if _PAST_DEEDS.search(before):
            claim.scope = "aggregate"

    def _names_a_force(self, name: str) -> bool:
        """Tell whether a name taken for a place is that of a side: "between HTS and the SDF"."""
        if not name:
            return False
        return bool(
            self._vocabulary.actors.get(name.lower())
            or self._vocabulary.modifiers.get(name.lower())
        )

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

    def _join(self, reading: Reading, made: dict[int, int]) -> None:
        """Point parts to their wholes and new figures to those that they replace."""
        for finding in reading.findings:
            position = made.get(finding.noun)
            if position is None:
                continue
            claim = self._claims[position]
            if finding.replaces is not None:
                claim.supersedes = made.get(finding.replaces)
            if finding.whole is None:
                continue
            if finding.whole != BEFORE:
                claim.part_of = made.get(finding.whole)
            else:
                claim.part_of = self._whole_before(position)
                if claim.part_of is not None and claim.subject == "people":
                    _count_among(claim, self._claims[claim.part_of])

    def _join_sums(self, positions: list[int]) -> None:
        """Make figures of one sentence the parts of an earlier figure that they add up to."""
        groups: dict[tuple[str, str], list[int]] = {}
        for position in positions:
            claim = self._claims[position]
            if claim.part_of is None and claim.count_qualifier == "exact":
                groups.setdefault((claim.claim_type, claim.subject), []).append(position)
        for group in groups.values():
            if len(group) < 2:
                continue
            total = sum(self._claims[position].count_low or 0 for position in group)
            first = self._claims[group[0]]
            for earlier in range(group[0] - 1, max(-1, group[0] - _REMEMBERED), -1):
                whole = self._claims[earlier]
                same = whole.claim_type == first.claim_type and whole.subject == first.subject
                if same and whole.count_low == total and whole.sentence_end <= first.sentence_start:
                    for position in group:
                        self._claims[position].part_of = earlier
                    break

    def _whole_before(self, position: int) -> int | None:
        """Return the nearest earlier claim large enough to hold the one at `position`."""
        part = self._claims[position]
        for earlier in range(position - 1, max(-1, position - 8), -1):
            claim = self._claims[earlier]
            if claim.sentence_start == part.sentence_start or claim.claim_type != part.claim_type:
                continue
            if not may_hold(claim.subject, part.subject):
                continue
            if claim.part_of is None and (claim.count_low or 0) >= (part.count_low or 0):
                return earlier
        return None
