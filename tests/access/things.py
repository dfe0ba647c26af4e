"""What stands behind the addresses: files, a decree, texts and a category, so that the permitted get in."""

from io import BytesIO
from uuid import UUID

from PIL import Image

from lapor.records.catalogue.category import Category
from lapor.rules.access import STRANGER
from lapor.rules.disclosure import ReleasedFiles
from lapor.steps.agencies._decree import DecreeDetails
from lapor.steps.agencies.record_decree import record_decree
from lapor.steps.attachments.store import store_attachment
from lapor.steps.catalogue._template import TemplateDetails
from lapor.steps.catalogue.add_follow_up_template import add_follow_up_template
from lapor.steps.reports.receive import receive_report
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.verify import verify_report
from tests.builders.notices import load_notice_texts
from tests.builders.world import World, report_details, verification


def photo() -> BytesIO:
    buffer = BytesIO()
    Image.new("RGB", (64, 48), "#8a8a8a").save(buffer, "JPEG")
    buffer.seek(0)
    return buffer


def furnish(world: World) -> None:
    """A decree with its scan, a text of the city, a category, the words of notices."""
    solok = world.officers["solok"]
    decree = DecreeDetails(number="188.45/7", dated_on=world.now.date(), file=photo())
    record_decree(actor=solok, code="Kota Solok", details=decree, now=world.now)
    text = TemplateDetails(title="Jadwal", body="Pekerjaan dijadwalkan pekan depan.")
    add_follow_up_template(actor=solok, agency_code="Kota Solok", details=text, now=world.now)
    Category.objects.create(code="jalan", name="Jalan", search="jalan")
    load_notice_texts()


def report_with_files(world: World) -> str:
    """At the office, published: one photograph for everybody, one for reporter and officers."""
    shown, kept = (_stored(world, name) for name in ("umum.jpg", "pelapor.jpg"))
    details = report_details(attachment_keys=(shown, kept))
    code = receive_report(actor=STRANGER, details=details, now=world.now).code
    verify_report(
        actor=world.officers["nasional"],
        code=code,
        details=verification(world, files=ReleasedFiles(public=(shown,), shown=(shown, kept))),
        now=world.later(hours=1),
    )
    office = world.agencies["PUPR"].pk
    desk = world.officers["solok"]
    route_down(actor=desk, code=code, to_agency_id=office, reason="Jalan kota.", now=world.later(hours=1))
    return code


def _stored(world: World, name: str) -> UUID:
    return store_attachment(actor=STRANGER, file=photo(), name=name, now=world.now).key
