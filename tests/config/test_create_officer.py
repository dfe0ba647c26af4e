"""`create_officer` on the server: a link is printed, mistakes are told in words."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from lapor.records.accounts.account import Account
from tests.builders.world import World

GIVEN = {"email": "dewi@panrb.test", "name": "Dewi Anggraini", "agency": "NASIONAL", "role": "national_desk"}


def run(**changes: str) -> str:
    out = StringIO()
    call_command("create_officer", stdout=out, **(GIVEN | changes))
    return out.getvalue()


def test_the_printed_link_signs_in_once(world: World) -> None:
    address = run().splitlines()[-1]
    path = address.partition("://")[2].partition("/")[2]
    browser = Client()
    assert browser.post(f"/{path}").status_code == 302
    account = Account.objects.get(login="dewi@panrb.test")
    assert browser.session["account"] == account.pk
    assert browser.get("/meja/petugas/").status_code == 200
    second = Client()
    second.post(f"/{path}")
    assert second.get("/meja/petugas/").status_code == 302


def test_somebody_known_gets_the_role_without_a_link(world: World) -> None:
    text = run(email="padang@contoh.test", agency="PUPR", role="liaison")
    assert "sudah punya akun" in text
    assert "http" not in text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"agency": "tidak-ada"}, "Tidak ada instansi dengan kode tidak-ada."),
        ({"agency": "PUPR"}, "Peran national_desk tidak ada di PUPR."),
        ({"email": "dewi"}, "--email: Alamat surel ini belum lengkap."),
        ({"name": " "}, "--name: Tulis nama petugas."),
    ],
)
def test_mistakes_are_told_in_words(world: World, changes: dict[str, str], words: str) -> None:
    with pytest.raises(CommandError) as error:
        run(**changes)
    assert str(error.value).startswith(words)
    assert not Account.objects.filter(login="dewi@panrb.test").exists()
