"""How long a cheap telephone on a slow network waits for the largest paint, and whether anything moves then.

A simulated telephone: 400 kbit/s with 400 ms for each round trip ("3G slow" of WebPageTest), a processor four
times slower than ours, an empty cache, a screen of 360 px. The wait is a sum of round trips and bytes, so it
says more about our pages than about the machine.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from playwright.sync_api import Page, sync_playwright

from bench.report import Result
from bench.server import Server
from bench.visits import Sample
from lapor.config.command import browser
from lapor.config.command.places import Places
from lapor.config.command.terminal import say

ROUNDS = 5
LIMIT_MS = 2500.0
NETWORK = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOWER = 4
_WATCH = """
  window.largest = 0; window.moved = 0;
  new PerformanceObserver(list => { largest = list.getEntries().pop().startTime; })
    .observe({type: "largest-contentful-paint", buffered: true});
  new PerformanceObserver(list => list.getEntries().forEach(entry => { moved += entry.value; }))
    .observe({type: "layout-shift", buffered: true});
"""


def measure(server: Server, sample: Sample, places: Places) -> list[Result]:
    """The median of each page, in milliseconds, and the worst layout shift."""
    address = f"http://127.0.0.1:{server.port}"
    code, access_code = sample.own[0]
    results: list[Result] = []
    moved: dict[str, float] = {}
    with _telephone(places) as page:
        page.goto(f"{address}/lacak/")
        page.locator("input[name=code]").fill(code)
        page.locator("input[name=access_code]").fill(access_code)
        page.locator("main form button").first.click()
        for name, path in _pages(sample, code):
            painted = [_load(page, address + path) for _ in range(ROUNDS)]
            waited = median(largest for largest, _ in painted)
            moved[name] = max(shift for _, shift in painted)
            results.append(Result(f"largest paint, slow 3G: {name}", waited, LIMIT_MS, " ms"))
            say(f"{results[-1].name} {waited:.0f} ms")
    note = ", ".join(f"{name} {shift:.3f}" for name, shift in moved.items() if shift)
    return [*results, Result("layout shift of these pages", max(moved.values()), 0.0, note=note)]


def _pages(sample: Sample, code: str) -> tuple[tuple[str, str], ...]:
    return (
        ("home", "/"),
        ("telling it", "/lapor/"),
        ("tracking page", f"/lacak/{code}/"),
        ("public list", "/laporan/"),
        ("report page", f"/laporan/{sample.public[0]}/"),
    )


@contextmanager
def _telephone(places: Places) -> Iterator[Page]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser.provide(places), args=list(browser.QUIET)
        )
        context = chromium.new_context(
            viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True, locale="id-ID"
        )
        context.add_init_script(_WATCH)
        yield context.new_page()
        chromium.close()


def _load(page: Page, address: str) -> tuple[float, float]:
    """Milliseconds to the largest paint, and how much was moved."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="networkidle")
    page.wait_for_function("window.largest > 0")
    session.detach()
    return page.evaluate("[window.largest, window.moved]")
