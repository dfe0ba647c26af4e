"""What the scenes of the demo world share: the people on stage, and the days before the present."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from lapor.config.demo.belongings import key_of
from lapor.config.demo.cast import Cast, Government
from lapor.records.agencies.agency import Agency
from lapor.rules.access import STRANGER, Actor, ActorKind
from lapor.rules.kinds import Kind, ProposalKind
from lapor.steps.reports.approve import approve_proposal
from lapor.steps.reports.propose import Draft, propose
from lapor.steps.reports.receive import Contact, Receipt, ReportDetails, receive_report
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.verify import Verification, verify_report

# Far behind the numbers of the stories.
_FIRST_NUMBER = 10_000_000
PUBLIC_WORKS = "pekerjaan-umum-dan-penataan-ruang"


@dataclass(frozen=True, slots=True)
class Told:
    """A number and its code, to be printed: with both a tracking page opens."""

    what: str
    code: str
    access_code: str


@dataclass(slots=True)
class Stage:
    """Kota Solok and its neighbours, played by the scenes; `told` is what the terminal shows in the end."""

    cast: Cast
    present: datetime
    number: int = _FIRST_NUMBER
    told: list[Told] = field(default_factory=list)

    @property
    def solok(self) -> Government:
        return self.cast.governments[0]

    @property
    def padang(self) -> Government:
        return self.cast.governments[1]

    @property
    def office(self) -> Agency:
        return self.solok.offices["1.03"]

    @property
    def liaison(self) -> Actor:
        return self.solok.liaisons["1.03"]

    def ago(self, days: float) -> datetime:
        return self.present - timedelta(days=days)

    def workdays_ago(self, days: int) -> datetime:
        """The same hour that many weekdays earlier."""
        moment = self.present
        while days:
            moment -= timedelta(days=1)
            days -= moment.weekday() < 5
        return moment

    def tell(self, text: str, *, at: datetime, by: Actor = STRANGER, **more: object) -> Receipt:
        """A report of Kota Solok."""
        self.number += 1
        given: dict[str, object] = {
            "idempotency_key": key_of(self.number),
            "text": text,
            "region_code": self.solok.villages[self.number % len(self.solok.villages)],
            "contact": Contact(name="Rahma Permata", email="rahma.permata@contoh.test"),
        }
        details = ReportDetails(**(given | more))  # type: ignore[arg-type]
        return receive_report(actor=by, details=details, now=at)

    def verify(self, code: str, to: Agency, title: str, *, at: datetime, **more: object) -> None:
        """By the national desk."""
        given: dict[str, object] = {
            "to_agency_id": to.pk,
            "reason": f"Hal ini tugas {to.name}.",
            "public_title": title,
            "public_text": f"{title}. Naskah ini sudah diperiksa petugas.",
            "kind": Kind.COMPLAINT,
            "category_code": PUBLIC_WORKS,
        }
        details = Verification(**(given | more))  # type: ignore[arg-type]
        verify_report(actor=self.cast.national, code=code, details=details, now=at)

    def at_the_office(
        self, text: str, title: str, *, days: float, by: Actor = STRANGER, kind: Kind = Kind.COMPLAINT
    ) -> Receipt:
        """Told, verified and routed down to the office for public works, one after the other."""
        receipt = self.tell(text, at=self.ago(days), by=by)
        self.verify(receipt.code, self.solok.agency, title, at=self.ago(days * 0.9), kind=kind)
        route_down(
            actor=self.solok.desk,
            code=receipt.code,
            to_agency_id=self.office.pk,
            reason="Sesuai tugas dinas.",
            now=self.ago(days * 0.8),
        )
        return receipt

    def answer(self, code: str, text: str, *, at: datetime) -> None:
        self._approved(code, Draft(kind=ProposalKind.FOLLOW_UP, text=text), at)

    def settle(self, code: str, text: str, *, at: datetime) -> None:
        reason = "Dikerjakan petang hari, terlalu gelap untuk difoto; hasilnya dapat dilihat di tempat."
        self._approved(code, Draft(kind=ProposalKind.SETTLEMENT, text=text, no_evidence_reason=reason), at)

    def propose(self, code: str, draft: Draft, *, at: datetime) -> None:
        """By the office's liaison officer; it waits for his approver, an extension for the city's desk."""
        propose(actor=self.liaison, code=code, details=draft, now=at)

    def _approved(self, code: str, draft: Draft, at: datetime) -> None:
        self.propose(code, draft, at=at)
        approver = self.solok.approvers["1.03"]
        approve_proposal(actor=approver, code=code, now=at + timedelta(hours=1))


def reporter_of(code: str) -> Actor:
    """Whoever holds number and code."""
    return Actor(ActorKind.REPORTER, unlocked=frozenset({code}))
