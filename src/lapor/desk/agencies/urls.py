"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.desk.agencies import close, decree, edit, lists, page

urlpatterns: list[URLPattern] = [
    path("", lists.agencies, name="desk-agencies"),
    path("cari/", lists.suggest, name="desk-agency-search"),
    path("baru/", edit.add_top, name="desk-agency-add-top"),
    path("sk/<int:decree_id>/berkas/", decree.scan, name="decree-scan"),
    path("<str:code>/", page.agency, name="desk-agency"),
    path("<str:code>/riwayat/", page.history, name="desk-agency-history"),
    path("<str:code>/benar/", page.confirm, name="desk-agency-confirm"),
    path("<str:code>/ubah/", edit.edit, name="desk-agency-edit"),
    path("<str:code>/tambah/", edit.add, name="desk-agency-add"),
    path("<str:code>/pindah/", edit.move, name="desk-agency-move"),
    path("<str:code>/tutup/", close.close, name="desk-agency-close"),
    path("<str:code>/aktifkan/", close.reopen, name="desk-agency-reopen"),
    path("<str:code>/sk/", decree.decree, name="decree-add"),
    path("<str:code>/sk/<int:decree_id>/", decree.decree, name="decree-edit"),
]
