"""One indicator compared: ugly cases."""

import re
from datetime import date

import pytest

from app.figures import style
from app.figures.compared import Comparison, Strand, describe, notes
from app.figures.framing import Heading
from app.figures.readings import readings
from tests.app.figures.checked import compare, export_comparison
from tests.app.figures.standing import pixel, standing

DAY = date(2026, 6, 15)


def strand(name, frame, targets=(), bases=None, short=""):
    return Strand(name, readings(frame), targets, bases or {}, short)


def comparison(*strands, base="", unit="robots"):
    return Comparison(strands, unit, "Robot density", base)


@pytest.fixture
def pair(make):
    return [
        strand("China", make.observations(make.robots), [make.verdict()]),
        strand("Korea", make.observations("2014:478 2016:631 2021:1000 2023:1012")),
    ]


def axes(figure, letter):
    return {key: value for key, value in figure.to_dict()["layout"].items() if re.fullmatch(rf"{letter}axis\d*", key)}


def texts(figure):
    return [one.text for one in figure.layout.annotations]


def test_small_multiples_share_their_axes_and_each_says_its_name(pair, t):
    figure = compare(comparison(*pair), DAY, t)
    for letter in "xy":
        found = axes(figure, letter)
        assert len(found) == 2
        assert len({tuple(one["range"]) for one in found.values()}) == 1
    assert [name for name in ("China", "Korea") if f"<b>{name}</b>" in texts(figure)] == ["China", "Korea"]


def test_a_target_stands_with_the_series_it_is_held_against_only(pair, t):
    figure = compare(comparison(*pair), DAY, t)
    goals = [one for one in figure.data if one.name == "target"]
    assert [(one.xaxis, one.y) for one in goals] == [("x", (492.0,))]
    assert any("492" in text for text in texts(figure))


def test_together_there_is_one_panel_and_one_colour_a_series(pair, t):
    figure = compare(comparison(*pair), DAY, t, together=True)
    assert len(axes(figure, "x")) == 1
    assert len({one.line.color for one in figure.data if one.mode == "lines"}) == 2


def test_a_series_alone_fills_the_sheet(make, t):
    figure = compare(comparison(strand("China", make.observations("2023:470"))), DAY, t, narrow=True)
    assert figure.layout.height == 330
    assert len(axes(figure, "x")) == 1


def test_nothing_is_joined_across_a_break_and_a_rule_stands_there(make, t):
    rows = [make.reading("2022", 402.0), make.reading("2023", 470.0), make.reading("2024", 166.0, basis="new")]
    shown = comparison(strand("China", make.observations(rows)))
    figure = compare(shown, DAY, t)
    (line,) = [one for one in figure.data if one.name == "observed"]
    assert list(line.y) == [402.0, 470.0, None]
    assert t("chart.basis_short") in texts(figure)
    assert t("compare.note_break") in notes(shown, t)


def test_an_index_leaves_out_targets_and_the_basis_without_a_base_and_says_so(make, t):
    rows = [make.reading("2020", 246.0), make.reading("2023", 470.0), make.reading("2024", 166.0, basis="new")]
    shown = comparison(strand("China", make.observations(rows), [make.verdict()], {"new": "New count"}), base="2020")
    figure = compare(shown, DAY, t)
    assert not [one for one in figure.data if one.name == "target"]
    (points,) = [one for one in figure.data if one.mode == "markers"]
    assert [round(value, 1) for value in points.y] == [100.0, 191.1]
    assert all(colour != "#ffffff" for colour in points.marker.color)
    said = " ".join(notes(shown, t))
    assert "New count" in said
    assert t("compare.note_no_targets") in said


def test_months_and_negative_values_are_drawn(make, t):
    frame = make.observations("2025-01:-3 2025-02:0 2025-03:4")
    figure = compare(comparison(strand("Month", frame), strand("Year", make.observations("2024:-8 2025:2"))), DAY, t)
    assert figure.layout.yaxis.range[0] < -8
    assert figure.layout.yaxis.zeroline


def test_twelve_series_with_markup_in_their_names_have_charts_of_their_own_on_a_phone(make, t):
    strands = [strand(f"<b>&{number}", make.observations(f"2020:{number} 2021:9")) for number in range(12)]
    figure = compare(comparison(*strands), DAY, t, narrow=True)
    assert len(axes(figure, "y")) == 12
    assert "<b>&lt;b&gt;&amp;3</b>" in texts(figure)


def test_the_picture_bears_title_and_source(pair, t):
    figure = export_comparison(comparison(*pair), DAY, t, Heading("Robot density", "robots", ("Source: IFR",)))
    assert {"Robot density", "robots", "Source: IFR"} <= set(texts(figure))
    assert figure.layout.width == 1080


def test_the_chart_in_words_names_each_series_with_its_latest_figure(pair, t):
    words = describe(comparison(*pair), t)
    assert all(part in words for part in ("China", "470", "Korea", "1,012", "492"))


