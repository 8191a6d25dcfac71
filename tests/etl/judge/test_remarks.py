"""Findings in words."""

import pytest

from etl.judge.arithmetic import Found
from etl.judge.remarks import remark
from etl.vocabulary import Finding, Qualifier

BASES = {"unit": "bases", "unit_zh": "个", "comparator": "more_than", "target_value": 50.0, "kind": "count"}


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Nearly 30 bases counted in 2022 and up to 20 announced: between 30 and 50 of more than 50 bases."),
        ("zh", "2022年已有近30个，另公布至多20：合计在30至50之间，目标为超过50个。"),
    ],
)
def test_the_words_before_the_figure_and_the_goal_are_kept(lang, words):
    found = Found(Finding.announced_short, "T", ("A",), 30.0, 50.0, 50.0, "2022", qualifier=Qualifier.nearly)
    assert remark(found, BASES, lang).startswith(words)


def test_a_bare_count_against_a_bare_goal_has_no_words_before_it():
    found = Found(Finding.announced_open, "T", ("A",), 34.0, 54.0, 50.0, "2023")
    assert "34 bases counted in 2023" in remark(found, BASES | {"comparator": "at_least"}, "en")
    assert "between 34 and 54 of 50 bases" in remark(found, BASES | {"comparator": "at_least"}, "en")
