"""What of a report everybody may see: its text, how exactly its place, and which of its files."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from lapor.queries.reports.desk_verification import PlaceChoice, VerificationSheet
from lapor.rules.disclosure import ReleasedFiles
from lapor.rules.findings import Finding
from lapor.rules.kinds import Audience, PlacePrecision
from lapor.rules.personal_data import find
from lapor.ui.labels import label


class FileReleaseForm(forms.Form):
    """The ticked files of those that were shown. Which may be released at all, the step decides.

    The public text beside them, a field of each form, is looked through for personal data.
    """

    public_files = forms.TypedMultipleChoiceField(label=_("Lampiran"), required=False, coerce=UUID)
    shown_files = forms.TypedMultipleChoiceField(required=False, coerce=UUID)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.photos: list[dict[str, Any]] = []
        for name in ("public_files", "shown_files"):
            typed = data.getlist(name) if data is not None else []
            self.fields[name].choices = [(one, one) for one in typed]  # type: ignore[attr-defined]

    def with_release(self, photos: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The drawn files, each with whether its box is ticked."""
        ticked = {str(key) for key in self["public_files"].value() or ()}
        return [photo | {"is_released": photo["key"] in ticked} for photo in photos]

    @property
    def public_text_now(self) -> str:
        """As typed, else as it stands."""
        return str(self["public_text"].value() or "")

    @property
    def overlooked(self) -> tuple[Finding, ...]:
        """Personal data in the text that everybody reads."""
        return find(self.public_text_now)

    def files_decided(self) -> ReleasedFiles:
        words = self.cleaned_data
        return ReleasedFiles(public=tuple(words["public_files"]), shown=tuple(words["shown_files"]))


def precisions(sheet: VerificationSheet) -> list[tuple[str, str]]:
    """How exactly the public may learn the place, with what it would read."""
    return [(choice.precision.value, _place_words(choice)) for choice in sheet.places]


def usual_precision(sheet: VerificationSheet) -> str:
    """What was released, else the most exact that is no point: that may be somebody's house."""
    usual = [choice.precision for choice in sheet.places if choice.precision is not PlacePrecision.POINT]
    return sheet.summary.public_precision or (usual[0] if usual else "")


def released(sheet: VerificationSheet) -> list[str]:
    """The files that everybody can see now."""
    return [str(file.key) for file in sheet.files if file.audience == Audience.PUBLIC]


def _place_words(choice: PlaceChoice) -> str:
    words = label(choice.precision)
    return f"{words}: {choice.name}" if choice.name else words
