"""What changed and the deadlines over the shipped data: in English on a desk, in Chinese on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from etl.vocabulary import Cause, Finding, Status


@pytest.fixture(params=[("page", "en"), ("phone", "zh")], ids=["desk", "phone"])
def reader(request) -> tuple[Page, str]:
    """A screen and a language."""
    screen, lang = request.param
    return request.getfixturevalue(screen), lang


def fits(screen: Page) -> bool:
    return screen.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_from_the_overview_to_what_changed_and_to_a_target_as_known_then(reader, live_shipped):
    screen, lang = reader
    screen.goto(f"{live_shipped}/?lang={lang}")
    screen.locator(".toolbar a.button[href^='/changes']").click()
    expect(screen).to_have_url(re.compile(r"/changes(\?lang=zh)?$"))
    screen.locator(".spans a[href*='since=2025-06-15']").click()
    expect(screen).to_have_url(re.compile(r"since=2025-06-15"))
    robots = screen.locator(".move", has=screen.locator('a[href^="/target/robot-density-492"]'))
    expect(robots).to_have_count(3)
    expect(robots.first.locator(".move-cause")).to_have_text(Cause.basis.label(lang))
    expect(robots.first.locator(".move-after .mark-word")).to_have_text(Status.basis_changed.label(lang))
    assert fits(screen)
    robots.last.locator(".move-link a").click()
    expect(screen).to_have_url(re.compile(r"/target/robot-density-492\?asof=2025-09-25"))
    expect(screen.locator(".verdict .mark-word")).to_have_text(Status.achieved.label(lang))


def test_the_day_typed_into_the_calendar_stands_in_the_address(page, live_shipped):
    page.goto(f"{live_shipped}/changes")
    page.locator("#changes-since").click()
    page.locator("[aria-label='2 March 2026']").click()
    expect(page).to_have_url(re.compile(r"since=2026-03-02$"))
    expect(page.locator("h1")).to_contain_text("2 March 2026")


def test_the_docket_and_the_silence_are_told_in_words(reader, live_shipped):
    screen, lang = reader
    screen.goto(f"{live_shipped}/deadlines?lang={lang}")
    expect(screen.locator("#sums")).to_be_visible()
    missed = screen.locator(".due", has=screen.locator('a[href^="/target/innovation-centres-40"]'))
    expect(missed.locator(".mark-word")).to_have_text(Status.missed.label(lang))
    expect(missed.locator(".evidence")).to_contain_text("33")
    silent = screen.locator(".remarks li", has_text=Finding.not_taken_up.label(lang))
    expect(silent.locator('a[href*="/policy/robotics-14fyp"]')).to_have_count(1)
    expect(screen.locator(".remarks li", has_text=Finding.announced_short.label(lang))).to_contain_text("34")
    assert fits(screen)
    screen.locator('.jumps a[href="#sums"]').click()
    expect(screen.locator("#sums")).to_be_in_viewport()
