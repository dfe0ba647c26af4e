"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.portal.track.complete import complete
from lapor.portal.track.confirm import confirm
from lapor.portal.track.contest import contest
from lapor.portal.track.formalise import formalise
from lapor.portal.track.objection import objection
from lapor.portal.track.page import track
from lapor.portal.track.privacy import privacy
from lapor.portal.track.rate import rate
from lapor.portal.track.receipt import receipt, receipt_as_pdf
from lapor.portal.track.reply import reply
from lapor.portal.track.start import track_start
from lapor.portal.track.withdraw import withdraw

urlpatterns: list[URLPattern] = [
    path("", track_start, name="track-start"),
    path("<str:code>/", track, name="track"),
    path("<str:code>/tanda-terima/", receipt, name="receipt"),
    path("<str:code>/tanda-terima/pdf/", receipt_as_pdf, name="receipt-pdf"),
    path("<str:code>/jawab/", complete, name="track-complete"),
    path("<str:code>/balas/", reply, name="track-reply"),
    path("<str:code>/selesai/", confirm, name="track-confirm"),
    path("<str:code>/sanggah/", contest, name="track-contest"),
    path("<str:code>/nilai/", rate, name="track-rate"),
    path("<str:code>/keberatan/", objection, name="track-object"),
    path("<str:code>/resmi/", formalise, name="track-formalise"),
    path("<str:code>/cabut/", withdraw, name="track-withdraw"),
    path("<str:code>/privasi/", privacy, name="track-privacy"),
]
