"""The door to the tables."""

from datetime import date

import pandas as pd

from app.data import KEPT, Data, records, worded
from etl.vocabulary import Method

DAY = date(2025, 1, 1)


class Counted:
    """A reader that counts how often it is asked."""

    def __init__(self):
        self.loaded, self.asked = 1, 0

    def generation(self, _bind):
        return self.loaded

    def change_days(self, _bind, as_of):
        self.asked += 1
        return [as_of]


def test_what_was_read_is_remembered_until_a_load():
    reader = Counted()
    data = Data(None, reader)
    assert data.change_days(DAY) == data.change_days(DAY) == [DAY]
    assert reader.asked == 1
    reader.loaded += 1
    data.change_days(DAY)
    assert reader.asked == 2


def test_only_some_frames_are_remembered():
    reader = Counted()
    data = Data(None, reader)
    days = [date.fromordinal(DAY.toordinal() + step) for step in range(KEPT + 1)]
    for day in [*days, days[0]]:
        data.change_days(day)
    assert reader.asked == KEPT + 2


def test_missing_values_are_none_and_badges_a_list():
    frame = pd.DataFrame({"value": [1.5, float("nan")], "badges": ["derived proxy", ""], "unit": ["%", None]})
    assert records(frame) == [
        {"value": 1.5, "badges": ["derived", "proxy"], "unit": "%"},
        {"value": None, "badges": [], "unit": None},
    ]


def test_words_fall_back_on_the_other_language():
    stems = ("name", "short", "policy_name", "statement", "scope", "area", "sector")
    row = {f"{stem}_{lang}": lang for stem in stems for lang in ("en", "zh")} | {"unit": "cars", "unit_zh": None}
    row |= {"name_zh": None, "statement_zh": "", "badges": ""}
    (chinese,) = worded([row], "zh")
    assert (chinese["title"], chinese["policy_short"], chinese["statement"]) == ("en", "zh", "en")
    assert chinese["unit_text"] == "cars"


def test_a_target_is_found_by_its_slug(data, today):
    assert data.target(today, Method.linear_pace, "zh", "target-000")["title"] == "工业机器人密度"
    assert data.target(today, Method.linear_pace, "en", "no-such") is None


def test_an_unknown_target_on_an_early_day_is_not_there(data):
    assert data.target(date(2019, 1, 1), Method.linear_pace, "en", "target-000") is None
