"""Every small form of the desk: what it does, what it says afterwards, what it gives back."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from lapor.queries.calendar.limits import forget_limits
from lapor.records.calendar.day_limit import DayLimit
from lapor.records.catalogue.follow_up_template import FollowUpTemplate
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.event import Event
from lapor.records.reports.proposal import Proposal
from lapor.rules.kinds import Kind
from lapor.steps.reports.note import add_note
from lapor.steps.reports.receive import Contact
from lapor.steps.reports.set_privacy import set_privacy
from lapor.steps.reports.verify import verify_report
from lapor.steps.reports.withdraw import withdraw_report
from tests.builders.desk import approver, at_desk, markup, read, then
from tests.builders.portal import standing_clock
from tests.builders.world import (
    World,
    at_office,
    in_progress,
    received,
    reporter_of,
    routed,
    row,
    verification,
)

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture(autouse=True)
def _files(settings: object, tmp_path: object) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]
    yield


def send(world: World, who: str, code: str, move: str, **typed: object) -> HttpResponse:
    client = at_desk(world, who)
    client.raise_request_exception = False
    with standing_clock(world.now):
        return client.post(f"/meja/laporan/{code}/{move}/", typed)


def said(world: World, who: str, answer: HttpResponse) -> str:
    with standing_clock(world.now):
        return read(then(at_desk(world, who), answer))


def form_of(world: World, who: str, code: str, move: str) -> HttpResponse:
    with standing_clock(world.now):
        return at_desk(world, who).get(f"/meja/laporan/{code}/{move}/")


def page_of(world: World, who: str, code: str) -> HttpResponse:
    with standing_clock(world.now):
        return at_desk(world, who).get(f"/meja/laporan/{code}/")


def a_file(name: str = "berita-acara.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF, "application/pdf")


def test_asking_pauses_and_says_until_when(world: World) -> None:
    code = routed(world)
    answer = send(world, "solok", code, "tanya", question="Di depan SD yang mana?")
    words = said(world, "solok", answer)
    assert "pertanyaan terkirim. Pelapor menjawab sampai Jumat, 18 Desember; tenggat Anda dijeda." in words
    assert row(code).state == "incomplete"


def test_a_follow_up_with_a_file_is_sent(world: World) -> None:
    code = at_office(world)
    answer = send(
        world,
        "pupr",
        code,
        "tindak-lanjut",
        text="Tim mengukur besok.",
        audience="reporter",
        attachments=a_file(),
    )
    assert "tindak lanjut terkirim, hanya untuk pelapor." in said(world, "pupr", answer)
    event = Event.objects.get(report=row(code), move="follow_up")
    assert (event.note, event.audience) == ("Tim mengukur besok.", "reporter")
    assert Attachment.objects.get(event=event).name == "berita-acara.pdf"


def test_a_form_given_back_keeps_words_and_files(world: World) -> None:
    code = at_office(world)
    answer = send(world, "pupr", code, "tindak-lanjut", text=" ", audience="public", attachments=a_file())
    text = markup(answer, 422)
    key = str(Attachment.objects.get().key)
    assert f'name="attachments_kept" value="{key}"' in text and "berita-acara.pdf" in text
    again = send(
        world, "pupr", code, "tindak-lanjut", text="Tim mengukur.", audience="public", attachments_kept=key
    )
    assert again.status_code == 302
    assert Attachment.objects.get().report_id == row(code).pk


def test_another_officers_file_is_not_taken_along(world: World) -> None:
    code, other = at_office(world), routed(world)
    send(world, "solok", other, "tindak-lanjut", text="", audience="public", attachments=a_file())
    key = str(Attachment.objects.get().key)
    send(world, "pupr", code, "tindak-lanjut", text="Tim mengukur.", audience="public", attachments_kept=key)
    assert Attachment.objects.get().report_id is None


def test_a_kept_file_is_taken_out_without_losing_the_words(world: World) -> None:
    code = at_office(world)
    send(world, "pupr", code, "tindak-lanjut", text="", audience="public", attachments=a_file())
    key = str(Attachment.objects.get().key)
    answer = send(
        world,
        "pupr",
        code,
        "tindak-lanjut",
        text="Setengah jadi",
        audience="reporter",
        attachments_kept=key,
        remove_attachments=key,
    )
    text = markup(answer)
    assert key not in text and "Setengah jadi</textarea>" in text and "perlu diperbaiki" not in text


def test_a_ready_text_is_put_in_without_script(world: World) -> None:
    code = at_office(world)
    ready = FollowUpTemplate.objects.create(title="Dijadwalkan", body="Petugas datang pada [tanggal].")
    assert "Dijadwalkan" in read(form_of(world, "pupr", code, "tindak-lanjut"))
    answer = send(
        world, "pupr", code, "tindak-lanjut", text="Salam.", audience="public", templat=ready.pk, pakai="1"
    )
    assert "Salam.\n\nPetugas datang pada [tanggal].</textarea>" in markup(answer)
    assert row(code).state == "routed"


def test_settling_needs_evidence_or_a_reason(world: World) -> None:
    code = in_progress(world)
    bare = send(world, "pupr", code, "selesai", text="Lubang sudah ditutup.", no_evidence_reason="")
    assert "Lampirkan bukti, atau tulis alasan" in read(bare, 422)
    answer = send(world, "pupr", code, "selesai", text="Lubang sudah ditutup.", attachments=a_file())
    words = said(world, "pupr", answer)
    assert "Pelapor memeriksa sampai Rabu, 2 Desember; bila ia diam, laporan selesai otomatis." in words
    assert row(code).state == "settled"


def test_where_a_unit_has_an_approver_the_draft_goes_to_him_first(world: World) -> None:
    code = at_office(world)
    boss = approver(world)
    page = read(form_of(world, "pupr", code, "tindak-lanjut"))
    assert "Minta persetujuan" in page and "Kirim tindak lanjut" not in page
    direct = send(world, "pupr", code, "tindak-lanjut", text="Tim mengukur.", audience="public")
    assert "Ajukan dulu kepada pejabat penyetuju." in read(direct, 422)
    answer = send(world, "pupr", code, "tindak-lanjut", text="Tim mengukur.", audience="public", ajukan="1")
    assert "konsep diajukan. Penyetuju diberi tahu; pelapor belum membaca apa pun." in said(
        world, "pupr", answer
    )
    with standing_clock(world.now):
        draft = read(at_desk(world, boss).get(f"/meja/laporan/{code}/konsep/"))
    assert "Tim mengukur." in draft and "Setujui dan kirim" in draft
    assert "orang lain yang menyetujuinya" not in draft
    with standing_clock(world.now):
        approved = at_desk(world, boss).post(f"/meja/laporan/{code}/konsep/", {"setuju": "1", "reason": ""})
        assert "tindak lanjut terkirim" in read(then(at_desk(world, boss), approved))
    assert row(code).state == "in_progress"
    assert Event.objects.get(report=row(code), move="follow_up").note == "Tim mengukur."


def test_a_draft_is_sent_back_with_a_reason(world: World) -> None:
    code = at_office(world)
    approver(world)
    send(world, "pupr", code, "tindak-lanjut", text="Tim mengukur.", audience="public", ajukan="1")
    bare = send(world, "penyetuju", code, "konsep", kembalikan="1", reason="")
    assert "Tulis alasannya dulu." in read(bare, 422)
    answer = send(world, "penyetuju", code, "konsep", kembalikan="1", reason="Sebutkan tanggalnya.")
    assert "konsep dikembalikan kepada penulisnya" in said(world, "penyetuju", answer)
    assert Proposal.objects.get().state == "sent_back"
    assert read(form_of_forbidden(world, code), 403)


def form_of_forbidden(world: World, code: str) -> HttpResponse:
    client = at_desk(world, "pupr")
    client.raise_request_exception = False
    with standing_clock(world.now):
        return client.get(f"/meja/laporan/{code}/konsep/")


def test_what_its_reporter_left_is_archived_as_that(world: World) -> None:
    code, who = routed(world, to="Inspektorat", is_supervisory=True), "inspektur"
    address = f"/meja/laporan/{code}/arsip/"
    assert address not in markup(page_of(world, who, code))
    withdraw_report(actor=reporter_of(code), code=code, reason="Saya ditekan.", now=world.later(hours=1))
    page = markup(page_of(world, who, code))
    assert address in page and "Pelapor mencabut" in page
    form = markup(form_of(world, who, code, "arsip"))
    assert 'value="withdrawn"' in form and 'value="spam"' not in form
    words = "Tanpa keterangan pelapor tidak ada bukti."
    answer = send(world, who, code, "arsip", archive_reason="withdrawn", words=words)
    told = said(world, who, answer)
    assert "diarsipkan. Pelapor membaca alasannya." in told and "berkeberatan" not in told
    assert (row(code).state, row(code).archive_reason) == ("archived", "withdrawn")


def test_more_time_is_asked_for_and_granted_above(world: World) -> None:
    code = in_progress(world)
    answer = send(world, "pupr", code, "perpanjangan", days="5", text="Menunggu aspal.")
    assert "perpanjangan diminta." in said(world, "pupr", answer)
    before = row(code).due_at
    answer = send(world, "solok", code, "perpanjangan/putusan", setuju="1", reason="")
    assert "tenggat diperpanjang" in said(world, "solok", answer)
    report = row(code)
    assert report.is_extended and report.due_at and before and report.due_at - before >= timedelta(days=5)
    assert "Tambahan 5 hari kerja" in read(page_of(world, "pupr", code))
    assert "perpanjangan/" not in markup(page_of(world, "pupr", code))


def test_archiving_names_who_is_competent(world: World) -> None:
    code = received(world).code
    bare = send(
        world,
        "nasional",
        code,
        "arsip",
        archive_reason="competent_body_outside",
        words="Perkara ini di pengadilan.",
    )
    assert "Tulis nama lembaga yang berwenang" in read(bare, 422)
    answer = send(
        world,
        "nasional",
        code,
        "arsip",
        archive_reason="competent_body_outside",
        words="Perkara ini di pengadilan.",
        competent_body="Pengadilan Negeri Solok, (0755) 20001",
    )
    assert "Pelapor membaca alasannya dan boleh berkeberatan sekali." in said(world, "nasional", answer)
    assert row(code).archive_reason == "competent_body_outside"
    assert "Pengadilan Negeri Solok" in read(page_of(world, "nasional", code))


def test_a_duplicate_of_the_same_reporter_is_merged(world: World) -> None:
    first, second = received(world).code, received(world).code
    wrong = send(world, "nasional", second, "gabung", into_code="123", reason="Sama.")
    assert "Laporan tujuan tidak ditemukan" in read(wrong, 422)
    answer = send(
        world, "nasional", second, "gabung", into_code=f"{first[:3]} {first[3:]}", reason="Sama persis."
    )
    assert "digabung. Pelapor diberi tahu" in said(world, "nasional", answer)
    assert row(second).merged_into_id == row(first).pk


def test_public_text_privacy_and_notes(world: World) -> None:
    code = routed(world)
    page = markup(form_of(world, "solok", code, "naskah"))
    assert 'value="Jalan Pandan Ujung berlubang"' in page
    form = {"public_title": "Jalan berlubang", "public_text": "Di depan SD.", "reason": "Ada nama anak."}
    done = send(world, "solok", code, "naskah", **form, public_precision="province")
    assert "naskah publik tersimpan" in said(world, "solok", done)
    assert (row(code).public_title, row(code).public_region_code) == ("Jalan berlubang", "13")
    answer = send(world, "solok", code, "privasi", privacy="secret", reason="Menyangkut anak.")
    assert "privasi diubah. Pelapor diberi tahu." in said(world, "solok", answer)
    assert row(code).is_secret and not row(code).is_published
    opened = send(world, "solok", code, "privasi", privacy="ordinary")
    assert opened.status_code == 422 and row(code).is_secret
    answer = send(world, "pengawas", code, "catatan", text="Mohon dipercepat.")
    assert "Hanya petugas yang membacanya." in said(world, "pengawas", answer)


def test_personal_data_in_the_public_text_is_marked(world: World) -> None:
    code = routed(world, public_text="Hubungi 0812 3456 7890.")
    page = form_of(world, "solok", code, "naskah")
    assert "Ada data pribadi pada naskah publik." in read(page)
    assert '<mark class="lp-mask">0812 3456 7890<small>telepon</small></mark>' in markup(page)
    assert 'name="public_precision"' not in markup(form_of(world, "solok", routed(world), "catatan"))


def test_a_report_that_is_not_secret_any_more_gets_its_public_text(world: World) -> None:
    code = routed(world, is_secret=True)
    assert "Tulis naskah publik" not in read(page_of(world, "solok", code))
    set_privacy(
        actor=reporter_of(code), code=code, is_anonymous=False, is_secret=False, now=world.later(hours=1)
    )
    link = f"/meja/laporan/{code}/naskah/?dari=tampilan%3Dsemua"
    for who, may_write in (("solok", True), ("pengawas", False)):
        with standing_clock(world.now):
            page = markup(at_desk(world, who).get(f"/meja/laporan/{code}/?dari=tampilan%3Dsemua"))
        assert "Belum tampil untuk umum." in page and (link in page) is may_write
    page = markup(form_of(world, "solok", code, "naskah"))
    assert "Hubungi saya di [telepon].</textarea>" in page, "a proposal without personal data"
    form = {"public_title": "Jalan berlubang", "public_text": "Di depan SD.", "reason": "Dibuka pelapor."}
    assert send(world, "solok", code, "naskah", **form, public_precision="province").status_code == 302
    assert row(code).is_published


def test_asking_somebody_who_left_no_address_is_warned_of(world: World) -> None:
    reached, silent = received(world).code, received(world, contact=Contact(phone="081234567890")).code
    warned = "Kabar tidak sampai ke pelapor ini."
    assert warned not in read(form_of(world, "nasional", reached, "tanya"))
    assert warned in read(form_of(world, "nasional", silent, "tanya"))


def test_an_answer_by_telephone_is_written_down(world: World) -> None:
    code = at_office(world)
    send(world, "pupr", code, "tanya", question="Di depan SD yang mana?")
    page = form_of(world, "pupr", code, "jawaban")
    assert "Yang ditanyakan: Di depan SD yang mana?" in read(page)
    told = {"door": "telephone", "text": "SD Negeri 05.", "attachments": a_file()}
    answer = send(world, "pupr", code, "jawaban", **told)
    assert "jawaban pelapor tercatat. Tenggat berjalan lagi" in said(world, "pupr", answer)
    assert "Atas nama pelapor, lewat telepon" in read(page_of(world, "pupr", code))
    assert Attachment.objects.get().event.move == "complete"  # type: ignore[union-attr]


def test_what_somebody_else_did_meanwhile_is_shown_before_sending(world: World) -> None:
    code = in_progress(world)
    version = row(code).event_count
    add_note(actor=world.officers["solok"], code=code, text="Sudah saya telepon.", now=world.later(minutes=5))
    typed = {"text": "Tim mengukur lagi.", "audience": "public", "versi": version}
    answer = send(world, "pupr", code, "tindak-lanjut", **typed)
    words = read(answer, 409)
    assert "Ada yang baru sejak Anda membuka formulir ini." in words and "Petugas solok" in words
    assert "Tim mengukur lagi.</textarea>" in markup(answer, 409)
    assert f'name="versi" value="{version + 1}"' in markup(answer, 409)
    assert send(world, "pupr", code, "tindak-lanjut", **(typed | {"versi": version + 1})).status_code == 302


def test_a_move_that_is_over_says_who_was_first(world: World) -> None:
    code = in_progress(world)
    send(
        world,
        "solok",
        code,
        "selesai",
        text="Sudah ditutup.",
        no_evidence_reason="Tidak dapat difoto malam ini.",
    )
    late = send(world, "pupr", code, "tindak-lanjut", text="Tim mengukur lagi.", audience="public")
    words = read(late, 409)
    assert "Orang lain lebih dulu" in words and "Dinyatakan selesai" in words and "Petugas solok" in words
    assert "Tim mengukur lagi." in words


def test_a_report_that_left_the_desk_gives_the_words_back_and_tells_nothing(world: World) -> None:
    code = in_progress(world)
    answer = send(world, "padang", code, "tindak-lanjut", text="Kata-kata saya.", audience="public")
    words = read(answer, 404)
    assert "Laporan ini tidak ada di meja Anda" in words and "Kata-kata saya." in words
    assert "Pandan" not in words


@pytest.mark.parametrize("move", ["tindak-lanjut", "selesai", "tanya", "arsip", "identitas", "gabung"])
def test_an_overseer_may_not_act(world: World, move: str) -> None:
    code = in_progress(world)
    assert send(world, "pengawas", code, move).status_code == 403
    assert send(world, "padang", code, move).status_code == 404


def test_htmx_gets_the_form_alone(world: World) -> None:
    code = in_progress(world)
    headers = {"HX-Request": "true", "HX-Target": "tindakan"}
    with standing_clock(world.now):
        answer = at_desk(world).get(f"/meja/laporan/{code}/tanya/", headers=headers)
    assert "<html" not in markup(answer) and "Kirim pertanyaan" in read(answer)


def test_an_information_request_is_made_formal(world: World) -> None:
    code = received(world, kind=Kind.INFORMATION_REQUEST).code
    details = verification(world, kind=Kind.INFORMATION_REQUEST)
    verify_report(actor=world.officers["nasional"], code=code, details=details, now=world.later(hours=1))
    assert "Tenggat penyelesaian diganti 10 hari kerja" in read(form_of(world, "solok", code, "resmi"))
    answer = send(world, "solok", code, "resmi", reason="Pemohon menyebut UU 14/2008.")
    assert "sekarang permintaan informasi resmi." in said(world, "solok", answer)
    assert "Jawaban atas permintaan resmi" in read(page_of(world, "solok", code))


def test_the_times_given_to_the_reporter_are_the_limits_in_force(world: World) -> None:
    DayLimit.objects.filter(clock="completion").update(days=20)
    DayLimit.objects.filter(clock="confirmation").update(days=8)
    forget_limits()
    code = in_progress(world)
    assert "Pelapor diberi waktu 20 hari." in read(form_of(world, "pupr", code, "tanya"))
    assert "Pelapor punya 8 hari kerja untuk memeriksa." in read(form_of(world, "pupr", code, "selesai"))


def test_the_words_for_a_secret_report_are_promised_to_its_reporter_alone(world: World) -> None:
    secret, open_to_all = routed(world, is_secret=True), routed(world)
    assert promised_to_all(world, open_to_all, "tindak-lanjut", 200)
    assert not promised_to_all(world, secret, "tindak-lanjut", 200)
    for code, told in ((secret, "diberi tahu."), (open_to_all, "diberi tahu, dan umum dapat membacanya.")):
        answer = send(world, "solok", code, "tindak-lanjut", text="Tim mengukur besok.", audience="public")
        assert f"tindak lanjut terkirim. Pelapor {told}" in said(world, "solok", answer)
    for move in ("selesai", "gabung"):
        for status in (200, 422):
            assert promised_to_all(world, open_to_all, move, status)
            assert not promised_to_all(world, secret, move, status)


def promised_to_all(world: World, code: str, move: str, status: int) -> bool:
    """Whether a form says that everybody reads it: opened, or given back empty."""
    answer = form_of(world, "solok", code, move) if status == 200 else send(world, "solok", code, move)
    return "umum" in read(answer, status).lower().replace("umum bila laporan tidak rahasia lagi", "")
