"""Message catalogues: collected from templates and Python, compiled for Django, without the gettext tools.

Indonesian is the source language, so a message's id is its Indonesian text and only English has a catalogue.
"""

import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from lapor.ui.whole_file import replace

HERE = Path(__file__).parent
SOURCE = HERE.parent
LOCALES = HERE / "locale"
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
_TEMPLATES = ("*.html", "*.txt")
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_TRANSLATES = re.compile(r"\{%|_\(")


def catalogue_of(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / "django.po"


def collected() -> Catalog:
    """Every message of the package and the files it comes from; no line numbers, so that diffs stay small."""
    found = Catalog(charset="utf-8")
    for path, text in _sources():
        place = path.relative_to(SOURCE).as_posix()
        for _line, message, _comments, context in _messages(text):
            found.add(message, context=context, locations=[(place, 1)])
    return found


def _sources() -> Iterator[tuple[Path, str]]:
    """Python sources as they are; templates turned into Python by Django's own lexer."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield path, path.read_text(encoding="utf-8")
    for pattern in _TEMPLATES:
        for path in sorted(SOURCE.rglob(pattern)):
            text = path.read_text(encoding="utf-8")
            if _TRANSLATES.search(text):
                # What is left of the layout would be wrong indentation to a reader of Python.
                yield path, _INDENT.sub("", templatize(text, origin=str(path)))


def _messages(text: str) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    yield from extract("python", io.BytesIO(text.encode()), keywords=_KEYWORDS)


def collect(language: str = "en") -> Catalog:
    """Bring the language's catalogue up to date: new messages come in empty, translations stay, others go."""
    target = catalogue_of(language)
    known = _read(target, language)
    fresh = Catalog(locale=language, charset="utf-8", fuzzy=False)
    for message in sorted(collected(), key=_order):
        if not message.id:
            continue
        before = known.get(message.id, context=message.context)
        fresh.add(
            message.id,
            before.string if before else "",
            locations=sorted(set(message.locations)),
            context=message.context,
        )
    written = io.BytesIO()
    write_po(written, fresh, omit_header=True, include_lineno=False, width=110)
    replace(target, _HEADER + written.getvalue())
    return fresh


_HEADER = (
    b'msgid ""\nmsgstr ""\n"Language: en\\n"\n"MIME-Version: 1.0\\n"\n'
    b'"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    b'"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)


def _order(message: Message) -> tuple[str, str]:
    first = message.id if isinstance(message.id, str) else message.id[0]
    return min((place for place, _line in message.locations), default=""), first


def untranslated(language: str = "en") -> list[str]:
    """Messages of the package that the language's catalogue does not know or leaves empty."""
    known = _read(catalogue_of(language), language)
    missing = []
    for message in collected():
        found = known.get(message.id, context=message.context) if message.id else message
        if message.id and not _is_translated(found):
            missing.append(message.id if isinstance(message.id, str) else message.id[0])
    return missing


def _is_translated(message: Message | None) -> bool:
    if message is None:
        return False
    strings = message.string if isinstance(message.string, list | tuple) else [message.string]
    return all(strings)


def compile_all() -> list[Path]:
    """Write django.mo beside every django.po that it was not made from; returns what was written."""
    written = []
    for source in sorted(LOCALES.glob("*/LC_MESSAGES/django.po")):
        target = source.with_suffix(".mo")
        made_from = hashlib.sha256(source.read_bytes()).hexdigest()
        if target.exists() and made_from.encode() in target.read_bytes():
            continue
        catalogue = _read(source, source.parent.parent.name)
        catalogue.version = made_from  # becomes a line of the header
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        replace(target, compiled.getvalue())
        written.append(target)
    return written


def _read(path: Path, language: str) -> Catalog:
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)
