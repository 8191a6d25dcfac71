"""The page about the data."""

import base64
import csv
import io
from dataclasses import replace

import pytest

from app import address
from app.data import Data
from app.pages import about
from app.prerender import html_of
from etl.store import query
from etl.store.database import open_database
from etl.vocabulary import LANGUAGES, Status


@pytest.fixture
def view(today) -> address.View:
    """The page as of today."""
    return replace(address.home(today), path="/about")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_status_is_explained_and_every_load_leads_to_its_file(data, view, lang):
    page = html_of(about.layout(data, replace(view, lang=lang)))
    assert all(status.label(lang) in page for status in Status)
    assert "/source/1" in page
    assert f"/?asof={view.today}" in page


def test_before_the_first_load_the_signs_are_explained_all_the_same(empty_data, view):
    page = html_of(about.layout(empty_data, view))
    assert "Nothing is loaded yet" in page
    assert "Deadline passed, data awaited" in page


def test_all_figures_are_handed_over_with_what_replaced_them(loaded_database, view):
    engine = open_database(loaded_database)
    given = about.file(Data(engine), view, "figures")
    rows = list(csv.DictReader(io.StringIO(base64.b64decode(given["content"]).decode("utf-8-sig"))))
    assert given["filename"].startswith("milepost-figures_asof-2026-06-15_")
    assert len(rows) == len(query.vintages(engine, view.as_of))
    assert sum(row["in_force"] == "True" for row in rows) == len(query.observations(engine, view.as_of))
    targets = base64.b64decode(about.file(Data(engine), view, "targets")["content"]).decode("utf-8-sig")
    assert targets.count("\r\n") == 1 + len(query.targets(engine, view.as_of))
