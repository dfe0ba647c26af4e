"""A refusal leads on: to the report it was about, in the room where it was made."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from lapor.rules.lifecycle import Move, MoveNotAllowed, State
from lapor.threshold.middleware import declared_access


@pytest.mark.parametrize(
    ("address", "report"),
    [
        ("/lacak/583720461/selesai/", "/lacak/583720461/"),
        ("/meja/laporan/583720461/arsip/", "/meja/laporan/583720461/"),
    ],
)
def test_what_came_too_late_leads_back_to_the_report(db: None, address: str, report: str) -> None:
    request = RequestFactory().post(address)
    request.resolver_match = resolve(address)
    middleware = declared_access(lambda _request: HttpResponse())
    answer = middleware.process_exception(request, MoveNotAllowed(Move.ARCHIVE, State.CLOSED))
    assert answer is not None
    assert answer.status_code == 409
    assert f'href="{report}"' in answer.content.decode()
