"""A target's page in a browser: seen, used by keyboard, on a phone, and audited."""

import pytest
from playwright.sync_api import Page, expect

ROBOTS, TWO_BASES, UNMEASURED, LISTED = "target-000", "target-012", "target-004", "target-010"
FORECAST = "target-013"


def opened(page: Page, live: str, slug: str, query: str = "") -> Page:
    page.goto(f"{live}/target/{slug}{query}")
    expect(page.locator("#target-tabs")).to_be_visible()
    return page


def test_chart_is_drawn_with_its_words(page: Page, live: str):
    opened(page, live, ROBOTS)
    chart = page.locator("#target-graph")
    expect(chart.locator(".js-plotly-plot")).to_be_visible()
    expect(chart.get_by_text("470 in 2023")).to_be_visible()
    expect(chart.get_by_text("required path")).to_be_visible()
    expect(chart.locator(".modebar-btn")).to_have_count(0)


def test_forecast_is_drawn_with_its_band_chance_and_table(page: Page, live: str):
    opened(page, live, FORECAST)
    chart = page.locator("#target-graph")
    expect(chart.get_by_text("81\u202f% chance")).to_be_visible()
    bands = chart.locator(".scatterlayer .js-fill")
    expect(bands).to_have_count(2)
    boxes = [bands.nth(number).bounding_box() for number in range(2)]
    assert all(box["width"] > 20 for box in boxes)
    assert boxes[0]["height"] > boxes[1]["height"] > 20
    expect(page.locator(".chance")).to_contain_text("81\u202f%, about four in five")
    expect(page.get_by_role("region", name="Forecast by year")).to_contain_text("forecast")


@pytest.mark.parametrize("slug", [TWO_BASES, FORECAST])
def test_words_on_the_chart_do_not_touch(page: Page, live: str, slug: str):
    opened(page, live, slug)
    notes = page.locator("#target-graph g.annotation-text-g text")
    expect(notes.first).to_be_visible()
    boxes = [notes.nth(number).bounding_box() for number in range(notes.count())]
    assert len(boxes) >= 5
    assert not [(a, b) for n, a in enumerate(boxes) for b in boxes[:n] if touch(a, b)]


def touch(a: dict, b: dict) -> bool:
    across = min(a["x"] + a["width"], b["x"] + b["width"]) - max(a["x"], b["x"])
    down = min(a["y"] + a["height"], b["y"] + b["height"]) - max(a["y"], b["y"])
    return across > 1 and down > 1


def test_tab_changes_the_address_and_nothing_else_moves(page: Page, live: str):
    opened(page, live, ROBOTS)
    expect(page.locator("#target-graph .js-plotly-plot")).to_be_visible()
    page.get_by_role("link", name="Methods").last.scroll_into_view_if_needed()
    before = page.evaluate("window.scrollY")
    page.locator("#target-tabs").get_by_role("link", name="Methods").click()
    expect(page.locator("#target-tabs")).to_contain_text("Growth ratio (Eurostat)")
    assert page.url.endswith("?tab=methods")
    assert page.evaluate("window.scrollY") == pytest.approx(before, abs=1)
    page.go_back()
    expect(page.locator("#target-tabs")).to_contain_text("load 1")


def test_link_to_the_table_brings_it_back_into_view(page: Page, live: str):
    opened(page, live, ROBOTS, "?tab=series")
    page.get_by_role("link", name="Figures as a table").click()
    expect(page.locator("#target-tabs")).to_contain_text("load 1")
    expect(page.locator("#target-tabs .tabs")).to_be_in_viewport()


@pytest.mark.parametrize(("button", "ending"), [("PNG", "png"), ("SVG", "svg"), ("CSV", "csv")])
def test_files_are_handed_over_with_their_names(page: Page, live: str, button: str, ending: str, tmp_path):
    opened(page, live, ROBOTS, "?asof=2025-01-31")
    expect(page.locator("#target-graph .js-plotly-plot")).to_be_visible()
    with page.expect_download() as waiting:
        page.locator(".chart-foot .button", has_text=button).click()
    file = waiting.value
    name = file.suggested_filename
    assert name.startswith("target-000_asof-2025-01-31_")
    assert name.endswith(f".{ending}")
    file.save_as(tmp_path / name)
    content = (tmp_path / name).read_bytes()
    starts = {"png": b"\x89PNG", "svg": b"<svg", "csv": b"\xef\xbb\xbf"}
    assert content.startswith(starts[ending])
    if ending == "svg":
        assert "As known on 31 January 2025" in content.decode()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("slug", [ROBOTS, TWO_BASES, UNMEASURED, LISTED])
def test_phone_shows_all_without_scrolling_sideways(phone: Page, live: str, slug: str, lang: str):
    opened(phone, live, slug, f"?lang={lang}")
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    for tab in ("methods", "statement", "series"):
        opened(phone, live, slug, f"?lang={lang}&tab={tab}")
        assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_phone_gets_the_narrow_chart(phone: Page, live: str):
    opened(phone, live, ROBOTS)
    expect(phone.locator("#target-graph .main-svg").first).to_be_visible()
    box = phone.locator("#target-graph .main-svg").first.bounding_box()
    assert (box["width"], box["height"]) == (pytest.approx(358, abs=2), 330)
