"""The chart of a target: the ugly cases first, then the robots' story."""

from datetime import date

import plotly.graph_objects as go
import pytest

from app import theme
from app.figures import labelling, style
from app.figures.drawing import draw
from app.figures.placement import place
from app.figures.progress import Heading, Other, notes
from tests.app.figures.checked import export, progress
from tests.app.figures.standing import pixel, standing

AS_OF = date(2026, 11, 24)
SHARE = {"unit": "%", "kind": "level", "target_is_derived": False, "basis": ""}
BARE = {"target_value": None, "deadline": None, "baseline_value": None, "baseline_period": None}


def ugly(make) -> dict:
    sixty = " ".join(f"{year}:{(year - 1960) ** 1.5}" for year in range(1960, 2020))
    both = [make.reading("2024", 567.0, grade="disputed"), make.reading("2024", 166.0, basis="NBS employment 2026")]
    bounds = [make.reading(str(year), 300.0 + year, qualifier="more_than") for year in (2021, 2022)]
    unbased = make.verdict(baseline_value=None, baseline_period=None, target_is_derived=False)
    undated = make.verdict(baseline_value=50.0, baseline_period=None, target_is_derived=False)
    return {
        "no observation": make.story(make.observations()),
        "nothing at all": make.story(make.observations(), make.verdict(**BARE, status="no_numeric_target")),
        "one point": make.story(make.observations("2020:246")),
        "all bounds": make.story(make.observations(bounds)),
        "negative": make.story(make.observations("2019:-5 2020:-12"), make.verdict(target_value=-30.0)),
        "zero range": make.story(make.observations("2019:5 2020:5"), make.verdict(**BARE)),
        "all zero": make.story(make.observations("2019:0 2020:0"), make.verdict(**BARE)),
        "sixty points": make.story(make.observations(sixty)),
        "two bases": make.story(make.observations(both), make.verdict(status="basis_changed")),
        "late data": make.story(make.observations("2020:246 2030:600")),
        "no deadline": make.story(None, make.verdict(deadline=None, status="no_deadline")),
        "no baseline": make.story(None, unbased),
        "undated baseline": make.story(None, undated),
        "deadline at the baseline": make.story(None, make.verdict(deadline=date(2020, 12, 31))),
        "huge": make.story(make.observations("2024:1e8"), make.verdict(target_value=1.2e8, baseline_value=1e8)),
        "tiny": make.story(make.observations("2024:1e-7"), make.verdict(target_value=2e-7, baseline_value=1e-7)),
        "listed": make.story(None, make.verdict(kind="listed", status="listed")),
        "growth": make.story(None, make.verdict(kind="growth_per_year", target_value=10.0)),
        "growth without baseline": make.story(None, unbased | {"kind": "growth_per_year"}),
        "cumulative change": make.story(None, unbased | {"kind": "change", "target_value": -17.0}),
        "limit": make.story(None, make.verdict(kind="limit", comparator="at_most")),
        "range": make.story(None, make.verdict(kind="level", target_value=3.0, target_high=5.0, comparator="between")),
        "months only": make.story(make.observations("2026-01:3 2026-02:4", decides=False), make.verdict(**BARE)),
    }


CASES = [
    "no observation", "nothing at all", "one point", "all bounds", "negative", "zero range", "all zero", "sixty points",
    "two bases", "late data", "no deadline", "no baseline", "undated baseline", "deadline at the baseline", "huge",
    "tiny", "listed", "growth", "growth without baseline", "cumulative change", "limit", "range", "months only",
]  # fmt: skip


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("case", CASES)
def test_ugly_cases_are_drawn_with_all_words_apart(make, t, case, narrow):
    told = ugly(make)[case]
    assert isinstance(progress(told, AS_OF, t, narrow=narrow), go.Figure)
    drawing = draw(told, AS_OF, t, style.NARROW if narrow else style.WIDE)
    words = [one.label(drawing) for one in labelling._words(drawing)]
    boxes = [one.box for one in place(words, *labelling.grounds(drawing)) if one]
    assert all(a.overlap(b) < 1 for n, a in enumerate(boxes) for b in boxes[:n])


