"""Two workers at once: every notice is sent by one of them."""

import threading
from typing import Any

import pytest
from django.db import connection

from lapor.records.messages.notice import Notice
from lapor.rules.notices import NoticeChannel
from lapor.steps.messages.claim import claim_notices
from tests.builders.world import received, small_world


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_no_notice_is_claimed_twice() -> None:
    world = small_world()
    for _ in range(40):
        received(world)
    claimed: list[int] = []
    start = threading.Barrier(4)

    def work() -> None:
        start.wait()
        while found := claim_notices(channels=[NoticeChannel.EMAIL], limit=3, now=world.now):
            claimed.extend(one.notice_id for one in found)
        connection.close()

    threads: list[Any] = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    emails = Notice.objects.filter(channel="email")
    assert sorted(claimed) == sorted(emails.values_list("pk", flat=True))
    assert set(emails.values_list("attempts", flat=True)) == {1}
