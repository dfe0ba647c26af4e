"""Staged scenes in which somebody thinks better of it, or the report itself takes another way."""

from lapor.config.demo.cast import INSPECTORATE
from lapor.config.demo.stage import Stage, reporter_of
from lapor.records.agencies.agency import Agency
from lapor.rules.kinds import Kind, ProposalKind
from lapor.steps.reports.extend import extend_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.formalise import formalise_request
from lapor.steps.reports.propose import Draft
from lapor.steps.reports.rise import rise_report
from lapor.steps.reports.take_back import take_back_proposal
from lapor.steps.reports.withdraw import withdraw_report

# An office of the first city where nobody works yet.
_EMPTY_OFFICE, _IRRIGATION = "3.27", "pertanian-dan-peternakan.irigasi-pertanian"
LEVY = "politik-dan-hukum.pungutan-liar"


def becomes_formal(stage: Stage) -> None:
    """A friendly answer is not enough: the citizen asks under the law, and the office gets more time once."""
    me, asked = stage.cast.citizen, Kind.INFORMATION_REQUEST
    text = "Berapa anggaran perawatan jalan kota tahun ini, dan untuk ruas mana saja?"
    code = stage.at_the_office(text, "Anggaran perawatan jalan kota", days=9, by=me, kind=asked).code
    stage.answer(code, "Garis besarnya ada di papan pengumuman kantor kami.", at=stage.ago(5))
    reason = "Saya perlu rinciannya per ruas untuk musyawarah warga."
    formalise_request(actor=me, code=code, reason=reason, now=stage.ago(4))
    text = "Rincian per ruas kami susun dari tiga kontrak yang sedang berjalan."
    stage.propose(code, Draft(kind=ProposalKind.EXTENSION, text=text, days=7), at=stage.ago(2))
    extend_report(actor=stage.solok.desk, code=code, now=stage.ago(1))


def is_left(stage: Stage) -> None:
    """Its reporter wants no more of it; the inspectorate goes on all the same."""
    code = stage.tell("Mandor proyek trotoar meminta uang rokok kepada warga.", at=stage.ago(7)).code
    inspectorate, title = stage.solok.offices[INSPECTORATE], "Uang rokok di proyek trotoar"
    stage.verify(code, inspectorate, title, at=stage.ago(6), is_supervisory=True, category_code=LEVY)
    reason = "Saya sungkan, mandornya tetangga sendiri."
    withdraw_report(actor=reporter_of(code), code=code, reason=reason, now=stage.ago(4))
    words = "Pemeriksaan kami lanjutkan dari catatan proyek; Anda tidak perlu bersaksi."
    investigator = stage.solok.liaisons[INSPECTORATE]
    follow_up(actor=investigator, code=code, details=Answer(text=words), now=stage.ago(2))


def rises(stage: Stage) -> None:
    """Sent to an office without officers: the city's desk has it now."""
    office = Agency.objects.get(code=f"{stage.solok.agency.code}-{_EMPTY_OFFICE}")
    code = stage.tell("Pintu air irigasi macet, sawah di hilir mulai kering.", at=stage.ago(21)).code
    stage.verify(code, office, "Pintu air irigasi macet", at=stage.ago(20), category_code=_IRRIGATION)
    # Long enough for a working day to have ended, whatever feast lies between.
    rise_report(code=code, now=stage.ago(3))


def is_taken_back(stage: Stage) -> None:
    """A draft that its author takes back for a better one, which waits."""
    text = "Pagar pembatas di jembatan kecil dekat sekolah hilang sebagian."
    code = stage.at_the_office(text, "Pagar jembatan dekat sekolah hilang", days=4).code
    hasty = "Pagar akan dipasang bulan depan."
    stage.propose(code, Draft(kind=ProposalKind.FOLLOW_UP, text=hasty), at=stage.ago(1.5))
    take_back_proposal(actor=stage.liaison, code=code, now=stage.ago(1.4))
    better = "Pita pengaman sudah terpasang. Pagarnya dilas di bengkel kami dan dipasang Selasa pagi."
    stage.propose(code, Draft(kind=ProposalKind.FOLLOW_UP, text=better), at=stage.ago(1))


TURNS = (becomes_formal, is_left, rises, is_taken_back)
