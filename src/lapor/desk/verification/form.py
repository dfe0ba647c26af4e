"""What the verifying officer decides, as a form. It hands over; `steps/reports/verify.py` decides."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lapor.desk.agency_choice import AgencyScope, DestinationForm, found_agencies, options_of
from lapor.desk.answering.words import PRIVACY, more_private
from lapor.desk.release import FileReleaseForm, precisions, released, usual_precision
from lapor.queries.catalogue.categories import category_by_code, find_categories
from lapor.queries.reports.desk_destinations import Destination, destinations_by_id
from lapor.queries.reports.desk_verification import VerificationSheet
from lapor.rules.kinds import Kind, PlacePrecision
from lapor.steps.reports.verify import Verification
from lapor.ui.labels import LABELS

SUPERVISORY, ORDINARY = "supervisory", "not_supervisory"
_LONGEST = 8000
_MOST_COPIES = 10
_MOST_CHOICES = 6


class VerificationForm(DestinationForm, FileReleaseForm):
    """Everything on the page: what the public reads, what the report is, and who gets it."""

    public_title = forms.CharField(label=_("Judul publik"), max_length=160, required=False)
    public_text = forms.CharField(label=_("Naskah publik"), max_length=_LONGEST, required=False)
    privacy = forms.ChoiceField(label=_("Privasi"))
    kind = forms.ChoiceField(label=_("Jenis"), choices=[(kind.value, LABELS["kind"][kind]) for kind in Kind])
    report_class = forms.ChoiceField(
        label=_("Kelas"),
        choices=[(word, LABELS["report_class"][word]) for word in (ORDINARY, SUPERVISORY)],
    )
    category = forms.CharField(label=_("Kategori"), required=False, max_length=160)
    tags = forms.CharField(
        label=_("Tanda"),
        help_text=_("Dipisah koma. Hanya petugas yang melihatnya."),
        required=False,
        max_length=200,
    )
    is_priority = forms.BooleanField(
        label=_("Didahulukan"),
        help_text=_("Ada bahaya bagi orang, atau tidak dapat menunggu."),
        required=False,
    )
    public_precision = forms.ChoiceField(label=_("Tempat yang dilihat umum"), required=False)
    copies = forms.TypedMultipleChoiceField(label=_("Tembusan"), required=False, coerce=int)
    reason = forms.CharField(
        label=_("Alasan untuk pelapor"),
        help_text=_("Mengapa instansi ini? Satu kalimat biasa. Pelapor dan umum membacanya."),
        max_length=_LONGEST,
    )

    def __init__(self, data: QueryDict | None = None, sheet: VerificationSheet | None = None) -> None:
        near = data.get("dekat", "")[:13] if data is not None else sheet.summary.region_code if sheet else ""
        super().__init__(data, scope=AgencyScope(near=near))
        self.category_choices: list[tuple[str, str, str]] = []
        self.copy_choices: list[tuple[str, str, str]] = []
        typed = data.getlist("copies")[:_MOST_COPIES] if data is not None else []
        self.copy_ids = [int(one) for one in typed if one.isdecimal() and len(one) < 10]
        self._choose("copies", [(str(one), str(one)) for one in self.copy_ids])
        self._choose("privacy", more_private(False, False, with_present=True))
        self._choose("public_precision", [(one.value, one.value) for one in PlacePrecision])
        if sheet:
            self.fit(sheet)

    def fit(self, sheet: VerificationSheet) -> None:
        """Offers what this report allows. A form that was sent is judged without it: the step decides."""
        summary = sheet.summary
        self.initial = _initial(sheet)
        self._choose("privacy", more_private(summary.is_anonymous, summary.is_secret, with_present=True))
        self._choose("public_precision", precisions(sheet))

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    @property
    def is_adding_copy(self) -> bool:
        return "tambah" in self.data

    def take_copy(self) -> None:
        """Adds the agency typed or picked for a copy; offers choices where the words meant several."""
        picked, text = str(self.data.get("copy", "")), str(self.data.get("copy_text", ""))
        if picked.isdecimal() and len(picked) < 10:
            self.copy_ids.append(int(picked))
        elif text.strip():
            found = found_agencies(text, self.scope)
            if len(found) == 1:
                self.copy_ids.append(found[0].id)
            else:
                self.copy_choices = options_of(found)
        self.copy_ids = list(dict.fromkeys(self.copy_ids))[:_MOST_COPIES]

    @property
    def copy_agencies(self) -> tuple[Destination, ...]:
        """The agencies that get a copy, by name."""
        return destinations_by_id(self.copy_ids, today=timezone.localdate())

    @property
    def category_text(self) -> str:
        if typed := str(self.data.get("category_text", "")):
            return typed[:200]
        code = str(self.initial.get("category", "")) if not self.is_bound else self.data.get("category", "")
        found = category_by_code(code) if code else None
        return found.label if found else ""

    def clean_category(self) -> str:
        code: str = self.cleaned_data["category"]
        text = str(self.data.get("category_text", "")).strip()
        if code or not text:
            return code if text or not self.data.get("category_text") else ""
        found = find_categories(text, limit=_MOST_CHOICES)
        if len(found) == 1:
            return found[0].code
        self.category_choices = [(one.code, one.label, "") for one in found]
        many, none = _("Beberapa kategori cocok. Pilih yang dimaksud."), _("Kategori ini tidak ditemukan.")
        raise forms.ValidationError(many if found else none)

    def clean(self) -> dict[str, Any]:
        if str(self.data.get("copy_text", "")).strip():
            # Typed but not added: nobody should believe it was sent.
            self.take_copy()
            if self.copy_choices:
                self.add_error("copies", _("Beberapa instansi cocok untuk tembusan. Pilih yang dimaksud."))
        return self.cleaned_data

    def decided(self) -> Verification:
        """What the step is given."""
        words = self.cleaned_data
        is_anonymous, is_secret = PRIVACY[words["privacy"]]
        precision = words["public_precision"] or PlacePrecision.PROVINCE
        return Verification(
            to_agency_id=words["to_agency"],
            reason=words["reason"],
            public_title=words["public_title"],
            public_text=words["public_text"],
            kind=Kind(words["kind"]),
            category_code=words["category"],
            is_supervisory=words["report_class"] == SUPERVISORY,
            is_priority=words["is_priority"],
            is_anonymous=is_anonymous,
            is_secret=is_secret,
            public_precision=PlacePrecision(precision),
            files=self.files_decided(),
            tags=tuple(tag.strip() for tag in words["tags"].split(",") if tag.strip())[:10],
            copy_agency_ids=tuple(self.copy_ids),
        )


def _initial(sheet: VerificationSheet) -> dict[str, Any]:
    summary = sheet.summary
    privacy = next(
        name for name, both in PRIVACY.items() if both == (summary.is_anonymous, summary.is_secret)
    )
    proposed = sheet.returned.details.get("proposed") if sheet.returned else None
    return {
        "public_title": sheet.public_title,
        "public_text": sheet.public_text,
        "privacy": privacy,
        "kind": summary.kind,
        "report_class": SUPERVISORY if summary.is_supervisory else ORDINARY,
        "category": summary.category_code,
        "tags": ", ".join(summary.tags),
        "is_priority": summary.is_priority,
        "public_precision": usual_precision(sheet),
        "public_files": released(sheet),
        "to_agency": proposed or "",
    }
