"""The page of deadlines as a tree of components."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from tables import FIGURES, REGISTER, workbook

from app import address, promises
from app.data import Data
from app.pages import deadlines
from app.prerender import html_of
from etl import pipeline
from etl.decide import decide
from etl.store.database import open_database
from etl.vocabulary import LANGUAGES, Family
from tests.app.made_up import MadeUp


class Decided(MadeUp):
    """Made-up promises, one of them with a signed note that links nowhere safe."""

    def decisions(self, _bind: None, as_of: date) -> pd.DataFrame:
        note = {
            "decision_id": "d", "choice": "note", "target_id": "T002", "decided_on": date(2026, 5, 2),
            "decided_by": "Li Wen", "reason": "The survey of 2025 was not published.", "reason_zh": None,
            "url": "javascript:alert(1)", "series_id": None,
        }  # fmt: skip
        return pd.DataFrame([note], dtype=object)


@pytest.fixture
def view(today) -> address.View:
    """The page as of today."""
    return replace(address.home(today), path="/deadlines")


def test_the_docket_gives_the_figure_its_period_publication_and_publisher(data, view):
    page = html_of(deadlines.layout(data, view))
    assert "Due in 2025" in page
    assert "International Federation of Robotics, published 20 Apr 2025" in page
    assert 'href="/source/1?sheet=observations' in page


def test_a_year_of_the_calendar_leads_to_as_many_promises_as_it_counts(data, view):
    page = html_of(deadlines.layout(data, replace(view, status=Family.kept)))
    years = re.findall(r'href="(/\?due=[^"]*)"[^>]*>(\d{4})</a>.*?calendar-count">([\d,]+)<', page)
    assert len(years) > 1
    for link, year, count in years:
        assert link == f"/?due={year}"
        board = promises.board(data.rows(view.as_of, None, "en"), replace(view, path="/", due=year))
        assert len(board.rows) == int(count)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_finding_is_told_in_words_with_its_targets(data, view, lang):
    page = html_of(deadlines.layout(data, replace(view, lang=lang)))
    assert {"en": "between 34 and 54 of more than 100 bases", "zh": "合计在34至54之间"}[lang] in page
    assert "/target/target-002" in page
    assert "/target/target-005" in page


def test_a_note_is_signed_and_a_strange_address_is_no_link(view):
    page = html_of(deadlines.layout(Data(None, Decided()), view))
    assert "The survey of 2025 was not published." in page
    assert "Li Wen, 2 May 2026" in page
    assert "javascript:" not in page


def test_a_figure_compared_by_decision_leads_to_its_own_cell(tmp_path, view):
    engine = open_database(f"sqlite:///{tmp_path}/m.db", create=True)
    pipeline.load_files(engine, [workbook(tmp_path / "all.xlsx", REGISTER, FIGURES)], "tests")
    kept = {"choice": "keep", "series_id": "robot_density_cn", "basis": "new", "to_basis": "old", "reason": "why"}
    decide(engine, kept, "tests", date(2026, 5, 2))
    page = html_of(deadlines.layout(Data(engine), view))
    engine.dispose()
    assert 'cell=C6" title="Load 1 › observations › C6">166 in 2024' in page
    assert "published 8 Apr 2026" in page


def test_before_the_first_deadline_the_docket_says_that_it_is_empty(data, view):
    page = html_of(deadlines.layout(data, replace(view, as_of=date(2024, 6, 30))))
    assert "No deadline had passed by 30 June 2024." in page
    assert "No deadline had passed by this day." in page


def test_before_the_first_load_it_says_how_to_begin(empty_data, view):
    assert "milepost load" in html_of(deadlines.layout(empty_data, view))


class OfBasis(Decided):
    """The same, where the decision is on a basis and names a target beside it."""

    def decisions(self, _bind: None, as_of: date) -> pd.DataFrame:
        return super().decisions(None, as_of).assign(choice="keep")


def test_a_decision_on_a_basis_is_no_note_on_a_target(view):
    assert "The survey of 2025" not in html_of(deadlines.layout(Data(None, OfBasis()), view))
