"""The page for a step that could not be done: why, and everything that was typed, to be copied."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lapor.desk.inbox.trail import trail_of
from lapor.desk.menu import desk_page
from lapor.queries.reports.desk_news import Obstacle, obstacle
from lapor.rules.lifecycle import Move
from lapor.threshold.actor import actor_of

# The fields in which people write sentences.
_WORDS = (
    "public_title", "public_text", "text", "reason", "question", "words", "instruction", "no_evidence_reason",
    "competent_body",
)  # fmt: skip


def written_words(request: HttpRequest) -> list[str]:
    """Every sentence that was typed into the form."""
    return [words for name in _WORDS if (words := request.POST.get(name, "").strip())]


def conflict(request: HttpRequest, code: str, move: Move, *, is_forbidden: bool = False) -> HttpResponse:
    """Why the move is not open (any more), who closed it, and what was typed.

    403 where it is not the officer's to make, as the matrix or the step said, else 409; 404 where the report
    is not his to see: then not a word about it.
    """
    trail = trail_of(request)
    found = obstacle(actor_of(request), code, move, timezone.now())
    is_forbidden = is_forbidden or (found is not None and not found.is_allowed)
    context = {
        "code": code,
        "heading": _heading(found, is_forbidden),
        "obstacle": found,
        "is_forbidden": is_forbidden,
        "typed": written_words(request),
        "trail": trail,
        "report_url": reverse("desk-report", args=[code]) + trail.query,
    }
    status = 404 if found is None else 403 if is_forbidden else 409
    return desk_page(request, "desk/answering/conflict.html", context, here="inbox", status=status)


def _heading(found: Obstacle | None, is_forbidden: bool) -> str:
    if found is None:
        return _("Laporan ini tidak ada di meja Anda")
    if is_forbidden:
        return _("Langkah ini bukan untuk Anda")
    if found.hindrance:
        return _("Langkah ini tidak dapat dilakukan")
    return _("Langkah ini tidak terbuka lagi") if found.is_own else _("Orang lain lebih dulu")
