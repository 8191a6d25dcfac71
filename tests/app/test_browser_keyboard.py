"""Everything by keyboard alone: each control in its order and in sight, and the whole way to a file."""

import re

import pytest
from playwright.sync_api import Page, expect

ROBOTS = "robot-density-492"
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true; })"

NUMBERED = """() => {
  const controls = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")];
  const reached = controls.filter((one) => one.type !== "hidden" && one.tabIndex >= 0 && one.checkVisibility());
  reached.forEach((one, number) => { one.dataset.number = number; });
  return reached.length;
}"""
"""Gives each control that is shown its number in the document's order."""

FOCUSED = """() => {
  const one = document.activeElement, look = getComputedStyle(one), box = one.getBoundingClientRect();
  const ring = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2 && box.width > 0;
  const tops = [box.left + 1, box.left + box.width / 2, box.right - 1].flatMap((x) =>
    [box.top + 1, box.top + box.height / 2, box.bottom - 1].map((y) => document.elementFromPoint(x, y)));
  const free = tops.some((top) => top && (one.contains(top) || top.contains(one)));
  const what = one.outerHTML.slice(0, 160);
  return { number: Number(one.dataset.number), seen: one.matches("main") || (ring && free), what };
}"""
"""What has the focus, and whether that is seen: with a ring, and not covered by what stays in place."""


def press(page: Page, key: str) -> int:
    """Presses a key that moves the focus, which must be seen and not covered; gives the number of what has it now."""
    page.keyboard.press(key)
    now = page.evaluate(FOCUSED)
    assert now["seen"], now["what"]
    return now["number"]


def go_to(page: Page, selector: str, most: int) -> None:
    """Presses Tab until an element of this kind has the focus."""
    for _ in range(most):
        press(page, "Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} was not reached")


@pytest.mark.parametrize(
    ("path", "sign"),
    [("/?policy=robot-plus-2023&due=passed", "#overview-list .row-link"), (f"/target/{ROBOTS}", "#target-tabs .table")],
)
def test_every_control_has_its_turn_and_is_seen_there_and_back(page, live_shipped, path, sign):
    page.set_viewport_size({"width": 1440, "height": 400})
    page.goto(f"{live_shipped}{path}")
    expect(page.locator(sign).first).to_be_visible()
    expect(page.locator(".chart-picture:visible:not(:has(.main-svg))")).to_have_count(0)
    page.evaluate(OPEN)
    count = page.evaluate(NUMBERED)
    assert [press(page, "Tab") for _ in range(count)] == list(range(count))
    assert [press(page, "Shift+Tab") for _ in range(count - 1)] == list(range(count - 1))[::-1]


def test_from_the_overview_to_a_targets_files(page, live_shipped):
    page.goto(f"{live_shipped}/?policy=robot-plus-2023")
    expect(page.locator("#overview-list")).to_be_visible()
    go_to(page, ".skip", 1)
    page.keyboard.press("Enter")
    filtered(page)
    for ending in ("xlsx", "csv"):
        go_to(page, ".overview-files a", 5)
        kept(page, ending)
    go_to(page, ".more-filters summary", 1)
    page.keyboard.press("Enter")
    go_to(page, "#overview-due", 2)
    chosen(page)
    go_to(page, "#overview-list .row-link", 12)
    page.keyboard.press("Enter")
    expect(page.locator("#target-tabs")).to_be_visible()
    expect(page.locator("#main")).to_be_focused()
    expect(page.locator("#target-graph .main-svg").first).to_be_visible()
    for button, ending in (("PNG", "png"), ("SVG", "svg"), ("Excel", "xlsx"), ("CSV", "csv")):
        go_to(page, ".chart-foot .button", 30)
        expect(page.locator(":focus")).to_have_text(button)
        kept(page, ending)
    go_to(page, "#target-tabs .tab:nth-child(2)", 24)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("tab=methods"))
    expect(page.locator("#target-tabs .tab.is-current")).to_have_text("Methods")


def filtered(page: Page) -> None:
    """A family of the strip is chosen and given back, and words find one target."""
    go_to(page, ".strip-family:nth-child(5)", 6)
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("status=waiting"))
    expect(page.locator(":focus")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("status="))
    go_to(page, "#overview-q", 3)
    page.keyboard.type("density")
    expect(page.locator("#overview-list .row-link")).to_have_count(1)


def chosen(page: Page) -> None:
    """The first of the choices is taken."""
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("data-combobox-selected", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("due=passed"))
    expect(page.locator("#overview-list .holding")).to_contain_text("Deadline passed")


def kept(page: Page, ending: str) -> None:
    """The control that has the focus hands over a file."""
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(f".{ending}")


def test_the_day_is_chosen_in_the_calendar(page, live):
    page.goto(live)
    expect(page.locator("#overview-list")).to_be_visible()
    go_to(page, "#header-asof", 20)
    day = page.get_by_role("button", name="14 June 2026")
    page.keyboard.press("Enter")
    expect(day).to_be_visible()
    page.wait_for_function("document.activeElement.id !== 'header-asof'")  # the calendar has taken the focus
    page.keyboard.press("Escape")
    expect(day).to_have_count(0)
    expect(page.locator("#header-asof")).to_be_focused()
    page.keyboard.press("Enter")
    expect(day).to_be_visible()
    page.wait_for_function("document.activeElement.id !== 'header-asof'")
    go_to(page, "[aria-label='15 June 2026']", 20)
    page.keyboard.press("ArrowLeft")
    expect(day).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("asof=2026-06-14$"))
    expect(page.locator(".banner")).to_contain_text("14 June 2026")
    expect(page.locator("#header-asof")).to_be_focused()
