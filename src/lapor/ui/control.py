"""What an input component needs to know, whether it is given a bound form field or plain parameters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.forms import BoundField, PasswordInput

from lapor.ui.labels import explain


@dataclass(frozen=True, slots=True)
class Control:
    """One input as it is drawn. `described_by` names hint and error for assistive technology."""

    name: str
    id: str
    label: str
    value: Any
    hint: str
    error: str
    required: bool
    type: str
    extra: dict[str, Any] = field(default_factory=dict)
    options: tuple["Option", ...] = ()

    @property
    def described_by(self) -> str:
        parts = [f"{self.id}-hint" if self.hint else "", f"{self.id}-error" if self.error else ""]
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a select or of radio cards."""

    value: str
    label: str
    explanation: str
    selected: bool


def control(given: Mapping[str, Any]) -> Control:
    """Explicit parameters win over what the bound field says."""
    bound: BoundField | None = given.get("field") or None
    name = given.get("name") or (bound.html_name if bound else "")
    value = _value(given, bound)
    return Control(
        name=name,
        id=given.get("id") or (bound.auto_id if bound else "") or f"id_{name}",
        label=given.get("label") or (str(bound.label) if bound and bound.label else ""),
        value=value,
        hint=given.get("hint") or (str(bound.help_text) if bound else ""),
        error=_error(given.get("error"), bound),
        required=bool(given.get("required") or (bound and bound.field.required)),
        type=given.get("type") or (getattr(bound.field.widget, "input_type", "") if bound else "") or "text",
        extra=dict(bound.field.widget.attrs) if bound else {},
        options=tuple(_options(given, bound, value)),
    )


def _value(given: Mapping[str, Any], bound: BoundField | None) -> Any:
    if given.get("value") not in (None, "") or bound is None:
        return given.get("value", "")
    if isinstance(bound.field.widget, PasswordInput):
        return ""  # what was typed secretly is never sent back
    value = bound.value()
    if isinstance(value, list | tuple | bool):
        return value
    shown = bound.field.widget.format_value(value)
    return "" if shown is None else shown


def _error(given: Any, bound: BoundField | None) -> str:
    found = given or (bound.errors if bound else "")
    return found if isinstance(found, str) else " ".join(str(error) for error in found or ())


def _options(given: Mapping[str, Any], bound: BoundField | None, value: Any) -> list[Option]:
    choices = given.get("options") or (list(getattr(bound.field, "choices", ())) if bound else [])
    chosen = {str(one) for one in value} if isinstance(value, list | tuple | set) else {str(value)}
    found = []
    for choice in choices:
        code, text, explanation = _parts(choice)
        explanation = explanation or explain(code, given.get("explain") or "")
        found.append(Option(code, text, explanation, code in chosen))
    return found


def _parts(choice: Any) -> tuple[str, str, str]:
    """A choice: (value, label), (value, label, explanation), a mapping, or an object with these names."""
    if isinstance(choice, list | tuple):
        value, text, *rest = choice
        return _text(value), str(text), str(rest[0]) if rest else ""
    if isinstance(choice, Mapping):
        return _text(choice["value"]), str(choice["label"]), str(choice.get("explanation") or "")
    return _text(choice.value), str(choice.label), str(getattr(choice, "explanation", "") or "")


def _text(value: Any) -> str:
    return "" if value is None else str(getattr(value, "value", value))


def error_links(form: Any, errors: Any) -> list[dict[str, str]]:
    """Every error of a form as a link to its field, then further (href, text) pairs or plain sentences."""
    found: list[dict[str, str]] = []
    if form is not None:
        found += [{"href": "", "text": str(error)} for error in form.non_field_errors()]
        for bound in form:
            href = f"#{bound.id_for_label or bound.auto_id or bound.html_name}"
            found += [{"href": href, "text": str(error)} for error in bound.errors]
    for error in errors or ():
        href, text = error if isinstance(error, list | tuple) else ("", error)
        found.append({"href": href, "text": str(text)})
    return found
