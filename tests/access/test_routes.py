"""Every view says who may come in; a view that says nothing stays shut."""

from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from lapor.threshold.access import Access
from tests.access.routes import routes


def forgotten(request: HttpRequest) -> HttpResponse:
    return HttpResponse("tidak boleh terlihat")


urlpatterns = [path("lupa/", forgotten)]


def test_there_are_routes_at_all() -> None:
    assert len(routes()) > 40


def test_every_route_has_a_name_of_its_own() -> None:
    names = [route.name for route in routes()]
    assert "" not in names
    assert len(names) == len(set(names))


def test_every_view_declares_its_access() -> None:
    assert [route.pattern for route in routes() if not isinstance(route.access, Access)] == []


@override_settings(ROOT_URLCONF="tests.access.test_routes")
def test_an_undeclared_view_answers_403(db: None) -> None:
    answer = Client().get("/lupa/")
    assert answer.status_code == 403
    assert b"tidak boleh terlihat" not in answer.content
