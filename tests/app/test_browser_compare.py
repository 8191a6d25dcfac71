"""The comparison and the page about the data in a browser, over the shipped data."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

WIDTH = "document.querySelector('#compare-graph .main-svg').getBoundingClientRect().width"


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
