"""Staged scenes: every move that chance plays too seldom, so that no screen of the demo stands empty."""

from datetime import datetime

from lapor.config.demo.cast import INSPECTORATE, Cast
from lapor.config.demo.scenes_of_turns import LEVY, TURNS
from lapor.config.demo.stage import Stage, Told, reporter_of
from lapor.rules.kinds import ArchiveReason, Door, PlacePrecision, ProposalKind
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.confirm import confirm_report
from lapor.steps.reports.decide import decide_report
from lapor.steps.reports.edit_public_text import PublicText, edit_public_text
from lapor.steps.reports.expire import expire_report
from lapor.steps.reports.extend import extend_report
from lapor.steps.reports.hand_back import hand_back
from lapor.steps.reports.merge import merge_report
from lapor.steps.reports.note import add_note
from lapor.steps.reports.object import object_to_archiving
from lapor.steps.reports.propose import Draft
from lapor.steps.reports.receive import Receipt
from lapor.steps.reports.return_ import return_report
from lapor.steps.reports.reveal_identity import reveal_identity
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.send_back import send_back_proposal
from lapor.steps.reports.set_privacy import set_privacy
from lapor.steps.reports.transfer import transfer_report
from lapor.steps.reports.withdraw import withdraw_report

_WASTE, _NATURE = "lingkungan-hidup-dan-kehutanan.pengelolaan-sampah", "lingkungan-hidup-dan-kehutanan"
_TRAFFIC, _AID = "perhubungan", "sosial-dan-kesejahteraan.bantuan-sosial"


def play_scenes(cast: Cast, *, now: datetime) -> list[Told]:
    """Plays all scenes before the present; returns the numbers and codes worth telling."""
    stage = Stage(cast, now)
    for scene in _SCENES:
        scene(stage)
    return stage.told


def _disputes(stage: Stage) -> None:
    """Nobody wants the bridge between two cities: one dispute waits for the coordinator, one is decided."""
    _disputed(stage, "Jembatan di batas kota retak dan pagarnya lepas.", "Jembatan di batas kota retak")
    code = _disputed(stage, "Jalan di batas kota gelap dan berlubang.", "Jalan di batas kota berlubang")
    decide_report(
        actor=stage.cast.coordinators[stage.solok.agency.coordinated_by_id or 0],
        code=code,
        to_agency_id=stage.solok.agency.pk,
        reason="Menurut peta batas daerah, ruas ini berada di Kota Solok.",
        now=stage.ago(0.2),
    )


def _disputed(stage: Stage, text: str, title: str) -> str:
    code = stage.tell(text, at=stage.ago(6)).code
    turns = ((stage.solok, stage.padang, 5.0), (stage.padang, stage.solok, 2.0))
    for holder, other, days in turns:
        stage.verify(code, holder.agency, title, at=stage.ago(days))
        return_report(
            actor=holder.desk,
            code=code,
            reason=f"Menurut peta kami, ruas ini milik {other.agency.name}.",
            proposed_agency_id=other.agency.pk,
            now=stage.ago(days - 1),
        )
    return code


def _passed_on(stage: Stage) -> None:
    """Transferred to the other city; handed back by an office to its city."""
    code = stage.tell("Truk sampah dari kota tetangga berhenti di depan pasar kami.", at=stage.ago(5)).code
    title = "Truk sampah berhenti di depan pasar"
    stage.verify(code, stage.solok.agency, title, at=stage.ago(4), category_code=_WASTE)
    reason = "Truknya milik Kota Padang."
    to = stage.padang.agency.pk
    transfer_report(actor=stage.cast.national, code=code, to_agency_id=to, reason=reason, now=stage.ago(3))
    code = stage.tell("Rambu lalu lintas di simpang pasar tertutup pohon.", at=stage.ago(4)).code
    title = "Rambu di simpang pasar tertutup pohon"
    stage.verify(code, stage.solok.agency, title, at=stage.ago(3), category_code=_TRAFFIC)
    office, desk = stage.solok.offices["2.15"], stage.solok.desk
    route_down(actor=desk, code=code, to_agency_id=office.pk, reason="Soal rambu.", now=stage.ago(2))
    reason = "Rambunya baik; yang perlu dipangkas pohonnya, itu tugas Dinas Lingkungan Hidup."
    hand_back(actor=stage.solok.liaisons["2.15"], code=code, reason=reason, now=stage.ago(1))


