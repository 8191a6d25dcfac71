"""The first view of a page in Chromium with a cold cache: what is fetched, and when words and chart are there."""

from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Page

TURNS = 7
WATCH = """
window.seen = {};
const isShown = (element) => element.getBoundingClientRect().width > 0;
(function look() {
  const text = document.body && document.body.innerText;
  if (!seen.words && text && text.includes("%s")) seen.words = performance.now();
  if (!seen.chart && [...document.querySelectorAll("%s")].some(isShown)) seen.chart = performance.now();
  requestAnimationFrame(look);
})();
"""
LINE = ".js-plotly-plot .scatterlayer path.js-line"


@dataclass(frozen=True)
class Asked:
    """A page to be opened: its name, its address, the words and the part of the chart (a CSS selector) that count."""

    name: str
    address: str
    words: str
    chart: str = LINE


@dataclass(frozen=True)
class Seen:
    """Medians of several turns: bytes as sent, requests, milliseconds to the first words and to the chart."""

    bytes: float
    requests: float
    words: float
    chart: float


def first_view(browser: Browser, asked: Asked, turns: int = TURNS) -> Seen:
    """Opens the page in a fresh context each turn; the first one warms the server and does not count."""
    found = [_turn(browser, asked) for _ in range(turns + 1)][1:]
    return Seen(*(median(values) for values in zip(*found, strict=True)))


def _turn(browser: Browser, asked: Asked) -> tuple[float, float, float, float]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    sizes = _counted(page)
    page.add_init_script(WATCH % (asked.words, asked.chart))
    page.goto(asked.address)
    page.wait_for_function("() => window.seen.words && window.seen.chart", timeout=60_000)
    page.wait_for_load_state("networkidle")
    seen = page.evaluate("window.seen")
    context.close()
    return sum(sizes), len(sizes), seen["words"], seen["chart"]


def _counted(page: Page) -> list[float]:
    """A list that grows with the bytes of each answer as they went over the wire, of sockets too."""
    sizes: list[float] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.on("Network.webSocketFrameReceived", lambda event: sizes.append(len(event["response"]["payloadData"])))
    return sizes
