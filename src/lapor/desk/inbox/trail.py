"""From which list an officer came to a report, so that after a step the next one is one click away.

`dari` holds the inbox's own parameters, `posisi` the place of the report in that list.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from lapor.desk.inbox.address import selection_from_query
from lapor.queries.reports.inbox import Cursor, Selection
from lapor.queries.reports.inbox_row import InboxRow
from lapor.rules.access import Actor
from lapor.threshold.pages import decode_cursor, encode_cursor

_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Trail:
    """Where the officer came from; empty where he came by an address of his own."""

    origin: str = ""
    place: str = ""

    def __bool__(self) -> bool:
        return bool(self.origin)

    @property
    def query(self) -> str:
        """To be put behind an address: "?dari=…&posisi=…", or nothing."""
        if not self.origin:
            return ""
        return "?" + urlencode({"dari": self.origin} | ({"posisi": self.place} if self.place else {}))

    @property
    def back(self) -> str:
        """The list itself."""
        return f"{reverse('inbox')}?{self.origin}" if self.origin else reverse("inbox")

    @property
    def cursor(self) -> tuple[object, ...] | None:
        return decode_cursor(self.place, 2)

    def selection(self, actor: Actor) -> Selection:
        return selection_from_query(self.origin, actor)


def trail_of(request: HttpRequest) -> Trail:
    """From the address, or from the hidden fields of a form."""
    given = request.POST if request.method == "POST" else request.GET
    return Trail(given.get("dari", "")[:_LONGEST], given.get("posisi", "")[:_LONGEST])


def trail_at(origin: str, cursor: Cursor | None) -> Trail:
    return Trail(origin, encode_cursor(cursor))


def address_of(row: InboxRow, trail: Trail) -> str:
    """Where work on this report begins: the verification for whoever verifies it, else its page."""
    return reverse("verify" if row.may_verify else "desk-report", args=[row.code]) + trail.query
