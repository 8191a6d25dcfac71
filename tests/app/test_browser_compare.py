"""The comparison and the page about the data in a browser, over the shipped data."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

WIDTH = "document.querySelector('#compare-graph .main-svg').getBoundingClientRect().width"


PLACES = """(root) => [...document.querySelector(root).querySelectorAll(
  ".compare-controls .mantine-InputWrapper-label, .compare-controls .spans, .compare-chart")].map((one) => {
    const box = one.getBoundingClientRect();
    return [box.x, box.y];
  }).flat()"""
"""Where the parts of the page stand that nothing should move: the controls' labels, the forms, the chart."""


def faults(screen: Page) -> list[tuple[str, str]]:
    """What the accessibility audit finds that is serious."""
    found = Axe().run(screen).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")]


@pytest.mark.parametrize(
    ("path", "sign"), [("/compare", ".compare-chart .js-plotly-plot:visible"), ("/about", ".facts")]
)
def test_both_pages_are_sound_on_a_phone_in_chinese(phone, live_shipped, path, sign):
    phone.goto(f"{live_shipped}{path}?lang=zh")
    expect(phone.locator(f"#main {sign}").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") == phone.viewport_size["width"]
    assert faults(phone) == []


def test_the_controls_write_the_address_and_the_chart_is_saved_and_fits_paper(page, live_shipped):
    page.goto(f"{live_shipped}/compare?indicator=robot_install")
    expect(page.locator("#compare-graph .xaxislayer-above").last).to_be_attached()
    page.locator("#compare-base").click()
    page.get_by_role("option", name="2020 = 100").click()
    expect(page).to_have_url(re.compile(r"indicator=robot_install&base=2020$"))
    expect(page.locator(".compare-figures tbody tr", has_text="2020").first).to_contain_text("100")
    expect(page.locator("#compare-base")).to_be_focused()
    page.get_by_role("link", name="All in one chart").click()
    expect(page).to_have_url(re.compile(r"base=2020&together=1$"))
    expect(page.locator(".compare-controls .is-current")).to_have_text("All in one chart")
    expect(page.locator("#compare-graph").get_by_text("South Korea")).to_be_visible()
    with page.expect_download() as saved:
        page.locator("#compare-png").click()
    assert re.fullmatch(r"compare-robot-install-2020_asof-2026-06-15_[0-9a-f]{7}\.png", saved.value.suggested_filename)
    before = page.evaluate(WIDTH)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function(f"{WIDTH} === 680")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.wait_for_function(f"{WIDTH} === {before}")
    page.go_back()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/compare\?indicator=robot_install$"))


def test_the_controls_stand_where_their_stills_stood_and_stay_there_while_series_are_chosen(page, live_shipped):
    held = []
    page.route("**/_dash-layout*", lambda route: held.append(route))
    with page.expect_request("**/_dash-layout*"):
        page.goto(f"{live_shipped}/compare?indicator=robot_density")
    before = page.evaluate(PLACES, ".first")
    held.pop().continue_()
    expect(page.locator(".first")).to_have_count(0)
    expect(page.locator("#compare-series")).to_be_visible()
    assert page.evaluate(PLACES, "#main") == pytest.approx(before, abs=1)
    page.locator("#compare-series").click()
    options = page.locator(".mantine-MultiSelect-dropdown")
    for name in ("South Korea", "Germany", "Japan"):
        options.get_by_role("option", name=name).click()
        expect(page.locator(".scopes tbody")).to_contain_text(name)
        expect(options.get_by_role("option", name="Western Europe")).to_be_in_viewport(ratio=1)
    expect(page.locator(".scopes tbody tr")).to_have_count(3)
    expect(page.locator(".compare-controls .is-current")).to_have_text("All in one chart")
    assert page.evaluate(PLACES, "#main") == pytest.approx(before, abs=1)
    page.go_back()
    expect(page.locator(".control-series .mantine-Pill-root")).to_have_count(2)
