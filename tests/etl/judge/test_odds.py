"""The chance in words: its ends, its reasons, and what it is the chance of."""

from datetime import date

import pytest

from etl.judge.odds import chance_sentence, in_words, percent
from etl.vocabulary import NoChance

ROW = {
    "chance": 0.61, "expected": 5583.2, "no_chance": None, "badges": "", "status": "behind", "unit": "GW",
    "unit_zh": "吉瓦", "deadline": date(2035, 12, 31), "kind": "level",
}  # fmt: skip


@pytest.mark.parametrize(
    ("share", "english", "words", "chinese"),
    [
        (1e-9, "under 5\u202f%", "less than one in twenty", "低于5%"),
        (0.004, "under 5\u202f%", "less than one in twenty", "低于5%"),
        (0.046, "5\u202f%", "about one in twenty", "5%"),
        (0.5, "50\u202f%", "about one in two", "50%"),
        (0.612, "61\u202f%", "about three in five", "61%"),
        (0.954, "95\u202f%", "about nineteen in twenty", "95%"),
        (0.996, "over 95\u202f%", "more than nineteen in twenty", "高于95%"),
        (1 - 1e-9, "over 95\u202f%", "more than nineteen in twenty", "高于95%"),
    ],
)
def test_chance_is_told_in_whole_per_cent_and_never_as_certain(share, english, words, chinese):
    assert (percent(share, "en"), in_words(share, "en"), percent(share, "zh")) == (english, words, chinese)


def test_fraction_is_never_far_from_the_number():
    values = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "nine": 9, "ten": 10}
    values |= {"nineteen": 19, "twenty": 20}
    for number in range(5, 96):
        top, bottom = in_words(number / 100, "en").removeprefix("about ").split(" in ")
        assert abs(values[top] / values[bottom] - number / 100) < 0.051


def test_sentence_has_number_words_forecast_and_band():
    assert chance_sentence(ROW, "en", (4836.1, 7119.4)) == (
        "Chance of meeting it by 31 December 2035: 61\u202f%, about three in five (forecast for then 5,580 GW; "
        "80\u202f% of outcomes between 4,840 and 7,120 GW)."
    )
    assert chance_sentence(ROW, "zh", (4836.1, 7119.4)) == (
        "到2035年12月31日达标的概率：61%，约五分之三（届时预测值5,580吉瓦；80%的结果在4,840至7,120吉瓦之间）。"
    )


def test_few_figures_are_confessed():
    row = ROW | {"badges": ["low_confidence"], "expected": None}
    assert chance_sentence(row, "en", figures=4).endswith("three in five. Low confidence: it rests on four figures.")
    assert chance_sentence(row, "en", figures=9).endswith("it rests on figures with a long gap.")
    assert chance_sentence(row, "zh", figures=3).endswith("五分之三。可信度低：仅依据三个数据。")


def test_chance_after_the_deadline_and_after_success_is_of_something_else():
    assert "was met by" in chance_sentence(ROW | {"status": "awaiting_data"}, "en")
    assert "still met on" in chance_sentence(ROW | {"status": "achieved"}, "en")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("reason", NoChance)
def test_each_reason_is_told_unless_the_outcome_is_known(reason, lang):
    said = chance_sentence(ROW | {"chance": None, "expected": None, "no_chance": reason.value}, lang)
    assert (reason.label(lang) in said) if said else reason in (NoChance.settled, NoChance.ended)


def test_what_is_not_judged_has_no_words():
    assert chance_sentence(ROW | {"chance": None, "expected": None, "status": "listed"}, "en") == ""
