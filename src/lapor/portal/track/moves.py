"""What a reporter may do with words, as a table: each move with its step, its page, and what is said then."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lapor.queries.calendar.promises import formal_limits
from lapor.rules.access import Actor
from lapor.rules.lifecycle import Move
from lapor.steps.reports.complete import complete_report
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.formalise import formalise_request
from lapor.steps.reports.object import object_to_archiving
from lapor.steps.reports.reply import reply_to_report
from lapor.steps.reports.withdraw import withdraw_report

Step = Callable[[Actor, str, str, tuple[UUID, ...]], None]


@dataclass(frozen=True, slots=True)
class ReporterMove:
    """`name` is that of form, draft and address; `place` its template, or its part of the report page.

    `instead` is the move the step makes of it for some reports; `facts` is what its template needs beside
    the report.
    """

    move: Move
    name: str
    place: str
    step: Step
    done: Promise
    instead: Move | None = None
    facts: Callable[[], dict[str, Any]] = dict

    def is_among(self, moves: Iterable[Move]) -> bool:
        """Whether the report's reporter may do this now."""
        return not {self.move, self.instead}.isdisjoint(moves)

    @property
    def has_page(self) -> bool:
        """Some are pages of their own, because they are asked once more; the others stand on the report's."""
        return self.place.endswith(".html")


def _complete(actor: Actor, code: str, words: str, keys: tuple[UUID, ...]) -> None:
    complete_report(actor=actor, code=code, text=words, attachment_keys=keys, now=timezone.now())


def _reply(actor: Actor, code: str, words: str, keys: tuple[UUID, ...]) -> None:
    reply_to_report(actor=actor, code=code, text=words, attachment_keys=keys, now=timezone.now())


def _contest(actor: Actor, code: str, words: str, keys: tuple[UUID, ...]) -> None:
    contest_report(actor=actor, code=code, reason=words, attachment_keys=keys, now=timezone.now())


def _object(actor: Actor, code: str, words: str, keys: tuple[UUID, ...]) -> None:
    object_to_archiving(actor=actor, code=code, reason=words, now=timezone.now())


def _formalise(actor: Actor, code: str, words: str, keys: tuple[UUID, ...]) -> None:
    formalise_request(actor=actor, code=code, reason=words, now=timezone.now())


def _formal_lengths() -> dict[str, Any]:
    return {"limits": formal_limits(timezone.localdate())}


def _withdraw(actor: Actor, code: str, words: str, keys: tuple[UUID, ...]) -> None:
    withdraw_report(actor=actor, code=code, reason=words, now=timezone.now())


REPORTER_MOVES = (
    ReporterMove(
        Move.COMPLETE, "jawab", "answer", _complete, _("Jawaban Anda terkirim. Petugas melanjutkan.")
    ),
    ReporterMove(Move.REPLY, "balas", "reply", _reply, _("Balasan Anda terkirim.")),
    ReporterMove(
        Move.CONTEST,
        "sanggah",
        "portal/track/contest.html",
        _contest,
        _("Sanggahan Anda terkirim. Laporan dikerjakan lagi."),
    ),
    ReporterMove(
        Move.OBJECT,
        "keberatan",
        "portal/track/objection.html",
        _object,
        _("Keberatan Anda terkirim. Laporan dibaca sekali lagi."),
    ),
    ReporterMove(
        Move.FORMALISE,
        "resmi",
        "portal/track/formalise.html",
        _formalise,
        _("Permintaan Anda sekarang resmi menurut UU 14/2008."),
        facts=_formal_lengths,
    ),
    ReporterMove(
        Move.WITHDRAW,
        "cabut",
        "portal/track/withdraw.html",
        _withdraw,
        _("Laporan ini Anda cabut. Anda tetap dapat membacanya di sini."),
        instead=Move.LEAVE,
    ),
)
