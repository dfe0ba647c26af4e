"""What others did with a report while somebody had its form open."""

from lapor.queries.reports.history import HistoryEvent, history_of
from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import Move


def news_since(actor: Actor, code: str, version: int) -> tuple[HistoryEvent, ...]:
    """The events after `version` that are not the officer's own, newest first.

    One statement while nothing happened, three else. Empty where the report is not his to see.
    """
    own = {"account_id": actor.account_id} if actor.account_id else {"pk": None}
    report = Report.objects.visible_to(actor).filter(code=code).values("pk")
    fresh = Event.objects.filter(report_id__in=report, number__gt=version).exclude(**own)
    rows = list(fresh.order_by("-number").values_list("report_id", "number"))
    if not rows:
        return ()
    numbers = {number for _, number in rows}
    history = history_of(rows[0][0], Audience)
    return tuple(event for event in reversed(history) if event.number in numbers)


def last_event(actor: Actor, code: str) -> HistoryEvent | None:
    """Who did what last: what the page says where somebody was faster."""
    report_id = Report.objects.visible_to(actor).filter(code=code).values_list("pk", flat=True).first()
    if report_id is None:
        return None
    history = history_of(report_id, Audience)
    return history[-1] if history else None


def proposed_agency(actor: Actor, code: str) -> int | None:
    """The agency that was named instead when the report was last returned as not ours."""
    report = Report.objects.visible_to(actor).filter(code=code).values("pk")
    returns = Event.objects.filter(report_id__in=report, move=Move.RETURN).order_by("-number")
    details = returns.values_list("details", flat=True).first() or {}
    proposed = details.get("proposed")
    return proposed if isinstance(proposed, int) else None
