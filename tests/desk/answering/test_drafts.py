"""Drafts on the desk: asked for where somebody can approve, taken back, mended; extensions one level up."""

from collections.abc import Iterator

import pytest

from lapor.jobs.clocks import approve_waiting_answers
from lapor.queries.reports.inbox import inbox
from lapor.queries.reports.inbox_filters import InboxFilters
from lapor.queries.reports.inbox_views import InboxView
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.proposal import Proposal
from lapor.rules.access import Role
from lapor.rules.kinds import Kind, ProposalKind
from lapor.steps.reports.formalise import formalise_request
from lapor.steps.reports.propose import Draft, propose
from lapor.steps.reports.send_back import send_back_proposal
from tests.builders.desk import approver, at_desk, markup, read
from tests.builders.portal import standing_clock
from tests.builders.world import World, at_office, in_progress, routed, stored_file
from tests.desk.answering.test_moves import form_of, page_of, said, send

MENDED = "tindak-lanjut/?perbaiki=1"


@pytest.fixture(autouse=True)
def _files(settings: object, tmp_path: object) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]
    yield


def drafted(world: World) -> str:
    code = at_office(world)
    approver(world)
    draft = Draft(
        kind=ProposalKind.FOLLOW_UP, text="Tim mengukur besok.", attachment_keys=(stored_file(world),)
    )
    propose(actor=world.officers["pupr"], code=code, details=draft, now=world.later(hours=1))
    return code


def approvals(world: World, who: str) -> list[str]:
    found = inbox(world.officers[who], InboxView.APPROVAL, InboxFilters(), None, world.now)
    assert found.counts[InboxView.APPROVAL] == len(found.rows)
    return [row.code for row in found.rows]


def test_approval_is_not_offered_where_nobody_could_give_it(world: World) -> None:
    code = at_office(world)
    words = read(form_of(world, "pupr", code, "tindak-lanjut"))
    assert "Kirim tindak lanjut" in words and "Minta persetujuan" not in words


def test_the_form_says_that_a_draft_waits_already(world: World) -> None:
    code = drafted(world)
    page = markup(form_of(world, "pupr", code, "tindak-lanjut"))
    assert "Satu konsep sudah menunggu persetujuan." in page and "Minta persetujuan" not in page
    assert "<textarea" not in page
    # What was written before the other draft came is given back all the same.
    sent = send(world, "pupr", code, "tindak-lanjut", text="Tim berangkat.", audience="public", ajukan="1")
    assert "Tim berangkat.</textarea>" in markup(sent, 422)


def test_a_draft_of_ones_own_is_for_others_to_decide(world: World) -> None:
    code = at_office(world)
    boss = approver(world)
    world.officer("penyetuju", "PUPR", Role.LIAISON)
    world.officer("lain", "PUPR", Role.APPROVER)
    send(world, "penyetuju", code, "tindak-lanjut", text="Tim mengukur.", audience="public", ajukan="1")
    form = markup(form_of(world, "penyetuju", code, "konsep"))
    assert "orang lain yang menyetujuinya" in form and 'name="reason"' not in form
    page = markup(page_of(world, "penyetuju", code))
    assert f"/{code}/konsep/?" not in page and f'/{code}/konsep/"' not in page and "konsep/tarik/" in page
    # Nothing is next for its author, and the approver's next is the draft.
    assert boss and "lp-button--primary" not in _actions(page)
    other = markup(page_of(world, "lain", code))
    assert "lp-button--primary" in _actions(other) and f'/{code}/konsep/"' in other


def _actions(page: str) -> str:
    """What stands below the report, without the question about what is unsent."""
    return page.split('id="tindakan"')[1].split("<dialog")[0]


def test_while_only_an_extension_waits_there_is_no_answer_to_decide_on(world: World) -> None:
    code = at_office(world)
    approver(world)
    send(world, "pupr", code, "perpanjangan", days="5", text="Menunggu aspal.")
    words = read(form_of(world, "penyetuju", code, "konsep"))
    assert "Tidak ada konsep yang menunggu persetujuan." in words and "Setujui" not in words


