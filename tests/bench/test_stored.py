"""The stored scores keep what the method page promises."""

import pytest

from etl.judge.scores import ALL_YEARS, ASIDE, HEADLINE, HELD_OUT, POOLED, SCORES

YES_OR_NO = ("persistence", "straight line", "mean change", "mean growth", "damped Holt", "Theta")


def value(group: str, rival: str, measure: str, length: int = HEADLINE) -> float:
    key = group, length, ALL_YEARS, rival, measure
    own = [one for one in SCORES.rows if (one.group, one.figures, one.years, one.rival, one.measure) == key]
    assert len(own) == 1
    return own[0].value


def test_on_held_out_countries_the_bands_hold_what_they_say():
    assert 0.77 < value(HELD_OUT, "forecast", "covered 80 %") < 0.83
    assert 0.93 < value(HELD_OUT, "forecast", "covered 95 %") < 0.97


@pytest.mark.parametrize(("group", "reference"), [(HELD_OUT, 0.147), (POOLED, 0.172), (ASIDE, 0.25)])
def test_the_chances_are_better_than_what_is_usual_and_than_every_yes_or_no(group, reference):
    forecast = value(group, "forecast", "brier")
    assert forecast < reference
    assert forecast < min(value(group, rival, "brier") for rival in (*YES_OR_NO, "climatology"))


@pytest.mark.parametrize("length", [5, 8, 12])
def test_on_panels_kept_aside_the_bands_are_not_too_narrow(length):
    assert value(ASIDE, "forecast", "covered 80 %", length) > 0.77
    assert value(ASIDE, "forecast", "covered 95 %", length) > 0.93
