"""Every page, and how somebody comes to it; axe looks at each, in both themes, narrow and wide.

A new page is one line: `Visit("name", "/address/{late}/")`; for a page of the desk `by="solok"` signs that
officer in. Names in braces are reports of `tests.browser.reports.reports_of`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from lapor.rules.attempts import REPORT_LINK_BY_EMAIL
from tests.builders.proxy import out_of_reach
from tests.builders.telling import fill_in, review, send

Act = Callable[[Page], None]
REPORTS = ("received", "ontime", "near", "late", "you", "settled", "closed", "rated", "archived")


@dataclass(frozen=True, slots=True)
class Visit:
    """A page: its address, who opens it, and what is done there before it is looked at."""

    name: str
    address: str
    #: "reporter" has opened all reports, "citizen" and officers by short name are signed in.
    by: str = ""
    then: Act | None = None

    def __str__(self) -> str:
        return self.name


def press(name: str) -> Act:
    """Presses a button, and waits for the page it leads to."""

    def act(page: Page) -> None:
        with page.expect_navigation():
            page.get_by_role("button", name=name, exact=True).first.click()

    return act


def step(number: int) -> Act:
    """Goes on to a step of the form, by its buttons."""

    def act(page: Page) -> None:
        for _ in range(number - 1):
            page.locator(".lp-step.is-current [data-go=next]").click()

    return act


def _mistaken(page: Page) -> None:
    page.locator("textarea[name=text]").fill("Eh")
    step(5)(page)
    page.locator("input[name=email]").fill("bukan surel")
    press("Periksa laporan")(page)


def _unfolded(page: Page) -> None:
    """Opens what can be opened; only the map has something to fetch then."""
    for fold in page.locator("main details:not([open]) > summary").all():
        if fold.is_visible():
            fold.click()
    if page.locator(".lp-mapbox").count():
        page.wait_for_load_state("networkidle")


def _reviewed(page: Page) -> None:
    # What another visit left on this telephone is another person's draft.
    page.evaluate("localStorage.clear()")
    page.reload()
    fill_in(page)
    review(page)


def _sent(page: Page) -> None:
    _reviewed(page)
    send(page)


def _link_asked(page: Page) -> None:
    page.locator("input[name=code]").fill("583 720 464")
    page.locator("input[name=email]").fill("tautan@contoh.test")
    press("Kirim tautan sekali pakai")(page)


def _asked_too_often(page: Page) -> None:
    door = page.url
    for _ in range(REPORT_LINK_BY_EMAIL.times + 1):
        page.goto(door)
        _link_asked(page)
    assert "Terlalu sering mencoba" in page.get_by_role("alert").inner_text()


def _draft_in_doubt(page: Page) -> None:
    page.get_by_role("link", name="Buang draf").first.click()
    page.wait_for_url("**/buang/")


def _outdated(page: Page) -> None:
    """409: the page is older than the report, nothing is asked any more."""
    page.locator("form[action$='/balas/']").evaluate(
        "form => form.setAttribute('action', form.action.replace('balas', 'jawab'))"
    )
    page.locator("form[action$='/jawab/'] textarea").fill("Di depan gerbang.")
    press("Kirim balasan")(page)


def _while_down(words: str, button: str) -> Act:
    """Writes and sends, while the database is out of reach."""

    def act(page: Page) -> None:
        page.locator(words).fill("Lubangnya tepat di depan gerbang sekolah, di sebelah kiri jalan.")
        _pressed_while_down(page, button)

    return act


def _pressed_while_down(page: Page, button: str) -> None:
    with out_of_reach(), page.expect_response(lambda answer: answer.request.method == "POST") as told:
        press(button)(page)
    assert told.value.status == 503


def _sent_while_down(page: Page) -> None:
    _reviewed(page)
    _pressed_while_down(page, "Kirim laporan")


PORTAL = (
    Visit("home", "/"),
    Visit("form 1", "/lapor/"),
    Visit("form 2 with map", "/lapor/#langkah-2", then=_unfolded),
    Visit("form 3", "/lapor/#langkah-3"),
    Visit("form 4", "/lapor/#langkah-4"),
    Visit("form 5", "/lapor/#langkah-5"),
    Visit("form, mistaken", "/lapor/", then=_mistaken),
    Visit("review", "/lapor/", then=_reviewed),
    Visit("receipt", "/lapor/", then=_sent),
    Visit("sent, kept", "/lapor/", then=_sent_while_down),
    Visit("receipt, later", "/lacak/{ontime}/tanda-terima/", by="reporter"),
    Visit("track: door", "/lacak/"),
    Visit("track: wrong", "/lacak/", then=press("Lihat laporan")),
    Visit("track: door with a number", "/lacak/{ontime}/"),
    Visit("track: code lost", "/lacak/tautan/"),
    Visit("track: code lost, empty", "/lacak/tautan/", then=press("Kirim tautan sekali pakai")),
    Visit("track: code lost, link sent", "/lacak/tautan/", then=_link_asked),
    Visit("track: code lost, link opened", "/lacak/tautan/bukan-tautan/"),
    Visit("too often", "/lacak/tautan/", then=_asked_too_often),
    *(Visit(f"track: {name}", f"/lacak/{{{name}}}/", by="reporter", then=_unfolded) for name in REPORTS),
    Visit("track: empty reply", "/lacak/{ontime}/", by="reporter", then=press("Kirim balasan")),
    Visit("track: outdated", "/lacak/{ontime}/", by="reporter", then=_outdated),
    Visit(
        "track: reply, kept",
        "/lacak/{ontime}/",
        by="reporter",
        then=_while_down("form[action$='/balas/'] textarea", "Kirim balasan"),
    ),
    Visit("track: empty answer", "/lacak/{you}/", by="reporter", then=press("Kirim jawaban")),
    Visit("track: empty rating", "/lacak/{closed}/", by="reporter", then=press("Simpan nilai")),
    Visit("contest", "/lacak/{settled}/sanggah/", by="reporter"),
    Visit("contest, empty", "/lacak/{settled}/sanggah/", by="reporter", then=press("Kirim sanggahan")),
    Visit("object", "/lacak/{archived}/keberatan/", by="reporter"),
    Visit("formalise", "/lacak/{info}/resmi/", by="reporter"),
    Visit("withdraw", "/lacak/{ontime}/cabut/", by="reporter"),
    Visit("privacy of a report", "/lacak/{ontime}/privasi/", by="reporter"),
    Visit("public list", "/laporan/", then=_unfolded),
    Visit("public list, nothing", "/laporan/?q=kapal+selam"),
    Visit("public report", "/laporan/{late}/", then=_unfolded),
    Visit("public report, rated", "/laporan/{rated}/"),
    Visit("public report, not public", "/laporan/{received}/"),
    Visit("agencies", "/instansi/"),
    Visit("agencies, found", "/instansi/?q=solok"),
    Visit("agency", "/instansi/1372/", then=_unfolded),
    Visit("office", "/instansi/1372-1.03/"),
    Visit("performance", "/instansi/angka/"),
    Visit("sign in", "/masuk/"),
    Visit("sign in, empty", "/masuk/", then=press("Masuk")),
    Visit("link", "/masuk/tautan/"),
    Visit("link, opened", "/masuk/tautan/bukan-tautan/"),
    Visit("address to confirm", "/masuk/surel/bukan-tautan/"),
    Visit("register", "/daftar/"),
    Visit("register, empty", "/daftar/", then=press("Buat akun")),
    Visit("account", "/akun/", by="citizen"),
    Visit("account: draft thrown away", "/akun/", by="citizen", then=_draft_in_doubt),
    Visit("account: contact", "/akun/data/", by="citizen"),
    Visit("account: password", "/akun/sandi/", by="citizen"),
    Visit("about", "/tentang/"),
    Visit("about privacy", "/tentang/data-anda/"),
    Visit("about accessibility", "/tentang/aksesibilitas/"),
    Visit("not found", "/tidak-ada/"),
)


def _inline(page: Page) -> None:
    """Opens a form within the report's page."""
    page.set_viewport_size({"width": 1280, "height": 800})  # keys are for whoever has a keyboard
    page.keyboard.press("t")
    page.locator("#tindakan textarea").wait_for()


