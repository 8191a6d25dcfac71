"""The overview as a tree of components."""

from dataclasses import replace
from datetime import date

import pytest
from dash.development.base_component import Component

from app import address
from app.data import Data
from app.pages import overview
from app.prerender import html_of
from app.promises import board
from etl.vocabulary import STRIP, Family
from tests.app.made_up import MadeUp


@pytest.fixture
def view(today) -> address.View:
    """The bare address."""
    return address.home(today)


def parts(tree, **wanted) -> list[Component]:
    """All components in a tree with these properties."""
    if isinstance(tree, list | tuple):
        return [one for part in tree for one in parts(part, **wanted)]
    if not isinstance(tree, Component):
        return []
    hit = [tree] if all(getattr(tree, name, None) == value for name, value in wanted.items()) else []
    return hit + parts(getattr(tree, "children", None), **wanted)


def shown_on(data, view):
    return board(data.rows(view.as_of, view.method, view.lang), view)


def listing_of(data, view) -> list[Component]:
    return overview.listing(shown_on(data, view), [], view, overview.text.of(view.lang))


def test_one_row_a_promise(data, view):
    shown = shown_on(data, view)
    listing = listing_of(data, view)
    assert len(parts(listing, className="row")) == shown.total == len(shown.rows)
    assert len(parts(listing, className="policy-row")) == 5


def test_the_strip_adds_up_to_all_promises_with_a_number(data, view):
    shown = shown_on(data, view)
    assert sum(shown.counts.values()) == shown.total
    numbers = [int(one.children) for one in parts(overview.layout(data, view), className="strip-count")]
    assert numbers == [shown.counts[family] for family in STRIP]


@pytest.mark.parametrize("family", STRIP)
def test_a_family_shows_as_many_rows_as_its_number(data, view, family):
    chosen = replace(view, status=family)
    shown = shown_on(data, chosen)
    assert len(parts(listing_of(data, chosen), className="row")) == shown.counts[family]
    pressed = [one for one in parts(overview.layout(data, chosen), className="strip-family") if
               getattr(one, "aria-pressed") == "true"]  # fmt: skip
    assert [one.id["family"] for one in pressed] == [family]


@pytest.mark.parametrize(("lang", "words"), [("en", "have no usable figure"), ("zh", "没有可用数据")])
def test_how_much_is_not_measured_is_always_said(data, view, lang, words):
    for chosen in (replace(view, lang=lang), replace(view, lang=lang, status=Family.kept, q="robot")):
        assert words in html_of(overview.layout(data, chosen))


def test_a_promise_told_three_times_is_one_row_with_a_badge(data, view):
    page = html_of(overview.layout(data, view))
    assert page.count("same promise in 3 plans") == 1


def test_rows_link_to_their_targets_and_keep_the_view(data, view):
    shown = html_of(overview.layout(data, replace(view, lang="zh", sort="status")))
    assert 'href="/target/target-000?lang=zh"' in shown


def test_in_another_order_each_row_names_its_policy(data, view):
    chosen = replace(view, sort="deadline")
    listing = listing_of(data, chosen)
    assert parts(listing, className="policy-row") == []
    assert len(parts(listing, className="row-policy")) == len(parts(listing, className="row")) == 126


def test_what_fits_nothing_says_so_and_leads_back(data, view):
    page = html_of(overview.layout(data, replace(view, q="no such promise", lang="zh")))
    assert "没有符合条件的目标" in page
    assert 'href="/?lang=zh">显示全部' in page.replace(' class=""', "")


def test_an_empty_register_says_how_to_fill_it(view, empty_data):
    assert "milepost load" in html_of(overview.layout(empty_data, view))


def test_the_filters_that_hold_are_told_and_one_link_clears_them(data, view):
    chosen = replace(view, body="SAC", due="soon", age="fresh", area="CN", q="robot", sort="age", lang="zh")
    page = html_of(overview.layout(data, chosen))
    assert "“robot” · 国家标准化管理委员会 · 中国 · 2027年底前到期 · 不足一年" in page
    assert 'href="/?lang=zh&amp;sort=age">显示全部' in page.replace(' class=""', "")
    year = html_of(overview.layout(data, replace(view, due="2030")))
    assert '<span class="holding-filters">Due in 2030</span>' in year
    assert "holding" not in html_of(overview.layout(data, replace(view, sort="age")))


@pytest.mark.parametrize(
    ("group", "heading"),
    [("status", "Basis changed"), ("deadline", "Due in 2025"), ("policy", "Robot+ plan"), ("sector", "Industry")],
)
def test_a_group_stands_under_its_heading(data, view, group, heading):
    listing = listing_of(data, replace(view, sort="deadline", group=group))
    headings = [html_of(one) for one in parts(listing, className="policy-row")]
    assert any(heading in one for one in headings)
    assert len(parts(listing, className="row")) == 126
    assert bool(parts(listing, className="row-policy")) == (group != "policy")


def test_a_policy_leads_to_its_page(data, view):
    assert 'href="/policy/robot-plus"' in html_of(listing_of(data, view))


def test_of_a_long_list_only_a_page_is_sent(today):
    many = Data(None, MadeUp(1000))
    view = replace(address.home(today), page=2)
    page = html_of(overview.layout(many, view))
    assert page.count('class="row"') == 100
    assert "Page 2 of 8" in page
    assert 'href="/?page=3"' in page
    assert page.split('class="without-number"')[1].count("<li>") == 100
    assert 'href="/policies">All of them, by document' in page.replace(' class=""', "")
    assert len(overview.file(many, view, "csv")[1].splitlines()) == 1 + len(shown_on(many, view).rows)


def test_the_excel_report_is_of_the_view(data, view, monkeypatch):
    asked = []
    monkeypatch.setattr(Data, "report", lambda _data, *given, **about: asked.append((given[3:], about)) or b"")
    overview.file(data, replace(view, sort="age"), "xlsx")
    overview.file(data, replace(view, body="SAC", sort="age"), "xlsx")
    shown = shown_on(data, replace(view, body="SAC", sort="age"))
    chosen = [row["target_id"] for row in (*shown.rows, *shown.without_number)]
    assert asked == [((), {}), ((chosen,), {"policy": None, "words": ["Standardization Administration"]})]


def test_the_report_of_one_document_is_named_after_it_and_tells_the_other_filters(data, view, monkeypatch):
    asked = []
    monkeypatch.setattr(Data, "report", lambda _data, *_given, **about: asked.append(about) or b"")
    known = replace(view, policy="robot-plus", status=Family.kept)
    later = replace(view, policy="outline-15", as_of=date(2023, 6, 1))
    names = [overview.file(data, one, "xlsx")[0] for one in (known, later)]
    assert names == ["robot-plus", "outline-15"]
    assert asked == [{"policy": "robot-plus", "words": ["Kept"]}, {"policy": None, "words": ["outline-15"]}]


def test_the_csv_holds_what_is_shown_in_its_order(data, view):
    chosen = replace(view, status=Family.kept, sort="age")
    written = overview.file(data, chosen, "csv")[1].decode("utf-8-sig").splitlines()
    shown = shown_on(data, chosen).rows
    assert [line.split(",")[0] for line in written[1:]] == [row["target_id"] for row in shown]
