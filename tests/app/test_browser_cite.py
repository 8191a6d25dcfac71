"""Citing and embedding in Chromium."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest
from flask import Response
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server


def test_a_citation_is_made_and_copied_by_keyboard(page: Page, live: str):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{live}/target/target-000?asof=2025-12-01")
    page.locator("#main .cite summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#cite-words")).to_be_visible()
    page.locator("#main .cite details button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#main .cite details").get_by_role("status").first).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    link = re.search(r"Milepost\. (http://\S+)$", copied)[1]
    assert link == f"{live}/target/target-000?asof=2025-12-01&method=linear-pace&rules=1&data=" + link[-7:]
    page.get_by_role("button", name="Copy link").click()
    page.wait_for_function("link => navigator.clipboard.readText().then(copied => copied === link)", arg=link)
    page.goto(link)
    expect(page.locator("#main .cited")).to_contain_text("As cited")
    page.locator("#main .tabs a", has_text="Methods").click()
    page.wait_for_url("**tab=methods")
    assert f"&data={link[-7:]}" in page.url


@pytest.fixture
def elsewhere() -> Iterator[Callable[[str], str]]:
    """Puts a page on a server of its own, which is another origin; gives its address."""
    with ExitStack() as stack:
        yield lambda body: stack.enter_context(_served(body))


@contextmanager
def _served(body: str) -> Iterator[str]:
    page = Response(f"<!DOCTYPE html><html lang=en><title>News</title><body>{body}", mimetype="text/html")
    server = make_server("127.0.0.1", 0, page)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(("width", "words"), [(320, "470"), (1000, "470 in 2023")])
def test_the_copied_frame_shows_the_chart_on_a_page_of_another_origin(page, live, elsewhere, width, words):
    page.goto(f"{live}/target/target-000?asof=2025-12-01")
    snippet = page.locator("#cite-frame").text_content()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(elsewhere(f"<div style='margin:-8px'>{snippet}</div>"))
    frame = page.frame_locator("iframe")
    expect(frame.locator(".main-svg").first).to_be_visible()
    expect(frame.get_by_text(words).first).to_be_visible()
    expect(frame.locator(".source")).to_contain_text("As known on 1 December 2025")
    inside = page.frames[1]
    assert inside.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert inside.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_no_other_page_can_be_framed(browser: Browser, live: str, elsewhere):
    page = browser.new_page()
    refused = []
    page.on("console", lambda message: message.type == "error" and refused.append(message.text))
    page.goto(elsewhere(f'<iframe src="{live}/target/target-000" title="x"></iframe>'))
    page.wait_for_load_state("networkidle")
    assert any("frame-ancestors" in words for words in refused)
    page.close()
