"""A page speaks one language: what is left of another are names, and what the data quote."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa
from python_calamine import CalamineWorkbook

from app import address, main
from app.data import Data
from app.main import Settings, create_app
from etl.judge.methods import METHODS
from etl.report import read_frames, write_report
from etl.store import schema
from etl.store.database import open_database
from tests.app.visible import CHINESE, TERMS, WORD, of_html, of_tree

QUOTED = ("via", "source", "url", "stated", "expression", "number", "sheet", "cell", "file_name", "loaded_by", "slug")
"""Columns shown as they stand, with those that end in `_as_written` or `_id`."""

ADDRESS = ("/", "http")
DAY = date(2026, 6, 15)
ROBOTS = "/target/robot-density-492"
TABS = ("table", "methods", "revisions", "statement", "series", "links")
PATHS = (
    *("/", "/?group=status", "/policies", "/policy/cic-2022", "/policy/nev-plan-2035", "/search?q=5g", "/changes"),
    *("/deadlines", "/compare", "/compare?together=1&base=2020", "/methods", "/about", "/nowhere"),
    *("/?asof=1990-01-01", "/policy/nev-plan-2035?asof=1990-01-01", "/?method=1&status=2&sort=3&asof=4"),
    *(f"{ROBOTS}?tab={tab}" for tab in TABS),
    *(f"{ROBOTS}?asof={day}" for day in ("2024-01-31", "2024-12-01", "2025-10-01")),
    *(
        "/target/complete-chain-technologies?tab=list",
        "/target/non-fossil-quarter?method=escap",
        "/target/charging-facilities",
    ),
    *("/source/4", "/source/99"),
)


@pytest.fixture(scope="module")
def data(loaded_database: str) -> Data:
    """The shipped data."""
    return Data(open_database(loaded_database))


def taken_away(engine: sa.Engine, quoted: Sequence[str]) -> Callable[[str], str]:
    """What takes quotations and names away from a text: all that the register and the files hold of them."""
    found = {method.source for method in METHODS.values()}
    with engine.connect() as connection:
        for table in schema.metadata.sorted_tables:
            for column in (one for one in table.columns if isinstance(one.type, sa.String)):
                is_quoted = column.name in quoted or column.name.endswith(("_as_written", "_id"))
                for cell in connection.scalars(sa.select(column).distinct().where(column.is_not(None))):
                    within = WORD.findall(cell) if column.name.endswith("_zh") else CHINESE.findall(cell)
                    found |= {cell} if is_quoted else set(within)
    ordered = sorted((re.escape(name) for name in found if name), key=len, reverse=True)
    whole = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(ordered)})(?![A-Za-z])")
    return lambda text: whole.sub(" ", text)


@pytest.fixture(scope="module")
def names(shipped: sa.Engine) -> Callable[[str], str]:
    """Takes away what a page may quote."""
    return taken_away(shipped, QUOTED)


def left_over(texts: Iterable[str], foreign: re.Pattern, names: Callable[[str], str]) -> dict[str, set[str]]:
    """Words of the other language that are neither names nor terms, with the texts they stand in; not of addresses."""
    found = {text: set(foreign.findall(names(text))) - TERMS for text in set(texts) if not text.startswith(ADDRESS)}
    return {text: words for text, words in found.items() if words}


def page_of(data: Data, path: str, lang: str) -> list[str]:
    """All that a page says: its top, its content with controls and charts, its foot and its title."""
    path, _, search = path.partition("?")
    view = replace(address.read(path, f"?{search}", DAY), lang=lang)
    parts = (main._top(data, view), main._content(data, view), main._foot(view))
    return [*(text for part in parts for text in of_tree(part, lang)), main._title(data, view)]


@pytest.mark.parametrize("path", PATHS)
def test_no_english_shows_on_a_chinese_page_apart_from_names(data, names, path):
    assert left_over(page_of(data, path, "zh"), WORD, names) == {}


@pytest.mark.parametrize("path", PATHS)
def test_no_chinese_shows_on_an_english_page_apart_from_names(data, names, path):
    assert left_over(page_of(data, path, "en"), CHINESE, names) == {}


@pytest.mark.parametrize("path", ["/", "/policies"])
def test_an_empty_database_speaks_chinese_too(empty_data, names, path):
    assert left_over(page_of(empty_data, path, "zh"), WORD, names) == {}


@pytest.mark.parametrize("path", ["/", ROBOTS, "/embed" + ROBOTS, "/embed/target/none"])
def test_no_english_shows_in_the_head_of_a_document_or_in_a_frame(loaded_database, names, path):
    app = create_app(Settings(loaded_database, today=lambda: DAY))
    document = app.server.test_client().get(f"{path}?lang=zh").text
    assert left_over(of_html(document, "zh"), WORD, names) == {}


def test_no_english_shows_in_the_chinese_report_apart_from_names_and_codes(shipped, tmp_path):
    write_report(read_frames(shipped, DAY), tmp_path / "report.xlsx", DAY, "zh")
    book = CalamineWorkbook.from_path(tmp_path / "report.xlsx")
    cells = {cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row}
    texts = {cell for cell in cells if isinstance(cell, str)} - set(book.sheet_names)
    assert left_over(texts, WORD, taken_away(shipped, (*QUOTED, "basis"))) == {}