@pytest.fixture
def robots(make):
    """Twelve series as the world's robots are counted: lines close together, bases that break on one day, equal targets
    of two policies, a series of one point, one that ends early."""
    ends = {"Korea": 1220, "Germany": 449, "Singapore": 818, "America": 307, "Asia": 204, "Europe": 204, "World": 177}
    one_policy = make.verdict()
    two = [one_policy, make.verdict(target_id="S02", policy_short="Robotics 14th FYP")]
    rows = [
        make.reading(str(year), value) for year, value in zip(range(2020, 2025), (246, 322, 402, 470, 567), strict=True)
    ]
    rows.append(make.reading("2024", 166.0, basis="new"))
    broken = [make.reading("2022", 150.0), make.reading("2024", 171.0), make.reading("2024", 131.0, basis="new")]
    return [
        strand("China (International Federation of Robotics)", make.observations(rows), two),
        strand("China (Ministry)", make.observations("2020:246 2021:300 2022:392 2023:470"), [one_policy]),
        strand("China (securities research)", make.observations("2018:65"), two),
        strand("Oceania", make.observations(broken)),
        strand("Japan", make.observations("2014:315 2023:419")),
        *(strand(name, make.observations(f"2015:{end / 2} 2024:{end}")) for name, end in ends.items()),
    ]


@pytest.mark.parametrize(("narrow", "width"), [(True, 358), (True, 668), (False, 688), (False, 1120)])
def test_words_of_many_series_stand_apart_inside_and_at_their_own_lines_ends(robots, t, narrow, width):
    figure = compare(comparison(*robots), DAY, t, together=True, narrow=narrow)
    found = list(standing(figure, width))
    boxes = [one.box for one in found]
    assert all(a.overlap(b) <= 1 for n, a in enumerate(boxes) for b in boxes[:n])
    assert all(one.left >= 0 and one.top >= 0 and one.right <= width for one in boxes)
    assert all(one.has_leader or one.distance <= style.text_height("") + 0.5 for one in found)
    names, letters = (
        [one for one in found if re.match(known, one.text)] for known in ("<b>[A-Z][a-z]", "<b>[A-Z]</b>")
    )
    key = next((one.text for one in figure.layout.annotations if one.yref == "paper" and one.y == 0), "")
    assert len(names) + len(letters) == len(robots)
    assert key.count("<b>") == len(letters)
    name = next(one for one in found if one.text.startswith("<b>China") and one.point[0] > width / 2)
    assert name.point == pixel(figure, width, "2024-12-31", 567.0)


def test_equal_targets_of_one_chart_are_said_once(robots, t):
    shown = comparison(*robots)
    figure = compare(shown, DAY, t, together=True)
    assert len([one for one in texts(figure) if "492" in one]) == 1
    goal = [one for one in figure.data if one.name == "target"]
    assert len(goal) == 1
    assert {"Robot+ 2023", "Robotics 14th FYP"} <= set(goal[0].customdata[0].split("<br>"))
    assert describe(shown, t).count("492") == 1
    assert "Robotics 14th FYP" in describe(shown, t)


@pytest.mark.parametrize("narrow", [True, False])
def test_small_charts_say_the_same_target_in_the_same_words(robots, t, narrow):
    said = [one for one in texts(compare(comparison(*robots), DAY, t, narrow=narrow)) if "492" in one]
    assert len(said) == 3
    assert len(set(said)) == 1


def test_a_break_of_one_series_is_no_rule_across_the_others(make, t):
    old = [make.reading("2022", 402.0), make.reading("2023", 470.0)]
    broken = make.observations([*old, make.reading("2024", 166.0, basis="new")])
    whole = make.observations("2022:1000 2024:1220")
    mixed = comparison(strand("China", broken), strand("Korea", whole))
    figure = compare(mixed, DAY, t, together=True)
    assert not figure.layout.shapes
    assert f"<b>China </b>{t('compare.new_basis', value='166')}" in texts(figure)
    assert t("compare.note_apart") in notes(mixed, t, together=True)
    alike = comparison(strand("China", broken), strand("Asia", broken))
    figure = compare(alike, DAY, t, together=True)
    assert len(figure.layout.shapes) == 1
    assert texts(figure).count(t("chart.basis_short")) == 1
    assert t("compare.note_break") in notes(alike, t, together=True)


def test_lines_end_in_their_names_and_last_values(pair, t):
    said = texts(compare(comparison(*pair), DAY, t, together=True))
    assert {"<b>China </b>470", "<b>Korea </b>1,012"} <= set(said)


def test_a_name_without_room_has_all_series_named_briefly(make, t):
    frame = make.observations("2021:1 2023:2")
    long = strand("China (Ministry of Industry and Information Technology)", frame, short="China (MIIT)")
    other = strand("China (International Federation of Robotics)", frame, short="China (IFR)")
    said = texts(compare(comparison(long, other, strand("World", frame)), DAY, t, narrow=True))
    assert {"<b>China (MIIT)</b>", "<b>China (IFR)</b>", "<b>World</b>"} <= set(said)
    said = texts(compare(comparison(other, strand("World", frame)), DAY, t))
    assert "<b>China (International Federation of Robotics)</b>" in said
