"""The page about the data."""

from dataclasses import replace

import pytest

from app import address
from app.pages import about
from app.prerender import html_of
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
