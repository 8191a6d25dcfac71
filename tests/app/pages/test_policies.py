"""The pages of documents as trees of components."""

from dataclasses import replace
from datetime import date

import pytest

from app import address, dossiers, text
from app.data import records
from app.pages import policies, policy
from app.prerender import html_of
from etl.vocabulary import Family


@pytest.fixture
def view(today) -> address.View:
    """The address of the documents."""
    return replace(address.home(today), path="/policies")


def documents(data, view) -> dict[str, dossiers.Document]:
    rows = data.rows(view.as_of, view.method, view.lang)
    return dossiers.documents(records(data.policies(view.as_of)), rows)


def order_of(data, view) -> list[str]:
    return [one.record["policy_id"] for one in dossiers.chosen(documents(data, view).values(), view)]


def test_every_commitment_counts_in_the_document_that_states_it(data, view):
    found = documents(data, view)
    assert sum(one.size for one in found.values()) == 150
    assert {one.size for one in found.values()} == {30}
    robots = found["robot-plus"]
    assert sum(robots.counts.values()) == len(robots.judged) == 30 - len(robots.others)
    assert Family.not_judged not in robots.counts


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({}, ["outline-15", "robot-plus", "software", "standards", "nev"]),
        ({"order": "oldest"}, ["nev", "standards", "software", "robot-plus", "outline-15"]),
        ({"order": "name"}, ["outline-15", "nev", "robot-plus", "software", "standards"]),
        ({"body": "SAC"}, ["standards"]),
        ({"q": "规划 软件"}, ["software"]),
        ({"q": "no such plan"}, []),
    ],
)
def test_documents_are_found_and_ordered(data, view, chosen, found):
    assert order_of(data, replace(view, **chosen)) == found


def test_a_document_of_a_later_day_is_not_there_and_its_page_says_when_it_was_issued(data, view):
    early = replace(view, as_of=date(2023, 6, 1))
    assert "outline-15" not in documents(data, early)
    page = html_of(policy.layout(data, replace(early, path="/policy/outline-15"), "outline-15"))
    assert "Not yet issued on 1 June 2023" in page
    assert 'href="/policy/outline-15?asof=2026-03-13"' in page
    assert policy.layout(data, view, "no-such") is None


@pytest.mark.parametrize(("lang", "words"), [("en", "takes over from "), ("zh", "接续")])
def test_the_list_tells_what_takes_over_from_what_in_both_languages(data, view, lang, words):
    page = html_of(policies.layout(data, replace(view, lang=lang)))
    assert page.count('class="document"') == 5
    assert words in page
    assert ("传感器企业上市" in page) is (lang == "zh")


def test_a_filter_that_leaves_nothing_says_so_and_leads_back(data, view):
    page = html_of(policies.layout(data, replace(view, q="no such plan")))
    assert "No document fits" in page
    assert 'href="/policies">Show all</a>' in page.replace(' class=""', "")


@pytest.mark.parametrize(
    ("chosen", "is_told"),
    [
        ({}, True),
        ({"q": "sensors merics"}, True),
        ({"q": "传感器"}, True),
        ({"q": "robot"}, False),
        ({"body": "SAC"}, False),
    ],
)
def test_the_filters_hold_for_news_that_belong_to_no_document_too(data, view, chosen, is_told):
    page = html_of(policies.layout(data, replace(view, **chosen)))
    assert ("News without a document" in page) is ("A maker of sensors goes public" in page) is is_told


def test_a_document_tells_all_it_promises_lists_and_what_was_reported(data, view):
    page = html_of(policy.layout(data, replace(view, path="/policy/robot-plus"), "robot-plus"))
    found = documents(data, view)["robot-plus"]
    assert all(f'/target/{row["slug"]}"' in page for row in (*found.judged, *found.others))
    assert page.count('class="row"') == len(found.judged)
    assert "City 16" in page
    assert "Robot plan published &lt;b&gt;" in page
    assert "Outline adopted" not in page
    assert "None" not in page


def test_what_came_before_and_after_is_linked_from_both_sides(data, view):
    after = html_of(policy.layout(data, view, "nev"))
    before = html_of(policy.layout(data, view, "software"))
    assert "Taken over by" in after
    assert 'href="/policy/software"' in after
    assert 'href="/policy/nev"' in before


def test_a_body_leads_to_its_documents(data, view):
    assert 'href="/policies?body=SAC"' in html_of(
        policy.layout(data, replace(view, path="/policy/standards", q="robot"), "standards")
    )


def test_of_many_bodies_the_first_and_their_number_are_told(data, view):
    listed = html_of(policies.layout(data, view))
    assert "Ministry of Industry and Information Technology and others, 4 in all" in listed
    assert "工业和信息化部等4个部门" in html_of(policies.layout(data, replace(view, lang="zh")))


def test_an_empty_register_says_how_to_fill_it(empty_data, view):
    assert "milepost load" in html_of(policies.layout(empty_data, view))


def test_a_web_address_that_is_none_is_no_link():
    event = {"url": "javascript:alert(1)", "via": "X", "source": None, "kind": "odd", "day": date(2023, 1, 1)}
    shown = html_of(policies.news([event | {"headline_en": "A", "headline_zh": None}], text.of("zh")))
    assert "javascript" not in shown
    assert "A" in shown
