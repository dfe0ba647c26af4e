"""What a form is bound to."""

from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """What was posted, also if no field came with it; None for a page that is only opened."""
    return request.POST if request.method == "POST" else None
