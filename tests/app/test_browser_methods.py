"""The panel of methods and the page on methods in the browser: in English on a desk, in Chinese on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from etl.vocabulary import Method, MethodClass, Status

FORECAST = {"en": "The forecast", "zh": "预测"}
TARGET = "/target/carbon-intensity-2005"


@pytest.fixture(params=[("page", "en"), ("phone", "zh")], ids=["desk", "phone"])
def reader(request) -> tuple[Page, str]:
    """A screen and a language."""
    screen, lang = request.param
    return request.getfixturevalue(screen), lang


def fits(screen: Page) -> bool:
    return screen.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_method_chosen_in_the_panel_decides_the_site_and_its_rule_is_a_step_away(reader, live_shipped):
    screen, lang = reader
    screen.goto(f"{live_shipped}{TARGET}?lang={lang}&tab=methods")
    expect(screen.locator("#target-tabs .by-methods")).to_be_visible()  # the live page has taken over
    row = screen.locator(".by-methods tbody tr", has_text=Method.sdsn_trend.label(lang))
    expect(screen.locator(".verdict .mark-word")).to_have_text(Status.on_track.label(lang))
    expect(row.locator(".class-word")).to_have_text(MethodClass.stagnating.label(lang))
    row.locator("summary").press("Enter")
    expect(row.locator(".workings")).to_be_visible()
    assert fits(screen)

    row.get_by_role("link", name=Method.sdsn_trend.label(lang), exact=True).press("Enter")
    expect(screen).to_have_url(re.compile(r"method=sdsn-trend"))
    expect(screen.locator(".verdict .mark-word")).to_have_text(Status.far_behind.label(lang))
    expect(screen.locator("#header-method")).to_have_value(Method.sdsn_trend.label(lang))

    screen.locator(".by-methods .is-chosen .rule-link").click()
    expect(screen).to_have_url(re.compile(r"/methods\?method=sdsn-trend(&lang=zh)?#sdsn-trend$"))
    expect(screen.locator("#sdsn-trend")).to_be_in_viewport()
    assert fits(screen)
    screen.locator(".contents a", has_text=FORECAST[lang]).first.click()
    expect(screen.locator(".reliability:visible .js-plotly-plot")).to_have_count(1)
