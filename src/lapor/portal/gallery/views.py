"""The gallery of components, for whoever builds pages and for the visual and accessibility tests."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapor.threshold.access import public
from lapor.ui.gallery import sections


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state, light and dark side by side."""
    return render(request, "gallery.html", {"sections": sections()})