def test_more_time_is_offered_only_while_the_clock_runs_and_within_the_limit(world: World) -> None:
    code = in_progress(world)
    address = f"/meja/laporan/{code}/perpanjangan/"
    assert address in markup(page_of(world, "pupr", code))
    assert "Paling banyak 60 hari kerja." in read(form_of(world, "pupr", code, "perpanjangan"))
    far = send(world, "pupr", code, "perpanjangan", days="61", text="Menunggu aspal.")
    assert "Tulis angka dari 1 sampai 60." in read(far, 422)
    Deadline.objects.filter(report__code=code, clock="finish").update(due_at=world.now)
    world.later(minutes=1)
    assert address not in markup(page_of(world, "pupr", code))


def test_a_formal_request_is_extended_by_no_more_than_the_law_allows(world: World) -> None:
    code = routed(world, kind=Kind.INFORMATION_REQUEST)
    formalise_request(actor=world.officers["solok"], code=code, reason="Minta resmi.", now=world.now)
    assert 'max="7"' in markup(form_of(world, "solok", code, "perpanjangan"))
    far = send(world, "solok", code, "perpanjangan", days="8", text="Arsipnya di gudang.")
    assert "Tulis angka dari 1 sampai 7." in read(far, 422)


def test_the_author_takes_his_draft_back_and_mends_it(world: World) -> None:
    code = drafted(world)
    assert "konsep/tarik/" in markup(page_of(world, "pupr", code))
    assert "konsep/tarik/" not in markup(page_of(world, "solok", code))
    assert "tidak lagi menunggu persetujuan" in read(form_of(world, "pupr", code, "konsep/tarik"))
    answer = send(world, "pupr", code, "konsep/tarik", kind="follow_up")
    assert "konsep ditarik. Anda dapat memperbaikinya" in said(world, "pupr", answer)
    page = markup(page_of(world, "pupr", code))
    assert "Konsep kembali ke penulisnya" in page and MENDED in page
    assert MENDED not in markup(page_of(world, "solok", code))


def test_a_draft_sent_back_fills_its_form_again_with_words_and_files(world: World) -> None:
    code = drafted(world)
    send_back_proposal(
        actor=world.officers["penyetuju"], code=code, reason="Jam berapa?", now=world.later(hours=1)
    )
    page = markup(page_of(world, "pupr", code))
    assert "Jam berapa?" in page and MENDED in page
    with standing_clock(world.now):
        form = markup(at_desk(world, "pupr").get(f"/meja/laporan/{code}/{MENDED}"))
    key = str(Attachment.objects.get().key)
    assert "Tim mengukur besok.</textarea>" in form
    assert f'name="attachments_kept" value="{key}"' in form
    typed = {"text": "Pukul delapan.", "audience": "public", "attachments_kept": key, "ajukan": "1"}
    assert "konsep diajukan" in said(world, "pupr", send(world, "pupr", code, "tindak-lanjut", **typed))
    assert Proposal.objects.order_by("-pk")[0].text == "Pukul delapan."
    with standing_clock(world.now):
        shown = markup(at_desk(world, "penyetuju").get(f"/meja/laporan/{code}/konsep/"))
    assert "Pukul delapan." in shown and key in shown
    assert "Tim mengukur besok.</textarea>" not in markup(form_of(world, "pupr", code, "tindak-lanjut"))


def test_a_file_may_be_left_out_when_a_draft_is_mended(world: World) -> None:
    code = drafted(world)
    send(world, "pupr", code, "konsep/tarik", kind="follow_up")
    key = str(Attachment.objects.get().key)
    typed = {"text": "Besok.", "audience": "public", "attachments_kept": key, "remove_attachments": key}
    form = markup(send(world, "pupr", code, "tindak-lanjut", **typed))
    assert key not in form and "Besok.</textarea>" in form


