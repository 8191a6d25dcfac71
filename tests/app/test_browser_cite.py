"""Citing and embedding in Chromium."""

import re

from playwright.sync_api import Page, expect


def test_a_citation_is_made_and_copied_by_keyboard(page: Page, live: str):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{live}/target/target-000?asof=2025-12-01")
    page.locator("#main .cite summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#cite-words")).to_be_visible()
    page.locator("#main .cite button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#main .cite").get_by_role("status").first).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    link = re.search(r"Milepost\. (http://\S+)$", copied)[1]
    assert link == f"{live}/target/target-000?asof=2025-12-01&method=linear-pace&rules=1&data=" + link[-7:]
    page.goto(link)
    expect(page.locator("#main .cited")).to_contain_text("As cited")
    page.locator("#main .tabs a", has_text="Methods").click()
    page.wait_for_url("**tab=methods")
    assert f"&data={link[-7:]}" in page.url
