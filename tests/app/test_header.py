"""The top of every page."""

from dataclasses import replace
from datetime import date

from app import address, header, text
from app.prerender import html_of

TODAY = date(2026, 6, 15)
HOME = address.home(TODAY)
THEN = replace(HOME, as_of=date(2024, 12, 1))
CHANGED = (date(2023, 1, 19), date(2024, 11, 20), date(2025, 9, 25))
DAYS = header.Days((date(2022, 9, 6), *CHANGED), CHANGED)


def test_another_day_is_announced_and_leads_back():
    shown = html_of(header.header(THEN, DAYS))
    assert "You see what was known on 1 December 2024." in shown
    assert '<a href="/">Back to today</a>' in shown.replace(' class=""', "")


def test_today_needs_no_banner():
    assert "banner" not in html_of(header.header(HOME, DAYS))


def test_the_language_switch_keeps_the_view():
    assert 'href="/?asof=2024-12-01&amp;lang=zh"' in html_of(header.header(THEN, DAYS))


def steps(view) -> list[str | None]:
    """Where the steps lead from a view: back and on."""
    return [getattr(one, "href", None) for one in header._steps(view, CHANGED, text.of("en"))]


def test_steps_lead_to_the_days_beside_the_one_in_view():
    assert steps(THEN) == ["/?asof=2024-11-20", "/?asof=2025-09-25"]
    assert steps(replace(HOME, as_of=CHANGED[1])) == ["/?asof=2023-01-19", "/?asof=2025-09-25"]


def test_steps_end_at_the_first_change_and_at_today():
    assert steps(HOME) == ["/?asof=2025-09-25", None]
    assert steps(replace(HOME, as_of=CHANGED[2])) == ["/?asof=2024-11-20", "/"]
    assert steps(replace(HOME, as_of=date(1990, 1, 1))) == [None, "/?asof=2023-01-19"]


def test_the_picker_marks_known_days_and_offers_the_latest_changes():
    picker = header._day(THEN, DAYS, text.of("en")).children.children[0].shape["props"]
    assert "2022-09-06" in picker["getDayProps"]["options"]["days"]
    assert [one["value"] for one in picker["presets"]] == ["2025-09-25", "2024-11-20", "2023-01-19"]


def test_pages_in_the_navigation_exist():
    from app.main import PAGES

    assert {path for _key, path in header.PAGES} <= {page.PATH for page in PAGES}


def test_the_theme_switch_leads_to_the_other_one_and_back_to_a_bare_address():
    dark = replace(HOME, system_theme="dark")
    assert header._theme(HOME, text.of("en")).href == "/?theme=dark"
    assert header._theme(replace(HOME, theme="dark"), text.of("en")).href == "/"
    assert header._theme(dark, text.of("en")).href == "/?theme=light"
    assert header._theme(replace(dark, theme="light"), text.of("en")).href == "/"


def test_what_the_address_asked_in_vain_is_said_as_typed():
    view = address.read("/", "?method=<b>&sort=colour&lang=zh&since=2031-01-01", TODAY)
    shown = html_of(header.header(view, DAYS))
    assert "网址要求的方法“&lt;b&gt;”不存在" in shown
    assert shown.count("网址要求") == 3
    assert "网址要求" not in html_of(header.header(HOME, DAYS))
