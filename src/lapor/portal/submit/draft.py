"""What is being typed by somebody with an account is kept with it as he types."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from lapor.portal.reporter import reporter_of
from lapor.portal.submit.form import ReportForm
from lapor.portal.submit.start import key_of
from lapor.rules.refusals import NotFound
from lapor.steps.drafts.keep import keep_draft
from lapor.steps.reports.receive import MAX_TEXT
from lapor.threshold.access import public


@public
@never_cache
@require_POST
def autosave(request: HttpRequest) -> HttpResponse:
    """204 if it is kept, 409 if the draft was sent meanwhile or belongs to somebody else."""
    typed = {name: request.POST.get(name, "")[: 2 * MAX_TEXT] for name in ReportForm.base_fields}
    content = {name: value for name, value in typed.items() if value and name != "key"}
    try:
        kept = keep_draft(
            actor=reporter_of(request), key=key_of(request), content=content, now=timezone.now()
        )
    except NotFound:
        kept = False
    return HttpResponse(status=204 if kept else 409)
