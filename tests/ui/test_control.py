"""Inputs take what a form field says, and what they are told instead."""

from django import forms

from lapor.ui import control as controls


class PlaceForm(forms.Form):
    place = forms.CharField(
        label="Tempat", help_text="Desa atau jalan", widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    kind = forms.ChoiceField(choices=[("complaint", "Pengaduan"), ("aspiration", "Aspirasi")], required=False)


class ClassForm(forms.Form):
    report_class = forms.ChoiceField(
        choices=[("supervisory", "Berkadar pengawasan"), ("not_supervisory", "Tidak berkadar")]
    )


def test_a_bound_field_says_everything() -> None:
    form = PlaceForm({"place": "", "kind": "aspiration"})
    found = controls.control({"field": form["place"]})
    assert (found.name, found.id, found.label) == ("place", "id_place", "Tempat")
    assert found.required
    assert found.error
    assert found.described_by == "id_place-hint id_place-error"
    assert found.extra["autocomplete"] == "off"


def test_parameters_win() -> None:
    found = controls.control(
        {"field": PlaceForm()["place"], "label": "Di mana?", "value": "Solok", "hint": "x"}
    )
    assert (found.label, found.value, found.hint) == ("Di mana?", "Solok", "x")


def test_without_a_form() -> None:
    found = controls.control({"name": "code", "label": "Kode", "error": "Salah"})
    assert (found.id, found.type, found.described_by) == ("id_code", "text", "id_code-error")


def test_choices_come_from_the_field_or_are_given_in_any_shape() -> None:
    form = ClassForm({"report_class": "not_supervisory"})
    found = controls.control({"field": form["report_class"], "explain": "report_class"})
    assert [(option.value, option.selected) for option in found.options] == [
        ("supervisory", False),
        ("not_supervisory", True),
    ]
    assert "Ke inspektorat." in found.options[0].explanation
    given = controls.control(
        {"name": "x", "value": 2, "options": [(1, "Satu", "pertama"), {"value": 2, "label": "Dua"}]}
    )
    assert [(option.explanation, option.selected) for option in given.options] == [
        ("pertama", False),
        ("", True),
    ]


def test_error_links_lead_to_the_fields() -> None:
    form = PlaceForm({"place": ""})
    form.add_error(None, "Laporan ini sudah terkirim.")
    links = controls.error_links(form, [("#foto", "Terlalu besar")])
    assert [link["href"] for link in links] == ["", "#id_place", "#foto"]
