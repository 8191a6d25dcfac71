"""Controls and the address in a browser, over the shipped data, with a server that takes its time."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

KINDS = {
    "header": ("/", "#header-method", {"Linear pace": "method=linear-pace", "Trend (SDSN)": "method=sdsn-trend"}),
    "overview": (
        "/?asof=2026-05-01",
        "#overview-sort",
        {"By status": "sort=status", "Oldest figure first": "sort=age"},
    ),
    "compare": (
        "/compare?indicator=robot_install",
        "#compare-base",
        {"2020 = 100": "base=2020", "2021 = 100": "base=2021"},
    ),
}
"""Controls by where they stand: a page's address, the control, and two of its choices with what they write."""

WORDS_AND_AWAY = """async () => {
  document.querySelector("#overview-q").focus();
  document.execCommand("insertText", false, "robot");
  await new Promise((done) => setTimeout(done, 50));
  document.querySelector("#overview-list .holding a").click();
}"""
"""Words are typed, and before the pause is over another link is followed."""


def open_live(page: Page, address: str, sign: str) -> None:
    """Opens an address and waits until the live page is there and nothing is asked of the server any more."""
    page.goto(address)
    expect(page.locator(sign)).to_be_visible()
    page.wait_for_load_state("networkidle")


class Slow:
    """Holds the server's answers back until it is left; then the latest of them comes first."""

    def __init__(self, page: Page):
        self.page, self.held, self.is_open = page, [], False
        page.route("**/_dash-update-component*", self._answer)

    def _answer(self, route: Route) -> None:
        if self.is_open:
            route.continue_()
        else:
            self.held.append(route)

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_error: object) -> None:
        self.is_open = True
        for route in reversed(self.held):
            route.continue_()


@pytest.mark.parametrize("kind", KINDS)
def test_no_late_answer_takes_a_reader_back(page, live_shipped, kind):
    path, selector, choices = KINDS[kind]
    control = page.locator(selector)
    open_live(page, live_shipped + path, selector)
    before = control.input_value()
    with Slow(page):
        for words, written in choices.items():
            control.click()
            page.get_by_role("option", name=words, exact=True).click()
            expect(page).to_have_url(re.compile(rf"[?&]{written}$"))
        page.go_back()
        page.go_back()
    expect(control).to_have_value(before)
    assert page.url == live_shipped + path
    page.get_by_role("link", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(page).not_to_have_url(re.compile("method|sort|base"))


def test_words_are_not_carried_to_where_their_reader_goes_on(page, live_shipped):
    open_live(page, f"{live_shipped}/?status=missed", "#overview-q")
    page.evaluate(WORDS_AND_AWAY)
    expect(page).to_have_url(f"{live_shipped}/")
    page.locator("#overview-q").press_sequentially("x")
    expect(page).to_have_url(f"{live_shipped}/?q=x")


def test_words_stay_as_they_are_typed_and_a_button_takes_them_along(page, live_shipped):
    open_live(page, f"{live_shipped}/?page=2", "#overview-q")
    words = page.locator("#overview-q")
    with Slow(page):
        words.press_sequentially("robot")
        expect(page).to_have_url(f"{live_shipped}/?q=robot")
        words.press_sequentially(" de")
    expect(page.locator("#overview-list .holding-filters")).to_have_text("“robot de”")
    expect(words).to_have_value("robot de")
    expect(words).to_be_focused()
    words.press_sequentially("n")
    page.get_by_role("button", name="Missed").click()
    expect(page).to_have_url(re.compile(r"/\?q=robot\+den&status=missed$"))
    expect(words).to_have_value("robot den")
