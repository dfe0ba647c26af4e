"""What the verifying officer decides, as a form. It hands over; `steps/reports/verify.py` decides."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lapor.desk.agency_choice import AgencyScope, DestinationForm, chosen_destination, unclear
from lapor.desk.answering.words import PRIVACY, more_private
from lapor.desk.inbox.address import agency_key
from lapor.desk.release import FileReleaseForm, precisions, released, usual_precision
from lapor.queries.catalogue.categories import category_by_code
from lapor.queries.choosing import chosen_category
from lapor.queries.reports.desk_destinations import Destination, destinations_by_id
from lapor.queries.reports.desk_verification import VerificationSheet
from lapor.rules.kinds import Kind, PlacePrecision
from lapor.steps.reports.verify import Verification
from lapor.ui.labels import LABELS

SUPERVISORY, ORDINARY = "supervisory", "not_supervisory"
_LONGEST = 8000
_MOST_COPIES = 10


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
    copy = forms.CharField(label=_("Tambah tembusan"), required=False)
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
        self.copy_text = data.get("copy_text", "")[:200] if data is not None else ""
        typed = data.getlist("copies") if data is not None else []
        self.copy_ids = [key for one in typed if (key := agency_key(one))]
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

    @property
    def copy_agencies(self) -> tuple[Destination, ...]:
        """The agencies that get a copy, by name."""
        return destinations_by_id(self.copy_ids, today=timezone.localdate())

    @property
    def category_text(self) -> str:
        """What was typed, or the name of what the report has already."""
        if self.is_bound:
            return str(self.data.get("category_text", ""))[:200]
        found = category_by_code(str(self.initial.get("category", "")))
        return found.label if found else ""

    def clean_category(self) -> str:
        text = str(self.data.get("category_text", "")).strip()
        if not text:
            return ""
        chosen = chosen_category(self.cleaned_data["category"], text)
        if chosen.code:
            return chosen.code
        self.category_choices = list(chosen.choices)
        many, none = _("Beberapa kategori cocok. Pilih yang dimaksud."), _("Kategori ini tidak ditemukan.")
        raise forms.ValidationError(many if chosen.choices else none)

    def clean_copy(self) -> str:
        """The agency typed or picked for a copy joins the others, whichever button was pressed."""
        text = self.copy_text
        chosen = chosen_destination(self.cleaned_data["copy"], text, self.scope)
        if chosen.code:
            self.copy_ids = list(dict.fromkeys([*self.copy_ids, int(chosen.code)]))
            self.copy_text = ""
        elif text.strip():
            self.copy_choices = list(chosen.choices)
            raise forms.ValidationError(unclear(chosen, text))
        if len(self.copy_ids) > _MOST_COPIES:
            words = _("Paling banyak %(most)s tembusan. Lepaskan yang lain dulu.")
            raise forms.ValidationError(words % {"most": _MOST_COPIES})
        return ""

    def judge_copy_only(self) -> None:
        """For the button beside the copies: nobody has said yet that he is done with the rest."""
        wrong = self.errors.get("copy")
        self.errors.clear()
        if wrong:
            self.errors["copy"] = wrong

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
