"""The verification: the report as sent, what the public will read, and who gets it."""

from collections.abc import Iterator
from typing import Any

import pytest

from lapor.queries.calendar.limits import forget_limits
from lapor.records.agencies.agency import Agency
from lapor.records.calendar.day_limit import DayLimit
from lapor.records.catalogue.category import Category
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.copy import Copy
from lapor.records.reports.event import Event
from lapor.rules.kinds import Audience
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.complete import complete_report
from lapor.steps.reports.return_ import return_report
from tests.builders.desk import at_desk, markup, read, then
from tests.builders.portal import counted, standing_clock
from tests.builders.world import World, received, reporter_of, routed, row, stored_file


@pytest.fixture(autouse=True)
def _now(world: World) -> Iterator[None]:
    with standing_clock(world.now):
        yield


def decided(world: World, **changes: Any) -> dict[str, Any]:
    """The form as the national desk fills it in."""
    words = {
        "public_title": "Jalan Pandan Ujung berlubang",
        "public_text": "Jalan Pandan Ujung di depan SD berlubang besar.",
        "privacy": "ordinary",
        "kind": "complaint",
        "report_class": "not_supervisory",
        "category": "",
        "category_text": "",
        "to_agency": str(world.agencies["Kota Solok"].pk),
        "to_agency_text": "Kota Solok",
        "reason": "Jalan ini jalan kota.",
        "public_precision": "village",
        "tags": "sekolah, jalan",
    }
    return words | changes


def address(code: str) -> str:
    return f"/meja/verifikasi/{code}/"


def test_personal_data_that_the_public_text_still_holds_is_shown(world: World) -> None:
    code = received(world).code
    typed = decided(world, public_text="Hubungi saya di 0812 3456 7890.", reason="")
    words = read(at_desk(world, "nasional").post(address(code), typed), 422)
    assert "Ada data pribadi pada naskah publik." in words
    assert "Sudah disamarkan" not in words


def test_personal_data_is_marked_and_taken_out_of_the_proposal(world: World) -> None:
    code = received(world).code
    page = at_desk(world, "nasional").get(address(code))
    text = markup(page)
    assert '<mark class="lp-mask">0812 3456 7890<small>telepon</small></mark>' in text
    assert "Satu data pribadi ditemukan." in read(page)
    assert "Ada data pribadi pada naskah publik." not in read(page)
    assert "Hubungi saya di [telepon].</textarea>" in text
    assert 'value="Jalan Pandan Ujung di depan SD berlubang besar"' in text
    # No name, no address of the reporter anywhere.
    assert "Siti" not in text and "siti@" not in text


def test_it_releases_routes_and_says_what_the_reporter_was_told(world: World) -> None:
    category = Category.objects.create(code="jalan", name="Jalan berlubang", search="jalan berlubang")
    key = stored_file(world)
    code = received(world, attachment_keys=(key,)).code
    client = at_desk(world, "nasional")
    copy = world.agencies["Dishub"].pk
    form = decided(world, category="jalan", category_text="Jalan", public_files=[str(key)], copies=[copy])
    page = then(client, client.post(address(code), form))
    words = read(page)
    assert "Pelapor membaca: “Kota Solok menjawab paling lambat Rabu, 25 November.”" in words
    report = row(code)
    assert (report.state, report.held_by.name, report.category_id) == ("routed", "Kota Solok", category.pk)
    assert report.tags == ["sekolah", "jalan"] and report.public_region_code == "13.72.02.1003"
    assert Attachment.objects.get(key=key).audience == Audience.PUBLIC
    assert list(Copy.objects.values_list("agency__name", flat=True)) == ["Dishub"]
    assert Event.objects.get(report=report, move="verify").note == "Jalan ini jalan kota."


def test_releasing_and_routing_costs_fifteen_statements(world: World) -> None:
    Category.objects.create(code="jalan", name="Jalan berlubang", search="jalan berlubang")
    codes = [received(world).code for _ in range(2)]
    client = at_desk(world, "nasional")
    form = decided(world, category="jalan", category_text="Jalan", to_agency_said="Kota Solok")
    client.post(address(codes[0]), form)
    with counted() as statements:
        answer = client.post(address(codes[1]), form)
    assert answer.status_code == 302
    assert len(statements) == 15, "\n".join(statements)


def test_files_and_copies_cost_fifteen_without_a_category(world: World) -> None:
    key = stored_file(world)
    code = received(world, attachment_keys=(key,)).code
    client = at_desk(world, "nasional")
    client.get(address(code))
    copies = [world.agencies["Dishub"].pk]
    form = decided(world, public_files=[str(key)], copies=copies, to_agency_said="Kota Solok")
    with counted() as statements:
        client.post(address(code), form)
    assert len(statements) == 15, "\n".join(statements)


