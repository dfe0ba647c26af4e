"""Supervisory complaints, and the bodies around them: inspectorates of each level and a ministry."""

from lapor.rules.access import Role
from lapor.rules.agencies import AgencyKind
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.settle import Settlement, settle_report
from tests.builders.world import World, routed, stored_file


def with_inspectorates(world: World) -> World:
    """Adds the province's inspectorate, a ministry with inspectors of its own, and who sits at Solok's."""
    world.agency("Inspektorat Provinsi", AgencyKind.INSPECTORATE, parent="Provinsi", region="13")
    world.agency("Kementerian", AgencyKind.MINISTRY, coordinated_by="Meja Nasional")
    world.agency("Itjen", AgencyKind.INSPECTORATE, parent="Kementerian")
    world.officer("inspektur provinsi", "Inspektorat Provinsi", Role.INSPECTORATE)
    world.officer("kementerian", "Kementerian", Role.AGENCY_DESK)
    world.officer("humas", "Kementerian", Role.LIAISON)
    world.officer("menteri", "Kementerian", Role.OVERSEER)
    world.officer("sekjen", "Kementerian", Role.APPROVER)
    world.officer("inspektur kementerian", "Kementerian", Role.INSPECTORATE)
    world.officer("itjen", "Itjen", Role.LIAISON)
    world.officer("penyetuju inspektorat", "Inspektorat", Role.APPROVER)
    world.officer("meja inspektorat", "Inspektorat", Role.AGENCY_DESK)
    world.officer("koordinator menteri", "Kementerian", Role.COORDINATOR)
    return world


def accusing(world: World, to: str = "Inspektorat") -> str:
    """A supervisory complaint, verified and handed to an inspectorate or a central body."""
    return routed(world, to=to, is_supervisory=True)


def examined(world: World, to: str = "Inspektorat", by: str = "meja inspektorat") -> str:
    """The same, declared solved."""
    code = accusing(world, to)
    actor = world.officers[by]
    follow_up(actor=actor, code=code, details=Answer(text="Sedang diperiksa."), now=world.later(hours=1))
    settle_report(
        actor=actor,
        code=code,
        details=Settlement(text="Sudah ditindak.", attachment_keys=(stored_file(world),)),
        now=world.later(days=1),
    )
    return code
