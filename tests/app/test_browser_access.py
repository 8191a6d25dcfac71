"""Every page for everybody: the audit in both themes and languages, the keyboard alone, twice the size."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.app.conftest import made_up_app, serve

PATIENT = 20_000
"""Milliseconds until a page is there that nobody asked for before, on a machine that has much else to do."""

MOVE = "href => { history.pushState({}, '', href); dispatchEvent(new PopStateEvent('popstate')); }"
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true; })"

ROBOTS = "/target/robot-density-492"
PAGES = {
    "/?policy=robot-plus-2023": "#overview-list tr.row",
    ROBOTS: "#target-tabs .table",
    "/target/carbon-intensity-2005?tab=methods": "#target-tabs .by-methods",
    f"{ROBOTS}?tab=revisions": "#target-tabs .revisions",
    f"{ROBOTS}?tab=statement": "#target-tabs .definitions",
    f"{ROBOTS}?tab=series": "#target-tabs .table",
    f"{ROBOTS}?tab=links": "#target-tabs .linked",
    f"{ROBOTS}?asof=2022-01-31": "h1 + .lead",
    "/changes?since=2025-06-15": ".move",
    "/deadlines": "#sums",
    "/methods": "#reliability",
    "/policies": "h1",
    "/policy/robot-plus-2023": "h1",
    "/compare": ".compare-chart",
    "/about": ".facts",
    "/search?q=robot": ".hits",
    "/nowhere?method=guess": ".missing-search",
}
"""Each page with what is there once it is shown."""


@pytest.fixture(scope="module")
def live_empty() -> Iterator[str]:
    """The address of an app with nothing loaded."""
    yield from serve(made_up_app(0))


def pages(page: Page) -> dict[str, str]:
    """All pages, with the source that the robots' page leads to."""
    move(page, ROBOTS, ".facts .from-cell")
    cell = page.locator(".facts .from-cell").first.get_attribute("href")
    return PAGES | {cell: ".sheet .is-cell"}


def move(page: Page, address: str, sign: str, view: str = "") -> None:
    """Goes to an address within the open page, and waits until its charts are drawn."""
    page.evaluate(MOVE, f"{address}{'&' if '?' in address else '?'}{view}" if view else address)
    expect(page.locator(f"#main {sign}").first).to_be_visible(timeout=PATIENT)
    expect(page.locator(".chart-picture:visible:not(:has(.main-svg))")).to_have_count(0)


def faults(page: Page, part: str = "html") -> list[tuple[str, str]]:
    """What the audit finds in a part of the page, with all that can be opened open."""
    page.evaluate(OPEN)
    found = Axe().run(page, context=part).response["violations"]
    return [(one["id"], node["html"][:160]) for one in found for node in one["nodes"][:2]]


@pytest.mark.parametrize(("view", "width"), [("theme=light&lang=en", 1440), ("theme=dark&lang=zh", 720)])
def test_no_barrier_is_found_on_any_page_and_at_twice_the_size_none_is_cut_off(page, live_shipped, view, width):
    page.set_viewport_size({"width": width, "height": width // 2})
    page.goto(f"{live_shipped}/nowhere?{view}")
    found, wide = {}, {}
    for address, sign in pages(page).items():
        move(page, address, sign, view)
        found[address] = faults(page, "#target-tabs" if "tab=" in address else "html")
        wide[address] = page.evaluate("document.documentElement.scrollWidth")
    assert {address: some for address, some in found.items() if some} == {}
    assert {address: one for address, one in wide.items() if one > width} == {}


def test_no_barrier_is_found_where_nothing_is_loaded(page, live_empty):
    page.goto(f"{live_empty}/?theme=dark")
    expect(page.locator("#main .empty")).to_be_visible()
    assert faults(page) == []


FOCUSED = """() => {
  const one = document.activeElement, look = getComputedStyle(one), box = one.getBoundingClientRect();
  const isSeen = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2 && box.width > 0;
  return [one.matches('main') || isSeen, one.outerHTML.slice(0, 160)];
}"""


def tab_to(page: Page, selector: str, most: int) -> None:
    """Presses Tab until an element of this kind has the focus; each one on the way shows that it has it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        is_seen, what = page.evaluate(FOCUSED)
        assert is_seen, what
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} was not reached")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_from_the_overview_to_a_targets_file_by_keyboard_alone(page, live_shipped, theme):
    page.goto(f"{live_shipped}/?theme={theme}&policy=robot-plus-2023")
    expect(page.locator("#overview-list")).to_be_visible()
    tab_to(page, ".skip", 1)
    page.keyboard.press("Enter")
    tab_to(page, "#overview-list .row-link", 24)
    page.keyboard.press("Enter")
    expect(page.locator("#target-tabs")).to_be_visible()
    expect(page.locator("#main")).to_be_focused()
    tab_to(page, ".chart-foot a[href*='.csv']", 40)
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".csv")
    tab_to(page, "#target-tabs .tab:nth-child(2)", 24)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("tab=methods$"))
    expect(page.locator("#target-tabs .tab.is-current")).to_have_text("Methods")
