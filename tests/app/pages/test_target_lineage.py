"""What a target's page tells beside the verdict: lineage, rival readings and publishers, remarks, decisions."""

import shutil
from datetime import date

import pytest
import sqlalchemy as sa
from tables import FIGURES, REGISTER, workbook

from app import address, prerender
from app.data import Data
from app.pages import target, target_record
from etl import pipeline
from etl.decide import decide
from etl.store.database import open_database
from etl.vocabulary import Method

TODAY = date(2026, 6, 15)
ROBOTS, BASES, FLEETS = "robot-density-492", "standards-bases-100", "public-fleets-nev"


@pytest.fixture(scope="module")
def data(shipped) -> Data:
    """The shipped data."""
    return Data(shipped)


def page(data: Data, slug: str, query: str = "") -> str:
    view = address.read(f"/target/{slug}", query, TODAY)
    return prerender.html_of(target.layout(data, view, slug))


def test_a_derived_level_names_its_formula_and_the_publication_it_rests_on(data):
    shown = page(data, ROBOTS)
    assert "“double versus 2020”" in shown
    assert "derived: 2 × 246 (IFR, published 28 October 2021)" in shown
    assert "推算：2 × 246（IFR，2021年10月28日发布）" in page(data, ROBOTS, "?lang=zh")


def test_a_draft_and_what_took_its_place_lead_to_each_other(data):
    assert "takes its place" in page(data, "industrial-software-draft")
    later = page(data, _successor(data))
    assert "superseded by this one" in later
    assert "draft text" in later


def _successor(data: Data) -> str:
    return next(row["slug"] for row in data.rows(TODAY, "linear-pace", "en") if row["target_id"] == "X08")


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        (BASES, ("“100” bases · at least", "“more than 50” bases", "last: Far behind", "last: Behind")),
        (FLEETS, ("counts fleets", "“80 %” · at least", "strives for")),
    ],
)
def test_rival_readings_stand_side_by_side_with_their_verdicts(data, slug, words):
    shown = page(data, slug)
    assert "Two readings of one promise" in shown
    text = shown.replace("</a>", "").replace("\u202f", " ")
    assert [word for word in words if word not in text] == []


def test_what_is_announced_is_added_up_under_the_verdict_and_leads_on(data):
    shown = page(data, BASES)
    assert "between 34 and 54 of 100" in shown
    assert "/target/standards-bases-new" in shown
    assert "Counted in" in page(data, "standards-bases-new")


def test_each_rival_publisher_has_its_verdict_and_the_headline_its_reason(data):
    shown = page(data, ROBOTS, "?tab=series")
    assert "Headline: International Federation of Robotics. Chosen because" in shown
    assert shown.count("is-awaiting_data") >= 2
    assert "does not decide" in page(data, FLEETS, "?tab=series")


def test_a_chain_of_successors_is_followed_and_a_circle_ends():
    pairs = [("c", "b"), ("b", "a"), ("a", "c")]
    assert target_record._reached("c", pairs) == ["b", "a"]


def test_decisions_stand_in_their_order_and_say_which_is_in_force(loaded_database, tmp_path):
    shutil.copy(sa.make_url(loaded_database).database, tmp_path / "own.db")
    engine = open_database(f"sqlite:///{tmp_path}/own.db")
    basis = {"series_id": "robot_density_cn", "basis": "NBS employment 2026"}
    keep = basis | {"choice": "keep", "to_basis": "IFR employment to 2025", "reason": "for <now>"}
    decide(engine, keep, by="Anna", on=date(2026, 5, 1))
    decide(engine, basis | {"choice": "split", "reason": "another thing"}, by="Bo", on=date(2026, 5, 9))
    decide(engine, {"choice": "drop", "target_id": "S12", "reason": "given up"}, by="Bo", on=date(2026, 5, 9))
    own = Data(engine)
    shown = page(own, ROBOTS)
    told = shown[shown.index("Compare as before") :]
    assert told.index("no longer in force") < told.index("for &lt;now&gt;") < told.index("A series of its own")
    assert "for &lt;now&gt;" in shown
    assert "milepost decide reopen --series robot_density_cn --basis &#x27;NBS employment 2026&#x27;" in shown
    assert "no longer in force" not in page(own, ROBOTS, "?asof=2026-05-02")
    dropped = page(own, BASES)
    assert "is-dropped" in dropped
    assert "Target given up" in dropped
    assert "decide reopen" not in dropped
    engine.dispose()


RESTATED = """
sheet targets
target_id | slug    | policy_id  | name_en | statement_en | indicator_id  | stated          | deadline | stated_on
T2        | revenue | robot-plan | Revenue | Raised       | robot_revenue | more than 2,500 | 2025     | 2024-03-01
"""


def test_an_earlier_version_stays_in_the_lineage_and_the_page_of_its_day(tmp_path):
    engine = open_database(f"sqlite:///{tmp_path}/m.db", create=True)
    files = [workbook(tmp_path / "r.xlsx", REGISTER), workbook(tmp_path / "f.xlsx", FIGURES)]
    pipeline.load_files(engine, files, by="ann")
    pipeline.load_files(engine, [workbook(tmp_path / "v.xlsx", RESTATED)], by="ann")
    data = Data(engine)
    now, before = page(data, "revenue"), page(data, "revenue", "?asof=2024-02-29")
    moves = data.changes(date(2024, 1, 1), TODAY, Method.linear_pace, "en")
    engine.dispose()
    assert now.index("“more than 2,000”") < now.index("“more than 2,500”")
    assert "28 December 2021" in now
    assert "1 March 2024" in now
    assert "2,500" not in before
    assert ("T2", date(2024, 3, 1), "restated") in {(move["target_id"], move["day"], move["cause"]) for move in moves}
