"""The top of every page."""

from dataclasses import replace
from datetime import date

from app import address, header
from app.prerender import html_of
from etl.vocabulary import Method

TODAY = date(2026, 6, 15)
HOME = address.home(TODAY)
THEN = replace(HOME, as_of=date(2024, 12, 1))


def test_another_day_is_announced_and_leads_back():
    shown = html_of(header.header(THEN))
    assert "You see what was known on 1 December 2024." in shown
    assert '<a href="/">Back to today</a>' in shown.replace(' class=""', "")


def test_today_needs_no_banner():
    assert "banner" not in html_of(header.header(HOME))


def test_the_language_switch_keeps_the_view():
    assert 'href="/?asof=2024-12-01&amp;lang=zh"' in html_of(header.header(THEN))


def test_the_controls_change_day_and_method_only():
    view = replace(HOME, q="robot", lang="zh")
    changed = header.chosen("2024-12-01", "eurostat-cagr", view)
    assert changed == replace(view, as_of=date(2024, 12, 1), method=Method.eurostat_cagr)


def test_a_control_that_is_handed_nonsense_falls_back():
    assert header.chosen(["2024"], {"a": 1}, HOME) == HOME
    assert header.chosen(None, 7, HOME) == HOME


def test_pages_in_the_navigation_exist():
    from app.main import PAGES

    assert {path for _key, path in header.PAGES} <= {page.PATH for page in PAGES}
