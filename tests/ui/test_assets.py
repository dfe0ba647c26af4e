"""Files from elsewhere: only what is used, with licences, without source maps."""

import re
from functools import cache
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


def test_every_icon_of_the_sprite_is_named_somewhere() -> None:
    named = set(re.findall(r"""["'|#:](?:i-)?([a-z][a-z0-9-]*)["'|]""", _source()))
    assert _symbols() <= named, _symbols() - named


def test_every_class_of_the_styles_is_used() -> None:
    """Where a page puts a class together (`lp-tag--{{ tone }}`), all that begin like it are."""
    used = set(re.findall(r"[\w-]+", _source()))
    stems = tuple(re.findall(r"\blp-[\w-]*(?=\{)", _source()))
    unused = {name for name in _classes() - used if not name.startswith(("leaflet-", *stems))}
    assert unused == set()


def _classes() -> set[str]:
    """The classes in selectors: what stands before a brace, without what is quoted or in brackets."""
    styles = [*UI.glob("styles/*.css"), *UI.glob("components/*/style.css")]
    text = re.sub(r"/\*.*?\*/", "", "\n".join(path.read_text() for path in styles), flags=re.DOTALL)
    selectors = re.sub(r"\[[^\]]*\]|\{[^{}]*\}", " ", text)
    return set(re.findall(r"\.([A-Za-z_][\w-]*)", selectors))


@cache
def _source() -> str:
    """Everything that may name a class or an icon: templates, scripts and Python of the whole package."""
    files = (path for kind in ("html", "js", "py") for path in SOURCE.rglob(f"*.{kind}"))
    return "\n".join(path.read_text() for path in files if "vendor" not in path.parts)


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
