"""The head of a target's page, over the shipped data."""

import pytest

from app import address
from app.data import Data
from app.pages import target_dossier, target_head
from app.prerender import html_of
from etl.store.database import open_database


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