def _approvals(stage: Stage) -> None:
    """One answer waits, one was sent back, one extension waits, one was granted."""
    text = "Tanggul kali di belakang rumah kami mulai longsor."
    waits = stage.at_the_office(text, "Tanggul kali mulai longsor", days=4).code
    answer = Draft(kind=ProposalKind.FOLLOW_UP, text="Karung pasir dipasang besok pagi sebelum pukul tujuh.")
    stage.propose(waits, answer, at=stage.ago(0.5))
    text = "Trotoar di depan puskesmas terangkat akar pohon."
    back = stage.at_the_office(text, "Trotoar terangkat akar pohon", days=5).code
    answer = Draft(kind=ProposalKind.FOLLOW_UP, text="Akan ditinjau.")
    stage.propose(back, answer, at=stage.ago(1))
    approver = stage.solok.approvers["1.03"]
    reason = "Mohon sebutkan hari peninjauannya; pelapor perlu tahu sampai kapan menunggu."
    send_back_proposal(actor=approver, code=back, reason=reason, now=stage.ago(0.6))
    for text, title, ordered in (
        ("Jembatan gantung ke kebun lantainya lapuk.", "Lantai jembatan gantung lapuk", "Kayu dan besinya"),
        ("Talut di tikungan bukit retak memanjang.", "Talut di tikungan retak", "Batu dan semennya"),
    ):
        code = stage.at_the_office(text, title, days=6).code
        stage.answer(code, f"Sudah diukur. {ordered} dipesan dari luar kota.", at=stage.ago(2))
        longer = Draft(kind=ProposalKind.EXTENSION, text="Bahan tiba dua pekan lagi.", days=10)
        stage.propose(code, longer, at=stage.ago(1))
    extend_report(actor=stage.solok.desk, code=code, now=stage.ago(0.4))


def _same_reporter_twice(stage: Stage) -> None:
    into = stage.at_the_office("Air selokan meluap ke jalan kampus.", "Selokan meluap", days=3).code
    twice = stage.tell("Selokan jalan kampus masih meluap, ini laporan saya lagi.", at=stage.ago(1)).code
    reason = "Pelapor yang sama, masalah yang sama."
    merge_report(actor=stage.cast.national, code=twice, into_code=into, reason=reason, now=stage.ago(0.5))


def _objected(stage: Stage) -> None:
    text = "Kios di atas trotoar terminal menutup jalan kursi roda."
    code = stage.tell(text, at=stage.ago(4), agency_id=stage.solok.agency.pk).code
    archive_report(
        actor=stage.solok.desk,
        code=code,
        reason=ArchiveReason.NOT_PUBLIC_SERVICE,
        words="Penataan kios adalah urusan pengelola terminal.",
        now=stage.ago(2),
    )
    reason = "Trotoarnya milik kota, dan saya tidak bisa lewat."
    object_to_archiving(actor=reporter_of(code), code=code, reason=reason, now=stage.ago(1))


def _behind_the_scenes(stage: Stage) -> None:
    """Notes, an opened identity, more privacy, a mended public text."""
    code = stage.at_the_office("Lubang galian kabel di depan rumah kami.", "Lubang galian", days=4).code
    add_note(actor=stage.liaison, code=code, text="Kontraktor kabel sudah ditelepon.", now=stage.ago(1.5))
    reason = "Perlu menanyakan letak tepat lubang galian sebelum alat datang."
    reveal_identity(actor=stage.liaison, code=code, reason=reason, now=stage.ago(1.4))
    better = PublicText(
        title="Lubang bekas galian kabel belum ditutup",
        text="Lubang bekas galian kabel di depan rumah warga belum ditutup.",
        reason="Judul lama terlalu pendek untuk dicari.",
        precision=PlacePrecision.VILLAGE,
    )
    edit_public_text(actor=stage.solok.desk, code=code, details=better, now=stage.ago(1))
    code = stage.at_the_office("Alat berat bekerja malam hari di dekat rumah.", "Alat berat", days=3).code
    reason = "Pelapor meminta lewat telepon agar tidak dikenali tetangganya."
    set_privacy(
        actor=stage.solok.desk, code=code, is_anonymous=True, is_secret=False, reason=reason, now=stage.ago(1)
    )


def _given_up(stage: Stage) -> None:
    """Withdrawn by its reporter; archived because nobody answered a question."""
    code = stage.at_the_office("Ranting menutupi cermin tikungan.", "Ranting menutupi cermin", days=6).code
    withdraw_report(actor=reporter_of(code), code=code, reason="Sudah dipangkas warga.", now=stage.ago(2))
    code = stage.tell("Tolong yang kemarin itu segera diperbaiki.", at=stage.ago(40)).code
    question = "Apa yang perlu diperbaiki, dan di mana?"
    ask_reporter(actor=stage.cast.national, code=code, question=question, now=stage.ago(38))
    expire_report(code=code, now=stage.ago(5))


