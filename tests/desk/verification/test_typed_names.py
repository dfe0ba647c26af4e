"""Names of agencies and categories, typed or picked without script: what is written counts."""

from collections.abc import Iterator

import pytest

from lapor.records.agencies.agency import Agency
from lapor.records.catalogue.category import Category
from lapor.records.reports.copy import Copy
from lapor.rules.agencies import AgencyKind
from tests.builders.desk import at_desk, markup, read
from tests.builders.portal import standing_clock
from tests.builders.world import World, received, row
from tests.desk.verification.test_verification import address, decided


@pytest.fixture(autouse=True)
def _found_by_name(world: World) -> Iterator[None]:
    for agency in Agency.objects.all():
        Agency.objects.filter(pk=agency.pk).update(search=agency.name.lower())
    with standing_clock(world.now):
        yield


def test_a_copy_is_added_without_script_and_taken_out_again(world: World) -> None:
    Agency.objects.filter(name="Dishub").update(search="dishub")
    code = received(world).code
    client = at_desk(world, "nasional")
    added = client.post(address(code), decided(world, copy_text="dishub", tambah="1"))
    dishub = world.agencies["Dishub"].pk
    assert f'name="copies" value="{dishub}" checked' in markup(added)
    assert "Jalan ini jalan kota.</textarea>" in markup(added) and "perlu diperbaiki" not in read(added)
    # Typed but not added: it goes along all the same.
    client.post(address(code), decided(world, copy_text="dishub"))
    assert Copy.objects.get().agency_id == dishub


def test_a_copy_that_is_not_found_is_said_whichever_button_was_pressed(world: World) -> None:
    code = received(world).code
    client = at_desk(world, "nasional")
    for pressed in ({}, {"tambah": "1"}):
        answer = client.post(address(code), decided(world, copy_text="Gajah", **pressed))
        text, words = markup(answer, 422), read(answer, 422)
        assert "Instansi ini tidak ditemukan. Periksa namanya." in words and "Satu hal perlu" in words
        assert 'name="copy_text" value="Gajah"' in text
        assert '<a href="#id_copy">' in text and 'id="id_copy"' in text
    assert row(code).state == "received"


def test_a_copy_picked_among_several_goes_along(world: World) -> None:
    code = received(world).code
    client = at_desk(world, "nasional")
    several = client.post(address(code), decided(world, copy_text="kota"))
    assert "Beberapa instansi cocok." in read(several, 422)
    text = markup(several, 422)
    padang = world.agencies["Kota Padang"].pk
    assert f'name="copy" value="{padang}"' in text and 'name="copy_text" value="kota"' in text
    picked = decided(world, copy_text="kota", copy=str(padang))
    assert f'name="copies" value="{padang}" checked' in markup(
        client.post(address(code), picked | {"tambah": "1"})
    )
    assert client.post(address(code), picked).status_code == 302
    assert Copy.objects.get().agency_id == padang


def test_more_copies_than_ten_are_not_cut_in_silence(world: World) -> None:
    code = received(world).code
    for number in range(11):
        world.agency(f"Dinas {number}", AgencyKind.OFFICE, parent="Kota Solok")
    ids = [world.agencies[f"Dinas {number}"].pk for number in range(11)]
    client = at_desk(world, "nasional")
    answer = client.post(address(code), decided(world, copies=ids))
    assert "Paling banyak 10 tembusan." in read(answer, 422)
    assert all(f'name="copies" value="{one}" checked' in markup(answer, 422) for one in ids)
    assert client.post(address(code), decided(world, copies=ids[:10])).status_code == 302
    assert Copy.objects.count() == 10


def test_changed_words_win_over_the_agency_that_was_picked(world: World) -> None:
    code = received(world).code
    client = at_desk(world, "nasional")
    client.post(address(code), decided(world, to_agency_text="Kota Padang"))
    assert row(code).held_by.name == "Kota Padang"
    other = received(world).code
    emptied = client.post(address(other), decided(world, to_agency_text=""))
    assert "Pilih instansinya." in read(emptied, 422)
    huge = client.post(address(other), decided(world, to_agency="9" * 5000, to_agency_text=""))
    assert "Pilih instansinya." in read(huge, 422)


def test_a_category_is_changed_and_taken_away_by_its_words(world: World) -> None:
    for name in ("Jalan berlubang", "Lampu jalan"):
        Category.objects.create(code=name.lower(), name=name, search=name.lower())
    codes = [received(world, category_code="lampu jalan").code for _ in range(3)]
    client = at_desk(world, "nasional")
    assert 'name="category_text" value="Lampu jalan"' in markup(client.get(address(codes[0])))
    for code, text in zip(codes, ("Lampu jalan", "Jalan berlubang", ""), strict=True):
        form = decided(world, category="lampu jalan", category_text=text)
        assert client.post(address(code), form).status_code == 302
    kept = [row(code).category for code in codes]
    assert [one.name if one else "" for one in kept] == ["Lampu jalan", "Jalan berlubang", ""]
    unknown = client.post(address(received(world).code), decided(world, category_text="Gajah"))
    assert "Kategori ini tidak ditemukan." in read(unknown, 422)
