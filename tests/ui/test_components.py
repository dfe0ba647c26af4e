"""Components draw what they are told, escape what people typed, and carry nothing inline."""

import re
from pathlib import Path

import pytest
from django.template import engines
from django.utils.translation import override
from django_cotton.compiler_regex import CottonCompiler

import lapor.ui
from lapor.ui import gallery
from lapor.ui.example import Example

UI = Path(lapor.ui.__file__).parent
HOSTILE = '"><script>alert(1)</script>\' onfocus=alert(1) x="'


def draw(markup: str, **context: object) -> str:
    return gallery.render(Example("", markup, context))


@pytest.mark.parametrize("section", gallery.sections(), ids=lambda section: section.name)
def test_every_example_draws(section: gallery.Section) -> None:
    assert section.examples
    for shown in section.examples:
        assert "lp-" in shown.light or "<svg" in shown.light
        assert not re.search(r"<c-|\{\{|\{%", shown.light)
        assert not re.search(r"\s(?:style|on\w+)=", shown.light), "nothing inline"


def test_every_component_is_shown() -> None:
    parts = {"desk_footer", "flashes", "language_switch", "skip_link"}
    used = " ".join(example.markup for section in gallery.sections() for example in section.examples)
    for folder in UI.glob("components/*/index.html"):
        name = folder.parent.name
        tag = f"<c-{name.replace('_', '-')}"
        drawn_by_others = any(tag in other.read_text() for other in UI.glob("components/*/index.html"))
        assert tag in used or drawn_by_others or name in parts, f"{tag} has no example"


def test_no_component_prints_attributes_unescaped() -> None:
    for path in UI.rglob("*.html"):
        assert not re.search(r"\{\{\s*attrs\s*\}\}", path.read_text()), path


@pytest.mark.parametrize(
    "markup",
    [
        '<c-text-input name="a" label="A" :value="bad" :hint="bad" :error="bad" :data-x="bad" />',
        '<c-textarea name="a" :label="bad" :value="bad" />',
        '<c-typeahead name="a" label="A" :text="bad" :value="bad" url="/x/" />',
        '<c-button :data-x="bad" :value="bad">{{ bad }}</c-button>',
        '<c-inbox-row :code="bad" :title="bad" :line="line" href="#" />',
        '<c-event :title="bad" :by="bad" :reason="bad">{{ bad }}</c-event>',
        '<c-quote :text="bad" />',
        '<c-redaction :text="bad" :marks="marks" />',
        '<c-photo :alt="bad" :caption="bad" :src="bad" />',
        '<c-error-summary :errors="errors" />',
        '<c-file-row :name="bad" :detail="bad" />',
        '<c-select name="a" label="A" :options="options" :value="bad" />',
    ],
)
def test_what_people_type_is_escaped(markup: str) -> None:
    from lapor.ui.components.line.examples import LATE

    html = draw(
        markup,
        bad=HOSTILE,
        line=LATE,
        errors=[("#a", HOSTILE)],
        options=[(HOSTILE, HOSTILE)],
        marks=[{"start": 0, "end": 5, "kind": "name"}],
    )
    assert "<script" not in html
    assert not re.search(r"<[^>]*\sonfocus=", re.sub(r'"[^"]*"', '""', html))
    assert "alert(1)" in html


def test_false_and_none_leave_no_attribute() -> None:
    html = draw('<c-button :disabled="off" :data-x="none" data-y>x</c-button>', off=False, none=None)
    assert "disabled" not in html
    assert "data-x" not in html
    assert " data-y>" in html


def test_a_component_does_not_see_the_page() -> None:
    assert "secret" not in draw('<c-panel level="3">x</c-panel>', title="secret", tone="secret", id="secret")


def test_an_error_is_announced_with_its_field() -> None:
    html = draw('<c-text-input name="code" label="Kode" error="Kurang satu angka." hint="Enam huruf" />')
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_code-hint id_code-error"' in html
    assert 'id="id_code-error"' in html


def test_the_summary_counts_in_words_and_stays_away_without_errors() -> None:
    assert draw('<c-error-summary :errors="errors" />', errors=[]).strip() == ""
    assert "Satu hal" in draw('<c-error-summary :errors="errors" />', errors=["Pilih jenis."])
    assert "Tiga hal" in draw('<c-error-summary :errors="errors" />', errors=["a", "b", "c"])


def test_paragraphs_keep_their_breaks() -> None:
    html = draw('<c-quote :text="text" />', text="satu\r\ndua\r\n\r\ntiga <b>")
    assert "<p>satu<br>dua</p><p>tiga &lt;b&gt;</p>" in html


def test_marks_that_overlap_are_drawn_once() -> None:
    marks = [{"start": 0, "end": 4, "kind": "nik"}, {"start": 2, "end": 6, "kind": "plate"}]
    html = draw('<c-redaction :text="text" :marks="marks" />', text="12345678", marks=marks)
    assert html.count("<mark") == 1
    assert re.sub(r"<small>.*?</small>|<[^>]+>|\s", "", html) == "12345678"


def test_english_components_speak_english_dates() -> None:
    with override("en"):
        template = engines["django"].from_string(CottonCompiler().process("{{ at|day }}"))
        from datetime import date

        assert template.render({"at": date(2001, 1, 1)}) == "Monday, 1 January 2001"
