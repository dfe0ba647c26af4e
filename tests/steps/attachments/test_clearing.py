"""Files that nobody sends go again; files that belong to a report stay."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from lapor.records.accounts.account import Account
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.draft import Draft
from lapor.rules.access import STRANGER, Actor, ActorKind
from lapor.rules.refusals import NotFound, Refused
from lapor.steps.attachments.clear_arriving import clear_arriving
from lapor.steps.attachments.remove import remove_attachment
from lapor.steps.attachments.store import store_attachment
from lapor.steps.drafts.clear_old import clear_old_drafts
from tests.builders.files import photo
from tests.builders.world import World, received


def stored(world: World, *, draft_key: UUID | None = None, actor: Actor = STRANGER) -> UUID:
    return store_attachment(
        actor=actor, file=photo(), name="foto.jpg", draft_key=draft_key, now=world.now
    ).key


def files_in(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def test_old_drafts_go_with_their_files_and_sent_files_stay(world: World, storage_folder: Path) -> None:
    old, young = uuid4(), uuid4()
    account = Account.objects.create(login="a@contoh.test", email="a@contoh.test", name="A")
    for draft_key in (old, None):
        stored(world, draft_key=draft_key)
    sent = uuid4()
    received(world, key=sent, attachment_keys=(stored(world, draft_key=sent),))
    world.later(days=10)
    stored(world, draft_key=young, actor=Actor(ActorKind.REPORTER, account.pk))
    world.later(days=5)
    assert (Attachment.objects.count(), files_in(storage_folder)) == (4, 8)
    assert clear_old_drafts(now=world.now) == 1
    assert clear_arriving(now=world.now) == 2
    assert set(Draft.objects.values_list("key", flat=True)) == {young}
    assert (Attachment.objects.count(), files_in(storage_folder)) == (2, 4)
    assert clear_old_drafts(now=world.now) == clear_arriving(now=world.now) == 0


def test_unsent_files_of_nobody_go_after_two_days_and_the_draft_stays(
    world: World, storage_folder: Path
) -> None:
    draft_key = uuid4()
    for key in (draft_key, None):
        stored(world, draft_key=key)
    stored(world, actor=world.officers["pupr"])
    world.later(hours=47)
    assert (clear_old_drafts(now=world.now), clear_arriving(now=world.now)) == (0, 0)
    world.later(hours=2)
    assert (clear_old_drafts(now=world.now), clear_arriving(now=world.now)) == (0, 2)
    assert Draft.objects.get().key == draft_key
    assert files_in(storage_folder) == 2


def test_a_file_is_taken_out_of_the_draft(world: World, storage_folder: Path) -> None:
    draft_key, other = uuid4(), uuid4()
    key, kept = stored(world, draft_key=draft_key), stored(world, draft_key=other)
    with pytest.raises(NotFound):
        remove_attachment(actor=STRANGER, key=key, draft_key=other, now=world.now)
    with pytest.raises(NotFound):
        remove_attachment(actor=STRANGER, key=key, now=world.now)
    remove_attachment(actor=STRANGER, key=key, draft_key=draft_key, now=world.now)
    assert set(Attachment.objects.values_list("key", flat=True)) == {kept}
    assert files_in(storage_folder) == 2
    with pytest.raises(NotFound):
        remove_attachment(actor=STRANGER, key=key, draft_key=draft_key, now=world.now)
    with pytest.raises(Refused, match="file_gone"):
        received(world, key=draft_key, attachment_keys=(key,))


def test_an_officer_takes_his_own_unused_file_back(world: World, storage_folder: Path) -> None:
    key = stored(world, actor=world.officers["pupr"])
    with pytest.raises(NotFound):
        remove_attachment(actor=world.officers["solok"], key=key, now=world.now)
    remove_attachment(actor=world.officers["pupr"], key=key, now=world.now)
    assert files_in(storage_folder) == 0


def test_what_belongs_to_a_report_is_never_removed(world: World, storage_folder: Path) -> None:
    account = Account.objects.create(login="a@contoh.test", email="a@contoh.test", name="A")
    mine, draft_key = Actor(ActorKind.REPORTER, account.pk), uuid4()
    key = stored(world, draft_key=draft_key, actor=mine)
    received(world, key=draft_key, actor=mine, attachment_keys=(key,))
    for draft in (draft_key, None):
        with pytest.raises(NotFound):
            remove_attachment(actor=mine, key=key, draft_key=draft, now=world.now)
    world.now += timedelta(days=400)
    clear_old_drafts(now=world.now)
    clear_arriving(now=world.now)
    assert Attachment.objects.get().is_stored
    assert files_in(storage_folder) == 2
