"""The inbox as a page: what it says, whom it lets in, what it costs."""

from collections.abc import Iterator

import pytest

from lapor.queries.accounts.actor import actor_for
from lapor.records.accounts.account import Account
from lapor.records.agencies.agency import Agency
from lapor.records.catalogue.category import Category
from lapor.records.reports.saved_view import SavedView
from lapor.rules.access import Role
from lapor.steps.reports.hand_back import hand_back
from lapor.steps.reports.return_ import return_report
from tests.builders.desk import approver, at_desk, markup, read, then
from tests.builders.notices import load_notice_texts
from tests.builders.portal import browser_of, counted, standing_clock
from tests.builders.world import World, at_office, received, routed, stored_file

INBOX = "/meja/"


@pytest.fixture
def noon(world: World) -> Iterator[World]:
    with standing_clock(world.now):
        yield world


def test_a_stranger_is_shown_the_way_in_and_a_reporter_stays_out(world: World) -> None:
    assert browser_of().get(INBOX)["Location"] == "/masuk/?next=%2Fmeja%2F"
    account = Account.objects.create(login="siti@contoh.test", name="Siti")
    assert actor_for(account.pk, today=world.now.date()).desk is None
    client = browser_of(account_id=account.pk)
    client.raise_request_exception = False
    assert client.get(INBOX).status_code == 403


def test_it_shows_what_needs_the_officer_with_its_clock_and_the_first_report_beside_it(world: World) -> None:
    code = routed(world)
    with standing_clock(world.now):
        page = at_desk(world).get(INBOX)
    words = read(page)
    assert "Perlu saya 1" in words and "Unit kerja 0" in words
    assert 'aria-label="Daftar laporan"' in markup(page)
    assert "Jalan Pandan Ujung berlubang" in words
    assert "5 hari kerja lagi" in words and "Anda · jawaban pertama" in words
    # Beside it: the reporter's own words, which the public never reads, and what can be done next.
    assert "0812 3456 7890" in words
    assert f'href="/meja/laporan/{code}/tindak-lanjut/?dari=tampilan%3Dperlu-saya' in markup(page)


def test_an_empty_view_says_what_that_means(noon: World) -> None:
    assert "Tidak ada laporan yang menunggu Anda." in read(at_desk(noon).get(INBOX))
    found = read(at_desk(noon).get(INBOX, {"tampilan": "terlambat"}))
    assert "Tidak ada laporan yang lewat tenggat." in found
    assert "Tidak ada yang cocok" in read(at_desk(noon).get(INBOX, {"q": "gajah terbang"}))


def test_what_came_back_is_tagged(world: World) -> None:
    code = at_office(world)
    hand_back(actor=world.officers["pupr"], code=code, reason="Bukan jalan kami.", now=world.later(hours=1))
    with standing_clock(world.now):
        words = read(at_desk(world).get(INBOX, {"tampilan": "dikembalikan"}))
    assert "Dikembalikan 1" in words and "Karena Bukan jalan kami." in words


def test_an_overseer_reads_the_tree_and_has_no_buttons(world: World) -> None:
    code = routed(world)
    with standing_clock(world.now):
        page = at_desk(world, "pengawas").get(INBOX)
    words = read(page)
    assert "Perlu saya" not in words and "Jalan Pandan Ujung berlubang" in words
    with standing_clock(world.now):
        empty = read(at_desk(world, "pengawas").get(INBOX, {"q": "gajah terbang"}))
    assert "Kembali ke Unit kerja" in empty and "Perlu saya" not in empty
    assert f"/meja/laporan/{code}/tindak-lanjut/" not in markup(page)


@pytest.mark.parametrize(
    ("who", "routes", "archives"),
    [
        ("nasional", True, True),
        ("solok", True, True),
        ("provinsi", True, True),
        ("inspektur", True, True),
        ("pupr", True, False),
        ("penyetuju", False, False),
        ("pengawas", False, False),
    ],
)
def test_only_who_may_do_it_with_many_is_offered_it(
    noon: World, who: str, routes: bool, archives: bool
) -> None:
    approver(noon)
    at_office(noon), routed(noon, "Inspektorat", is_supervisory=True)
    client = at_desk(noon, who)
    client.raise_request_exception = False
    page = markup(client.get(INBOX, {"tampilan": "semua"}))
    assert ("data-bulk-count" in page, "banyak/arsip/" in page) == (routes, archives)
    assert ('name="code"' in page) is routes
    for address, is_his in (("/meja/disposisi/banyak/", routes), ("/meja/laporan/banyak/arsip/", archives)):
        assert client.get(address).status_code == (200 if is_his else 403)


