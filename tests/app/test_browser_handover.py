"""What a reader is at while a page is drawn anew: typed words, caret and focus stay."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, Route, expect

from tests.app.test_browser_overview import open_live, rows

LAYOUT = "**/_dash-layout*"
CALLBACKS = "**/_dash-update-component*"


@contextmanager
def held(page: Page, requests: str) -> Iterator[None]:
    """Within it the requests wait, and one of them is there at its end."""
    waiting: list[Route] = []
    with page.expect_request(requests):
        page.route(requests, lambda route: waiting.append(route))
        yield
    for route in waiting:
        route.continue_()
    page.unroute(requests)


def test_words_typed_before_the_page_is_live_filter_its_list(page, live):
    with held(page, LAYOUT):
        page.goto(live)
        page.locator(".first").get_by_text("More filters and grouping").click()
        page.locator(".first").get_by_label("Find in the list").click()
        page.keyboard.type("robt")
        page.keyboard.press("ArrowLeft")
    field = page.locator("#overview-q")
    expect(field).to_be_focused()
    page.keyboard.type("o")
    expect(field).to_have_value("robot")
    expect(page).to_have_url(f"{live}/?q=robot")
    expect(page.locator(".holding")).to_contain_text("“robot”")
    assert rows(page).count() < 126
    expect(page.locator(".more-filters")).to_have_attribute("open", "")


def test_words_typed_before_the_page_is_live_are_searched(page, live):
    with held(page, LAYOUT):
        page.goto(f"{live}/compare")
        page.locator(".first").get_by_label("Search everything").click()
        page.keyboard.type("federation")
    expect(page.locator(".first")).to_have_count(0)
    expect(page.locator("#top .search-words")).to_be_focused()
    expect(page.locator("#top .search-offered [role=option]").first).to_be_visible()


@pytest.mark.parametrize(("name", "opened"), [("header-asof", "[role=dialog]"), ("overview-sort", "[role=option]")])
def test_a_control_pressed_before_the_page_is_live_opens_with_it(page, live, name, opened):
    with held(page, LAYOUT):
        page.goto(live)
        page.locator(f".first [data-of={name}] .mantine-Input-wrapper").click()
    expect(page.locator(f"{opened}:visible").first).to_be_visible()


def test_a_link_keeps_the_focus_when_the_page_comes_to_life(page, live):
    with held(page, LAYOUT):
        page.goto(live)
        page.locator(".first .row-link").nth(3).focus()
    expect(page.locator("#overview-list .row-link").nth(3)).to_be_focused()


def test_a_word_is_composed_to_its_end_before_the_page_comes_to_life(page, live):
    keyboard = page.context.new_cdp_session(page)
    with held(page, LAYOUT):
        page.goto(live)
        page.locator(".first").get_by_label("Find in the list").click()
        page.wait_for_function("window.milepost.isWriting !== undefined")
        keyboard.send("Input.imeSetComposition", {"text": "ji qi", "selectionStart": 5, "selectionEnd": 5})
    expect(page.locator("#main h1")).to_be_attached()
    expect(page.locator(".first")).to_be_visible()
    keyboard.send("Input.insertText", {"text": "机器人"})
    expect(page.locator("#overview-q")).to_be_focused()
    expect(page.locator("#overview-q")).to_have_value("机器人")
    expect(page).to_have_url(re.compile(r"q=%E6%9C%BA%E5%99%A8%E4%BA%BA$"))


def test_a_word_is_composed_to_its_end_before_the_list_is_filtered(page, live):
    open_live(page, live)
    keyboard = page.context.new_cdp_session(page)
    page.locator("#overview-q").click()
    page.clock.install()
    keyboard.send("Input.imeSetComposition", {"text": "ji qi", "selectionStart": 5, "selectionEnd": 5})
    page.clock.run_for(2000)
    assert page.url == f"{live}/"
    keyboard.send("Input.insertText", {"text": "机器人"})
    page.clock.run_for(2000)
    expect(page).to_have_url(re.compile(r"/\?q=%E6%9C%BA%E5%99%A8%E4%BA%BA$"))


def test_another_day_leaves_the_focus_and_what_is_unfolded(page, live):
    open_live(page, live)
    page.locator(".more-filters summary").click()
    page.locator("#header-back").press("Enter")
    expect(page.locator(".banner")).to_be_visible()
    expect(page.locator("#header-back")).to_be_focused()
    expect(page.locator(".more-filters")).to_have_attribute("open", "")
    page.get_by_role("link", name="Policies", exact=True).click()
    expect(page.locator("#policies-list")).to_be_visible()
    page.go_back()
    expect(page.locator(".more-filters")).not_to_have_attribute("open", "")


@pytest.mark.parametrize(
    ("field", "found"), [("#top .search-words", "/search?q=robot&lang=zh"), ("#overview-q", "/?lang=zh&q=robot")]
)
def test_words_typed_while_the_language_changes_stay(page, live, field, found):
    open_live(page, live)
    with held(page, CALLBACKS):
        page.get_by_role("link", name="中文").click()
        page.locator(field).click()
        page.keyboard.type("robot")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(page.locator(field)).to_be_focused()
    expect(page.locator(field)).to_have_value("robot")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{live}{found}")
