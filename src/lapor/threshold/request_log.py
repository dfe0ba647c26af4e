"""One line per request: which room, what came of it, how long it took.

The address itself is not written: it may carry a code, a one-time link, or what somebody searched for.
"""

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

logger = logging.getLogger(__name__)
Respond = Callable[[HttpRequest], HttpResponseBase]


def request_log(get_response: Respond) -> Respond:
    """The outermost middleware, so that the time is the whole time."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        began = time.perf_counter()
        response = get_response(request)
        if not request.path.startswith(settings.STATIC_URL):
            match = request.resolver_match
            route = f"/{match.route}" if match else "-"
            spent = round((time.perf_counter() - began) * 1000)
            logger.info("%s %s %s %s ms", request.method, route, response.status_code, spent)
        return response

    return middleware
