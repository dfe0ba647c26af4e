"""What the forms of this room share: they are judged whenever something is sent, and say what is wrong."""

from django import forms
from django.http import HttpRequest, QueryDict

from lapor.rules.refusals import Refused
from lapor.ui.labels import label


def typed(request: HttpRequest) -> QueryDict | None:
    """What was sent, even if it is nothing at all; None where the form is only shown."""
    return request.POST if request.method == "POST" else None


def explain(form: forms.Form, refused: Refused) -> None:
    """The refusal at its field, or above the form."""
    form.add_error(refused.field if refused.field in form.fields else None, label(refused.reason, "refusal"))
