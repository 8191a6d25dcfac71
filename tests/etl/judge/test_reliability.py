"""The tables that the page on methods shows of the backtest."""

from datetime import date

import pytest

from etl.judge.reliability import RELIABILITY, Bin, Reliability
from etl.judge.scores import ALL_YEARS, COLUMNS, HEADLINE, SCORES, read


def test_chances_above_a_half_are_weighed_by_their_number():
    bins = Bin("a", 0.0, 0.5, 900, 0.2, 0.1), Bin("a", 0.5, 0.8, 30, 0.6, 0.5), Bin("a", 0.8, 1.0, 10, 1.0, 0.9)
    found = Reliability(date(2026, 1, 1), bins).upper("a")
    assert found == pytest.approx((0.7, 0.6))


@pytest.mark.parametrize(("chance", "least"), [(0.0, 0.0), (0.49, 0.0), (0.5, 0.5), (0.81, 0.8), (1.0, 0.8)])
def test_a_chance_lies_in_one_bin_of_each_panel(chance, least):
    bins = [
        Bin(panel, start, end, 9, 0.2, 0.1) for panel in "ab" for start, end in ((0.0, 0.5), (0.5, 0.8), (0.8, 1.0))
    ]
    found = Reliability(date(2026, 1, 1), tuple(bins)).around(chance)
    assert [(one.panel, one.least) for one in found] == [("a", least), ("b", least)]


def test_scores_of_a_group_are_those_of_the_usual_length_over_all_years(tmp_path):
    file = tmp_path / "scores.csv"
    rows = (
        f"a,{HEADLINE},{ALL_YEARS},Theta,brier,0.3,0.2,0.4,100,7",
        f"a,3,{ALL_YEARS},Theta,brier,0.5,0.4,0.6,100,7",
        f"a,{HEADLINE},5,Theta,brier,0.6,0.5,0.7,10,7",
        f"a,{HEADLINE},{ALL_YEARS},Theta,sharpness,0.1,0.1,0.1,100,7",
        f"b,{HEADLINE},{ALL_YEARS},Theta,brier,0.7,0.6,0.8,100,7",
    )
    file.write_text("\n".join(("# made on: 2026-01-02", ",".join(COLUMNS), *rows)), encoding="utf-8")
    found = read(file)
    assert found.made_on == date(2026, 1, 2)
    assert {rival: (one.value, one.low, one.n) for rival, one in found.of("a", "brier").items()} == {
        "Theta": (0.3, 0.2, 100)
    }


@pytest.mark.parametrize("group", RELIABILITY.panels)
def test_every_group_of_the_chart_has_its_scores(group):
    assert {"forecast", "climatology", "persistence"} <= set(SCORES.of(group, "brier"))
    assert "forecast" in SCORES.of(group, "covered 80 %")
