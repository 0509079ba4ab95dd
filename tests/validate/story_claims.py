"""The claims, relations and ledger rows that an invented text gives."""

import hashlib

from story_texts import Facts

from pipeline.resolve.ids import short_hash

Row = dict[str, object]

EXACT: Row = {"count_qualifier": "exact"}
OBSERVATORY: Row = {"claimant_id": "orchard_observatory"}
KILLED: Row = {"claim_type": "killed", "subject": "civilians", "actor": "syrian_government"}


class StoryClaims:
    """Codes one text, its sentences in the order of the story."""

    def __init__(self, source_id: str, text: str, sentences: list[str], facts: Facts) -> None:
        self.source_id = source_id
        self.text = text
        self.sentences = sentences
        self.facts = facts
        self.claims: list[Row] = []
        self.relations: list[Row] = []
        self.ledger: list[Row] = []
        self.here = self._when_and_where("day", "place")
        self.there = self._when_and_where("after", "other")
        self._killed()
        self._wounded_and_surrendered()
        self._numbers_that_count_nobody()

    def _when_and_where(self, day: str, place: str) -> Row:
        date, name = f"2015-06-{self.facts[day]}", str(self.facts[place])
        slug = name.lower().replace(" ", "_")
        return {"date_start": date, "date_end": date, "place_id": slug, "place_name": name}

    def _figure(self, fact: str) -> Row:
        return {"count_low": self.facts[fact], "count_high": self.facts[fact]}

    def _killed(self) -> None:
        """Code the figures of the dead, and how they stand to each other."""
        facts = self.facts
        here, by_observatory = self.here, {**KILLED, **self.here, **OBSERVATORY}
        floor: Row = {"count_low": facts["first"], "count_qualifier": "at_least"}
        first = self._claim(0, f"at least {facts['first']} civilians", by_observatory, floor)
        children: Row = {"part_of": first["claim_id"], "subject": "children", **EXACT}
        words = f"{facts['children']} children"
        self._claim(0, words, by_observatory, self._figure("children"), children)
        dawn: Row = {"actor": "", "claimant_id": "dawn_agency", "via_claimant_id": "orchard_weekly"}
        figure = {**self._figure("agency"), **EXACT}
        agency = self._claim(1, f"{facts['agency']}", KILLED, here, figure, dawn)
        words = f"{facts['second']} civilians"
        second = self._claim(2, words, by_observatory, self._figure("second"), EXACT)
        words = f"{facts['agency']} dead civilians"
        also = self._claim(3, words, KILLED, here, figure, {"claimant_id": "witnesses"})
        self._relation(first, agency, "contradicts", "figure")
        self._relation(agency, second, "contradicts", "figure")
        self._relation(agency, also, "agrees", "same")
        self._relate(second["claim_id"], first["claim_id"], "supersedes", "figure")

    def _wounded_and_surrendered(self) -> None:
        """Code what nobody disputes."""
        wounded: Row = {**KILLED, "claim_type": "wounded", "count_low": 1, "count_high": 1}
        self._claim(4, "A doctor", wounded, EXACT, self.here)
        surrendered: Row = {"claim_type": "surrendered", "subject": "rebels"}
        surrendered["count_qualifier"] = "approximate"
        words = f"About {self.facts['fighters']} rebels"
        self._claim(5, words, surrendered, self._figure("fighters"), self.there)
        self._claim(5, "shells hit the market", {"claim_type": "occurred"}, self.there)

    def _numbers_that_count_nobody(self) -> None:
        """Enter dates and distances into the ledger."""
        day, after, distance = (str(self.facts[name]) for name in ("day", "after", "distance"))
        for number, following, reason in (
            (day, " June", "date"),
            ("2015", ", including", "date"),
            (after, " June", "date"),
            ("2015", ", and", "date"),
            (distance, " kilometres", "distance"),
        ):
            start = self.text.index(f" {number}{following}") + 1
            self.ledger.append(
                {
                    "source_id": self.source_id,
                    "char_start": start,
                    "char_end": start + len(number),
                    "text_sha256": hashlib.sha256(number.encode()).hexdigest(),
                    "reason": reason,
                }
            )

    def _claim(self, sentence: int, words: str, *cells: Row) -> Row:
        """Code `words` of a sentence; later `cells` overrule earlier ones."""
        start = self.text.index(self.sentences[sentence])
        at = self.text.index(words, start)
        row: Row = {
            "source_id": self.source_id,
            "char_start": at,
            "char_end": at + len(words),
            "sentence_start": start,
            "sentence_end": start + len(self.sentences[sentence]),
            "text_sha256": hashlib.sha256(words.encode()).hexdigest(),
            "date_precision": "day",
            "scope": "incident",
            "verification": "reported",
            "review_status": "extracted",
        }
        for some in cells:
            row.update(some)
        parts = (self.source_id, str(at), str(row["claim_type"]), str(row.get("subject", "")))
        row["claim_id"] = "c-" + short_hash(*parts)
        self.claims.append(row)
        return row

    def _relation(self, one: Row, other: Row, relation: str, reason: str) -> None:
        """Relate two claims both ways: the lesser id stands first."""
        ids = sorted((str(one["claim_id"]), str(other["claim_id"])))
        self._relate(ids[0], ids[1], relation, reason)

    def _relate(self, claim_id: object, related: object, relation: str, reason: str) -> None:
        self.relations.append(
            {
                "claim_id": claim_id,
                "related_claim_id": related,
                "relation": relation,
                "reason": reason,
            }
        )
