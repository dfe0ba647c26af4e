"""What browsers and search engines ask for by fixed addresses."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from lapor.threshold.access import public

_MAX_AGE = 86400
# Whoever's own pages these are, nobody needs to find them; the desk is not for search engines either.
_CLOSED = ("/lacak/", "/akun/", "/meja/", "/api/", "/masuk/", "/berkas/", "/laporan/*?", "/instansi/*?")


@public
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Published reports and agencies may be found; filtered lists of them need not be."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in _CLOSED), "Allow: /"]
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={_MAX_AGE}"
    return response


@public
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For browsers that do not read the page's own link."""
    response = HttpResponsePermanentRedirect(static("ui/favicon.svg"))
    response["Cache-Control"] = f"public, max-age={_MAX_AGE}"
    return response