def test_words_written_since_it_was_picked_win_without_script_too(world: World) -> None:
    client, code = at_desk(world, "nasional"), received(world).code
    Agency.objects.filter(name="Kota Padang").update(search="kota padang")
    form = decided(world, to_agency_said="Kota Solok", to_agency_text="Kota Padang", reason="")
    page = client.post(address(code), form)
    # The form that comes back still knows by which name it was picked, not by what was written over it.
    assert page.status_code == 422 and 'name="to_agency_said" value="Kota Solok"' in markup(page, 422)
    client.post(address(code), form | {"reason": "Jalan ini jalan kota."})
    assert row(code).held_by.name == "Kota Padang"


def test_a_mistake_keeps_everything_that_was_typed(world: World) -> None:
    code = received(world).code
    client = at_desk(world, "nasional")
    form = decided(world, to_agency="", to_agency_text="Gajah", reason="", public_text="Naskah saya sendiri.")
    answer = client.post(address(code), form)
    text, words = markup(answer, 422), read(answer, 422)
    assert "Instansi ini tidak ditemukan. Periksa namanya." in words
    assert "Naskah saya sendiri.</textarea>" in text and 'value="Gajah"' in text
    assert 'value="sekolah, jalan"' in text and "Dua hal perlu diperbaiki" in words
    assert row(code).state == "received"


def test_words_that_mean_several_agencies_are_asked_back(world: World) -> None:
    for name in ("Kota Solok", "Kota Padang"):
        Agency.objects.filter(name=name).update(search=name.lower())
    code = received(world).code
    client = at_desk(world, "nasional")
    answer = client.post(address(code), decided(world, to_agency="", to_agency_text="kota"))
    words = read(answer, 422)
    assert "Beberapa instansi cocok. Pilih yang dimaksud." in words and "Maksud Anda yang mana?" in words
    exact = client.post(address(code), decided(world, to_agency="", to_agency_text="kota solok"))
    assert exact.status_code == 302 and row(code).held_by.name == "Kota Solok"


def test_the_second_time_the_boxes_show_what_is_released(world: World) -> None:
    keys = [stored_file(world) for _ in range(2)]
    code = received(world, attachment_keys=tuple(keys)).code
    client = at_desk(world, "nasional")
    shown = [str(key) for key in keys]
    client.post(address(code), decided(world, public_files=shown, shown_files=shown))
    return_report(
        actor=world.officers["solok"],
        code=code,
        reason="Ini jalan provinsi.",
        proposed_agency_id=world.agencies["Provinsi"].pk,
        now=world.now,
    )
    page = markup(client.get(address(code)))
    assert all(f'name="public_files" value="{key}" checked' in page for key in keys)
    again = decided(world, to_agency=str(world.agencies["Provinsi"].pk), to_agency_text="Provinsi")
    client.post(address(code), again | {"public_files": [shown[0]], "shown_files": shown})
    assert [one.audience for one in Attachment.objects.order_by("pk")] == ["public", "reporter"]


def test_without_a_public_text_nothing_is_released(world: World) -> None:
    code = received(world).code
    answer = at_desk(world, "nasional").post(address(code), decided(world, public_text=" ", public_title=""))
    assert "Tulis judulnya dulu." in read(answer, 422)


def test_a_supervisory_complaint_goes_to_an_inspectorate_only(world: World) -> None:
    code = received(world).code
    client = at_desk(world, "nasional")
    answer = client.post(address(code), decided(world, report_class="supervisory"))
    assert "hanya dapat diteruskan ke inspektorat" in read(answer, 422)
    inspectorate = str(world.agencies["Inspektorat"].pk)
    form = decided(world, report_class="supervisory", to_agency=inspectorate, to_agency_text="Inspektorat")
    assert client.post(address(code), form).status_code == 302
    assert row(code).is_supervisory


def test_privacy_only_closes(world: World) -> None:
    code = received(world, is_anonymous=True).code
    client = at_desk(world, "nasional")
    page = markup(client.get(address(code)))
    assert 'name="privacy" value="ordinary"' not in page and 'name="privacy" value="anonymous"' in page
    answer = client.post(address(code), decided(world))
    assert "Hanya pelapor yang dapat membuka" in read(answer, 422)
    assert client.post(address(code), decided(world, privacy="anonymous_secret")).status_code == 302
    report = row(code)
    assert report.is_secret and not report.is_published and report.public_text == ""


def test_the_reason_for_a_secret_report_is_promised_to_its_reporter_alone(world: World) -> None:
    for is_secret in (False, True):
        page = read(at_desk(world, "nasional").get(address(received(world, is_secret=is_secret).code)))
        assert ("umum membacanya" in page, "Umum juga membacanya." in page) == (not is_secret, not is_secret)