@pytest.mark.parametrize("count", [1, 3, 25])
def test_the_whole_page_costs_eight_statements(world: World, count: int) -> None:
    for _ in range(count):
        code = received(world, attachment_keys=(stored_file(world),)).code
    SavedView.objects.create(
        account_id=world.officers["nasional"].account_id,
        name="Jalan",
        filters={"tampilan": "perlu-saya", "q": "jalan"},
        created_at=world.now,
    )
    client = at_desk(world, "nasional")
    with standing_clock(world.now):
        client.get(INBOX)
        with counted() as statements:
            page = client.get(INBOX)
        assert markup(page).count('name="code"') == count
        assert len(statements) == 8, "\n".join(statements)
        with counted() as statements:
            opened = client.get(INBOX, {"buka": code})
        assert f'data-preview="{code}"' in markup(opened)
        assert len(statements) == 8


def test_htmx_gets_the_report_alone_and_strangers_get_nothing(noon: World) -> None:
    code = routed(noon)
    headers = {"HX-Request": "true", "HX-Target": "pratinjau"}
    words = read(at_desk(noon).get(INBOX, {"buka": code}, headers=headers))
    assert "Tindak lanjut" in words and "Kerja hari ini" not in words
    other = at_desk(noon, "padang")
    other.raise_request_exception = False
    assert other.get(INBOX, {"buka": code}, headers=headers).status_code == 404


def test_the_head_of_the_page_finds_by_number_and_by_words(noon: World) -> None:
    code = routed(noon)
    at_office(noon)
    client = at_desk(noon)
    assert (
        client.get(INBOX, {"q": f"{code[:3]} {code[3:6]} {code[6:]}"})["Location"] == f"/meja/laporan/{code}/"
    )
    words = read(client.get(INBOX, {"q": "pandan ujung"}))
    assert "Semua laporan" in words and words.count("Jalan Pandan Ujung berlubang") >= 2
    assert "Tidak ada yang cocok" in read(at_desk(noon, "padang").get(INBOX, {"q": code}))


def test_names_typed_into_the_filter_become_codes(noon: World) -> None:
    asked = {"tampilan": "perlu-saya", "tempat": "", "tempat_text": "kota solok", "kategori_text": ""}
    answer = at_desk(noon).get(INBOX, asked)
    assert answer["Location"] == "/meja/?tampilan=perlu-saya&tempat=13.72"
    assert "Kota Solok" in read(at_desk(noon).get(answer["Location"]))


@pytest.mark.parametrize(("name", "words"), [("kategori", "zzqq"), ("tempat", "xxjj"), ("pemegang", "qqzz")])
def test_a_filter_that_means_nothing_is_given_back(noon: World, name: str, words: str) -> None:
    page = at_desk(noon).get(
        INBOX, {"tampilan": "semua", "jenis": "complaint", name: "", f"{name}_text": words}
    )
    assert "Tidak ditemukan. Periksa ejaannya." in read(page)
    text = markup(page)
    assert '<details class="lp-filter" open>' in text and f'value="{words}"' in text
    # What was understood stays.
    assert '<option value="complaint" selected' in text


def test_changed_words_win_over_what_was_picked_in_the_filter(noon: World) -> None:
    for name in ("PUPR", "Dishub"):
        Agency.objects.filter(name=name).update(search=name.lower())
    for name in ("Jalan", "Lampu"):
        Category.objects.create(code=name.lower(), name=name, search=name.lower())
    pupr, dishub = noon.agencies["PUPR"].pk, noon.agencies["Dishub"].pk
    picked = {"tampilan": "semua", "pemegang": pupr, "kategori": "jalan", "tempat": "13.72"}
    same = {"pemegang_text": "PUPR", "kategori_text": "Jalan", "tempat_text": "Kota Solok"}
    other = {"pemegang_text": "dishub", "kategori_text": "lampu", "tempat_text": "kota padang"}
    client = at_desk(noon)
    kept, changed, emptied = (
        client.get(INBOX, picked | words)["Location"] for words in (same, other, dict.fromkeys(same, ""))
    )
    assert kept == f"/meja/?tampilan=semua&kategori=jalan&tempat=13.72&pemegang={pupr}"
    assert changed == f"/meja/?tampilan=semua&kategori=lampu&tempat=13.71&pemegang={dishub}"
    assert emptied == "/meja/?tampilan=semua"


def test_one_office_and_one_tag_are_looked_at_alone(noon: World) -> None:
    Agency.objects.filter(name="PUPR").update(search="pupr")
    office, city = at_office(noon), routed(noon, tags=("sekolah",))
    client, pupr = at_desk(noon), noon.agencies["PUPR"].pk
    answer = client.get(INBOX, {"tampilan": "semua", "pemegang": "", "pemegang_text": "pupr"})
    assert answer["Location"] == f"/meja/?tampilan=semua&pemegang={pupr}"
    page = client.get(answer["Location"])
    assert f'value="{office}"' in markup(page) and f'value="{city}"' not in markup(page)
    assert "Lepas PUPR" in read(page)
    tagged = markup(client.get(INBOX, {"tampilan": "semua", "tanda": "sekolah"}))
    assert f'value="{city}"' in tagged and f'value="{office}"' not in tagged


