"""Every page for everybody: audited in both themes and languages, with room for no more than 320 pixels."""

from collections.abc import Iterator, Mapping

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from app import address
from app.main import PAGES as KINDS
from etl.vocabulary import LANGUAGES
from tests.app.conftest import TODAY, made_up_app, serve

MOVE = "href => { history.pushState({}, '', href); dispatchEvent(new PopStateEvent('popstate')); }"
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true; })"

ROBOTS = "/target/robot-density-492"
TAB = ".tab.is-current[href*='tab={}']"
PAGES = {
    "/nowhere?method=guess": ".missing-search",
    "/?asof=1900-01-01": "h1 + .lead",
    "/?policy=robot-plus-2023": ".policy-row",
    ROBOTS: ".facts",
    f"{ROBOTS}?tab=revisions": TAB.format("revisions"),
    f"{ROBOTS}?tab=statement": TAB.format("statement"),
    f"{ROBOTS}?tab=series": TAB.format("series"),
    f"{ROBOTS}?tab=links": TAB.format("links"),
    f"{ROBOTS}?asof=2022-01-31": "h1 + .lead",
    "/target/carbon-intensity-2005?tab=methods": TAB.format("methods"),
    "/target/standards-bases-emerging-areas?tab=list": TAB.format("list"),
    "/?q=robot&due=passed&group=none": "#overview-list",
    "/changes?since=2025-06-15": ".move",
    "/deadlines": "#sums",
    "/policies": "h1",
    "/policy/robot-plus-2023": "h1",
    "/search?q=robot": ".hits",
    "/compare": ".compare-chart",
    "/methods": "#reliability",
    "/about": "#contents",
}
"""Each page with what it alone has."""

AUDIT = """async ([part, options]) => {
  const found = await axe.run(part, { preload: false, resultTypes: ["violations"], ...options });
  return found.violations.flatMap(({ id, nodes }) => nodes.slice(0, 2).map((node) => [id, node.html.slice(0, 160)]));
}"""
EVERYTHING = {"rules": {rule: {"enabled": True} for rule in ("target-size", "duplicate-id")}}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""What depends on the theme."""

DRESS = """theme => {
  Object.assign(document.documentElement.dataset, { theme, mantineColorScheme: theme });
}"""


DESK = {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def live_empty() -> Iterator[str]:
    """The address of an app with nothing loaded."""
    yield from serve(made_up_app(0))


def ready(page: Page, start: str) -> Page:
    """The page at its first address, where nothing moves, with the audit's script."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(start)
    expect(page.locator("#main > *").first).to_be_visible()
    page.evaluate(AXE_SCRIPT)
    return page


def pages(page: Page) -> dict[str, str]:
    """All pages, with the source that the robots' page leads to."""
    move(page, ROBOTS, ".facts")
    return PAGES | {page.locator(".facts .from-cell").first.get_attribute("href"): ".sheet .is-cell"}


def move(page: Page, href: str, sign: str, lang: str = "en") -> None:
    """Goes to an address within the open page, and waits until all of it is there and its charts are drawn."""
    path, _, query = href.partition("?")
    view = address.read(path, f"{query}&lang={lang}", TODAY)
    page.evaluate(MOVE, address.href(view))
    expect(page.locator("#top .language.is-current")).to_have_attribute("href", address.href(view))
    expect(page.locator(f"#main {sign}").first).to_be_visible()
    expect(page.locator("#main[data-dash-is-loading], #target-tabs[data-dash-is-loading]")).to_have_count(0)
    expect(page.locator(".chart-picture:visible:not(:has(.main-svg))")).to_have_count(0)
    page.evaluate(OPEN)


def faults(page: Page, theme: str, rules: Mapping, part: str = "html") -> list[list[str]]:
    """What the audit finds in a part of the page in a theme, with all that can be opened open."""
    page.evaluate(DRESS, theme)
    return page.evaluate(AUDIT, [part, rules])


