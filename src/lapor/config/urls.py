"""All addresses. Each room brings its own; this file only says where a room begins."""

from django.urls import URLPattern, URLResolver, include, path

ROOMS = (
    ("", "lapor.portal.home.urls"),
    ("lapor/", "lapor.portal.submit.urls"),
    ("lacak/", "lapor.portal.track.urls"),
    ("laporan/", "lapor.portal.browse.urls"),
    ("instansi/", "lapor.portal.agencies.urls"),
    ("", "lapor.portal.account.urls"),
    ("berkas/", "lapor.portal.files.urls"),
    ("galeri/", "lapor.portal.gallery.urls"),
    ("meja/", "lapor.desk.inbox.urls"),
    ("meja/verifikasi/", "lapor.desk.verification.urls"),
    ("meja/disposisi/", "lapor.desk.routing.urls"),
    ("meja/laporan/", "lapor.desk.answering.urls"),
    ("meja/terima/", "lapor.desk.intake.urls"),
    ("meja/instansi/", "lapor.desk.agencies.urls"),
    ("meja/katalog/", "lapor.desk.catalogue.urls"),
    ("meja/petugas/", "lapor.desk.users.urls"),
    ("api/v1/", "lapor.api.v1.urls"),
)

handler400 = "lapor.threshold.bad_request.bad_request"

urlpatterns: list[URLPattern | URLResolver] = [path(prefix, include(module)) for prefix, module in ROOMS]
