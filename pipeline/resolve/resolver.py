"""The whole of resolution: claims in, events and relations out."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipeline.resolve.comparison import Comparison
from pipeline.resolve.event_rows import event_row
from pipeline.resolve.events import EventFinder
from pipeline.resolve.geography import Geography
from pipeline.resolve.ids import kept_event_id
from pipeline.resolve.records import Event, Relation, Resolution, ResolvedClaim
from pipeline.resolve.relations import RelationFinder
from pipeline.resolve.settings import ResolveSettings
from pipeline.resolve.sides import Sides
from pipeline.resolve.updates import superseded_by


@dataclass(frozen=True, slots=True)
class Resolver:
    """Brings claims together into events and finds what clashes.

    Attributes:
        geography: the places.
        sides: the subjects and actors.
        settings: the tolerances.
        alignments: on which side each claimant stands, by id; "" or absent where unknown.
        published_on: ISO date of each source, possibly partial or ""; the event takes its id from
            the claim of the source published first.
        published_events: ids of events that were published before; they are kept.
    """

    geography: Geography
    sides: Sides
    settings: ResolveSettings
    alignments: Mapping[str, str] = field(default_factory=dict)
    published_on: Mapping[str, str] = field(default_factory=dict)
    published_events: Collection[str] = ()

    def resolve(self, claims: Iterable[ResolvedClaim]) -> Resolution:
        """Return copies of the claims with their event ids, the events and the relations.

        The result does not depend on the order of `claims`.
        """
        known = sorted(claims, key=lambda claim: claim.claim_id)
        clusters = EventFinder(self.geography, self.sides, self.settings).clusters(known)
        published = frozenset(self.published_events)
        members: dict[str, list[ResolvedClaim]] = {}
        for cluster in clusters:
            cluster.sort(key=self._age)
            event_id = kept_event_id((claim.claim_id for claim in cluster), published)
            members[event_id] = cluster
        event_of = {
            claim.claim_id: event_id for event_id, group in members.items() for claim in group
        }
        placed = [replace(claim, event_id=event_of.get(claim.claim_id, "")) for claim in known]
        comparison = Comparison(self.geography, self.sides, self.settings, self.alignments)
        relations = RelationFinder(comparison).relations(placed)
        events = self._rows(members, relations, frozenset(superseded_by(placed)))
        return Resolution(tuple(placed), tuple(events), tuple(relations))

    def _rows(
        self,
        members: Mapping[str, list[ResolvedClaim]],
        relations: Iterable[Relation],
        superseded: frozenset[str],
    ) -> list[Event]:
        event_of = {claim.claim_id: name for name, group in members.items() for claim in group}
        contested = {
            event_of[relation.claim_id]
            for relation in relations
            if relation.relation == "contradicts"
            and relation.claim_id in event_of
            and event_of[relation.claim_id] == event_of.get(relation.related_claim_id)
        }
        return [
            event_row(
                event_id,
                group,
                self.geography,
                self.sides,
                contested=event_id in contested,
                superseded=superseded,
            )
            for event_id, group in sorted(members.items())
        ]

    def _age(self, claim: ResolvedClaim) -> tuple[str, str, int, str]:
        published = self.published_on.get(claim.source_id, "")
        return published, claim.source_id, claim.char_start, claim.claim_id
