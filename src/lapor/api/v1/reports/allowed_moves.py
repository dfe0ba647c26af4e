"""`GET /api/v1/laporan/<code>/langkah/`: what whoever asks may do with a report right now."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lapor.queries.reports.allowed_moves import allowed_moves
from lapor.rules.lifecycle import Move
from lapor.threshold.access import public
from lapor.threshold.actor import actor_of
from lapor.ui.labels import label


@public
@never_cache
@require_safe
def allowed_moves_of_report(request: HttpRequest, code: str) -> HttpResponse:
    """State and open moves, as buttons show them; 404 in JSON for whoever may not look inside."""
    found = allowed_moves(actor_of(request), code, timezone.now())
    if found is None:
        return JsonResponse({"error": "not_found"}, status=404)
    moves = [{"move": move.value, "label": label(Move(move))} for move in found.moves]
    return JsonResponse({"code": found.code, "state": found.state, "moves": moves})
