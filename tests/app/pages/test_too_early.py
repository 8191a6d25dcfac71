"""Days before anything was known, on every page."""

import pytest

from app import address, main
from app.prerender import html_of


@pytest.mark.parametrize("page", main.PAGES)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_page_says_from_which_day_on_something_was_known(data, today, page, lang):
    path = page.PATH.replace("<slug>", "target-000").replace("<load>", "1").replace("<policy_id>", "robot-plus")
    view = address.read(path, f"asof=1990-01-01&lang={lang}", today)
    shown = html_of(main._content(data, view))
    assert {"en": "Nothing was known on 1 January 1990", "zh": "1990年1月1日尚无已知信息"}[lang] in shown
    assert "asof=2020-11-02" in shown


def test_a_target_leads_to_the_day_on_which_it_was_stated(data, today):
    view = address.read("/target/target-000", "asof=2021-01-01", today)
    assert 'href="/target/target-000?asof=2023-01-19"' in html_of(main._content(data, view))


def test_an_empty_register_is_not_early(empty_data, today):
    view = address.read("/", "asof=1990-01-01", today)
    assert "milepost load" in html_of(main._content(empty_data, view))
