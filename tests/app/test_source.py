"""From a figure to its cell and its file: awkward names, and addresses that lead nowhere."""

from datetime import date
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from dash import Dash
from tables import FIGURES, REGISTER, workbook

from app import address, prerender
from app.data import Data
from app.main import Settings, create_app
from app.pages import source
from etl import pipeline
from etl.extract import TextSheet
from etl.origin import origin
from etl.store.database import open_database

TODAY = date(2026, 6, 15)
WORKBOOK = '数据 "末版" & #1.xlsx'
SHEET = "observations A&B #2 'x' 表"
TABLE = "observations-<b>表.csv"
HEADER = ("series_id", "period", "value", "published", "unit", "source", "url", "note", "basis")
ROW = (
    "ministry",
    "2024",
    ">300",
    "2025-02-01",
    "robots",
    'Report "A" <b>',
    "https://example.org/?a=1&b=2",
    "=1+1",
    "all",
)


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Data:
    """A database with a register, a workbook and a table of awkward names; the table is withdrawn."""
    folder = tmp_path_factory.mktemp("awkward")
    engine = open_database(f"sqlite:///{folder}/milepost.db", create=True)
    for write in (_register, _workbook, _table):
        pipeline.load_files(engine, [write(folder)], by='Zhang "San" <z@x>')
    pipeline.withdraw(engine, 3, reason="a < b & c", by="Li Si")
    yield Data(engine)
    engine.dispose()


def _register(folder: Path) -> Path:
    return _saved(
        folder / "register.xlsx",
        {
            "bodies": [("body_id", "name_en"), ("MIIT", "Ministry")],
            "areas": [("area_id", "name_en"), ("CN", "China")],
            "indicators": [("indicator_id", "name_en", "unit", "measured"), ("robots", "Robots", "robots", "flow")],
            "series": [
                ("series_id", "indicator_id", "area_id", "publisher", "name_en", "frequency"),
                ("ministry", "robots", "CN", "MIIT", "Robots & more", "year"),
            ],
            "bases": [
                ("series_id", "basis", "description_en", "description_zh"),
                ("ministry", "all", "All firms", "全部企业"),
            ],
        },
    )


def _workbook(folder: Path) -> Path:
    return _saved(folder / WORKBOOK, {SHEET: [("Notes above",), (), HEADER, *[()] * 4, tuple(ROW)]})


def _table(folder: Path) -> Path:
    path = folder / TABLE
    path.write_text(f"{','.join(HEADER[:5])}\nministry,2023,250,2024-02-01,robots\n", encoding="utf-8")
    return path


