"""What a search shows: the box, what is offered, the page of results."""

import re
from dataclasses import replace

import pytest

from app import address, promises, searching, text
from app.pages import search_results
from app.prerender import html_of


@pytest.fixture
def view(today) -> address.View:
    """The address of a search for robots."""
    return replace(address.home(today), path="/search", q="robot density")


def addresses(page: str) -> list[str]:
    return re.findall(r'href="(/target/[^"?]*)', page)


def test_the_same_targets_are_found_in_either_language_on_pages_in_either(data, view):
    pages = [
        html_of(search_results.layout(data, replace(view, q=words, lang=lang)))
        for words in ("robot density", "机器人密度")
        for lang in ("en", "zh")
    ]
    found = [addresses(page) for page in pages]
    assert found[0] == found[1]
    assert set(found[0]) == set(found[2]) == set(found[3])
    assert "/target/target-000" in found[0]


def test_results_stand_by_kind_with_the_verdicts_mark(data, view):
    page = html_of(search_results.layout(data, view))
    assert re.findall(r"<h2[^>]*>(\w+) ", page) == ["Targets", "Indicators", "Series"]
    assert 'class="mark is-on_track"' in page
    assert "None" not in page


def test_a_promise_told_three_times_is_found_once(data, view):
    page = html_of(search_results.layout(data, replace(view, q="industrial robot density")))
    found = addresses(page.split("Indicators")[0])
    assert "/target/target-000" in found
    assert "/target/target-013" not in found


def test_a_promise_is_found_by_the_name_of_each_policy_that_tells_it(data, today, view):
    retold = next(row for row in data.rows(today, None, "en") if row["told"] > 1 and row["promise"] != row["target_id"])
    page = html_of(search_results.layout(data, replace(view, q=f"{retold['name_en']} {retold['short_en']}")))
    assert f"/target/{retold['slug']}" in addresses(page)


def test_a_measured_target_shows_its_figure_with_its_publisher_and_its_chance(data, view):
    page = html_of(search_results.layout(data, replace(view, q="industrial robot density")))
    line = re.search(r'/target/target-000".*?</li>', page)[0]
    assert re.search(r"[\d,.]+ robots per 10,000 employees in 20\d\d, International Federation of Robotics", line)
    assert "Chance <span" in line
    unmeasured = html_of(search_results.layout(data, replace(view, q="application scenarios")))
    assert "is-no_data" in unmeasured
    assert "hit-figure" not in unmeasured


@pytest.mark.parametrize("q", ["robot", "vehicle plan"])
def test_targets_are_counted_by_family_as_in_the_list_that_the_line_leads_to(data, view, q):
    words = replace(view, q=q)
    line = re.search(r'<div class="hits-standing">.*?</div>', html_of(search_results.layout(data, words)))[0]
    told = {family: int(count) for count, family in re.findall(r"<span>(\d+)</span> <\w+ [^>]*is-family-(\w+)", line)}
    counts = promises.board(data.rows(view.as_of, None, "en"), replace(words, path="/")).counts
    assert told == {name: count for name, count in counts.items() if count or name in ("behind", "missed")}
    assert f'href="{address.href(view, "/", q=q)}"' in line


def test_the_words_stay_behind_and_the_rest_of_the_view_goes_along(data, view):
    page = html_of(search_results.layout(data, replace(view, lang="zh")))
    assert 'href="/target/target-000?lang=zh"' in page


def test_a_body_leads_to_its_documents_and_a_mere_publisher_is_no_body(data, view):
    assert 'href="/policies?body=MEE"' in html_of(search_results.layout(data, replace(view, q="ecology")))
    federation = html_of(search_results.layout(data, replace(view, q="federation robotics")))
    assert "Bodies" not in federation
    assert "Series" in federation


def test_more_than_the_page_lists_is_told_and_leads_on(data, view):
    page = html_of(search_results.layout(data, replace(view, q="plan")))
    assert "All 1" in page
    assert 'href="/?q=plan"' in page
    assert len(addresses(page)) == search_results.SHOWN


@pytest.mark.parametrize(("q", "words"), [("", "looked for"), ("zzz", "Nothing holds “zzz”"), ("<b>", "&lt;b&gt;")])
def test_nothing_asked_and_nothing_found_are_said(data, view, q, words):
    assert words in html_of(search_results.layout(data, replace(view, q=q)))


def test_what_is_offered_is_short_and_leads_to_all(data, view):
    offered = html_of(searching.offer(data, replace(view, q="robot")))
    assert len(re.findall(r'href="/target/[^"]*" role="option"', offered.split("Indicators")[0])) <= 5
    assert 'href="/search?q=robot"' in offered
    assert re.search(r'aria-label="Targets \d\d"', offered)
    assert re.search(r'data-said="\d+ found"', offered)
    assert 'data-said="Nothing found"' in html_of(searching.offer(data, replace(view, q="zzz")))


def test_the_box_keeps_the_view_and_holds_words_only_on_their_page(view):
    shown = replace(view, lang="zh", status=None, q='"<b>', page=2)
    form = html_of(searching.box(shown, text.of("zh")))
    assert 'value="&quot;&lt;b&gt;"' in form
    assert '<input type="hidden" name="lang" value="zh">' in form
    assert 'name="page"' not in form
    assert 'value=""' in html_of(searching.box(replace(shown, path="/"), text.of("zh")))


def test_what_is_offered_is_answered_by_the_server(app):
    client = app.server.test_client()
    answer = client.get("/search/offered?q=%E6%9C%BA%E5%99%A8%E4%BA%BA&lang=zh")
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert "工业机器人密度" in answer.get_data(as_text=True)
    assert client.get("/search/offered").status_code == 200
    assert client.get("/search?q=robot").status_code == 200
