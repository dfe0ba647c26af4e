"""The words of a receipt: what was received by whom, what comes next, and the whole of it in one SMS."""

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from lapor.rules.deadlines import Clock, due_on
from lapor.rules.receipt import PlanStep, ReceiptPage
from lapor.rules.status_line import StatusLine
from lapor.rules.tracking_code import grouped, grouped_access_code
from lapor.ui.labels import label
from lapor.ui.privacy_choices import choice_of, privacy_words
from lapor.ui.qr import Qr, qr
from lapor.ui.wording import day, day_brief, days, moment

SMS_LENGTH = 160


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One step that is still to come."""

    title: str
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt as every page draws it. `access_code` is "" once it was shown."""

    page: ReceiptPage
    access_code: str
    address: str
    plan: list[PlanRow]
    facts: list[tuple[str, str]]
    line: StatusLine
    qr: Qr


def receipt_words(page: ReceiptPage, access_code: str, address: str) -> Receipt:
    """`address` is where the report is followed: what the code to scan says."""
    return Receipt(
        page=page,
        access_code=grouped_access_code(access_code) if access_code else "",
        address=address,
        plan=plan_rows(page),
        facts=facts(page),
        line=received_line(page),
        qr=qr(address),
    )


def facts(page: ReceiptPage) -> list[tuple[str, str]]:
    """What was reported, when, and who received it: what the law wants on a receipt."""
    counts = ", ".join(f"{count} {label(group, 'file_group')}" for group, count in page.files)
    return [
        (_("Ringkasan"), page.title),
        (_("Jenis"), label(page.kind, "kind")),
        (_("Tempat"), ", ".join(filter(None, (page.place_text, page.place))) or "–"),
        (_("Diterima"), moment(page.received_at, page.zone)),
        (_("Diterima oleh"), f"{page.received_by or 'LAPOR!'}, {label(page.door, 'door')}"),
        (_("Lampiran"), counts or _("tidak ada")),
        (_("Privasi"), privacy_words(choice_of(page.is_anonymous, page.is_secret))),
    ]


def plan_rows(page: ReceiptPage) -> list[PlanRow]:
    return [_plan_row(page, step) for step in page.plan]


def received_line(page: ReceiptPage) -> StatusLine:
    """The line with the reason why this desk reads first."""
    if page.is_national:
        # What was chosen isn't kept, so both reasons are told.
        words = _(
            "Meja nasional membaca laporan yang instansinya belum jelas atau belum punya petugas, "
            "lalu meneruskannya."
        )
    elif page.received_by:
        words = _("Laporan ditujukan ke instansi ini, jadi mejanya yang pertama membaca.")
    else:
        words = _("Anda memilih instansi ini, jadi mejanya yang pertama membaca.")
    if not page.plan:
        return page.line
    return replace(
        page.line,
        reason_kind="agency",
        reason=f"{words} {_('Anda tidak perlu berbuat apa-apa.')}",
    )


def sentence(page: ReceiptPage, access_code: str, address: str) -> str:
    """The receipt in one SMS of plain letters: what matters first, what does not fit is left out."""
    said = _("LAPOR! Laporan %(code)s diterima.") % {"code": grouped(page.code)}
    if access_code:
        said += " " + _("Kode: %(code)s.") % {"code": grouped_access_code(access_code)}
    by = ""
    if page.line.until:
        last_day = due_on(page.line.until, ZoneInfo(page.zone))
        by = _("Dibaca paling lambat %(day)s.") % {"day": day_brief(last_day)}
    check = _("Cek: %(address)s") % {"address": address}
    tries = (" ".join(filter(None, parts)) for parts in ((said, by, check), (said, check), (said, by)))
    return next((text for text in tries if len(text) <= SMS_LENGTH), said)


def _plan_row(page: ReceiptPage, step: PlanStep) -> PlanRow:
    titles = {
        Clock.VERIFICATION: _("Petugas membaca dan meneruskan"),
        Clock.FIRST_FOLLOW_UP: _("Instansi memberi jawaban pertama"),
        Clock.FINISH: _("Instansi menyelesaikan dan menunjukkan bukti"),
        Clock.CONFIRMATION: _("Anda memeriksa hasilnya"),
    }
    when = _("Paling lambat %(day)s") % {"day": day(step.by)} if step.by else ""
    length = days(step.days, step.unit)
    return PlanRow(
        title=titles[step.clock],
        when=when or _("%(days)s setelah bukti diberikan") % {"days": length},
        text=_explanation(page, step, length),
    )


def _explanation(page: ReceiptPage, step: PlanStep, length: str) -> str:
    words = {
        Clock.VERIFICATION: _("%(days)s sejak diterima. Anda tidak perlu berbuat apa-apa."),
        Clock.FIRST_FOLLOW_UP: _(
            "%(days)s sejak diteruskan. Kalau lebih cepat diteruskan, tanggal ini ikut maju."
        ),
        Clock.FINISH: _("%(days)s sejak diteruskan, untuk %(kind)s biasa."),
        Clock.CONFIRMATION: _("Kalau belum beres, katakan. Laporan naik ke atasan instansi itu."),
    }
    kind = label(page.kind, "kind").lower()
    return words[step.clock] % {"days": length, "kind": kind}
