"""The list as an Atom feed."""

import xml.etree.ElementTree as ET

import pytest

from lapor.rules.kinds import Kind
from lapor.steps.reports.withdraw import withdraw_report
from tests.builders.looking import look
from tests.builders.world import World, at_office, received, reporter_of, routed

FEED = "/laporan/atom.xml"
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(world: World, query: str = "") -> list[ET.Element]:
    page = look(world, f"{FEED}{query}")
    assert page["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(page.content).findall(f"{ATOM}entry")


def ids(world: World, query: str = "") -> list[str]:
    return [str(entry.findtext(f"{ATOM}id")).split("/")[-2] for entry in entries(world, query)]


def test_an_entry_says_what_everybody_may_read(world: World) -> None:
    code = at_office(world)
    (entry,) = entries(world)
    assert entry.findtext(f"{ATOM}title") == "Jalan Pandan Ujung berlubang"
    assert entry.findtext(f"{ATOM}summary") == "Diteruskan, belum dijawab · PUPR · Tanjung Paku"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "PUPR"
    assert str(entry.findtext(f"{ATOM}id")).endswith(f"/laporan/{code}/")
    assert "Siti" not in ET.tostring(entry, encoding="unicode")


def test_filters_and_agencies_have_their_own_feed(world: World) -> None:
    wish, office, padang = (
        routed(world, kind=Kind.ASPIRATION),
        at_office(world),
        routed(world, to="Kota Padang"),
    )
    assert ids(world) == [padang, office, wish]
    assert ids(world, "?jenis=aspirasi") == [wish]
    assert ids(world, "?instansi=PUPR") == [office]
    assert ids(world, "?instansi=Kota+Solok") == [office, wish]
    assert ids(world, "?q=pandan&tempat=13.72") == [padang, office, wish]
    title = ET.fromstring(look(world, f"{FEED}?instansi=PUPR").content).findtext(f"{ATOM}title")
    assert title == "Laporan publik: PUPR"


def test_nothing_hidden_is_fed(world: World) -> None:
    received(world)
    routed(world, is_secret=True)
    taken = routed(world)
    withdraw_report(actor=reporter_of(taken), code=taken, now=world.now)
    assert ids(world) == []


def test_an_unchanged_feed_is_not_sent_again(world: World) -> None:
    code = at_office(world)
    first = look(world, FEED)
    assert look(world, FEED, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert look(world, FEED, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304
    world.later(hours=1)
    withdraw_report(actor=reporter_of(code), code=code, now=world.now)
    assert look(world, FEED, headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_feed_has_one_language(world: World, language: str) -> None:
    at_office(world)
    page = look(world, FEED, headers={"Accept-Language": language}).content.decode()
    assert "Diteruskan, belum dijawab" in page


def test_an_empty_feed_stays_the_same_all_day(world: World) -> None:
    first = look(world, FEED)
    world.later(hours=1)
    assert look(world, FEED)["ETag"] == first["ETag"]
