"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.portal.track.acting import view_of
from lapor.portal.track.close_here import close_here
from lapor.portal.track.confirm import confirm
from lapor.portal.track.link import ask_link, use_link
from lapor.portal.track.moves import REPORTER_MOVES
from lapor.portal.track.page import track
from lapor.portal.track.privacy import privacy
from lapor.portal.track.rate import rate
from lapor.portal.track.receipt import receipt, receipt_as_pdf
from lapor.portal.track.start import track_start

urlpatterns: list[URLPattern] = [
    path("", track_start, name="track-start"),
    path("tautan/", ask_link, name="track-ask-link"),
    path("tautan/<str:token>/", use_link, name="track-use-link"),
    path("<str:code>/", track, name="track"),
    path("<str:code>/tanda-terima/", receipt, name="receipt"),
    path("<str:code>/tanda-terima/pdf/", receipt_as_pdf, name="receipt-pdf"),
    path("<str:code>/tutup/", close_here, name="track-close"),
    path("<str:code>/selesai/", confirm, name="track-confirm"),
    path("<str:code>/nilai/", rate, name="track-rate"),
    path("<str:code>/privasi/", privacy, name="track-privacy"),
    *(
        path(f"<str:code>/{move.name}/", view_of(move), name=f"track-{move.move.value}")
        for move in REPORTER_MOVES
    ),
]
