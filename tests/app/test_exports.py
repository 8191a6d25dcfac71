"""What pages show, as files: the same rows as on screen, under the names that say what and when."""

import csv
import io
import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from app import address, exports
from app.data import Data
from app.docket import docket
from app.filters import codes
from app.main import PAGES, Settings, create_app
from app.pages import changes, policies
from etl.store import query
from etl.store.database import open_database
from etl.vocabulary import STRIP

DAY = "asof=2026-06-01"


@pytest.fixture(scope="module")
def client(loaded_database, today) -> FlaskClient:
    """A caller of the app on the shipped data."""
    return create_app(Settings(loaded_database, today=lambda: today)).server.test_client()


@pytest.fixture(scope="module")
def shipped_data(loaded_database) -> Data:
    """Data over the shipped workbooks."""
    return Data(open_database(loaded_database))


def rows_of(client: FlaskClient, path: str) -> list[dict]:
    content = client.get(path, buffered=True).data
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def book_of(client: FlaskClient, path: str) -> dict[str, list[list]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(client.get(path, buffered=True).data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def view_of(path: str, search: str, today) -> address.View:
    return address.read(path, search, today)


@pytest.mark.parametrize(
    ("page", "slug"),
    [
        ("/", "milepost"),
        ("/policies", "milepost-policies"),
        ("/policy/robot-plus-2023", "robot-plus-2023"),
        ("/changes", "milepost-changes"),
        ("/deadlines", "milepost-deadlines"),
        ("/compare", "compare-robot-density"),
    ],
)
def test_every_list_leads_to_its_files_which_say_what_and_when(client, page, slug):
    html = client.get(f"{page}?{DAY}&lang=zh", buffered=True).get_data(as_text=True)
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="(/view/[^"]*)"', html)]
    assert [link.partition("?")[0].rpartition(".")[2] for link in links] == ["xlsx", "csv"]
    answer = client.get(links[1], buffered=True)
    assert answer.status_code == 200
    named = rf"filename={slug}_asof-2026-06-01_[0-9a-f]{{7}}\.csv"
    assert re.search(named, answer.headers["Content-Disposition"]), answer.headers


def test_a_documents_report_is_of_its_targets(client):
    rows = rows_of(client, f"/view/policy/robot-plus-2023.csv?{DAY}")
    targets = book_of(client, f"/view/policy/robot-plus-2023.xlsx?{DAY}")["Targets"]
    assert [row[0] for row in targets[1:]] == [row["target_id"] for row in rows]


def test_the_file_of_a_filtered_list_holds_what_the_filter_leaves(client, shipped_data, today):
    view = view_of("/policies", f"?{DAY}&body=MIIT&order=oldest", today)
    found = rows_of(client, address.shown_as(view, "csv"))
    known = {row["policy_id"]: row for row in query.plain_rows(shipped_data.policies(view.as_of))}
    assert [row["issued"] for row in found] == sorted(row["issued"] for row in found)
    assert {row["policy_id"] for row in found} == {
        code for code, row in known.items() if "MIIT" in codes(row["bodies"])
    }
    sheet = book_of(client, address.shown_as(view, "xlsx"))["Policies"]
    assert [row[0] for row in sheet[1:]] == [row["policy_id"] for row in found]


def test_the_counts_of_a_document_add_up(client):
    for row in rows_of(client, f"/view/policies.csv?{DAY}"):
        assert sum(int(row[family]) for family in STRIP) == int(row["commitments"])


def test_deadlines_are_the_pages_own_in_its_order(client, shipped_data, today):
    view = view_of("/deadlines", f"?{DAY}", today)
    found = docket(shipped_data.rows(view.as_of, None, "en"), view.as_of)
    wanted = [row["target_id"] for row in (*found.rows, *found.rows_ahead)]
    assert [row["target_id"] for row in rows_of(client, f"/view/deadlines.csv?{DAY}")] == wanted
    sheets = book_of(client, f"/view/deadlines.xlsx?{DAY}")
    assert list(sheets) == ["Docket", "Next deadlines", "Findings", "Sources", "Methods"]
    assert len(sheets["Docket"]) == 1 + found.passed
    assert len(sheets["Next deadlines"]) == 1 + found.ahead


def test_changes_are_those_since_the_day(client, shipped_data, today):
    view = view_of("/changes", f"?{DAY}&since=2025-06-01", today)
    shown = changes.ledger_of(shipped_data, view).rows
    assert len(shown) > 10
    sheet = book_of(client, address.shown_as(view, "xlsx"))["Changes"]
    assert len(sheet) == 1 + len(shown)
    assert len(rows_of(client, address.shown_as(view, "csv"))) == len(shown)


def test_all_data_are_offered_at_the_end_of_every_page(client, shipped_data, today):
    for page in ("/", "/methods", "/search?q=robot"):
        html = client.get(page, buffered=True).get_data(as_text=True)
        links = re.findall(r'href="(/data/milepost[^"]*)"', html)
        assert links[-3:] == ["/data/milepost.xlsx", "/data/milepost.csv", "/data/milepost-figures.csv"]
    figures = rows_of(client, f"/data/milepost-figures.csv?{DAY}")
    day = view_of("/", f"?{DAY}", today).as_of
    assert len(figures) == len(shipped_data.published(day))
    assert sum(row["in_force"] == "True" for row in figures) == len(query.in_force(shipped_data.published(day)))


@pytest.mark.parametrize("path", ["/view/nothing.csv", "/view/policy/nothing.csv", "/view/methods.xlsx"])
def test_a_page_without_a_list_has_no_file(client, path):
    assert client.get(path, buffered=True).status_code == 404


def test_nothing_loaded_gives_an_empty_file_and_no_error(empty_data, today):
    for module in (policies, changes):
        _slug, content = module.file(empty_data, replace(address.home(today), path=module.PATH), "csv")
        assert content.count(b"\r\n") == 1


def test_pages_with_files_are_pages():
    assert set(exports.PAGES) <= set(PAGES)
