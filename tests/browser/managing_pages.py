"""The pages on which desks manage agencies, officers and what holds for many reports."""

from playwright.sync_api import Page

from tests.browser.pages import Visit, press

_OFFICE, _CITY, _PEOPLE, _SHELVES = (
    "/meja/instansi/1372-1.03/",
    "/meja/instansi/1372/",
    "/meja/petugas/",
    "/meja/katalog/",
)


def _previewed(page: Page) -> None:
    page.locator("textarea[name=body]").fill("Lihat {tautan} untuk laporan {nomor}.")
    press("Lihat hasilnya")(page)


def _invited(page: Page) -> None:
    page.locator("input[name=name]").fill("Rina Marlina")
    page.locator("input[name=email]").fill("rina@solok.test")
    page.locator("input[name=role][value=liaison]").check()
    page.locator("input[name=link][value=shown]").check()
    press("Undang")(page)


MANAGING: tuple[Visit, ...] = (
    Visit("units", _CITY, by="solok"),
    Visit("office", _OFFICE, by="solok"),
    Visit("office, history", f"{_OFFICE}riwayat/", by="solok"),
    Visit("office, edited", f"{_OFFICE}ubah/", by="solok", then=press("Simpan")),
    Visit("office, add unit", f"{_OFFICE}tambah/", by="solok", then=press("Tambahkan")),
    Visit("office, move", f"{_OFFICE}pindah/", by="solok"),
    Visit("office, close", f"{_OFFICE}tutup/", by="solok"),
    Visit("decree, mistaken", f"{_OFFICE}sk/", by="solok", then=press("Simpan")),
    Visit("units, found", "/meja/instansi/?q=dinas", by="solok"),
    Visit("agencies of a kind", "/meja/instansi/?jenis=city", by="nasional"),
    Visit("agencies, none", "/meja/instansi/?jenis=university", by="nasional"),
    Visit("agency, added", "/meja/instansi/baru/", by="nasional"),
    Visit("agency, added, mistaken", "/meja/instansi/baru/", by="nasional", then=press("Tambahkan")),
    Visit("officers", _PEOPLE, by="solok"),
    Visit("officers, none", f"{_PEOPLE}?tampil=ditutup", by="solok"),
    Visit("invitation, where", f"{_PEOPLE}undang/", by="nasional"),
    Visit("invitation, mistaken", f"{_PEOPLE}undang/?instansi=1372-1.03", by="solok", then=press("Undang")),
    Visit("invitation, link", f"{_PEOPLE}undang/?instansi=1372-1.03", by="solok", then=_invited),
    Visit("categories", f"{_SHELVES}kategori/", by="nasional"),
    Visit("category, mistaken", f"{_SHELVES}kategori/tambah/", by="nasional", then=press("Tambahkan")),
    Visit("ready texts", f"{_SHELVES}templat/", by="solok"),
    Visit("ready text, mistaken", f"{_SHELVES}templat/tambah/", by="solok", then=press("Simpan")),
    Visit("notice texts", f"{_SHELVES}pemberitahuan/", by="nasional"),
    Visit(
        "notice, previewed",
        f"{_SHELVES}pemberitahuan/reporter_verify/id/",
        by="nasional",
        then=_previewed,
    ),
    Visit("limits", f"{_SHELVES}jangka-waktu/", by="nasional"),
    Visit(
        "limit, mistaken",
        f"{_SHELVES}jangka-waktu/finish.aspiration./",
        by="nasional",
        then=press("Simpan"),
    ),
    Visit("days off", f"{_SHELVES}hari-libur/", by="solok"),
    Visit("day off, mistaken", f"{_SHELVES}hari-libur/", by="solok", then=press("Catat")),
)
