"""The tab on revisions and the calendar in a browser, over the shipped data."""

import re

import pytest
from playwright.sync_api import Page, expect

ROBOTS = "/target/robot-density-492"
CHOSEN = {"en": "How the figure for 2022 was told", "zh": "2022年数据的历次公布"}


@pytest.fixture(params=[("page", "en"), ("phone", "zh")], ids=["desk", "phone"])
def reader(request) -> tuple[Page, str]:
    """A screen and a language."""
    screen, lang = request.param
    return request.getfixturevalue(screen), lang


def test_the_tab_tells_both_bases_and_the_choice_of_a_period_stands_in_the_address(reader, live_shipped):
    screen, lang = reader
    screen.goto(f"{live_shipped}{ROBOTS}?lang={lang}&tab=revisions")
    tabs = screen.locator("#target-tabs")
    chart = tabs.locator("#revisions-graph")
    expect(chart.locator(".js-plotly-plot")).to_be_visible()
    for value in ("567", "166"):
        expect(chart.get_by_text(value, exact=True)).to_be_visible()
    expect(tabs.locator(".revisions td").get_by_text("392").last).to_be_attached()
    assert screen.evaluate("document.documentElement.scrollWidth") == screen.viewport_size["width"]
    tabs.locator(".revisions a.stays", has_text="2022").click()
    expect(tabs).to_contain_text(CHOSEN[lang])
    expect(screen).to_have_url(re.compile(r"tab=revisions&period=2022$"))
    expect(tabs.locator("#revisions-graph").get_by_text("402", exact=True).first).to_be_visible()


def test_the_period_is_chosen_from_a_list_and_a_step_back_undoes_it(page, live_shipped):
    page.goto(f"{live_shipped}{ROBOTS}?tab=revisions&asof=2025-01-31")
    tabs = page.locator("#target-tabs")
    expect(tabs).to_contain_text("How the figure for 2022 was told")
    page.locator("#revisions-period").click()
    page.get_by_role("option", name="2023", exact=True).click()
    expect(tabs).to_contain_text("How the figure for 2023 was told")
    page.go_back()
    expect(tabs).to_contain_text("How the figure for 2022 was told")
    assert "567" not in tabs.inner_text()


def test_the_calendar_marks_days_and_the_steps_go_from_change_to_change(page, live_shipped):
    page.goto(f"{live_shipped}{ROBOTS}?asof=2024-11-25")
    page.locator("#header-asof").click()
    expect(page.locator("[data-known]", has_text="20")).to_be_visible()
    expect(page.locator("[data-known]", has_text="21")).to_have_count(0)
    page.keyboard.press("Escape")
    back = page.locator(".day a.step").first
    expect(back).to_have_attribute("title", re.compile("2024, with new targets or verdicts"))
    back.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"asof=2024-11-\d\d$"))
    expect(page.locator(".banner")).to_contain_text("November 2024")
