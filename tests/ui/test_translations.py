"""English is complete: every text of every page and message has a translation."""

import os
from pathlib import Path

from babel.messages.catalog import Catalog

from lapor.ui import catalogues


def test_every_text_has_english() -> None:
    missing = catalogues.untranslated("en")
    assert not missing, (
        f"{len(missing)} texts have no English; run `python -m lapor.config.manage collect_messages` "
        f"and fill them in: {missing[:10]}"
    )


def test_texts_are_found_in_templates_components_and_python() -> None:
    found = {message.id for message in catalogues.collected()}
    assert "Langsung ke isi" in found  # a component
    assert "Halaman ini tidak ada" in found  # a page
    assert "Berkadar pengawasan" in found  # Python
    assert ("%(count)s hari", "%(count)s hari") in found  # a plural


def test_collecting_keeps_what_is_translated(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(catalogues, "LOCALES", tmp_path)
    catalogues.collect()
    path = catalogues.catalogue_of("en")
    path.write_text(
        path.read_text().replace(
            'msgid "Langsung ke isi"\nmsgstr ""', 'msgid "Langsung ke isi"\nmsgstr "Skip"'
        )
    )
    again = catalogues.collect()
    assert isinstance(again, Catalog)
    assert 'msgstr "Skip"' in path.read_text()
    assert catalogues.compile_all() == [path.with_suffix(".mo")]
    assert catalogues.compile_all() == []
    path.write_text(path.read_text().replace('msgstr "Skip"', 'msgstr "Skip this"'))
    os.utime(path, (0, 0))  # unpacked from a release that was packed long ago
    assert catalogues.compile_all() == [path.with_suffix(".mo")]