def test_a_copy_that_nobody_has_read_yet_leads_to_its_page(noon: World) -> None:
    code = routed(noon, "Kota Padang", copy_agency_ids=(noon.agencies["Kota Solok"].pk,))
    return_report(
        actor=noon.officers["padang"],
        code=code,
        reason="Bukan jalan kami.",
        proposed_agency_id=noon.agencies["Provinsi"].pk,
        now=noon.now,
    )
    assert f"/meja/laporan/{code}/" in markup(at_desk(noon).get(INBOX, {"tampilan": "tembusan"}))
    assert f"/meja/verifikasi/{code}/" not in markup(at_desk(noon).get(INBOX, {"tampilan": "tembusan"}))
    assert f"/meja/verifikasi/{code}/" in markup(at_desk(noon, "nasional").get(INBOX))


def test_a_view_is_saved_counted_and_thrown_away(noon: World) -> None:
    routed(noon)
    client = at_desk(noon)
    saved = client.post(
        "/meja/tampilan/simpan/", {"name": " Jalan  rusak ", "dari": "tampilan=perlu-saya&q=jalan"}
    )
    assert "Jalan rusak 1" in read(then(client, saved))
    view = SavedView.objects.get()
    stranger = at_desk(noon, "pupr")
    stranger.raise_request_exception = False
    assert stranger.post(f"/meja/tampilan/{view.pk}/hapus/").status_code == 404
    assert "Tersimpan" not in read(then(client, client.post(f"/meja/tampilan/{view.pk}/hapus/")))


def test_a_view_needs_a_name(noon: World) -> None:
    client = at_desk(noon)
    words = read(then(client, client.post("/meja/tampilan/simpan/", {"name": " ", "dari": "q=jalan"})))
    assert "Beri nama dulu untuk tampilan ini." in words
    assert not SavedView.objects.exists()


def test_the_list_goes_on_where_it_stopped(world: World) -> None:
    made = [routed(world) for _ in range(27)]
    client = at_desk(world)
    with standing_clock(world.now):
        first = markup(client.get(INBOX))
        older = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
        second = markup(client.get(older))
    assert [code for code in made if f'value="{code}"' in first] == made[:25]
    assert [code for code in made if f'value="{code}"' in second] == made[25:]


def test_typeaheads_name_agencies_with_their_officers(noon: World) -> None:
    Agency.objects.filter(name="PUPR").update(search="pupr kota solok")
    found = at_desk(noon).get("/meja/pilihan/instansi/", {"q": "pupr", "dekat": "13.72"}).json()
    pupr = noon.agencies["PUPR"].pk
    assert found == {"results": [{"value": str(pupr), "label": "PUPR", "detail": "Kota Solok · 1 petugas"}]}
    places = at_desk(noon).get("/meja/pilihan/tempat/", {"q": "kota solok"}).json()["results"]
    assert places[0]["value"] == "13.72"
    assert at_desk(noon).get("/meja/pilihan/kategori/", {"q": "jalan"}).json() == {"results": []}


def test_notices_are_shown_and_read_on_demand(noon: World) -> None:
    load_notice_texts()
    routed(noon)
    client = at_desk(noon)
    assert "Kabar 1" in read(client.get(INBOX))
    words = read(client.get("/meja/kabar/"))
    assert "Baru" in words and "Tandai sudah dibaca" in words
    page = markup(client.get("/meja/kabar/"))
    newest = page.split('name="sampai" value="')[1].split('"')[0]
    assert "Tandai sudah dibaca" not in read(
        then(client, client.post("/meja/kabar/dibaca/", {"sampai": newest}))
    )
    assert "Belum ada kabar" in read(at_desk(noon, "padang").get("/meja/kabar/"))


def test_a_full_page_of_notices_leads_on_only_where_there_are_more(noon: World) -> None:
    load_notice_texts()
    for _ in range(25):
        routed(noon)
    client = at_desk(noon)
    assert "sebelum=" not in markup(client.get("/meja/kabar/"))
    routed(noon)
    assert "sebelum=" in markup(client.get("/meja/kabar/"))


@pytest.mark.parametrize(
    "address",
    [
        "?tampilan=x&sesudah=%FF",
        "?sesudah=W10",
        "?tempat=%27--",
        "?kategori=x&jenis=x&keadaan=x",
        "?buka=abc",
    ],
)
def test_addresses_that_make_no_sense_show_what_they_can(noon: World, address: str) -> None:
    assert at_desk(noon).get(f"{INBOX}{address}").status_code == 200


def test_every_role_has_an_inbox(noon: World) -> None:
    noon.officer("penyetuju", "PUPR", Role.APPROVER)
    for who in noon.officers:
        assert at_desk(noon, who).get(INBOX).status_code == 200