SIZES = {720: 450, 320: 640}
"""A desk at twice the size, and the narrowest screen: a desk at four times the size."""

TARGETS = {"runOnly": ["target-size"]}
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
CUT = """() => [...document.querySelectorAll("#top *, #main *, #foot *")].filter((one) => {
  const look = getComputedStyle(one);
  const hides = (way) => ["hidden", "clip"].includes(look[way]);
  const isCut = (hides("overflowX") && one.scrollWidth > one.clientWidth + 1)
    || (hides("overflowY") && one.scrollHeight > one.clientHeight + 1);
  return isCut && one.clientWidth > 1 && one.innerText && !one.closest("svg, .chart-graph, .sheet");
}).map((one) => one.outerHTML.slice(0, 160))"""


def narrow_faults(page: Page, href: str) -> list:
    """What can no longer be hit or read on a narrow page; fails where one must be moved sideways to be read."""
    for width, height in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        expect(page.locator("html"), f"{href} at {width}").to_have_js_property("scrollWidth", width)
    found = page.evaluate(AUDIT, ["html", TARGETS])
    spaced = page.add_style_tag(content=SPACED)
    found += page.evaluate(CUT)
    spaced.evaluate("one => one.remove()")
    page.set_viewport_size(DESK)
    return found


@pytest.mark.parametrize("width", [720, 768])
def test_the_list_of_promises_stays_within_the_page_where_letters_and_words_stand_apart(page, live_shipped, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(live_shipped)
    expect(page.locator("#overview-list .promises")).to_be_visible()
    page.add_style_tag(content=SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert (
        page.evaluate("(one => one.offsetWidth - one.parentElement.clientWidth)(document.querySelector('.promises'))")
        <= 0
    )


@pytest.mark.parametrize(("lang", "themes"), [("en", ("light", "dark")), ("zh", ("dark", "light"))])
def test_no_barrier_is_found_on_any_page_at_any_size(page, live_shipped, lang, themes):
    one, other = themes
    found = {}
    for href, sign in pages(ready(page, f"{live_shipped}/nowhere")).items():
        move(page, href, sign, lang)
        part = "#target-tabs" if "tab=" in href else "html"
        found[href] = faults(page, one, EVERYTHING, part) + faults(page, other, COLOURS, part)
        found[href] += narrow_faults(page, href)
    assert {href: some for href, some in found.items() if some} == {}


def test_each_kind_of_page_is_looked_at():
    paths = [href.partition("?")[0] for href in (*PAGES, "/source/1")]
    assert [page.PATH for page in KINDS if all(address.match(page.PATH, path) is None for path in paths)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_barrier_is_found_where_nothing_is_loaded_and_in_a_frame(page, live, live_empty, lang):
    ready(page, f"{live_empty}/?theme=dark&lang={lang}")
    expect(page.locator("#main .empty")).to_be_visible()
    assert faults(page, "dark", EVERYTHING) == []
    page.goto(f"{live}/embed/target/target-000?lang={lang}")
    expect(page.locator(".chart-picture .main-svg:visible").first).to_be_visible()
    page.evaluate(AXE_SCRIPT)
    assert faults(page, "light", EVERYTHING) == []


def test_nothing_moves_for_those_who_asked_for_stillness(page, live):
    page.emulate_media(reduced_motion="reduce")
    page.goto(live)
    expect(page.locator("#overview-list")).to_be_visible()
    page.locator("#header-asof").click()
    expect(page.get_by_role("button", name="14 June 2026")).to_be_visible()
    moving = """() => [...document.querySelectorAll("*")].filter((one) => {
      const look = getComputedStyle(one);
      return look.animationName !== "none" || look.transitionDuration.split(", ").some((time) => time !== "0s");
    }).map((one) => one.outerHTML.slice(0, 160))"""
    assert page.evaluate(moving) == []
    assert page.evaluate("document.getAnimations().length") == 0
