"""Filters and tags of the design kit; a builtin, so no template has to load it."""

from datetime import date, datetime
from typing import Any, cast

from django import template
from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.urls import get_script_prefix
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from lapor.ui import control as controls
from lapor.ui import drawing, labels, line, wording

register = template.Library()

register.filter("tracking", wording.tracking)
register.filter("signed", wording.signed)


def _date_filter(name: str, write: Any) -> None:
    """Register a filter that leaves nothing and text alone; the argument is a time zone name."""

    def written(value: date | datetime | str | None, zone: str = "") -> str:
        return write(value, zone or "") if isinstance(value, date) else (value or "")

    register.filter(name, written)


for _name in ("day", "day_short", "day_brief", "moment", "clock_time"):
    _date_filter(_name, getattr(wording, _name))


@register.filter
def interval(first: date, last: date) -> str:
    return wording.interval(first, last)


@register.filter
def ago(value: datetime | None) -> str:
    return wording.ago(value) if value else ""


@register.filter
def number(value: float | int | None) -> str:
    return "" if value is None or value == "" else wording.number(value)


@register.filter
def filesize(value: int | None) -> str:
    return "" if value is None else wording.filesize(int(value))


@register.filter
def days(count: int, unit: str = "working_day") -> str:
    return wording.days(count, unit)


@register.filter
def label(value: object, group: str = "") -> str:
    return labels.label(value, group)


@register.filter
def explain(value: object, group: str = "") -> str:
    return labels.explain(value, group)


@register.filter
def attributes(attrs: Any) -> SafeString:
    """A component's remaining attributes, each value escaped.

    Cotton's own `{{ attrs }}` trusts its values; this one does not, and drops what is None or False.
    """
    given = attrs.attrs_dict() if hasattr(attrs, "attrs_dict") else dict(attrs or {})
    pairs = [(key, value) for key, value in given.items() if value is not None and value is not False]
    return format_html_join("", "{}", [(_attribute(key, value),) for key, value in pairs])


def _attribute(key: str, value: Any) -> SafeString:
    return format_html(" {}", key) if value is True else format_html(' {}="{}"', key, value)


@register.simple_tag
def icon(name: str, size: str = "", label: str = "") -> SafeString:
    """One symbol of the sprite; decorative unless it has a label."""
    classes = f"i lp-icon-{size}" if size else "i"
    named = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="{}" {}><use href="{}#i-{}"/></svg>', classes, named, static("ui/icons.svg"), name
    )


@register.simple_tag
def state_icon(look: str, size: str = "") -> SafeString:
    """The icon of a status-line look."""
    return icon(labels.label(look, "look_icon"), size)


@register.simple_tag
def room(name: str) -> str:
    """The address of a room of the house ("lacak" → /lacak/), without asking the URL table.

    Layouts must also draw pages on which nothing else works, so they may not fail on a missing name.
    """
    return get_script_prefix() + (f"{name}/" if name else "")


@register.simple_tag
def asset(path: str) -> str:
    """A static file's address that never raises: for pages that must stand when all else has fallen."""
    try:
        return staticfiles_storage.url(path)
    except ValueError:
        return f"/aset/{path}"


@register.simple_tag(takes_context=True)
def control(context: template.Context) -> controls.Control:
    """What an input component draws, from its own parameters and, if given, a bound form field."""
    return controls.control(cast("dict[str, Any]", context.flatten()))


@register.simple_tag
def line_words(status: Any, zone: str = "") -> line.Words:
    """A status line put into words."""
    return line.Words(status, zone)


@register.simple_tag
def stacked_bars(values: Any) -> drawing.Bars:
    return drawing.stacked_bars(list(values or []))


@register.simple_tag
def spelled(count: int) -> str:
    return wording.spelled(count)


@register.simple_tag
def marked(text: str, marks: Any) -> list[tuple[str, str]]:
    """Text cut at its marks: (piece, kind) with an empty kind for what is not marked."""
    return drawing.pieces(text, marks or [])


@register.filter
def paragraphs(text: str) -> SafeString:
    """Plain text as paragraphs; every blank line starts a new one, single line breaks stay."""
    blocks = [block for block in (text or "").replace("\r\n", "\n").split("\n\n") if block.strip()]
    return format_html_join("", "<p>{}</p>", [(_with_breaks(block.strip("\n")),) for block in blocks])


def _with_breaks(block: str) -> SafeString:
    return format_html_join(mark_safe("<br>"), "{}", [(row,) for row in block.split("\n")])


@register.simple_tag
def error_links(form: Any, errors: Any) -> list[dict[str, str]]:
    return controls.error_links(form, errors)


@register.simple_tag
def notice_icon(tone: str, name: str = "") -> SafeString:
    return icon(name or _NOTICE_ICONS.get(tone, "info-circle"), "l")


_NOTICE_ICONS = {"positive": "circle-check", "warning": "alert-circle", "negative": "alert-triangle"}
_TONES = {"success": "positive", "warning": "warning", "error": "negative"}


@register.filter
def tone(level: str) -> str:
    """The tone of a notice for the level of a Django message."""
    return _TONES.get(level, "guide")


@register.filter
def times(count: int | str) -> range:
    return range(int(count))


@register.filter
def percent(value: float | None) -> str:
    """A share in hundredths as a plain number between 0 and 100, for drawing."""
    return f"{min(max(float(value or 0), 0), 100):g}"
