"""The search box by keyboard, in a real browser."""

import re

from playwright.sync_api import expect

from tests.app.test_browser_overview import open_live


def test_a_search_is_done_by_keyboard_alone(page, live):
    open_live(page, f"{live}/?lang=zh")
    words = page.get_by_role("combobox", name="全站搜索")
    page.keyboard.press("/")
    expect(words).to_be_focused()
    page.keyboard.type("industrial robot density")
    options = page.locator(".search-offered [role=option]")
    expect(options.first).to_contain_text("工业机器人密度")
    expect(words).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(words).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/target/target-000\?lang=zh$"))
    expect(page.locator("h1")).to_contain_text("工业机器人密度")
    expect(words).to_have_value("")
    expect(page.locator("#main")).to_be_focused()  # it opened within the page

    page.keyboard.press("Control+k")
    page.keyboard.type("federation")
    expect(options.first).to_be_visible()
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(words).to_have_value("federation")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?lang=zh&q=federation$|/search\?q=federation&lang=zh$"))
    expect(page.locator("h1")).to_have_text("搜索：federation")
    page.get_by_role("link", name="总览").click()
    expect(page).to_have_url(f"{live}/?lang=zh")


def test_a_stroke_in_another_field_is_a_stroke(page, live):
    open_live(page, live)
    page.get_by_label("Find in the list").fill("5G")
    page.keyboard.press("/")
    expect(page.get_by_label("Find in the list")).to_have_value("5G/")


def test_the_search_works_without_scripts(browser, live):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live}/policies?lang=zh")
    page.get_by_role("combobox", name="全站搜索").fill("industrial robot density")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("搜索：industrial robot density")
    expect(page.locator(".hits a").first).to_have_text("工业机器人密度")
    context.close()
