"""The page that compares one indicator's series."""

import io
import re
from dataclasses import replace

import openpyxl
import pytest

from app import address
from app.data import Data
from app.pages import compare, compare_subject
from app.pages.compare_subject import read, short_names, shorter_names
from app.prerender import html_of
from etl.store.database import open_database
from etl.vocabulary import LANGUAGES


@pytest.fixture(scope="module")
def shipped(loaded_database) -> Data:
    """Data over the shipped workbooks."""
    return Data(open_database(loaded_database))


def view_of(query, today):
    return address.read("/compare", query, today)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_indicator_with_most_series_is_shown_where_none_is_named(shipped, today, lang):
    page = html_of(compare.layout(shipped, view_of(f"?lang={lang}", today)))
    assert {"en": "Robot density in manufacturing", "zh": "制造业机器人密度"}[lang] in page
    assert {"en": "no year has a figure", "zh": "没有一年"}[lang] in page
    assert "/target/robot-density-492" in page


def test_what_was_not_known_on_a_day_is_not_compared(shipped, today):
    then = read(shipped, view_of("?asof=2024-12-01&indicator=robot_density", today))
    now = read(shipped, view_of("?indicator=robot_density", today))
    assert 166 not in list(then.frames["robot_density_cn"]["value"])
    assert 166 in list(now.frames["robot_density_cn"]["value"])
    assert read(shipped, view_of("?asof=2010-01-01", today)) is None


def test_senseless_parts_of_the_address_are_ignored_and_a_base_that_is_none_is_said(shipped, today):
    view = view_of("?indicator=nonsense&series=a,b&base=1999&together=yes", today)
    subject = read(shipped, view)
    assert len(subject.chosen) == len(subject.series)
    assert subject.comparison.base == ""
    page = html_of(compare.layout(shipped, view))
    assert "“indicator=nonsense” in the address means nothing here and is left out." in page
    assert "“series=a,b” in the address" in page
    assert "No index to 1999" in page


def test_series_are_told_apart_by_what_differs():
    def series(code, area, publisher):
        return {"series_id": code, "name_en": "Robots", "area_en": area, "publisher_en": publisher}

    rows = [series("a", "China", "IFR"), series("b", "China", "MIIT"), series("c", "Japan", "IFR")]
    assert list(short_names(rows, "en").values()) == ["China (IFR)", "China (MIIT)", "Japan"]
    assert list(short_names(rows[:2], "en").values()) == ["IFR", "MIIT"]
    assert list(short_names([rows[0], series("d", "China", "IFR")], "en").values()) == ["Robots (a)", "Robots (d)"]


def test_publishers_have_short_names_where_their_codes_abbreviate_them():
    def series(code, publisher_id, publisher):
        return {"series_id": code, "publisher_id": publisher_id, "publisher_en": publisher, "area_en": code}

    ministry = series("China", "MIIT", "Ministry of Industry and Information Technology")
    broker = series("China", "BROKER", "Securities research, house not named")
    rows = [
        ministry | {"series_id": "a"},
        broker | {"series_id": "b"},
        series("World", "IFR", "International Federation"),
    ]
    assert shorter_names(rows, "en") == {"a": "China (MIIT)", "b": "", "World": ""}


@pytest.mark.parametrize(
    ("query", "current", "other"),
    [
        ("", "One chart each", "&amp;together=1"),
        ("&together=1", "All in one chart", ""),
        ("&series=robot_density_cn,robot_density_kr", "All in one chart", "&amp;together=0"),
        ("&series=robot_density_cn,robot_density_kr&together=1", "All in one chart", "&amp;together=0"),
        ("&series=robot_density_cn,robot_density_kr&together=0", "One chart each", ""),
    ],
)
def test_up_to_three_series_come_in_one_chart_unless_the_address_says_otherwise(shipped, today, query, current, other):
    page = html_of(compare.layout(shipped, view_of(f"?indicator=robot_density{query}", today)))
    links = re.findall(r'<a class="span([^"]*)" href="([^"]*)">([^<]*)</a>', page)
    assert [words for is_current, _to, words in links if is_current] == [current]
    (to,) = (to for is_current, to, _words in links if not is_current)
    chosen = query.partition("&together")[0]
    assert to == f"/compare?indicator=robot_density{chosen.replace('&', '&amp;')}{other}"


def test_the_files_hold_the_figures_of_the_view(shipped, today):
    view = view_of("?indicator=robot_density", today)
    subject = read(shipped, view)
    name, table = compare.file(shipped, view, "csv")
    lines = table.decode("utf-8-sig").splitlines()
    assert name == "compare-robot-density"
    assert len(lines) == 1 + sum(int(frame["decides"].sum()) for frame in subject.frames.values())
    _name, book = compare.file(shipped, view, "xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(book)).worksheets[0]
    header, *rows = sheet.iter_rows(min_row=3, values_only=True)
    of_2023 = dict(zip(header, next(row for row in rows if row[0] == "2023"), strict=True))
    assert of_2023["China (International Federation of Robotics) (IFR employment to 2025)"] == 470
    assert of_2023["China (Ministry of Industry and Information Technology)"] == 470


def test_nothing_loaded_is_said(empty_data, today):
    assert "Nothing is loaded yet" in html_of(compare.layout(empty_data, view_of("", today)))


def test_of_many_series_the_first_are_shown_until_others_are_chosen(shipped, today, monkeypatch):
    monkeypatch.setattr(compare_subject, "MOST", 3)
    few = read(shipped, view_of("?indicator=robot_density", today))
    assert [one["series_id"] for one in few.chosen] == [one["series_id"] for one in few.series[:3]]
    assert set(few.frames) == {one["series_id"] for one in few.chosen}
    assert "Shown are 3 of 12 series" in html_of(compare.layout(shipped, few.view))
    many = read(shipped, replace(few.view, series=",".join(one["series_id"] for one in few.series[4:])))
    assert [one["series_id"] for one in many.chosen] == [one["series_id"] for one in few.series[4:7]]
    assert "Shown are 3 of 8 series" in html_of(compare.layout(shipped, many.view))
    other = read(shipped, view_of("?indicator=robot_density&series=robot_density_de", today))
    assert [one["series_id"] for one in other.chosen] == ["robot_density_de"]
    assert "Shown are" not in html_of(compare.layout(shipped, other.view))
