"""Two officers verify the same report: one wins, the other is told who was first and keeps his words."""

import pytest
from django.http import HttpResponse

from lapor.records.reports.event import Event
from lapor.rules.access import Role
from tests.builders.desk import at_desk, read
from tests.builders.portal import standing_clock
from tests.builders.together import at_once
from tests.builders.world import World, received, row, small_world
from tests.desk.verification.test_verification import address, decided


def test_the_second_one_is_told_who_was_first(world: World) -> None:

    other = world.officer("nadia", "Meja Nasional", Role.NATIONAL_DESK)
    code = received(world).code
    with standing_clock(world.now):
        assert at_desk(world, other).post(address(code), decided(world)).status_code == 302
        form = decided(world, reason="Kalimat saya yang lama.")
        late = at_desk(world, "nasional").post(address(code), form)
    words = read(late, 409)
    assert "Orang lain lebih dulu" in words and "Petugas nadia , Meja Nasional" in words
    assert "Dibaca dan diteruskan" in words and "Sekarang di Kota Solok." in words
    assert "Kalimat saya yang lama." in words


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_wins() -> None:
    world = small_world()
    code = received(world).code

    def verify() -> int:
        answer: HttpResponse = at_desk(world, "nasional").post(address(code), decided(world))
        return answer.status_code

    with standing_clock(world.now):
        assert sorted(at_once(verify, verify)) == [302, 409]
    assert row(code).state == "routed"
    assert Event.objects.filter(report__code=code, move="verify").count() == 1
