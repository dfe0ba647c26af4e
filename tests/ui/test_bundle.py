"""Bundles: small, complete, minified, rebuilt when a source changes."""

import gzip
import os
import re
import shutil
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import override_settings

import lapor.ui
from lapor.ui import bundle

UI = Path(lapor.ui.__file__).parent
# What a reporter's page may carry in style, minified (ui budgets).
PORTAL_STYLE = 25_000
# The first page may weigh 60 kB over the wire; its own HTML gets what these leave over.
SHARED_FILES = 40_000


def test_a_reporters_page_carries_little_style() -> None:
    assert len(bundle.css("portal").encode()) <= PORTAL_STYLE


def test_what_every_page_shares_leaves_room_for_the_page() -> None:
    shared = [
        bundle.css("portal").encode(),
        bundle.js("portal").encode(),
        (UI / "static/ui/icons.svg").read_bytes(),
    ]
    weight = sum(len(gzip.compress(part)) for part in shared) + (UI / "static/ui/inter.woff2").stat().st_size
    assert weight <= SHARED_FILES


def test_every_token_that_is_used_is_defined() -> None:
    everything = "".join(bundle.css(name) for name in bundle.BUNDLES)
    defined = set(re.findall(r"(--[\w-]+):", everything))
    used = set(re.findall(r"var\((--[\w-]+)", everything))
    assert used <= defined, used - defined


def test_components_use_semantic_tokens_only() -> None:
    for path in [*UI.glob("components/*/style.css"), *UI.glob("styles/*.css")]:
        if path.name in ("primitives.css", "tokens.css", "print.css"):
            continue
        text = path.read_text()
        assert not re.search(r"var\(--(?!lp-|c\b|cb\b|p\b)", text), path
        colours = re.findall(r"#[0-9a-fA-F]{3,8}\b", text)
        # Black on white is what a QR reader needs; the overlay has no pair.
        assert not colours or path.parent.name in ("qr", "keys"), (path, colours)


def test_dark_values_are_written_once() -> None:
    text = bundle.css("portal")
    assert text.count("#161514") == 1


def test_nothing_comes_from_another_host() -> None:
    for name in bundle.BUNDLES:
        assert "//" not in re.sub(r'"[^"]*"', "", bundle.css(name))
        assert "@import" not in bundle.css(name)


def test_a_bundle_is_built_again_when_a_source_changes_however_old_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(UI / "components", tmp_path / "ui/components")
    shutil.copytree(UI / "styles", tmp_path / "ui/styles")
    shutil.copy(UI / "bundle.py", tmp_path / "ui/bundle.py")
    monkeypatch.setattr(bundle, "HERE", tmp_path / "ui")
    monkeypatch.setattr(bundle, "__file__", str(tmp_path / "ui/bundle.py"))
    with override_settings(HOME=tmp_path):
        assert bundle.is_stale()
        bundle.build_if_stale()
        assert not bundle.is_stale()
        changed = tmp_path / "ui/components/button/style.css"
        changed.write_text(changed.read_text() + ".from-a-release { color: inherit }")
        os.utime(changed, (0, 0))
        assert bundle.is_stale()
        bundle.build_if_stale()
        assert ".from-a-release" in (bundle.output() / "ui/portal.css").read_text()


@pytest.mark.parametrize("name", bundle.names())
def test_django_finds_the_bundles(name: str) -> None:
    found = finders.find(name)
    assert found and Path(found).exists()


def test_the_finder_lists_what_collectstatic_needs() -> None:
    found = {path for finder in finders.get_finders() for path, _storage in finder.list([])}
    assert {"ui/portal.css", "ui/desk.js", "ui/inter.woff2", "ui/icons.svg", "ui/vendor/htmx.min.js"} <= found
