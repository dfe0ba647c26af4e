"""The command `load_reference`."""

from io import StringIO

import pytest
from django.core.management import call_command

from lapor.records.places.region import Region


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.django_db
def test_it_tells_what_it_loaded_and_what_was_there() -> None:
    first, second = StringIO(), StringIO()
    call_command("load_reference", "--province", "65", stdout=first)
    call_command("load_reference", "--province", "65", stdout=second)
    assert Region.objects.get(code="65.71").name == "Kota Tarakan"
    assert len(first.getvalue().splitlines()) == 7
    assert first.getvalue().count("dimuat") == 7
    assert second.getvalue().count("sudah terbaru") == 7


@pytest.mark.django_db
def test_on_a_terminal_a_bar_grows() -> None:
    screen = Terminal()
    call_command("load_reference", "--province", "65", stdout=screen)
    assert "\r  Wilayah" in screen.getvalue()
    assert "█" in screen.getvalue()
    assert "100%" in screen.getvalue()
