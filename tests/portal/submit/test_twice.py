"""Two presses at the same moment, over two connections: one report."""

import pytest
from django.test import Client

from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from tests.builders.portal import typed
from tests.builders.together import at_once
from tests.builders.world import small_world


@pytest.mark.django_db(transaction=True)
def test_both_get_the_same_receipt() -> None:
    small_world()
    words = typed() | {"do": "send"}

    def press() -> str:
        return Client().post("/lapor/", words).url

    places = at_once(press, press, press, press)
    assert set(places) == {f"/lacak/{Report.everything.get().code}/tanda-terima/"}
    assert Event.objects.count() == 1
