"""Fills the parameters of every address, so that every page can be visited."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID

from django.urls import reverse

from lapor.queries.calendar.desk_limits import limit_scopes
from lapor.records.models import (
    Agency,
    Attachment,
    Category,
    Decree,
    FollowUpTemplate,
    Membership,
    NoticeTemplate,
)
from tests.access.routes import Route, routes

# In the small world, and in that of the journeys.
AGENCIES = (
    "Kota Solok",
    "PUPR",
    "Pemerintah Kota Solok",
    "Dinas Pekerjaan Umum dan Penataan Ruang Kota Solok",
)
#: Parameters that name something else than a report.
_NAMED: dict[tuple[str, str], Callable[[], list[object]]] = {
    ("category-edit", "code"): lambda: list(
        Category.objects.order_by("pk").values_list("code", flat=True)[:1]
    ),
    ("desk-notice-text", "code"): lambda: list(
        NoticeTemplate.objects.order_by("pk").values_list("code", flat=True)[:1]
    ),
    ("desk-notice-text", "language"): lambda: ["id"],
    ("limit-set", "key"): lambda: [scope.key for scope in limit_scopes(today=date(2026, 11, 18))[:1]],
}
# Only a download of what one typed oneself, or a page that asks for nothing: no report behind them.
SKIPPED = frozenset({"use-link"})


def visits(codes: tuple[str, ...]) -> Iterator[tuple[Route, str]]:
    """Every route with every address that leads somewhere in the tests' world."""
    for route in routes():
        if route.name in SKIPPED:
            continue
        for values in _values(route, codes):
            yield route, reverse(route.name, kwargs=values)


def _values(route: Route, codes: tuple[str, ...]) -> Iterator[dict[str, object]]:
    if not route.parameters:
        yield {}
        return
    candidates = [_candidates(route, parameter, codes) for parameter in route.parameters]
    if route.parameters == ("key", "name"):
        yield from ({"key": row.key, "name": row.name} for row in Attachment.objects.order_by("pk"))
        return
    for number in range(max(len(values) for values in candidates)):
        yield {
            parameter: values[number % len(values)]
            for parameter, values in zip(route.parameters, candidates, strict=True)
        }


def _candidates(route: Route, parameter: str, codes: tuple[str, ...]) -> list[object]:
    if parameter == "code" and ("instansi" in route.pattern or "agenc" in route.name):
        return list(Agency.objects.filter(name__in=AGENCIES).order_by("pk").values_list("code", flat=True))
    if (named := _NAMED.get((route.name, parameter))) is not None:
        return named() or ["tidak-ada"]
    if parameter == "code":
        return list(codes)
    rows = {
        "key": Attachment.objects.order_by("pk").values_list("key", flat=True),
        "agency_id": Agency.objects.filter(name__in=AGENCIES).order_by("pk").values_list("pk", flat=True),
        "account_id": Membership.objects.order_by("pk").values_list("account_id", flat=True),
        "membership_id": Membership.objects.order_by("pk").values_list("pk", flat=True),
        "decree_id": Decree.objects.order_by("pk").values_list("pk", flat=True),
        "template_id": FollowUpTemplate.objects.order_by("pk").values_list("pk", flat=True),
    }.get(parameter)
    if rows is not None and rows:
        return list(rows[:3])
    return [UUID(int=0)] if parameter == "key" else [2**31 - 1]  # nothing has these, in any database