def _picked(page: Page) -> None:
    page.locator(".lp-inbox input").first.check()


# Pages of the desk, as they become ready.
DESK: tuple[Visit, ...] = (
    Visit("inbox", "/meja/", by="solok", then=_picked),
    Visit("inbox, national", "/meja/", by="nasional"),
    Visit("inbox, units", "/meja/?tampilan=unit-kerja", by="solok"),
    Visit("inbox, ended", "/meja/?tampilan=selesai", by="solok", then=_unfolded),
    Visit("inbox, found", "/meja/?q=jalan", by="solok", then=_unfolded),
    Visit("inbox, filter not understood", "/meja/?tempat=&tempat_text=zzqq", by="solok"),
    Visit("inbox, nothing found", "/meja/?q=gajah", by="solok"),
    Visit("inbox, empty", "/meja/", by="padang"),
    Visit("notices", "/meja/kabar/", by="solok"),
    Visit("verification", "/meja/verifikasi/{received}/", by="nasional", then=_unfolded),
    Visit(
        "verification, mistaken",
        "/meja/verifikasi/{received}/",
        by="nasional",
        then=press("Verifikasi dan disposisi"),
    ),
    *(Visit(f"desk report, {name}", f"/meja/laporan/{{{name}}}/", by="nasional") for name in REPORTS),
    Visit("desk report, inline form", "/meja/laporan/{ontime}/", by="pupr", then=_inline),
    Visit("follow up", "/meja/laporan/{ontime}/tindak-lanjut/", by="pupr"),
    Visit("settle", "/meja/laporan/{ontime}/selesai/", by="pupr"),
    Visit("settle, mistaken", "/meja/laporan/{ontime}/selesai/", by="pupr", then=press("Nyatakan selesai")),
    Visit("more time", "/meja/laporan/{ontime}/perpanjangan/", by="pupr"),
    Visit("more time, decided", "/meja/laporan/{longer}/perpanjangan/putusan/", by="solok"),
    Visit("formalise", "/meja/laporan/{info}/resmi/", by="solok"),
    Visit("answer written down", "/meja/laporan/{you}/jawaban/", by="pupr"),
    Visit(
        "question, kept",
        "/meja/laporan/{ontime}/tanya/",
        by="pupr",
        then=_while_down("main textarea[name=question]", "Kirim pertanyaan"),
    ),
    Visit("archive", "/meja/laporan/{received}/arsip/", by="nasional"),
    Visit("merge", "/meja/laporan/{received}/gabung/", by="nasional"),
    Visit("privacy", "/meja/laporan/{near}/privasi/", by="solok"),
    Visit("public text", "/meja/laporan/{near}/naskah/", by="solok"),
    Visit("identity", "/meja/laporan/{near}/identitas/", by="solok"),
    Visit("route down", "/meja/disposisi/{near}/ke-bawah/", by="solok"),
    Visit("not ours", "/meja/disposisi/{near}/bukan-wewenang/", by="solok"),
    Visit("transfer", "/meja/disposisi/{near}/alihkan/", by="nasional"),
    Visit("too late", "/meja/laporan/{settled}/tindak-lanjut/", by="solok"),
    Visit("many", "/meja/disposisi/banyak/?code={near}&code={received}", by="solok"),
    Visit("many archived", "/meja/laporan/banyak/arsip/?code={near}&code={received}", by="nasional"),
)
