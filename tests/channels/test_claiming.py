"""Two workers at once: every notice is sent by one of them."""

import pytest

from lapor.records.messages.notice import Notice
from lapor.rules.notices import NoticeChannel
from lapor.steps.messages.claim import claim_notices
from tests.builders.together import at_once
from tests.builders.world import received, small_world


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_no_notice_is_claimed_twice() -> None:
    world = small_world()
    for _ in range(40):
        received(world)

    def work() -> list[int]:
        claimed: list[int] = []
        while found := claim_notices(channels=[NoticeChannel.EMAIL], limit=3, now=world.now):
            claimed += [one.notice_id for one in found]
        return claimed

    claimed = [notice for worker in at_once(work, work, work, work) for notice in worker]
    emails = Notice.objects.filter(channel="email")
    assert sorted(claimed) == sorted(emails.values_list("pk", flat=True))
    assert set(emails.values_list("attempts", flat=True)) == {1}
