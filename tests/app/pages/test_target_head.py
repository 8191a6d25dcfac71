"""The head of a target's page, over the shipped data."""

import pytest

from app import address
from app.data import Data
from app.pages import target_dossier, target_forecast, target_head
from app.prerender import html_of
from etl.judge.reliability import RELIABILITY
from etl.store.database import open_database
from etl.vocabulary import LANGUAGES


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Ministry of Industry and Information Technology, Ministry of Education and others, 17 in all"),
        ("zh", "工业和信息化部、教育部等17个部门"),
    ],
)
def test_of_seventeen_bodies_two_are_named_and_all_are_counted(loaded_database, today, lang, said):
    shipped = Data(open_database(loaded_database))
    view = address.read("/target/robot-density-492", f"?lang={lang}", today)
    assert said in html_of(target_head.claim(target_dossier.read(shipped, view, "robot-density-492")))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_chance_is_told_with_how_often_such_chances_came_true(loaded_database, today, lang):
    shipped = Data(open_database(loaded_database))
    dossier = target_dossier.read(shipped, address.read("/", f"?lang={lang}", today), "non-fossil-30")
    said = html_of(target_forecast.chance(dossier))
    tried = [one.came_true for one in RELIABILITY.around(dossier.row["chance"])]
    assert f"{round(100 * min(tried))}–{round(100 * max(tried))}" in said
    assert "#reliability" in said


def test_without_a_chance_the_way_leads_to_how_one_is_worked_out(loaded_database, today):
    shipped = Data(open_database(loaded_database))
    dossier = target_dossier.read(shipped, address.home(today), "robot-density-492")
    assert "/methods#forecast" in html_of(target_forecast.chance(dossier))
