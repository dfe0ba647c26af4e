"""Two presses at the same moment, over two connections: one report."""

import threading

import pytest
from django.db import connection
from django.test import Client

from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from tests.builders.portal import typed
from tests.builders.world import small_world


@pytest.mark.django_db(transaction=True)
def test_both_get_the_same_receipt() -> None:
    small_world()
    words = typed() | {"do": "send"}
    start = threading.Barrier(4)
    places: list[str] = []

    def press() -> None:
        start.wait()
        try:
            places.append(Client().post("/lapor/", words).url)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(places) == 4
    assert set(places) == {f"/lacak/{Report.everything.get().code}/tanda-terima/"}
    assert Event.objects.count() == 1
