"""The overview in a real browser. Every page here is watched: no script error, no request to another machine."""

import re

import pytest
from playwright.sync_api import Page, expect


def rows(page: Page):
    return page.locator("#overview-list tr.row")


def open_live(page: Page, address: str) -> None:
    """Opens an address and waits until the live page has taken the place of the first answer."""
    page.goto(address)
    expect(page.locator("#overview-list")).to_be_visible()


def test_the_first_screen_answers_the_question(page, live):
    open_live(page, live)
    expect(page).to_have_title("Are the promises kept? · Milepost")
    expect(page.locator("p.lead")).to_contain_text(
        "126 targets with a number, each counted once; 102 of them with a usable figure."
    )
    strip = page.locator(".strip").bounding_box()
    assert strip["y"] + strip["height"] < 400
    assert rows(page).first.bounding_box()["y"] < 700


def test_the_first_answer_stays_until_the_live_page_has_its_content(page, live):
    held = []
    page.route("**/_dash-update-component*", lambda route: held.append(route), times=1)
    with page.expect_request("**/_dash-update-component*"):
        page.goto(live)
    expect(page.locator("#main")).to_be_attached()
    expect(page.get_by_role("heading", name="Are the promises kept?")).to_be_visible()
    held[0].continue_()
    expect(page.locator("#overview-list")).to_be_visible()
    expect(page.locator("h1")).to_have_count(1)


def test_the_strip_filters_and_gives_back(page, live):
    open_live(page, live)
    button = page.get_by_role("button", name="Missed")
    count = int(button.locator(".strip-count").inner_text())
    button.click()
    expect(rows(page)).to_have_count(count)
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    assert page.url.endswith("/?status=missed")
    button.press("Enter")
    expect(rows(page)).to_have_count(126)
    assert page.url == f"{live}/"


def test_search_finds_both_languages_and_goes_back(page, live):
    open_live(page, live)
    page.get_by_label("Find in the list").fill("机器人")
    expect(page.locator(".holding")).to_contain_text("Showing")
    expect(page).to_have_url(re.compile(r"q=%E6%9C%BA"))
    expect(page.get_by_label("Find in the list")).to_be_focused()
    assert all("obot" in text for text in rows(page).locator(".row-link").all_inner_texts()[-3:])
    page.go_back()
    expect(rows(page)).to_have_count(126)
    expect(page.get_by_label("Find in the list")).to_have_value("")


def test_policy_and_order_are_chosen_by_keyboard(page, live):
    open_live(page, live)
    page.locator("#overview-policy").fill("Robot")
    page.get_by_role("option", name="Robot+ plan").click()
    expect(page).to_have_url(re.compile("policy=robot-plus"))
    expect(page.locator(".policy-row")).to_have_count(1)
    order = page.locator("#overview-sort")
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "Enter"):
        order.press(key)
    expect(page).to_have_url(re.compile("sort=status"))
    expect(page.locator(".policy-row")).to_have_count(0)


def test_the_language_switch_changes_everything_and_keeps_the_view(page, live):
    open_live(page, f"{live}/?status=behind&asof=2026-01-01")
    page.get_by_role("link", name="中文").click()
    expect(page).to_have_title("承诺兑现了吗？ · Milepost")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(page.locator("h1")).to_have_text("承诺兑现了吗？")
    assert page.url.endswith("/?asof=2026-01-01&lang=zh&status=behind")
    assert "Showing" not in page.locator("main").inner_text()


def test_another_day_shows_what_was_known_then_and_leads_back(page, live):
    open_live(page, live)
    page.locator("#header-asof").click()
    page.get_by_role("button", name="Previous").click()
    page.get_by_role("button", name="20 May 2026").click()
    expect(page.locator(".banner")).to_contain_text("You see what was known on 20 May 2026.")
    assert page.url.endswith("?asof=2026-05-20")
    page.get_by_role("link", name="Back to today").click()
    expect(page.locator(".banner")).to_have_count(0)
    assert page.url == f"{live}/"


def test_a_pasted_address_brings_the_view_back(page, live):
    open_live(page, f"{live}/?asof=2024-12-01&method=eurostat-cagr&status=waiting&q=robot&sort=age")
    expect(page.locator(".banner")).to_contain_text("1 December 2024")
    expect(page.get_by_label("Find in the list")).to_have_value("robot")
    expect(page.locator("#header-method")).to_have_value("Growth ratio (Eurostat)")
    expect(page.locator("#overview-sort")).to_have_value("Oldest figure first")
    expect(page.get_by_role("button", name="Waiting")).to_have_attribute("aria-pressed", "true")


def test_a_click_anywhere_on_a_row_opens_its_target(page, live):
    open_live(page, f"{live}/?lang=zh")
    deadline = rows(page).first.locator(".cell-deadline").bounding_box()
    page.mouse.click(deadline["x"] + 4, deadline["y"] + 4)
    expect(page).to_have_url(re.compile(r"/target/target-\d+\?lang=zh$"))
    page.go_back()
    expect(rows(page)).to_have_count(126)


def test_what_is_shown_can_be_taken_along(page, live):
    open_live(page, f"{live}/?status=missed&asof=2026-06-01")
    with page.expect_download() as waited:
        page.get_by_role("link", name="CSV", exact=True).click()
    assert re.fullmatch(r"milepost_asof-2026-06-01_[0-9a-f]{7}\.csv", waited.value.suggested_filename)
    written = waited.value.path().read_text("utf-8-sig").splitlines()
    assert len(written) == 1 + rows(page).count()


def test_an_unknown_address_leads_to_the_overview(page, live):
    page.goto(f"{live}/nowhere?lang=zh")
    page.get_by_role("link", name="前往总览").click()
    expect(page.locator("h1")).to_have_text("承诺兑现了吗？")


@pytest.mark.parametrize("query", ["", "?lang=zh&asof=2024-12-01", "?sort=deadline"])
def test_on_a_phone_nothing_is_cut_off(phone, live, query):
    open_live(phone, f"{live}/{query}")
    expect(rows(phone).first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    beyond = "els => els.filter(el => el.getBoundingClientRect().right > 390.5).map(el => el.className)"
    assert rows(phone).locator("*:not(.visually-hidden)").evaluate_all(beyond) == []
    clipped = "els => els.filter(el => el.scrollWidth > el.clientWidth + 1).map(el => el.innerText)"
    assert phone.locator("tr.row > :is(td, th), .strip-family").evaluate_all(clipped) == []


def test_the_first_answer_reads_without_scripts(browser, live):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live}/?lang=zh")
    expect(page.locator("h1")).to_have_text("承诺兑现了吗？")
    expect(page.locator("tr.row")).to_have_count(126)
    context.close()
