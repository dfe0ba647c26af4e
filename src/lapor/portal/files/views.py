"""Files of reports, for whoever may have them."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from lapor.portal.files.ranges import NotThere, Part, asked_part, blocks
from lapor.queries.reports.file_for import FileContent, FileMissing, OutOfReach, file_for, thumbnail_for
from lapor.threshold.access import public
from lapor.threshold.actor import actor_of
from lapor.threshold.kept import out_of_reach
from lapor.threshold.uploads import draft_keys_of

View = Callable[..., HttpResponseBase]
logger = logging.getLogger(__name__)
# Nothing in a file may run or load anything, should a browser take it for a page.
_POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; sandbox"


def _explained(view: View) -> View:
    """404 where a file is missing, 503 where the storage does not answer: both with words, and in the log."""

    @wraps(view)
    def tried(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except FileMissing as error:
            logger.error("a stored attachment has no file")
            raise Http404 from error
        except OutOfReach as error:
            logger.error("attachments are out of reach: %s", error)
            return out_of_reach(request, "portal/file_down.html")

    return tried


@public
@_explained
@require_safe
def file(request: HttpRequest, key: UUID, name: str) -> HttpResponseBase:
    """The file itself; the name in the address is for people only."""
    return _answer(request, file_for(actor_of(request), key, draft_keys=draft_keys_of(request)))


@public
@_explained
@require_safe
def thumbnail(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """The small picture of a photograph."""
    return _answer(request, thumbnail_for(actor_of(request), key, draft_keys=draft_keys_of(request)))


def _answer(request: HttpRequest, found: FileContent | None) -> HttpResponseBase:
    if found is None:
        raise Http404
    response: HttpResponseBase
    try:
        part = asked_part(request.headers.get("Range"), found.size)
    except NotThere:
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{found.size}"})
    else:
        if request.headers.get("If-None-Match") == f'"{found.tag}"':
            response = HttpResponse(status=304)
        else:
            response = _streamed(request, found, part)
    _protect(response, found)
    return response


def _streamed(request: HttpRequest, found: FileContent, part: Part | None) -> HttpResponseBase:
    wanted = part or Part(0, found.size)
    is_empty = request.method == "HEAD"
    response = StreamingHttpResponse(() if is_empty else blocks(found.open(), wanted))
    response.headers["Content-Type"] = found.type.mime
    response.headers["Content-Length"] = str(wanted.size)
    if part is not None:
        response.status_code = 206
        response.headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{found.size}"
    disposition = content_disposition_header(not found.type.is_inline_safe, found.name)
    response.headers["Content-Disposition"] = disposition or "attachment"
    return response


def _protect(response: HttpResponseBase, found: FileContent) -> None:
    # Always asked again: a file that was released by mistake is gone everywhere once it is taken back.
    kept = "public, no-cache" if found.is_public else "private, no-cache"
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["ETag"] = f'"{found.tag}"'
    response.headers["Cache-Control"] = kept
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
