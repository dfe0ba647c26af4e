"""The kinds of report in plain words, each with its promise."""

from django.utils import timezone
from django.utils.translation import gettext as _

from lapor.queries.calendar.finish_limits import finish_limits
from lapor.rules.kinds import Kind
from lapor.ui.labels import label
from lapor.ui.wording import days


def kind_options() -> list[tuple[str, str, str]]:
    """(value, label, explanation); the day limits come from their dated rows."""
    promises = {
        Kind.COMPLAINT: _("Pengaduan. Diselesaikan paling lambat %(days)s."),
        Kind.ASPIRATION: _("Aspirasi. Ditanggapi paling lambat %(days)s."),
        Kind.INFORMATION_REQUEST: _("Permintaan informasi. Dijawab paling lambat %(days)s."),
    }
    limits = finish_limits(timezone.localdate())
    return [
        (kind.value, label(kind, "kind_plain"), promises[kind] % {"days": days(*limits[kind])})
        for kind in Kind
    ]
