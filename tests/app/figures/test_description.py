"""The chart in words."""

from datetime import date

from app import text
from app.figures.description import describe
from app.figures.progress import Other

AS_OF = date(2024, 12, 1)


def test_robots_in_english(make):
    assert describe(make.story(), AS_OF, text.of("en")) == (
        "Line chart: Robot density, in robots per 10,000 employees, 11 figures from 2012 to 2023, latest 470 in 2023, "
        "baseline 246 in 2020, target ≥\u202f492 by 2025."
    )


def test_robots_in_chinese(make):
    said = describe(make.story(unit="台/万人", title="机器人密度"), AS_OF, text.of("zh"))
    assert said == (
        "折线图：机器人密度，单位台/万人，2012年至2023年共11个数据，"
        "最新 2023年 470，基期 246（2020年），目标 到2025年 ≥\u202f492。"
    )


def test_without_figures_or_target_it_says_so(make, t):
    row = make.verdict(target_value=None, baseline_value=None)
    said = describe(make.story(make.observations(), row), AS_OF, t)
    assert t("chart.describe_none") in said
    assert t("chart.describe_no_target") in said


def test_new_basis_and_other_series_are_told(make, t):
    rows = [make.reading("2023", 470.0), make.reading("2024", 166.0, basis="NBS employment 2026")]
    other = Other("MIIT", "rival", make.observations("2021:320"))
    said = describe(make.story(make.observations(rows), others=[other]), AS_OF, t)
    assert "NBS employment 2026" in said
    assert "MIIT" in said