@pytest.mark.parametrize("case", CASES)
def test_ugly_cases_make_a_picture_of_their_own(make, t, case):
    figure = export(ugly(make)[case], AS_OF, t, Heading("Title", "Subtitle", ("Source: nobody.",)))
    assert any("Title" in note.text for note in figure.layout.annotations)
    assert figure.layout.width


def texts(figure: go.Figure) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def named(figure: go.Figure, name: str) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.name == name]


def test_robots_are_told_in_english(make):
    from app import text

    said = " | ".join(texts(progress(make.story(), AS_OF, text.of("en"))))
    for words in ("<b>470 in 2023</b>", "baseline 246", "required path", "492 by 2025", "derived: 2 × 246"):
        assert words in said


def test_robots_are_told_in_chinese(make):
    from app import text

    said = " | ".join(texts(progress(make.story(unit="台/万人"), AS_OF, text.of("zh"))))
    for words in ("<b>2023年 470</b>", "基期 246", "所需路径", "492", "到2025年", "推算：2 × 246", "台/万人"):
        assert words in said


def test_disputed_point_is_hollow_and_a_plain_one_is_not(make, t):
    frame = make.observations([make.reading("2023", 470.0), make.reading("2024", 567.0, grade="disputed")])
    (trace,) = named(progress(make.story(frame), AS_OF, t), "readings")
    assert list(trace.marker.color) == [style.OBSERVED, style.PAPER]


def test_missing_years_are_dotted_and_the_rest_is_not(make, t):
    figure = progress(make.story(), AS_OF, t)
    (gap,) = named(figure, "gap")
    assert [day for day in gap.x if day] == ["2017-12-31", "2019-12-31"]
    assert gap.line.dash
    assert named(figure, "observed")[0].line.dash is None


def test_new_basis_is_not_joined_and_has_a_rule_with_words(make, t):
    rows = [make.reading("2023", 470.0), make.reading("2024", 166.0, basis="NBS employment 2026")]
    figure = progress(make.story(make.observations(rows)), AS_OF, t)
    assert named(figure, "observed") == []
    rules = [shape for shape in figure.layout.shapes if shape.type == "line" and shape.yref == "paper"]
    assert len(rules) == 1
    assert any("NBS" in one for one in texts(figure))


def test_months_are_small_dots_that_nothing_joins(make, t):
    rows = [make.reading("2023", 470.0), make.reading("2024-01", 40.0, decides=False)]
    figure = progress(make.story(make.observations(rows)), AS_OF, t)
    (dots,) = named(figure, "minor")
    assert dots.mode == "markers"
    assert dots.marker.size < named(figure, "readings")[0].marker.size


def test_path_runs_through_milestones_to_the_target(make, t):
    figure = progress(make.story(milestones=[(date(2023, 12, 31), 300.0)]), AS_OF, t)
    (path,) = named(figure, "path")
    assert list(path.x) == ["2020-12-31", "2023-12-31", "2025-12-31"]
    assert list(path.y) == [246.0, 300.0, 492.0]