def _at_the_counter(stage: Stage) -> None:
    for door, text in (
        (Door.COUNTER, "Disampaikan di loket: jalan ke makam umum putus dua meter."),
        (Door.LETTER, "Dari surat warga: jembatan kayu ke ladang hanyut pekan lalu."),
        (Door.TELEPHONE, "Lewat telepon: tutup gorong-gorong di depan masjid pecah."),
    ):
        stage.tell(text, at=stage.ago(1), by=stage.solok.desk, door=door)


def _for_every_desk(stage: Stage) -> None:
    """One due today, one long late, one with copies and tags, for the inspectorate and for a ministry."""
    stage.tell("Palang pintu kereta dekat pasar macet terbuka.", at=stage.workdays_ago(3))
    stage.tell("Sirene pos banjir tidak berbunyi waktu diuji.", at=stage.ago(20))
    code = stage.tell("Pohon miring di atas kabel dan jalan provinsi.", at=stage.ago(3)).code
    copied = (stage.solok.agency, stage.office, stage.cast.ministries["P021"].agency)
    stage.verify(
        code,
        stage.padang.agency,
        "Pohon miring di atas jalan provinsi",
        at=stage.ago(2),
        category_code=_NATURE,
        tags=("pohon", "listrik"),
        copy_agency_ids=tuple(agency.pk for agency in copied),
    )
    text = "Petugas parkir rumah sakit meminta uang tanpa karcis."
    code = stage.tell(text, at=stage.ago(3), is_anonymous=True).code
    inspectorate, title = stage.solok.offices[INSPECTORATE], "Parkir tanpa karcis"
    stage.verify(
        code,
        inspectorate,
        title,
        at=stage.ago(2),
        category_code=LEVY,
        is_supervisory=True,
        is_anonymous=True,
    )
    code = stage.tell("Kartu bantuan nenek saya ditolak mesin.", at=stage.ago(3)).code
    ministry, title = stage.cast.ministries["P021"].agency, "Kartu bantuan ditolak mesin"
    stage.verify(code, ministry, title, at=stage.ago(2), category_code=_AID)


def _citizen(stage: Stage) -> None:
    """One person's own reports, each at another point of its way; two with number and code for everybody."""
    me = stage.cast.citizen
    stage.tell("Papan nama jalan di gang kami jatuh.", at=stage.ago(0.3), by=me)
    asked = stage.tell("Tolong perbaiki jalan yang itu.", at=stage.ago(3), by=me).code
    question = "Jalan yang mana, dan di dekat bangunan apa?"
    ask_reporter(actor=stage.cast.national, code=asked, question=question, now=stage.ago(1))
    text = "Jalan di depan pasar lama berlubang sepanjang deretan kios."
    at_work = stage.at_the_office(text, "Jalan di depan pasar lama berlubang", days=6, by=me)
    stage.answer(at_work.code, "Lubangnya sudah ditandai, penambalan hari Kamis.", at=stage.ago(2))
    solved = [_solved(stage, *words) for words in _SOLVED]
    confirm_report(actor=me, code=solved[1].code, now=stage.ago(0.5))
    stage.told += [
        Told("sedang dikerjakan", at_work.code, at_work.access_code),
        Told("menunggu konfirmasi pelapor", solved[0].code, solved[0].access_code),
    ]


_SOLVED = (
    ("Tutup selokan di depan rumah kami pecah.", "Tutup selokan pecah", "Tutup selokan sudah diganti."),
    ("Cermin tikungan dekat sekolah pecah.", "Cermin tikungan pecah", "Cermin baru sudah terpasang."),
)


def _solved(stage: Stage, text: str, title: str, result: str) -> Receipt:
    receipt = stage.at_the_office(text, title, days=8, by=stage.cast.citizen)
    stage.answer(receipt.code, "Penggantinya sudah kami siapkan.", at=stage.ago(3))
    stage.settle(receipt.code, result, at=stage.ago(1))
    return receipt


_SCENES = (
    _disputes,
    _passed_on,
    _approvals,
    _same_reporter_twice,
    _objected,
    _behind_the_scenes,
    _given_up,
    _at_the_counter,
    _for_every_desk,
    *TURNS,
    _citizen,
)
