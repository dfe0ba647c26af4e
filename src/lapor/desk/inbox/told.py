"""What the page says after a step: what was done, and what the reporter was told."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _

from lapor.queries.reports.desk_done import DoneStep
from lapor.rules.answering import EXTENSIONS
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import Move
from lapor.ui.wording import day, tracking


def done_words(done: DoneStep) -> str:
    """One or two sentences, beginning with the number."""
    say = _WORDS.get(done.move, _saved)
    return f"{tracking(done.code)}: {say(done)}"


def gone_words(code: str) -> str:
    """For a report that has left the officer's desk with his step."""
    return _("%(code)s: langkah Anda tersimpan, dan laporan sudah pindah dari meja Anda.") % {
        "code": tracking(code)
    }


def _day(on: date | None) -> str:
    return day(on) if on else ""


def _facts(done: DoneStep) -> dict[str, str]:
    return {"holder": done.holder, "day": _day(done.until)}


def _saved(done: DoneStep) -> str:
    return _("tersimpan.")


def _verified(done: DoneStep) -> str:
    return _("diteruskan. Pelapor membaca: “%(holder)s menjawab paling lambat %(day)s.”") % _facts(done)


def _routed_down(done: DoneStep) -> str:
    return _("sekarang di %(holder)s. Pelapor membaca siapa yang memegangnya dan mengapa.") % _facts(done)


def _decided(done: DoneStep) -> str:
    return _(
        "diputuskan untuk %(holder)s, mengikat. Pelapor membaca: “%(holder)s menjawab paling lambat %(day)s.”"
    ) % _facts(done)


def _handed_back(done: DoneStep) -> str:
    return _("dikembalikan ke %(holder)s. Pelapor diberi tahu; alasan Anda hanya dibaca petugas.") % _facts(
        done
    )


def _returned(done: DoneStep) -> str:
    if done.details.get("is_dispute"):
        return _(
            "ini pengembalian kedua. %(holder)s memutuskan dengan mengikat paling lambat %(day)s. "
            "Pelapor diberi tahu."
        ) % _facts(done)
    return _("dikembalikan ke %(holder)s. Pelapor diberi tahu alasannya.") % _facts(done)


def _asked(done: DoneStep) -> str:
    return _("pertanyaan terkirim. Pelapor menjawab sampai %(day)s; tenggat Anda dijeda.") % _facts(done)


def _recorded(done: DoneStep) -> str:
    return _("jawaban pelapor tercatat. Tenggat berjalan lagi sampai %(day)s.") % _facts(done)


def _answered(done: DoneStep) -> str:
    if done.audience == Audience.REPORTER:
        return _("tindak lanjut terkirim, hanya untuk pelapor.")
    if not done.is_published:
        return _("tindak lanjut terkirim. Pelapor diberi tahu.")
    return _("tindak lanjut terkirim. Pelapor diberi tahu, dan umum dapat membacanya.")


def _settled(done: DoneStep) -> str:
    return _(
        "dinyatakan selesai. Pelapor memeriksa sampai %(day)s; bila ia diam, laporan selesai otomatis."
    ) % _facts(done)


def _archived(done: DoneStep) -> str:
    if done.may_object:
        return _("diarsipkan. Pelapor membaca alasannya dan boleh berkeberatan sekali.")
    return _("diarsipkan. Pelapor membaca alasannya.")


def _merged(done: DoneStep) -> str:
    return _("digabung. Pelapor diberi tahu laporan mana yang diteruskan.")


def _proposed(done: DoneStep) -> str:
    if done.details.get("kind") in EXTENSIONS:
        return _("perpanjangan diminta. Meja di atas Anda diberi tahu; tenggatnya tetap sampai disetujui.")
    return _("konsep diajukan. Penyetuju diberi tahu; pelapor belum membaca apa pun.")


def _sent_back(done: DoneStep) -> str:
    return _("konsep dikembalikan kepada penulisnya dengan alasan Anda.")


def _taken_back(done: DoneStep) -> str:
    return _("konsep ditarik. Anda dapat memperbaikinya dan mengajukannya lagi.")


def _extended(done: DoneStep) -> str:
    return _("tenggat diperpanjang. Pelapor membaca alasannya.")


def _formalised(done: DoneStep) -> str:
    return _("sekarang permintaan informasi resmi. Pelapor diberi tahu.")


def _noted(done: DoneStep) -> str:
    return _("catatan tersimpan. Hanya petugas yang membacanya.")


def _edited(done: DoneStep) -> str:
    return _("naskah publik tersimpan dan tampil untuk umum. Naskah asli tidak berubah.")


def _closed_up(done: DoneStep) -> str:
    return _("privasi diubah. Pelapor diberi tahu.")


def _revealed(done: DoneStep) -> str:
    return _("identitas terbuka untuk Anda selama 8 jam. Pelapor melihat siapa yang membukanya dan mengapa.")


_WORDS: dict[Move, Callable[[DoneStep], str]] = {
    Move.VERIFY: _verified,
    Move.TRANSFER: _verified,
    Move.ROUTE_DOWN: _routed_down,
    Move.DECIDE: _decided,
    Move.HAND_BACK: _handed_back,
    Move.RETURN: _returned,
    Move.ASK: _asked,
    Move.COMPLETE: _recorded,
    Move.FOLLOW_UP: _answered,
    Move.SETTLE: _settled,
    Move.ARCHIVE: _archived,
    Move.MERGE: _merged,
    Move.PROPOSE: _proposed,
    Move.SEND_BACK: _sent_back,
    Move.TAKE_BACK: _taken_back,
    Move.EXTEND: _extended,
    Move.FORMALISE: _formalised,
    Move.NOTE: _noted,
    Move.EDIT_PUBLIC_TEXT: _edited,
    Move.SET_PRIVACY: _closed_up,
    Move.REVEAL_IDENTITY: _revealed,
}
