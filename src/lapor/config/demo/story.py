"""One report of the demo world: its clock, its people and its words."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from lapor.config.demo.cast import INSPECTORATE, Cast, Government
from lapor.config.demo.people import SPANS
from lapor.config.demo.tale import Stray, Tale, Topic
from lapor.records.agencies.agency import Agency
from lapor.rules.access import Actor, ActorKind
from lapor.steps.reports.receive import Contact


class Curtain(Exception):
    """The present has come: the story goes on tomorrow."""


@dataclass(slots=True)
class Story:
    """A report on its way, with its own clock that never passes `until`."""

    number: int
    cast: Cast
    random: Random
    topic: Topic
    told: Tale | Stray
    government: Government
    now: datetime
    until: datetime
    pictures: tuple[UUID, ...] = ()
    proofs: tuple[UUID, ...] = ()
    code: str = ""
    is_anonymous: bool = False
    is_secret: bool = False
    street: str = ""
    title: str = ""
    words: str = ""

    def wait(self, shortest: float, longest: float, *, at_work: bool = True) -> datetime:
        """Lets some days pass; officers act on weekdays between eight and four. Raises Curtain."""
        before, self.now = self.now, self.now + timedelta(days=self.random.uniform(shortest, longest))
        if at_work:
            self.now = self.now.replace(hour=self.random.randrange(1, 9), minute=self.random.randrange(60))
            # What follows comes later, and nobody works at the weekend.
            while self.now <= before or self.now.weekday() >= 5:
                self.now += timedelta(days=1)
        if self.now >= self.until:
            raise Curtain
        return self.now

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    @property
    def tale(self) -> Tale:
        """What was told, once it is clear that somebody here can help."""
        assert isinstance(self.told, Tale)
        return self.told

    @property
    def reporter(self) -> Actor:
        return Actor(ActorKind.REPORTER, unlocked=frozenset({self.code}))

    @property
    def office(self) -> Agency:
        return self.government.offices.get(self.topic.affair, self.government.agency)

    @property
    def answerer(self) -> Actor:
        return self.government.liaisons.get(self.topic.affair, self.government.desk)

    @property
    def neighbour(self) -> Government:
        """Another government with the same coordinator; a ministry has none, so any will do."""
        above = self.government.agency.coordinated_by_id
        others = [other for other in self.cast.governments if other is not self.government]
        near = [other for other in others if other.agency.coordinated_by_id == above]
        return self.random.choice(near or others)

    def investigator_or_answerer(self) -> Actor:
        if self.topic.is_supervisory:
            return self.government.liaisons.get(INSPECTORATE, self.government.desk)
        return self.answerer

    def above(self) -> Actor:
        """Who looks at a contested settlement: the government's desk, above it its coordinator."""
        if self.office.pk != self.government.agency.pk:
            return self.government.desk
        return self.cast.national

    def fill(self, text: str) -> str:
        name = self.government.agency.name.removeprefix("Pemerintah ")
        filled = text.format(place=self.street, since=self.random.choice(SPANS), name=name)
        return filled[0].upper() + filled[1:]

    def tell(self, contact: Contact) -> str:
        parts = [self.fill(self.told.story), self.fill(self.random.choice(self.told.effects))]
        if contact.phone and self.chance(0.3):
            parts.append(f"Hubungi saya di {contact.phone.replace('+62', '0')}.")
        self.words = " ".join(parts)
        return self.words
