"""The page of what changed as a tree of components."""

from dataclasses import replace
from datetime import date

import pytest

from app import address
from app.pages import changes
from app.prerender import html_of
from etl.vocabulary import LANGUAGES


@pytest.fixture
def view(today) -> address.View:
    """The page with its default span."""
    return replace(address.home(today), path="/changes")


def test_a_move_leads_to_its_target_as_known_then_and_now(data, view):
    page = html_of(changes.layout(data, view))
    assert page.count('class="move"') == 1
    assert 'href="/target/target-000"' in page
    assert 'href="/target/target-000?asof=2026-04-20"' in page
    assert "470 robots per 10,000 employees in 2023 (published 20 Nov 2024)" in page
    assert "In one sentence." in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_of_the_page_is_there_in_both_languages(data, view, lang):
    page = html_of(changes.layout(data, replace(view, lang=lang)))
    assert {"en": "basis changed 1", "zh": "口径变更1项"}[lang] in page
    assert {"en": "New targets stated: 1", "zh": "新提出的目标：1项"}[lang] in html_of(
        changes.layout(data, replace(view, lang=lang, since=date(2026, 1, 1)))
    )


def test_targets_stated_on_a_day_lead_once_to_all_as_known_on_it(data, view):
    page = html_of(changes.layout(data, replace(view, since=date(2026, 1, 1))))
    stated = page.partition('class="stated"')[2].partition("</td>")[0]
    assert stated.count("asof=2026-03-13") == stated.count("as known on 13 Mar 2026") == 1
    assert 'href="/?asof=2026-03-13"' in stated


def test_nothing_moved_says_so_and_leads_to_the_day_on_which_a_verdict_last_did(data, view):
    page = html_of(changes.layout(data, replace(view, since=date(2026, 6, 1))))
    assert "No verdict moved" in page
    assert 'href="/changes?since=2026-04-19"' in page
    assert "Verdicts last moved on 20 April 2026." in page


def test_a_target_that_was_only_stated_is_no_verdict_that_moved(data, view):
    before = replace(view, as_of=date(2026, 3, 13), since=date(2026, 3, 13))
    assert "Verdicts last moved" not in html_of(changes.layout(data, before))


def test_before_the_first_load_it_says_how_to_begin(empty_data, view):
    assert "milepost load" in html_of(changes.layout(empty_data, view))


def test_the_csv_holds_what_is_shown(data, view):
    lines = changes.file(data, replace(view, since=date(2026, 1, 1)), "csv")[1].decode("utf-8-sig").splitlines()
    assert [line.split(",")[:2] for line in lines[1:]] == [["2026-04-20", "T000"], ["2026-03-13", "T004"]]