def test_growth_runs_on_a_curve_and_a_limit_on_a_level(make, t):
    row = make.verdict(kind="growth_per_year", target_value=10.0, target_is_derived=False)
    (curve,) = named(progress(make.story(None, row), AS_OF, t), "path")
    assert curve.y[-1] == pytest.approx(246 * 1.1**5, rel=1e-3)
    assert curve.y[len(curve.y) // 2] == pytest.approx((curve.y[0] * curve.y[-1]) ** 0.5)
    (level,) = named(progress(make.story(None, make.verdict(kind="limit")), AS_OF, t), "path")
    assert set(level.y) == {492.0}


def test_target_has_its_statuss_colour_and_is_hollow_when_superseded(make, t):
    (mark,) = named(progress(make.story(), AS_OF, t), "target")
    assert mark.marker.color == theme.MARKS["on_track"].colour
    (mark,) = named(progress(make.story(None, make.verdict(badges="superseded")), AS_OF, t), "target")
    assert mark.marker.color == style.PAPER
    assert t("chart.superseded") in mark.customdata[0]


def test_range_is_a_band_with_both_ends(make, t):
    row = make.verdict(kind="level", target_value=3.0, target_high=5.0, comparator="between")
    figure = progress(make.story(None, row), AS_OF, t)
    assert list(named(figure, "target")[0].y) == [3.0, 5.0]
    assert any((shape.y0, shape.y1) == (3.0, 5.0) for shape in figure.layout.shapes)


def test_time_after_the_latest_figure_is_shaded(make, t):
    (area,) = [shape for shape in progress(make.story(), AS_OF, t).layout.shapes if shape.type == "rect"]
    assert area.x0 == "2023-12-31"


def test_other_series_are_grey_and_named_and_proxies_alone_say_what_they_are(make, t):
    rival = Other("MIIT", "rival", make.observations("2021:320 2022:390"))
    assert any("MIIT" in one for one in texts(progress(make.story(others=[rival]), AS_OF, t)))
    proxy = Other("MIIT", "proxy", make.observations("2021:320 2022:390"))
    figure, year = progress(make.story(make.observations(), others=[proxy]), AS_OF, t), style.period_text("2022", t)
    assert any("MIIT" in one and t("chart.proxy", value="390", period=year) in one for one in texts(figure))
    assert t("chart.empty") not in texts(figure)


@pytest.mark.parametrize(("narrow", "width"), [(True, 358), (True, 668), (False, 688), (False, 1120)])
def test_proxies_of_one_year_have_their_values_at_their_own_dots(make, t, narrow, width):
    name = "Domestic share, operation and maintenance software (white paper)"
    others = [Other(f"{name} {value}", "proxy", make.observations(f"2019:{value}")) for value in (5, 30, 50, 70)]
    row = make.verdict(**SHARE, target_value=50.0, baseline_value=None, baseline_period=None)
    figure = progress(make.story(make.observations(), row, others=others), AS_OF, t, narrow=narrow)
    for value in (5, 30, 50, 70):
        words = t("chart.proxy", value=style.amount(t.figure(value), "%", t), period=style.period_text("2019", t))
        (found,) = [one for one in standing(figure, width) if one.text.startswith(words)]
        assert found.distance <= 8
        assert found.box.left > found.point[0]


@pytest.mark.parametrize(("narrow", "width"), [(True, 340), (True, 668), (False, 672), (False, 1120)])
def test_crowded_lines_are_named_at_their_ends_or_by_a_letter_that_is_explained_below(make, t, narrow, width):
    names = [f"Ministry of Industry and Information Technology {number}" for number in range(8)]
    others = [
        Other(name, "rival", make.observations(f"2021:{318 + number} 2023:{466 + number}"))
        for number, name in enumerate(names)
    ]
    bare, figure = (progress(make.story(others=told), AS_OF, t, narrow=narrow) for told in ((), others))
    found = list(standing(figure, width))
    letters = [one for one in found if one.text in {f"<b>{letter}</b>" for letter in "ABCDEFGH"}]
    (key,) = [one.text for one in figure.layout.annotations if one.yref == "paper" and one.y == 0]
    assert [one.text for one in letters] == [f"<b>{letter}</b>" for letter in "ABCDEFGH"[: len(letters)]]
    assert all(name in key.replace("<br>", " ") for name in names[-len(letters) :])
    assert len(letters) + sum("Ministry" in one.text for one in found) == len(names)
    assert all(a.box.overlap(b.box) <= 1 for n, a in enumerate(found) for b in found[:n])
    inner, before = (one.layout.height - one.layout.margin.b - one.layout.margin.t for one in (figure, bare))
    assert round(inner) == round(before)


@pytest.mark.parametrize("width", [340, 668])
def test_figure_before_a_new_basis_leaves_its_year_to_the_axis_where_a_phone_has_no_room(make, t, width):
    old = [make.reading(str(year), value) for year, value in ((2018, 69.3), (2020, 73.0), (2021, 74.7))]
    new = [make.reading(str(year), value, basis="new") for year, value in ((2023, 80.1), (2024, 83.5))]
    row = make.verdict(
        **SHARE, target_value=90.0, baseline_value=None, baseline_period=None, deadline=date(2027, 12, 31)
    )
    figure = progress(make.story(make.observations(old + new), row, unit="%"), AS_OF, t, narrow=True)
    (rule,) = [shape for shape in figure.layout.shapes if shape.type == "line" and shape.yref == "paper"]
    at = pixel(figure, width, rule.x0, 0.0)[0]
    (before,) = [one for one in standing(figure, width) if t.with_unit(t.figure(74.7), "%") in one.text]
    assert before.box.right <= at or before.box.left >= at


def test_chart_without_figures_says_so(make, t):
    assert t("chart.empty") in texts(progress(make.story(make.observations()), AS_OF, t))


def test_notes_explain_only_marks_that_are_drawn(make, t):
    assert notes(make.story(), AS_OF, t) == [t("chart.note_gap")]
    frame = make.observations([make.reading("2022", 1.0), make.reading("2023", 2.0, flag="provisional")])
    assert notes(make.story(frame), AS_OF, t) == [t("chart.note_hollow")]


def test_phone_gets_fewer_ticks_and_shorter_words(make, t):
    wide, narrow = (progress(make.story(), AS_OF, t, narrow=one) for one in (False, True))
    assert len(narrow.layout.xaxis.tickvals) < len(wide.layout.xaxis.tickvals)
    assert narrow.layout.height < wide.layout.height


def test_percentages_carry_their_sign(make, t):
    told = make.story(make.observations("2020:5.4 2024:40.9"), make.verdict(**SHARE), unit="%")
    figure = progress(told, AS_OF, t)
    assert all(one.endswith("%") for one in figure.layout.yaxis.ticktext)
    assert figure.layout.yaxis.range[0] == 0


def test_figure_does_not_change_its_frames(make, t):
    frame = make.observations(make.robots)
    before = frame.copy()
    progress(make.story(frame), AS_OF, t)
    assert frame.equals(before)


def decided(make, value: float, **more: object):
    """Robots to 2023, and a figure for 2024 published as 166 on another basis."""
    rows = [make.reading("2023", 470.0), make.reading("2024", value)]
    given = {"published_value": 166.0, "published_basis": "NBS employment 2026"} | more
    return make.observations(rows).assign(**{name: [rows[0].get(name.removeprefix("published_")), new] for name, new in
                                             given.items()})  # fmt: skip


def test_a_converted_point_is_hollow_joined_and_says_what_it_was(make, t):
    told = make.story(decided(make, 567.0))
    figure = progress(told, AS_OF, t)
    assert list(named(figure, "readings")[0].marker.color) == [style.OBSERVED, style.PAPER]
    assert "2024-12-31" in named(figure, "observed")[0].x
    assert any(t("chart.converted", value="166") in one for one in texts(figure))
    assert notes(told, AS_OF, t) == [t("chart.note_converted")]


def test_a_kept_basis_is_drawn_as_it_is_and_said_below(make, t):
    told = make.story(decided(make, 166.0), bases={"NBS employment 2026": "Figures of the bureau"})
    figure = progress(told, AS_OF, t)
    assert list(named(figure, "readings")[0].marker.color) == [style.OBSERVED, style.OBSERVED]
    assert notes(told, AS_OF, t) == [t("chart.note_kept", basis="Figures of the bureau")]


def test_a_basis_split_off_is_grey_and_said_below(make, t):
    split = Other("own series", "", make.observations([make.reading("2024", 166.0, basis="NBS employment 2026")]))
    told = make.story(others=[split])
    figure = progress(told, AS_OF, t)
    assert named(figure, "own series")[0].line.color == style.OTHER
    assert named(figure, "range") == []
    assert t("chart.note_split", basis="NBS employment 2026") in notes(told, AS_OF, t)


def test_range_of_rivals_stands_behind_the_line_and_is_told(make, t):
    from app.figures.description import describe

    rival = Other("MIIT", "rival", make.observations("2021:300 2022:392 2023:470"))
    told = make.story(others=[rival])
    (drawn,) = named(progress(told, AS_OF, t), "range")
    assert list(drawn.y) == [300.0, 322.0, None, 392.0, 402.0, None]
    assert progress(told, AS_OF, t).data[0].name == "range"
    assert t("chart.note_range") in notes(told, AS_OF, t)
    low, high = (style.amount(value, "", t) for value in ("300", "322"))
    expected = t("chart.describe_range", count=2, period=style.period_text("2021", t), low=low, high=high)
    assert expected in describe(told, AS_OF, t)
