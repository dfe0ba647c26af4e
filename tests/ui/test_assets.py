"""Files from elsewhere: only what is used, with licences, without source maps."""

import re
from pathlib import Path

import lapor.ui
from lapor.ui.labels import LABELS

UI = Path(lapor.ui.__file__).parent
SOURCE = UI.parent
STATIC = UI / "static/ui"


def _symbols() -> set[str]:
    return set(re.findall(r'<symbol id="i-([\w-]+)"', (STATIC / "icons.svg").read_text()))


def test_every_icon_that_is_named_is_in_the_sprite() -> None:
    named = set(LABELS["look_icon"].values())
    for path in SOURCE.rglob("*.html"):
        text = path.read_text()
        named |= set(re.findall(r'{% icon "([\w-]+)"', text))
        named |= set(re.findall(r'<c-[\w-]+[^>]*?\sicon="([\w-]+)"', text))
        named |= set(re.findall(r'<c-icon[^>]*?\sname="([\w-]+)"', text))
    assert named <= _symbols(), named - _symbols()


def test_licences_lie_beside_the_files() -> None:
    for licence in (
        "LICENSE-Inter-OFL.txt",
        "LICENSE-icons-MIT.txt",
        "vendor/LICENSE-htmx-0BSD.txt",
        "vendor/leaflet/LICENSE-leaflet-BSD-2-Clause.txt",
    ):
        assert (STATIC / licence).stat().st_size > 500


def test_no_source_maps() -> None:
    for path in STATIC.rglob("*"):
        if path.suffix in (".js", ".css"):
            assert "sourceMappingURL" not in path.read_text(), path


def test_the_font_is_a_subset() -> None:
    assert (STATIC / "inter.woff2").stat().st_size < 22_000


def test_scripts_leave_no_globals() -> None:
    for path in UI.glob("components/*/script.js"):
        text = re.sub(r"^\s*//.*\n", "", path.read_text(), flags=re.MULTILINE)
        assert text.startswith('(function () {\n  "use strict";'), path
        assert "innerHTML" not in text and "eval(" not in text, path
