"""The tab on methods as a tree of components, over made-up promises and a loaded workbook."""

from dataclasses import replace
from datetime import date

import pytest
from tables import FIGURES, REGISTER, workbook

from app import address
from app.data import Data
from app.pages import target
from app.prerender import html_of
from etl import pipeline
from etl.store.database import open_database
from etl.vocabulary import JUDGING, Method
from tests.app.made_up import MadeUp

ROBOTS, CHANGED, NO_NUMBER = "target-000", "target-012", "target-009"


@pytest.fixture
def view(today) -> address.View:
    """The tab as of today."""
    return replace(address.home(today), tab="methods")


def page_of(data: Data, view: address.View, slug: str) -> str:
    view = replace(view, path=f"/target/{slug}")
    return html_of(target.layout(data, view, slug))


def test_each_method_has_its_row_and_all_but_the_one_shown_can_be_chosen(data, view):
    page = page_of(data, view, ROBOTS)
    for method in JUDGING:
        assert (f'href="/target/{ROBOTS}?method={method}&amp;tab=methods"' in page) == (method != "linear-pace")
        assert f"#{method}" in page
    assert "method=eurostat-trend" not in page
    assert page.count("shown above") == 1


def test_methods_on_both_sides_are_told_in_one_sentence(data, view):
    assert "1 of the 2 methods that apply says on track: contested." in page_of(data, view, ROBOTS)
    assert "适用的2种方法中有1种判为进展符合：方法不一。" in page_of(data, replace(view, lang="zh"), ROBOTS)


def test_a_class_stands_in_the_methods_word_with_its_number_and_its_workings(data, view):
    page = page_of(data, view, ROBOTS)
    assert "Insufficient progress" in page
    assert "0.40" in page
    assert "actual growth per year: " in page
    assert "+3.1\u202f%" in page


def test_a_method_without_a_class_says_what_it_needs(data, view):
    assert "It needs a figure up to five years older." in page_of(data, view, ROBOTS)


@pytest.mark.parametrize(
    ("slug", "words"),
    [(CHANGED, "so no method is asked until a decision"), (NO_NUMBER, "There is no number to reach")],
)
def test_where_no_method_is_asked_there_is_no_table(data, view, slug, words):
    page = page_of(data, view, slug)
    assert words in page
    assert "by-methods" not in page


def test_the_pace_tells_path_and_distance(view):
    class WithPath(MadeUp):
        """The same, with a required value."""

        def status(self, bind: None, as_of: date, method: str):
            pace = {"required_value": 393.6, "measured": "stock", "actual_per_year": 74.667, "distance": -22.0}
            return super().status(bind, as_of, method).assign(**pace)

    page = page_of(Data(None, WithPath()), view, ROBOTS)
    assert "Required at the end of 2024" in page
    assert "76.4 robots per 10,000 employees ahead, 31\u202f% of the whole way" in page
    assert "+74.67 robots per 10,000 employees" in page
    assert "22 robots per 10,000 employees short" in page


HEADER = "indicator_id  | stated             | baseline | deadline\n"
OWN = (
    REGISTER.replace(HEADER, HEADER.replace("deadline", "deadline | method"))
    .replace("double versus 2020 |          | 2025", "double versus 2020 |          | 2025 | sdsn-trend")
    .replace("more than 2,000    |          | 2025", "more than 2,000    |          | 2025 |")
)


@pytest.mark.parametrize(
    ("slug", "chosen", "method", "is_told"),
    [
        ("density", None, Method.sdsn_trend, True),
        ("density", Method.eurostat_cagr, Method.eurostat_cagr, False),
        ("density", Method.linear_pace, Method.linear_pace, False),
        ("revenue", None, Method.linear_pace, False),
    ],
)
def test_the_address_wins_over_the_register_and_the_register_over_the_default(
    tmp_path, view, slug, chosen, method, is_told
):
    engine = open_database(f"sqlite:///{tmp_path}/m.db", create=True)
    pipeline.load_files(engine, [workbook(tmp_path / "all.xlsx", OWN, FIGURES)], "tests")
    data, then = Data(engine), replace(view, method=chosen, as_of=date(2024, 12, 1))
    row = data.target(then.as_of, chosen, "en", slug)
    page = page_of(data, then, slug)
    engine.dispose()
    assert row["method"] == method
    assert ("Judged by this target’s own method" in page) == is_told
    assert f'">{method.label()}</a>' in page  # the source line names it