def test_an_answer_and_an_extension_wait_side_by_side(world: World) -> None:
    code = drafted(world)
    answer = send(world, "pupr", code, "perpanjangan", days="5", text="Menunggu aspal.")
    assert "perpanjangan diminta. Meja di atas Anda diberi tahu" in said(world, "pupr", answer)
    page = read(page_of(world, "solok", code))
    assert "Tim mengukur besok." in page and "Menunggu aspal." in page and "Tambahan 5 hari kerja" in page
    assert "Menunggu aspal." not in read(form_of(world, "penyetuju", code, "konsep"))
    assert "Menunggu aspal." in read(form_of(world, "solok", code, "perpanjangan/putusan"))
    both = markup(form_of(world, "pupr", code, "konsep/tarik"))
    assert 'value="follow_up"' in both and 'value="extension"' in both
    send(world, "pupr", code, "konsep/tarik", kind="extension")
    assert dict(Proposal.objects.values_list("kind", "state")) == {
        "follow_up": "pending",
        "extension": "taken_back",
    }


def test_an_extension_is_sent_back_with_a_reason(world: World) -> None:
    code = in_progress(world)
    send(world, "pupr", code, "perpanjangan", days="5", text="Menunggu aspal.")
    send(world, "solok", code, "perpanjangan/putusan", kembalikan="1", reason="Sewa alat saja.")
    assert Proposal.objects.get().state == "sent_back"
    with standing_clock(world.now):
        form = markup(at_desk(world, "pupr").get(f"/meja/laporan/{code}/perpanjangan/?perbaiki=1"))
    assert "Menunggu aspal.</textarea>" in form and 'value="5"' in form


def test_too_late_is_said_kindly(world: World) -> None:
    code = in_progress(world)
    send(world, "pupr", code, "perpanjangan", days="5", text="Menunggu aspal.")
    Deadline.objects.filter(report__code=code, clock="finish").update(due_at=world.now)
    world.later(minutes=1)
    late = send(world, "solok", code, "perpanjangan/putusan", setuju="1", reason="")
    assert "Tenggatnya sudah lewat, jadi tidak dapat diperpanjang lagi." in read(late, 422)


def test_whoever_may_not_grant_it_gets_no_page(world: World) -> None:
    code = in_progress(world)
    world.officer("meja-pupr", "PUPR", Role.AGENCY_DESK)
    send(world, "pupr", code, "perpanjangan", days="5", text="Menunggu aspal.")
    answer = send(world, "meja-pupr", code, "perpanjangan/putusan", setuju="1", reason="")
    assert answer.status_code == 403 and Proposal.objects.get().state == "pending"


def test_each_extension_is_in_the_list_of_whoever_decides_it(world: World) -> None:
    world.officer("meja-provinsi", "Provinsi", Role.AGENCY_DESK)
    approver(world)
    office, city, province = at_office(world), routed(world), routed(world, "Provinsi")
    shielded = routed(world, "Inspektorat", is_supervisory=True)
    draft = Draft(kind=ProposalKind.EXTENSION, text="Menunggu aspal.", days=5)
    for who, code in (
        ("pupr", office),
        ("solok", city),
        ("meja-provinsi", province),
        ("inspektur", shielded),
    ):
        propose(actor=world.officers[who], code=code, details=draft, now=world.later(hours=1))
    assert office in approvals(world, "solok")
    assert city in approvals(world, "provinsi")
    assert set(approvals(world, "nasional")) == {province, shielded}
    assert approvals(world, "penyetuju") == []


def test_everybody_reads_that_an_answer_went_out_unapproved(world: World) -> None:
    code = drafted(world)
    assert approve_waiting_answers(world.later(days=4)) == 1
    signed = "PUPR, terkirim otomatis sebelum disetujui pejabatnya"
    assert signed in read(page_of(world, "solok", code))
    with standing_clock(world.now):
        assert signed in read(at_desk(world, "dishub").get(f"/laporan/{code}/"))
