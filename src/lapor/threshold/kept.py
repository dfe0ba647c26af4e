"""Words that could not be taken: given back, to be sent again as they are. Touches no database."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

_RETRY_AFTER_SECONDS = "30"
_LONG = 40
_OURS = frozenset({"csrfmiddlewaretoken"})


def has_words(request: HttpRequest) -> bool:
    """Whether somebody typed something that would be lost."""
    return request.method == "POST" and any(
        value.strip() for name, values in request.POST.lists() if name not in _OURS for value in values
    )


def kept_while_down(request: HttpRequest) -> HttpResponse:
    """503: the database is out of reach."""
    response = _page(request, is_signed_out=False, status=503)
    response["Retry-After"] = _RETRY_AFTER_SECONDS
    return response


def kept_while_signed_out(request: HttpRequest) -> HttpResponse:
    """403: the session has ended; after signing in beside it the same form can be sent again."""
    return _page(request, is_signed_out=True, status=403)


def _page(request: HttpRequest, *, is_signed_out: bool, status: int) -> HttpResponse:
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    fields = [(name, value) for name, value in fields if name not in _OURS and "password" not in name]
    context = {
        "is_signed_out": is_signed_out,
        "sign_in": f"{reverse('sign-in')}?{urlencode({'next': reverse('inbox')})}",
        "action": request.get_full_path(),
        "words": [field for field in fields if len(field[1]) > _LONG or "\n" in field[1]],
        "others": [field for field in fields if not (len(field[1]) > _LONG or "\n" in field[1])],
        "has_files": bool(request.FILES),
        "asking": None,  # who is asking is a question to the database
    }
    return render(request, "kept.html", context, status=status)
