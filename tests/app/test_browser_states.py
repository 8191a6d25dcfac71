"""What a reader sees when something is amiss, and in the theme that the system prefers."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from app import theme

CALLBACKS = "**/_dash-update-component*"
FORECAST = "/target/target-013"


@pytest.fixture
def night(browser: Browser) -> Iterator[Page]:
    """An empty page of a reader whose system prefers the dark."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="dark")
    yield context.new_page()
    context.close()


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


def ground(page: Page) -> tuple[str, str]:
    """The grounds of the page and of its chart, and both must be there."""
    chart = page.locator("#target-graph .main-svg").first
    expect(chart).to_be_visible()
    return tuple(
        page.evaluate(
            "[getComputedStyle(document.body).backgroundColor,"
            " getComputedStyle(document.querySelector('#target-graph .main-svg')).background.match(/rgb[^)]*\\)/)[0]]"
        )
    )


DARK, LIGHT = ((rgb(one.ground),) * 2 for one in (theme.DARK, theme.LIGHT))


def test_page_and_chart_follow_the_system_and_the_switch_and_pictures_stay_light(night, live, tmp_path):
    held: list[Route] = []
    night.route(CALLBACKS, lambda route: held.append(route), times=1)
    with night.expect_request(CALLBACKS):
        night.goto(f"{live}{FORECAST}")
    expect(night.locator(".first h1")).to_be_visible()
    assert night.evaluate("getComputedStyle(document.body).backgroundColor") == DARK[0]
    held[0].continue_()
    assert ground(night) == DARK
    with night.expect_download() as waiting:
        night.get_by_role("button", name="SVG").click()
    assert rgb(theme.LIGHT.observed) in waiting.value.path().read_text("utf-8")
    night.get_by_role("link", name="Light theme").click()
    expect(night.get_by_role("link", name="Dark theme")).to_be_visible()
    assert ground(night) == LIGHT
    assert night.url.endswith("?theme=light")
    night.get_by_role("link", name="Dark theme").click()
    expect(night.get_by_role("link", name="Light theme")).to_be_visible()
    assert ground(night) == DARK
    assert night.url.endswith(FORECAST)
    assert_printed_light(night)
    night.emulate_media(color_scheme="light")
    expect(night.get_by_role("link", name="Dark theme")).to_be_visible()
    assert ground(night) == LIGHT


def test_a_page_that_names_the_dark_is_printed_light(page, live):
    page.goto(f"{live}{FORECAST}?theme=dark")
    expect(page.get_by_role("link", name="Light theme")).to_be_visible()
    assert ground(page) == DARK
    assert_printed_light(page)


def assert_printed_light(page):
    """On paper page and chart are light and nothing is turned over; afterwards they are dark again."""
    chart = page.locator("#target-graph .main-svg").first
    for medium, shown in (("print", LIGHT), ("screen", DARK)):
        page.emulate_media(media=medium)
        expect(chart).to_have_css("background-color", shown[1])
        assert ground(page) == shown
        assert page.evaluate("getComputedStyle(document.querySelector('#target-graph')).filter") == "none"


def test_a_server_that_is_gone_is_said_and_asked_again(night, live):
    night.goto(f"{live}/?lang=zh")
    expect(night.locator("#overview-list")).to_be_visible()
    night.route(CALLBACKS, lambda route: route.abort())
    night.locator(".nav-link", has_text="方法").click()
    line = night.locator("#gone")
    expect(line).to_have_text(re.compile(r"^服务器没有响应。您看到的是\d\d:\d\d的内容。 ?重试$"))
    expect(night.locator("#overview-list")).to_be_visible()
    night.unroute(CALLBACKS)
    line.get_by_role("button").click()
    expect(night.locator("#reliability")).to_be_attached()
    expect(line).to_be_hidden()


def test_a_chart_is_there_before_the_live_page_which_takes_it_over(night, live):
    held: list[Route] = []
    night.route(CALLBACKS, lambda route: held.append(route), times=1)
    with night.expect_request(CALLBACKS):
        night.goto(f"{live}{FORECAST}")
    chart = night.locator(".first .chart-picture .js-plotly-plot")
    expect(chart.get_by_text("81\u202f% chance")).to_be_visible()
    expect(chart.locator(".main-svg").first).to_have_css("background-color", DARK[1])
    chart.evaluate("chart => chart.dataset.seen = 'early'")
    below = night.locator(".first .tabs").bounding_box()["y"]
    held[0].continue_()
    expect(night.locator("#target-graph .js-plotly-plot")).to_have_attribute("data-seen", "early")
    assert night.locator("#target-tabs .tabs").bounding_box()["y"] == pytest.approx(below, abs=12)


def test_a_page_answers_where_its_charts_cannot_be_drawn(night, live):
    night.route("**/plotly-basic.min.js*", lambda route: route.abort())
    night.goto(f"{live}{FORECAST}")
    expect(night.locator("#target-tabs .tabs")).to_be_visible()


@pytest.mark.parametrize("script", ["dash_renderer", "milepost.js", "chart.js"])
def test_a_page_whose_script_does_not_arrive_says_so_and_is_whole_once_asked_again(night, live, script):
    missing = f"**/*{script}*"
    night.route(missing, lambda route: route.abort())
    night.goto(f"{live}{FORECAST}?lang=zh")
    line = night.locator("#unanswered")
    expect(line).to_have_text(re.compile(r"^服务器没有响应。您看到的是\d\d:\d\d的内容。 ?重试$"))
    expect(night.locator(".first h1")).to_be_visible()
    night.unroute(missing)
    line.get_by_role("button").click()
    expect(night.locator("#target-tabs .tabs")).to_be_visible()
    expect(line).to_be_hidden()


def test_a_mistyped_address_leads_to_the_search(night, live):
    night.goto(f"{live}/nowhere?asof=2024-12-01&method=guess")
    expect(night.locator(".banner.is-quiet")).to_contain_text("the method “guess”, which does not exist")
    night.locator(".missing-search").get_by_label("Search everything").fill("robot")
    night.keyboard.press("Enter")
    expect(night.locator(".hits a").first).to_be_visible()
    assert night.url == f"{live}/search?asof=2024-12-01&q=robot"
