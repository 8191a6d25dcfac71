"""The page on methods as a tree of components."""

from dataclasses import replace
from datetime import date

import pytest

from app import address, text
from app.pages import methods, methods_forecast
from app.prerender import html_of
from etl.judge.methods import METHODS
from etl.judge.reliability import RELIABILITY
from etl.judge.scores import SCORES
from etl.store import query
from etl.vocabulary import LANGUAGES, Method, Reason, Status


@pytest.fixture
def view(today) -> address.View:
    """The page as of today."""
    return replace(address.home(today), path="/methods")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("method", list(Method))
def test_every_method_is_told_whole(data, view, method, lang):
    page = html_of(methods.layout(data, replace(view, lang=lang)))
    told = METHODS[method]
    for words in (told.rule, told.needs, *(one.cut_off for one in told.classes)):
        assert html_of(words(lang)) in page
    for one in told.classes:
        assert one.name.label(lang) in page
    assert html_of(told.source) in page
    assert f'href="#{method}"' in page


def test_what_was_not_read_in_the_original_says_so(data, view):
    section = html_of(methods._method(METHODS[Method.unsd_2022], text.of("en")))
    assert "Read in the original</dt><dd>No</dd>" in section
    assert "Read in an implementation instead." in section


def test_the_order_of_decision_has_every_reason_and_every_status():
    assert {reason for reason, _statuses in methods.ORDER} == set(Reason)
    assert {status for _reason, statuses in methods.ORDER for status in statuses} == set(Status)


def test_every_verdict_in_the_shipped_data_stands_in_the_order(shipped):
    told = {(reason, status) for reason, statuses in methods.ORDER for status in statuses}
    rows = query.history(shipped)
    pairs = set(zip(rows["reason"], rows["status"], strict=True))
    assert {pair for pair in pairs - told if pair[1] != Status.awaiting_data} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_group_and_rival_of_the_backtest_has_words_and_its_score(data, view, lang):
    page = html_of(methods.layout(data, replace(view, lang=lang)))
    t = text.of(lang)
    for group in RELIABILITY.panels:
        assert t(f"reliability.group.{methods_forecast.GROUPS[group]}") in page
        scores = SCORES.of(group, "brier")
        for rival in methods_forecast.RIVALS:
            assert f"{scores[rival].value:.3f}" in page


def test_the_tables_of_the_chart_have_every_bin(data, view):
    page = html_of(methods.layout(data, view))
    for one in RELIABILITY.bins:
        assert f'<td class="num">{one.forecasts:,}</td>' in page


def test_past_chances_stand_with_their_outcome_and_lead_to_the_day_on_which_they_were_given(data, view):
    page = html_of(methods.layout(data, view))
    assert "3 on 2 targets" in page
    assert 'href="/target/target-000?asof=2023-04-20"' in page
    assert "not met" in page


def test_before_any_outcome_is_known_that_is_said(data, view):
    page = html_of(methods.layout(data, replace(view, as_of=date(2024, 1, 1))))
    assert "had a known outcome by 1 January 2024" in page
