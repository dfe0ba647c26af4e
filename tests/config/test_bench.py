"""What measuring leaves behind: the same world, and no password for others to read."""

import pytest
from django.db import DatabaseError, connection, transaction

from bench.database import without_password
from bench.kept import kept
from lapor.records.messages.notice import Notice
from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from tests.builders.notices import load_notice_texts
from tests.builders.world import received, settled, small_world


@pytest.mark.django_db(transaction=True)
def test_what_was_sent_while_measuring_goes_again() -> None:
    load_notice_texts()
    world = small_world()
    before = settled(world)
    told = Event.objects.count(), Notice.objects.count()
    with pytest.raises(ZeroDivisionError), kept(str(connection.settings_dict["NAME"])):
        received(world)
        settled(world)
        assert Report.objects.scoped("what was sent").count() == 3
        raise ZeroDivisionError
    assert Report.objects.scoped("what is kept").get().code == before
    assert (Event.objects.count(), Notice.objects.count()) == told
    with pytest.raises(DatabaseError), transaction.atomic():
        Event.objects.all().delete()


@pytest.mark.parametrize(
    ("url", "address", "password"),
    [
        ("postgres://lapor:s%40ndi@127.0.0.1:20001/a", "postgres://lapor@127.0.0.1:20001/a", "s@ndi"),
        ("postgres://lapor@db/a?sslmode=require", "postgres://lapor@db/a?sslmode=require", ""),
        ("postgres://db/a", "postgres://db/a", ""),
    ],
)
def test_a_password_stays_out_of_command_lines(url: str, address: str, password: str) -> None:
    assert without_password(url) == (address, password)
