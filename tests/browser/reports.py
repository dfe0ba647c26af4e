"""Reports in every state and look, all at one moment of the world."""

from uuid import uuid4

from lapor.queries.accounts.actor import actor_for
from lapor.rules.kinds import ArchiveReason, Kind, Outcome, ProposalKind
from lapor.steps.drafts.keep import keep_draft
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.confirm import confirm_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.propose import Draft, propose
from lapor.steps.reports.rate import rate_report
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.verify import verify_report
from tests.builders.journey import citizen
from tests.builders.world import World, in_progress, received, reporter_of, routed, settled, verification


def reports_of(world: World) -> dict[str, str]:
    """Tracking codes by what the line of the report says at `world.now`."""
    codes = {"late": routed(world), "closed": _closed(world), "rated": _closed(world)}
    rate_report(
        actor=reporter_of(codes["rated"]),
        code=codes["rated"],
        rating=5,
        outcome=Outcome.SOLVED,
        words="Cepat.",
        now=world.later(hours=1),
    )
    codes["settled"] = settled(world)
    codes["near"] = routed(world)
    world.later(days=6)  # of which two are a weekend: one of five working days is left
    codes["you"] = in_progress(world)
    officer = world.officers["pupr"]
    ask_reporter(actor=officer, code=codes["you"], question="Di sebelah mana?", now=world.later(minutes=5))
    codes["archived"] = _archived(world)
    codes["ontime"] = in_progress(world)
    codes["info"] = routed(world, kind=Kind.INFORMATION_REQUEST)
    codes["longer"] = _wanting_longer(world)
    codes["received"] = received(world).code
    return codes


def work_on(world: World, code: str) -> None:
    """What was received is verified, routed down and answered once: then its reporter may reply."""
    officers = world.officers
    verify_report(
        actor=officers["nasional"], code=code, details=verification(world), now=world.later(hours=1)
    )
    route_down(
        actor=officers["solok"],
        code=code,
        to_agency_id=world.agencies["PUPR"].pk,
        reason="Pemeliharaan jalan kota.",
        now=world.later(hours=1),
    )
    follow_up(
        actor=officers["pupr"],
        code=code,
        details=Answer(text="Tim mengukur besok."),
        now=world.later(hours=1),
    )


def citizen_with_reports(world: World) -> int:
    """An account with a report of its own and a draft."""
    account = citizen()
    actor = actor_for(account, today=world.now.date())
    received(world, actor=actor)
    keep_draft(actor=actor, key=uuid4(), content={"text": "Lampu jalan mati"}, now=world.now)
    return account


def _closed(world: World) -> str:
    code = settled(world)
    confirm_report(actor=reporter_of(code), code=code, now=world.later(hours=1))
    return code


def _archived(world: World) -> str:
    code = received(world).code
    archive_report(
        actor=world.officers["nasional"],
        code=code,
        reason=ArchiveReason.COMPETENT_BODY_OUTSIDE,
        words="Sengketa ini diputus pengadilan.",
        competent_body="Pengadilan Negeri Solok",
        now=world.later(hours=1),
    )
    return code


def _wanting_longer(world: World) -> str:
    code = in_progress(world)
    draft = Draft(kind=ProposalKind.EXTENSION, text="Aspal datang pekan depan.", days=5)
    propose(actor=world.officers["pupr"], code=code, details=draft, now=world.later(hours=1))
    return code
