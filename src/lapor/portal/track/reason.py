"""Why the line says what it says: the reason that stands under it."""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lapor.queries.reports.tracking import TrackingPage
from lapor.rules.lifecycle import ARCHIVING, Move, State
from lapor.rules.status_line import Look, StatusLine

_ROUTING = (Move.VERIFY, Move.ROUTE_DOWN, Move.DECIDE, Move.TRANSFER, Move.HAND_BACK)


def line_with_reason(page: TrackingPage) -> StatusLine:
    """The line of the page with its reason; a missing reason is said aloud."""
    kind, words = _late(page) if page.line.look is Look.LATE else _by_state(page)
    return replace(page.line, reason_kind=kind, reason=words)


def _by_state(page: TrackingPage) -> tuple[str, str]:
    reasons = {
        State.RECEIVED: _received,
        State.INCOMPLETE: _incomplete,
        State.ROUTED: _with_holder,
        State.IN_PROGRESS: _with_holder,
        State.SETTLED: _settled,
        State.CLOSED: _closed,
        State.ARCHIVED: _archived,
    }
    return reasons[State(page.state)](page)


def _received(page: TrackingPage) -> tuple[str, str]:
    last = page.last(Move.RETURN, Move.OBJECT, Move.RISE)
    if last and last.move == Move.RISE:
        return _risen(page)
    if last and last.move == Move.RETURN:
        words = _("%(agency)s menyatakan ini bukan wewenangnya, jadi laporan dibaca lagi: %(reason)s")
        return "agency", words % {"agency": last.by, "reason": last.note}
    if last:
        return "agency", _("Anda mengajukan keberatan, jadi meja di atasnya membaca laporan ini sekali lagi.")
    words = _("%(desk)s yang pertama membaca, lalu meneruskan ke instansi yang berwenang.")
    return "agency", f"{words % {'desk': page.holder}} {_('Anda tidak perlu berbuat apa-apa.')}"


def _incomplete(page: TrackingPage) -> tuple[str, str]:
    words = _("Tanpa keterangan ini petugas tidak dapat melanjutkan. Selama menunggu, tenggatnya berhenti.")
    return "asked", words


def _with_holder(page: TrackingPage) -> tuple[str, str]:
    last = page.last(Move.CONTEST, Move.EXTEND, Move.RISE, *_ROUTING)
    if last is None:
        return "", ""
    if last.move == Move.CONTEST:
        return "agency", _("Anda menyanggah, jadi atasan instansi sebelumnya memeriksa lebih dulu.")
    if last.move == Move.RISE:
        return _risen(page)
    if last.move == Move.EXTEND:
        return "extended", last.note
    if last.move == Move.HAND_BACK:
        words = _("%(unit)s mengembalikannya, jadi %(agency)s menentukan siapa yang mengerjakannya.")
        return "agency", words % {"unit": last.by, "agency": last.to}
    return "routing", last.note or _("Petugas belum menulis alasan.")


def _risen(page: TrackingPage) -> tuple[str, str]:
    words = _("Instansi sebelumnya belum punya petugas, jadi laporan naik ke %(agency)s. Tenggatnya tetap.")
    return "agency", words % {"agency": page.holder}


def _late(page: TrackingPage) -> tuple[str, str]:
    words = _("%(agency)s belum menulis alasan. Keterlambatan ini tercatat pada angka kinerja %(top)s.")
    return "late", words % {"agency": page.holder, "top": page.government}


def _settled(page: TrackingPage) -> tuple[str, str]:
    settled = page.last(Move.SETTLE)
    if settled is None:
        return "", ""
    decide = _("Anda yang memutuskan apakah itu benar.")
    count = len(settled.files)
    if count:
        said = ngettext(
            "%(agency)s melampirkan %(count)s bukti.", "%(agency)s melampirkan %(count)s bukti.", count
        ) % {"agency": settled.by, "count": count}
    else:
        why = str(settled.details.get("no_evidence_reason", "")).rstrip(".")
        said = _("%(agency)s tidak melampirkan bukti: %(why)s.") % {"agency": settled.by, "why": why}
    return "settled", f"{said} {decide}"


def _closed(page: TrackingPage) -> tuple[str, str]:
    if page.last(Move.CONFIRM, Move.CLOSE_BY_SILENCE, Move.CONTEST) is None:
        return "", ""
    if page.last(Move.CONFIRM, Move.CLOSE_BY_SILENCE) == page.last(Move.CONFIRM):
        return "closed", _("Anda menyatakan masalahnya selesai.")
    return "closed", _("Tidak ada jawaban dari Anda sampai batas waktunya.")


def _archived(page: TrackingPage) -> tuple[str, str]:
    last = page.last(*ARCHIVING)
    if last is None:
        return "", ""
    if last.move == Move.WITHDRAW:
        return "archived", _("Anda mencabut laporan ini. Anda tetap dapat membacanya.")
    if last.move == Move.EXPIRE:
        return "archived", _("Keterangan yang diminta tidak datang sampai batas waktunya.")
    return "archived", last.note
