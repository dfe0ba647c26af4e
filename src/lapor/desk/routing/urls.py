"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.desk.routing.bulk import bulk_route_page
from lapor.desk.routing.views import (
    decide_page,
    hand_back_page,
    return_page,
    route_down_page,
    transfer_page,
)

urlpatterns: list[URLPattern] = [
    path("banyak/", bulk_route_page, name="route-bulk"),
    path("<str:code>/ke-bawah/", route_down_page, name="route-down"),
    path("<str:code>/kembalikan/", hand_back_page, name="route-hand-back"),
    path("<str:code>/bukan-wewenang/", return_page, name="route-return"),
    path("<str:code>/putuskan/", decide_page, name="route-decide"),
    path("<str:code>/alihkan/", transfer_page, name="route-transfer"),
]
