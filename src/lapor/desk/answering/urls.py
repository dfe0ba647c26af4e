"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.desk.answering.answers import extend_page, follow_up_page, settle_page
from lapor.desk.answering.approval import approve_page, grant_page, take_back_page
from lapor.desk.answering.bulk import bulk_archive_page
from lapor.desk.answering.formal import formalise_page
from lapor.desk.answering.on_behalf import on_behalf_page
from lapor.desk.answering.public_text import public_text_page
from lapor.desk.answering.report import report_page
from lapor.desk.answering.words import (
    archive_page,
    ask_page,
    identity_page,
    merge_page,
    note_page,
    privacy_page,
)

urlpatterns: list[URLPattern] = [
    path("banyak/arsip/", bulk_archive_page, name="desk-bulk-archive"),
    path("<str:code>/", report_page, name="desk-report"),
    path("<str:code>/tanya/", ask_page, name="desk-ask"),
    path("<str:code>/jawaban/", on_behalf_page, name="desk-on-behalf"),
    path("<str:code>/tindak-lanjut/", follow_up_page, name="desk-follow-up"),
    path("<str:code>/selesai/", settle_page, name="desk-settle"),
    path("<str:code>/perpanjangan/", extend_page, name="desk-extend"),
    path("<str:code>/perpanjangan/putusan/", grant_page, name="desk-grant"),
    path("<str:code>/resmi/", formalise_page, name="desk-formalise"),
    path("<str:code>/konsep/", approve_page, name="desk-approve"),
    path("<str:code>/konsep/tarik/", take_back_page, name="desk-take-back"),
    path("<str:code>/catatan/", note_page, name="desk-note"),
    path("<str:code>/naskah/", public_text_page, name="desk-public-text"),
    path("<str:code>/privasi/", privacy_page, name="desk-privacy"),
    path("<str:code>/identitas/", identity_page, name="desk-identity"),
    path("<str:code>/arsip/", archive_page, name="desk-archive"),
    path("<str:code>/gabung/", merge_page, name="desk-merge"),
]
