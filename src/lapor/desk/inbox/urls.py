"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.desk.inbox.notices import notices, read_all
from lapor.desk.inbox.onward import onward
from lapor.desk.inbox.saved import delete, save
from lapor.desk.inbox.suggestions import agencies, categories, places
from lapor.desk.inbox.views import inbox_page

urlpatterns: list[URLPattern] = [
    path("", inbox_page, name="inbox"),
    path("lanjut/", onward, name="desk-onward"),
    path("kabar/", notices, name="desk-notices"),
    path("kabar/dibaca/", read_all, name="read-notices"),
    path("tampilan/simpan/", save, name="save-view"),
    path("tampilan/<int:view_id>/hapus/", delete, name="delete-view"),
    path("pilihan/tempat/", places, name="desk-places"),
    path("pilihan/kategori/", categories, name="desk-categories"),
    path("pilihan/instansi/", agencies, name="desk-destinations"),
]
