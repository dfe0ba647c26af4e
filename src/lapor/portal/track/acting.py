"""What every action of a reporter shares: words and files in, one step, back to his page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from lapor.portal.kept_files import rows_of, take_in
from lapor.portal.reporter import reporter_of
from lapor.portal.track.forms import WordsForm
from lapor.portal.track.kept import kept_words
from lapor.portal.track.page import forget_draft, own_page
from lapor.queries.reports.tracking import TrackingPage
from lapor.rules.access import Actor
from lapor.rules.conditions import MoveHindered
from lapor.rules.lifecycle import MoveNotAllowed
from lapor.rules.refusals import Refused
from lapor.ui.labels import label

Again = Callable[[TrackingPage, dict[str, Any], int], HttpResponse]
Step = Callable[[Actor, str, str, tuple[UUID, ...]], None]


@dataclass(frozen=True, slots=True)
class Action:
    """One action: its name (that of its form and its draft), the step, and what is said afterwards."""

    name: str
    step: Step
    done: str


def act_with_words(request: HttpRequest, code: str, action: Action, again: Again) -> HttpResponse:
    """Calls the step with the words and files of the form.

    Whatever can be mended comes back through `again` with everything typed (422), also when the report has
    changed meanwhile (409) or the database is out of reach (503). Raises NotFound for whoever is not the
    reporter.
    """
    try:
        return _act(request, code, action, again)
    except (OperationalError, InterfaceError):
        return kept_words(request)


def _act(request: HttpRequest, code: str, action: Action, again: Again) -> HttpResponse:
    page, actor = own_page(request, code), reporter_of(request)
    form = WordsForm(request.POST, name=action.name)
    form.full_clean()
    key = form.cleaned_data.get("key") or uuid4()
    files, file_error = take_in(request, actor, key)
    kept = {"form": form, "key": key, "files": rows_of(files)} | _at_files(file_error)
    if file_error or "remove_files" in request.POST:
        return again(page, kept, 422 if file_error else 200)
    try:
        action.step(actor, code, form.cleaned_data.get("words", ""), tuple(file.key for file in files))
    except Refused as refused:
        words = label(refused.reason, "refusal")
        if refused.field == "attachments":
            return again(page, kept | _at_files(words), 422)
        form.add_error("words", words)
        return again(page, kept, 422)
    except (MoveNotAllowed, MoveHindered):
        return again(own_page(request, code), kept | {"has_changed": True}, 409)
    messages.success(request, action.done)
    forget_draft(request, f"{action.name}-{code}")
    return redirect("track", code=code)


def _at_files(words: str) -> dict[str, Any]:
    """An error at the files, for the field and for the summary."""
    return {"file_error": words, "file_errors": [words] if words else []}