def _saved(path: Path, sheets: dict[str, list[tuple]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row, cells in enumerate(rows, 1):
            for column, said in enumerate(cells, 1):
                sheet.cell(row, column).value = said
                sheet.cell(row, column).data_type = "s"
    book.save(path)
    return path


@pytest.fixture(scope="module")
def app(data) -> Dash:
    """The app on that database."""
    return create_app(Settings(today=lambda: TODAY), data)


def html_of(data: Data, load: str, sheet: str = "", cell: str = "", lang: str = "en") -> str:
    view = address.View(f"/source/{load}", TODAY, TODAY, lang=lang, sheet=sheet, cell=cell)
    return prerender.html_of(source.layout(data, view, load))


def test_the_page_shows_the_cell_as_typed_beside_what_was_read(data):
    page = html_of(data, "2", SHEET, "C8")
    assert 'aria-current="true"><mark>&gt;300</mark>' in page
    assert ">\u202f300" in page.replace("&gt;", ">")
    for words in ("row 8, column C", "by Zhang &quot;San&quot; &lt;z@x&gt;", "Robots &amp; more", "=1+1"):
        assert words in page
    assert 'href="https://example.org/?a=1&amp;b=2"' in page


@pytest.mark.parametrize(("lang", "words"), [("en", "All firms (all)"), ("zh", "全部企业（all）")])
def test_the_basis_is_told_in_words_with_its_code(data, lang, words):
    assert words in html_of(data, "2", SHEET, "C8", lang)


def test_the_excerpt_has_the_header_and_the_rows_around_under_their_own_numbers(data):
    page = html_of(data, "2", SHEET, "C8")
    rows = [number for number in range(1, 10) if f'scope="row">{number}<' in page or f'chosen">{number}<' in page]
    assert rows == [3, 6, 7, 8]
    assert "⋮" in page
    assert "Notes above" not in page


def test_columns_that_the_row_leaves_empty_are_left_out_and_marked_where_they_have_a_heading():
    years = [str(year) for year in range(2015, 2025)]
    header = ("series_id", "basis", "published", *years, "unit", "publisher", "source")
    row = ("ministry", "all", "2025-02-01", *[""] * 9, "300", "robots", "", "Report")
    other = ("ministry", "all", "2024-02-01", *[""] * 8, "250", "", "robots", "", "Report")
    sheet = TextSheet("robots.xlsx", "by year", [list(header), list(other), list(row)])
    assert source.shown_columns(origin(sheet, "M3")) == [0, 1, 2, None, 11, 12, 13, None, 15]


@pytest.mark.parametrize(("account", "said"), [("ann", "UTC by ann, as load 1."), ("root", "UTC, as load 1.")])
def test_an_account_that_is_no_persons_is_left_out(tmp_path, account, said):
    engine = open_database(f"sqlite:///{tmp_path}/milepost.db", create=True)
    pipeline.load_files(engine, [workbook(tmp_path / "all.xlsx", REGISTER, FIGURES)], by=account)
    page = html_of(Data(engine), "1", "observations", "C2")
    engine.dispose()
    assert said in page


def test_a_cell_that_no_figure_was_read_from_is_shown_all_the_same(data):
    page = html_of(data, "2", SHEET, "A1")
    assert "<mark>Notes above</mark>" in page
    assert "What the row was taken for" not in page


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("load", "sheet", "cell"),
    [
        ("99", SHEET, "C8"), ("0", "", ""), ("002", SHEET, "C8"), ("9" * 100, SHEET, "C8"), ("x", "", ""),
        ("2", "no & such #", "C8"), ("2", SHEET, "C999"), ("2", SHEET, "XFD1"), ("2", SHEET, ""),
        ("2", "", ""), ("4", "", ""),
    ],
)  # fmt: skip
def test_an_address_that_leads_nowhere_says_what_is_there_instead(data, load, sheet, cell, lang):
    page = html_of(data, load, sheet, cell, lang)
    assert "<h1" in page
    assert "<mark>" not in page
    if load == "2":
        assert address.file_path(2, WORKBOOK) in page
        assert SHEET.replace("&", "&amp;").replace("'", "&#x27;") in page


def test_a_withdrawn_load_stays_readable_and_says_so(data):
    page = html_of(data, "3", TABLE.removesuffix(".csv"), "C2")
    assert "This load is withdrawn." in page
    assert "by Li Si: a &lt; b &amp; c" in page
    assert "<mark>250</mark>" in page
    assert "it withdraws load 3" in html_of(data, "4")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_figure_stays_readable_where_its_series_was_withdrawn_with_it(tmp_path, lang):
    engine = open_database(f"sqlite:///{tmp_path}/milepost.db", create=True)
    pipeline.load_files(engine, [workbook(tmp_path / "all.xlsx", REGISTER, FIGURES)], by="ann")
    pipeline.withdraw(engine, 1, reason="wrong", by="ann")
    page = html_of(Data(engine), "1", "observations", "C2", lang)
    engine.dispose()
    assert "<mark>246</mark>" in page


def test_the_address_of_a_cell_brings_it_back():
    view = address.View("/source/2", TODAY, TODAY, sheet=SHEET, cell="C8")
    path, _, query = address.href(view).partition("?")
    assert address.read(path, query, TODAY) == view
    assert "sheet" not in address.href(view, "/")
    assert address.read("/source/2", "?cell=c8%3Cb%3E", TODAY).cell == ""


@pytest.mark.parametrize(
    ("load", "name", "kind"),
    [(2, WORKBOOK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (3, TABLE, "text/csv")],
)
def test_the_file_is_handed_over_as_it_was_taken_in(app, data, load, name, kind):
    answer = app.server.test_client().get(address.file_path(load, name))
    assert answer.status_code == 200
    assert answer.data == data.content(load)
    assert answer.mimetype == kind
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment")
    assert unquote(disposition.partition("filename*=UTF-8''")[2]) == name


@pytest.mark.parametrize(
    "path", ["/file/99/x.xlsx", "/file/2/other.xlsx", "/file/x/y", "/file/4/None", f"/file/{'9' * 100}/x", "/file/-1/x"]
)
def test_there_is_no_other_file(app, path):
    assert app.server.test_client().get(path).status_code == 404
