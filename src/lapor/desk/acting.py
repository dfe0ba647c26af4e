"""One shape for every small form of the desk: a move, its form, its step.

The page stands beside the report; HTMX fetches the same form into the report's page. What was typed is never
lost: a mistake gives the form back (422), somebody else's newer step gives it back with what he did (409),
and where the move is not open (any more) the page says why. Pressed twice, a step is done once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.views.decorators.http import require_http_methods

from lapor.desk.conflict import conflict, written_words
from lapor.desk.fields import word_for_secret
from lapor.desk.inbox.onward import after_step
from lapor.desk.inbox.trail import trail_of
from lapor.desk.menu import desk_page
from lapor.queries.calendar.promises import limit_on
from lapor.queries.reports.desk_news import news_since, own_words_since
from lapor.queries.reports.desk_summary import DeskSummary, desk_summary
from lapor.rules.access import Actor, may
from lapor.rules.conditions import MoveHindered
from lapor.rules.deadlines import Clock, Limit
from lapor.rules.lifecycle import Move, MoveNotAllowed
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.rules.text import clean_text
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.mending import MEND, explain

View = Callable[..., HttpResponse]


@dataclass(slots=True)
class Handed:
    """Everything a form and its step work with."""

    request: HttpRequest
    actor: Actor
    summary: DeskSummary

    @property
    def code(self) -> str:
        return self.summary.code


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePage:
    """`form` builds the form for what was handed in (None: not yet); `act` does the step with a valid one.

    `fields` is the template with its inputs, `buttons` that of its buttons where there are several, `context`
    what these need besides the form.
    """

    move: Move
    title: str | Promise
    button: str | Promise
    fields: str
    form: Callable[[Handed, Any], forms.Form]
    act: Callable[[Handed, Any], None]
    context: Callable[[Handed], dict[str, Any]] = lambda handed: {}
    buttons: str = ""


def limit_of(handed: Handed, clock: Clock) -> Limit:
    """How long a clock takes that this step would start now."""
    summary = handed.summary
    today = timezone.localdate()
    return limit_on(today, clock, kind=summary.kind, is_supervisory=summary.is_supervisory)


class Unfinished:
    """A form whose other buttons change the form itself: a file taken out, a ready text put in."""

    is_unfinished: bool = False

    def renewed(self, fresh: Any) -> Any:
        """The `fresh`, empty form with everything typed so far and no complaints yet."""
        raise NotImplementedError


def move_view(page: MovePage) -> View:
    """The view of one move: its form at GET, its step at POST."""

    @officer()
    @require_http_methods(["GET", "POST"])
    def view(request: HttpRequest, code: str) -> HttpResponse:
        handed = _handed(request, code)
        if request.method == "POST":
            return _sent(page, request, code, handed)
        if handed is None:
            raise NotFound(code)
        if not may(page.move, handed.summary.having):
            raise Forbidden(page.move)
        if page.move not in handed.summary.moves:
            return conflict(request, code, page.move)
        return _drawn(page, handed, _form(page, handed))

    view.__name__ = f"{page.move.value}_page"
    return view


def _handed(request: HttpRequest, code: str) -> Handed | None:
    actor = actor_of(request)
    summary = desk_summary(actor, code, timezone.now())
    return Handed(request, actor, summary) if summary else None


def _sent(page: MovePage, request: HttpRequest, code: str, handed: Handed | None) -> HttpResponse:
    """What was written gets a page even where the report has just left this desk, or the move is over."""
    if _is_repeated(page.move, request, code, handed):
        return after_step(code, trail_of(request))
    if handed is None or page.move not in handed.summary.moves:
        return conflict(request, code, page.move)
    return _done(page, handed)


def _is_repeated(move: Move, request: HttpRequest, code: str, handed: Handed | None) -> bool:
    """Whether an earlier press of the same button has recorded these very words already."""
    version, typed = _version(request), {clean_text(words) for words in written_words(request)}
    if version is None or not typed or (handed and handed.summary.version <= version):
        return False
    return any(typed <= said for said in own_words_since(actor_of(request), code, move, version))


def _done(page: MovePage, handed: Handed) -> HttpResponse:
    form = _form(page, handed, handed.request.POST)
    if isinstance(form, Unfinished) and form.is_unfinished:
        return _drawn(page, handed, form.renewed(_form(page, handed)))
    if not form.is_valid():
        return _drawn(page, handed, form, status=MEND)
    if news := _news(handed):
        return _drawn(page, handed, form, status=409, more={"news": news})
    try:
        page.act(handed, form)
    except Refused as refused:
        explain(form, refused)
        return _drawn(page, handed, form, status=MEND)
    except Forbidden:
        return conflict(handed.request, handed.code, page.move, is_forbidden=True)
    except (MoveNotAllowed, MoveHindered, NotFound):
        return conflict(handed.request, handed.code, page.move)
    return after_step(handed.code, trail_of(handed.request))


def _form(page: MovePage, handed: Handed, data: Any = None) -> forms.Form:
    form = page.form(handed, data)
    if handed.summary.is_secret:
        word_for_secret(form)
    return form


def _version(request: HttpRequest) -> int | None:
    """How many events the report had when the form was opened."""
    typed = request.POST.get("versi", "")
    return int(typed) if typed.isdecimal() and len(typed) < 10 else None


def _news(handed: Handed) -> tuple[Any, ...]:
    """What others did since the form was opened; asked only if anything happened at all."""
    version = _version(handed.request)
    if version is None or version >= handed.summary.version:
        return ()
    return news_since(handed.actor, handed.code, version)


def _drawn(
    page: MovePage,
    handed: Handed,
    form: forms.Form,
    *,
    status: int = 200,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    request, trail = handed.request, trail_of(handed.request)
    context = {
        "summary": handed.summary,
        "form": form,
        "title": page.title,
        "button": page.button,
        "buttons": page.buttons,
        "fields": page.fields,
        "trail": trail,
        "action": request.path,
        "report_url": reverse("desk-report", args=[handed.code]) + trail.query,
    }
    context |= page.context(handed) | (more or {})
    if request.htmx.target == "tindakan":  # type: ignore[attr-defined]
        return render(request, "desk/answering/panel.html", context, status=status)
    return desk_page(request, "desk/answering/act.html", context, here="inbox", status=status)
