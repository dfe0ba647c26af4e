"""Every code that people may see has words."""

import importlib
import pkgutil
from enum import StrEnum

import pytest

import lapor.rules
from lapor.rules.access import Role
from lapor.rules.clocks import CLOCK_OF_STATE
from lapor.rules.deadlines import Clock
from lapor.rules.kinds import ArchiveReason
from lapor.rules.lifecycle import Move, State
from lapor.rules.status_line import Look
from lapor.ui.labels import LABELS, explain, group_of, label

# Never shown in words: placeholders are what officers write in notice texts.
UNSEEN = {"Placeholder"}


def _enums() -> list[type[StrEnum]]:
    found = {}
    for module in pkgutil.walk_packages(lapor.rules.__path__, "lapor.rules."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum:
                found[value.__qualname__] = value
    return [found[name] for name in sorted(found) if name not in UNSEEN]


@pytest.mark.parametrize("enum", _enums(), ids=lambda enum: enum.__name__)
def test_every_member_of_every_rule_has_words(enum: type[StrEnum]) -> None:
    missing = [member.value for member in enum if label(member) == member.value]
    assert not missing, f"words for {enum.__name__} are missing in ui/labels/: {missing}"


def test_reporters_and_officers_read_different_words() -> None:
    assert label(State.ROUTED) == "Diteruskan, belum dijawab"
    assert label("routed", "state_desk") == "Terdisposisi"


def test_every_move_is_a_button_and_an_event() -> None:
    assert set(LABELS["move"]) == set(LABELS["event"]) == {move.value for move in Move}


def test_every_look_has_an_icon_and_a_word() -> None:
    for look in Look:
        assert label(look, "look_icon") != look.value


def test_every_clock_that_a_holder_is_measured_by_has_its_words_on_the_line() -> None:
    shown = {clock for clocks in CLOCK_OF_STATE.values() for clock in clocks}
    assert [clock for clock in shown if label(clock, "until_what") == clock.value] == []
    of_agencies = shown - {Clock.COMPLETION, Clock.CONFIRMATION}  # the reporter is never late
    assert [clock for clock in of_agencies if label(clock, "until_what_late") == clock.value] == []


def test_choices_are_explained() -> None:
    assert "inspektorat" in explain("supervisory", "report_class").lower()
    assert all(explain(role) for role in Role)
    assert explain(ArchiveReason.WITHDRAWN) == ""


def test_groups_and_unknown_values() -> None:
    assert group_of(ArchiveReason.SPAM) == "archive_reason"
    assert label("no such code", "state") == "no such code"
    assert label(None) == ""