def test_what_the_reporter_added_and_who_returned_it_stands_beside_the_text(world: World) -> None:
    code = received(world).code
    ask_reporter(actor=world.officers["nasional"], code=code, question="Di mana?", now=world.now)
    complete_report(actor=reporter_of(code), code=code, text="Di depan SD 03.", now=world.now)
    assert "Di depan SD 03." in read(at_desk(world, "nasional").get(address(code)))
    sent_back = routed(world)
    return_report(
        actor=world.officers["solok"],
        code=sent_back,
        reason="Ini jalan provinsi.",
        proposed_agency_id=world.agencies["Provinsi"].pk,
        now=world.now,
    )
    page = at_desk(world, "nasional").get(address(sent_back))
    assert "Ini jalan provinsi. Usulan: Provinsi." in read(page)
    assert f'name="to_agency" value="{world.agencies["Provinsi"].pk}"' in markup(page)
    assert "Provinsi menjawab paling lambat" in read(page)


def test_the_promise_follows_the_agency(world: World) -> None:
    code = received(world).code
    client = at_desk(world, "nasional")
    asked = {"to_agency": world.agencies["Kota Solok"].pk, "kind": "complaint"}
    words = read(client.get(f"{address(code)}janji/", asked))
    assert "“Kota Solok menjawab paling lambat Rabu, 25 November.”" in words
    nonsense = {"to_agency": "x", "kind": "complaint"}
    assert "Pilih instansi" in read(client.get(f"{address(code)}janji/", nonsense))


def test_the_promise_says_who_reads_instead_where_nobody_works(world: World) -> None:
    code = received(world).code
    client = at_desk(world, "nasional")
    asked = {"to_agency": world.agencies["Bidang Jalan"].pk, "kind": "complaint"}
    instead = "Bidang Jalan belum punya petugas. Bila dalam 1 hari kerja tetap begitu, laporan naik ke PUPR."
    words = read(client.get(f"{address(code)}janji/", asked))
    assert "Bidang Jalan menjawab paling lambat" in words and instead in words
    # Down to a unit no clock starts anew: there is nothing else to promise.
    only = read(client.get(f"{address(code)}janji/", asked | {"turun": "1"}))
    assert instead in only and "menjawab paling lambat" not in only
    staffed = asked | {"to_agency": world.agencies["PUPR"].pk, "turun": "1"}
    assert "petugas" not in read(client.get(f"{address(code)}janji/", staffed))


def test_the_lengths_of_kinds_are_those_of_today(world: World) -> None:
    code = received(world).code
    DayLimit.objects.filter(clock="finish", kind="complaint", is_supervisory=False).update(days=12)
    forget_limits()
    assert "Pengaduan 12 hari kerja;" in read(at_desk(world, "nasional").get(address(code)))


def test_who_may_not_verify_is_told_so_or_learns_nothing(world: World) -> None:
    code = received(world, agency_id=world.agencies["Kota Solok"].pk).code
    expected = {"solok": 200, "nasional": 200, "pengawas": 403, "padang": 404, "dishub": 404}
    for who, status in expected.items():
        client = at_desk(world, who)
        client.raise_request_exception = False
        assert client.get(address(code)).status_code == status, who
        if status != 200:
            assert client.post(address(code), decided(world)).status_code == status, who
    assert row(code).state == "received"


def test_a_report_that_was_verified_meanwhile_shows_its_page(world: World) -> None:
    code = routed(world)
    answer = at_desk(world, "nasional").get(address(code))
    assert answer["Location"] == f"/meja/laporan/{code}/"


def test_the_next_unread_report_follows(world: World) -> None:
    first, second = received(world).code, received(world).code
    client = at_desk(world, "nasional")
    links = markup(client.get("/meja/?tampilan=belum-diverifikasi"))
    href = links.split(f'href="/meja/verifikasi/{first}/')[1].split('"')[0].replace("&amp;", "&")
    page = markup(client.get(f"/meja/verifikasi/{first}/{href}"))
    trail = {name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("dari", "posisi")}
    trail = {name: value.replace("&amp;", "&") for name, value in trail.items()}
    after = then(client, client.post(address(first), decided(world) | trail))
    assert after.request["PATH_INFO"] == f"/meja/verifikasi/{second}/"
    assert "Berikutnya: Jalan Pandan Ujung" in read(after)
    last = then(client, client.post(address(second), decided(world) | trail))
    assert last.request["PATH_INFO"] == "/meja/"
    assert "Itu yang terakhir di daftar ini." in read(last)
