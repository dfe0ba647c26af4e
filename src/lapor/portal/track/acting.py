"""What every move of a reporter shares: words and files in, one step, back to his page."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from lapor.portal.kept_files import rows_of, take_in
from lapor.portal.reporter import reporter_of
from lapor.portal.track.forms import WordsForm
from lapor.portal.track.moves import ReporterMove
from lapor.portal.track.page import forget_draft, own_page, show
from lapor.portal.track.start import closed_door
from lapor.queries.reports.tracking import TrackingPage, tracking_page
from lapor.rules.conditions import MoveHindered
from lapor.rules.lifecycle import ARCHIVING, MoveNotAllowed
from lapor.rules.refusals import Refused
from lapor.threshold.access import own
from lapor.threshold.kept import kind_when_down
from lapor.threshold.mending import MEND, explain
from lapor.ui.labels import label


def view_of(move: ReporterMove) -> Callable[..., HttpResponse]:
    """The view of one move: its page where it has one, and the step behind its form.

    Whatever can be mended comes back with everything typed (422), also when the report has changed meanwhile
    (409) or the database is out of reach (503). Raises NotFound for whoever is not the reporter.
    """

    @own
    @kind_when_down
    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest, code: str) -> HttpResponse:
        return _act(request, code, move) if request.method == "POST" else _ask(request, code, move)

    return view


def _ask(request: HttpRequest, code: str, move: ReporterMove) -> HttpResponse:
    """What the move means, before it is made; one without a page of its own leads back to the report."""
    if not move.has_page:
        return redirect("track", code=code)
    page = tracking_page(reporter_of(request), code, timezone.now())
    if page is None:
        return closed_door(request, code)
    if not move.is_among(page.moves):
        return redirect("track", code=code)
    return _again(request, page, move, {"form": WordsForm(name=move.name)}, 200)


def _act(request: HttpRequest, code: str, move: ReporterMove) -> HttpResponse:
    page, actor = own_page(request, code), reporter_of(request)
    form = WordsForm(request.POST, name=move.name)
    form.full_clean()
    key = form.cleaned_data.get("key") or uuid4()
    files, file_error = take_in(request, actor, key)
    kept = {"form": form, "key": key, "files": rows_of(files)}
    if not move.is_among(page.moves):
        return _again(request, page, move, kept | {"has_changed": True}, 409)
    if file_error:
        return _again(request, page, move, kept | _at_files(move, file_error), MEND)
    if "remove_files" in request.POST:
        return _again(request, page, move, kept, 200)
    try:
        move.step(actor, code, form.cleaned_data.get("words", ""), tuple(file.key for file in files))
    except Refused as refused:
        if refused.field == "attachments":
            return _again(request, page, move, kept | _at_files(move, label(refused.reason, "refusal")), MEND)
        # What each step calls its words, the form calls words.
        explain(form, Refused(refused.reason, "words"))
        return _again(request, page, move, kept, MEND)
    except (MoveNotAllowed, MoveHindered):
        return _again(request, own_page(request, code), move, kept | {"has_changed": True}, 409)
    messages.success(request, str(move.done))
    forget_draft(request, f"{move.name}-{code}")
    return redirect("track", code=code)


def _again(
    request: HttpRequest, page: TrackingPage, move: ReporterMove, kept: dict[str, Any], status: int
) -> HttpResponse:
    form = kept["form"]
    if not move.has_page:
        return show(request, page, status=status, kept=kept, mended=move.place, **{move.place: form})
    context = {
        "page": page,
        "form": form,
        "kept": kept,
        "archived": page.last(*ARCHIVING),
        "here": "lacak",
    }
    return render(request, move.place, context | move.facts(), status=status)


def _at_files(move: ReporterMove, words: str) -> dict[str, Any]:
    """An error at the files, for the field and for the summary, which links to it."""
    return {"file_error": words, "file_errors": [(f"#{move.name}_files", words)]}
