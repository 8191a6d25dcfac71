"""The forecast on the chart: the ugly cases first, then where its words and ends stand."""

from datetime import date

import pytest

from app import text
from app.figures import labelling, style
from app.figures.description import describe
from app.figures.drawing import draw
from app.figures.forecast import Forecast, foretold, hover, in_frame
from app.figures.placement import place
from app.figures.progress import Heading, notes
from tests.app.figures.checked import export, progress

AS_OF = date(2024, 11, 24)
LAST, DEADLINE = date(2023, 12, 31), date(2025, 12, 31)
DAYS = (LAST, date(2024, 12, 31), DEADLINE)


def forecast(central, inner=None, outer=None, days=DAYS) -> Forecast:
    """A forecast from its middle and the ends of both bands on its last day, reached in a straight line."""
    inner = inner or (central[-1] * 0.9, central[-1] * 1.1)
    outer = outer or (central[-1] * 0.8, central[-1] * 1.2)

    def line(end):
        return [central[0] + (end - central[0]) * place / (len(days) - 1) for place in range(len(days))]

    return Forecast(days, list(central), {80: tuple(map(line, inner)), 95: tuple(map(line, outer))})


def story(make, told, frame=None, **row):
    return make.story(frame, make.verdict(**{"chance": 0.61, "expected": 1.0, **row}), forecast=told)


def ugly(make) -> dict:
    share = {"unit": "%", "kind": "level", "target_is_derived": False, "target_value": 99.0, "baseline_value": 90.0}
    tomorrow = (date(2025, 12, 30), DEADLINE)
    negative = {"target_value": -30.0, "baseline_value": -5.0, "target_is_derived": False, "kind": "level"}
    near, below = forecast([98, 98.6, 99], (97, 99.7), (90, 99.99)), forecast([-12, -20, -31], (-40, -20), (-60, 5))
    return {
        "plain": story(make, forecast([470, 520, 560])),
        "a day ahead": story(make, forecast([470, 470.1], days=tomorrow), make.observations("2020:246 2025-12-30:470")),
        "huge upper end": story(make, forecast([470, 520, 560], outer=(300, 9e9))),
        "explosion": story(make, forecast([470, 5e4, 9e6], (4e3, 8e7), (1e2, 9e9)), badges="low_confidence"),
        "collapse": story(make, forecast([470, 10, 0.1], (-9e5, 1), (-9e9, 2))),
        "share at 99": story(make, near, make.observations("2023:98"), **share),
        "negative": story(make, below, make.observations("2020:-5 2023:-12"), **negative),
        "no width": story(make, forecast([470, 470, 470], (470, 470), (470, 470))),
        "three figures": story(make, forecast([470, 520, 560]), make.observations("2021:322 2022:402 2023:470")),
    }  # fmt: skip


CASES = [
    "plain", "a day ahead", "huge upper end", "explosion", "collapse", "share at 99", "negative", "no width",
    "three figures",
]  # fmt: skip


@pytest.mark.parametrize("size", [style.NARROW, style.WIDE, style.EXPORT], ids=["narrow", "wide", "export"])
@pytest.mark.parametrize("case", CASES)
def test_ugly_forecasts_have_their_chance_told_and_all_words_apart(make, t, case, size):
    drawing = draw(ugly(make)[case], AS_OF, t, size)
    words = labelling._words(drawing)
    places = place([one.label(drawing) for one in words], *labelling.grounds(drawing))
    boxes = [one.box for one in places if one]
    assert any("61" in one.text for one, at in zip(words, places, strict=True) if at)
    assert all(a.overlap(b) < 1 for n, a in enumerate(boxes) for b in boxes[:n])
    assert describe(ugly(make)[case], AS_OF, t)


def test_on_a_phone_the_chance_stands_beside_its_band_not_beside_the_newest_figure(make, t):
    near = story(make, forecast([470, 480, 495], outer=(440, 550)), badges="low_confidence")
    drawing = draw(near, AS_OF, t, style.NARROW)
    words = labelling._words(drawing)
    places = place([one.label(drawing) for one in words], *labelling.grounds(drawing))
    (box,) = [at.box for one, at in zip(words, places, strict=True) if "61" in one.text]
    assert box.left > drawing.frame.pixel(LAST, 0)[0]


@pytest.mark.parametrize("case", ["huge upper end", "explosion", "collapse"])
def test_what_is_known_keeps_a_good_part_of_the_frame(make, t, case):
    drawing = draw(ugly(make)[case], AS_OF, t, style.WIDE)
    values = drawing.values
    assert (492 - 0) / (values.high - values.low) > 0.25
    assert any(one.startswith(t("forecast.note_beyond", ends="")) for one in notes(ugly(make)[case], AS_OF, t))


def test_the_inner_band_is_held_by_the_frame_and_the_outer_where_that_squeezes_nothing():
    values = in_frame(forecast([470, 520, 560], (400, 700), (1, 5000)), 0, 500)
    assert (min(values), max(values)) == (1, 700)
    values = in_frame(forecast([470, 520, 560], (400, 700), (-300, 1200)), 0, 500)
    assert (min(values), max(values)) == (400, 1200)


def test_a_band_that_the_frame_cuts_off_says_how_far_it_reaches(make, t):
    far = story(make, forecast([470, 520, 560], (400, 700), (300, 5000)))
    reaches = t("forecast.reaches", share=95, value=t.figure(5000))
    assert t("forecast.band_short", share=95) + " ↑" in {one.text for one in progress(far, AS_OF, t).layout.annotations}
    assert t("forecast.note_beyond", ends=reaches) in notes(far, AS_OF, t)
    near = story(make, forecast([470, 520, 560], (400, 700), (300, 900)))
    assert draw(near, AS_OF, t, style.WIDE).values.high > 900
    assert not any(one.startswith(t("forecast.note_beyond", ends="")) for one in notes(near, AS_OF, t))


def test_shares_end_at_a_hundred(make, t):
    values = draw(ugly(make)["share at 99"], AS_OF, t, style.WIDE).values
    assert (values.low, values.high) == (0, 100)


def test_bands_lie_under_the_dotted_middle_from_the_last_figure_to_the_deadline(make, t):
    figure = progress(ugly(make)["plain"], AS_OF, t)
    names = [trace.name for trace in figure.data]
    assert names.index("band-95") < names.index("band-80") < names.index("forecast") < names.index("readings")
    (middle,) = [trace for trace in figure.data if trace.name == "forecast"]
    assert (middle.x[0], middle.x[-1]) == ("2023-12-31", "2025-12-31")
    assert middle.line.dash


def test_exported_picture_has_the_forecast_too(make, t):
    figure = export(ugly(make)["plain"], AS_OF, t, Heading("Title", "Subtitle", ("Source: nobody.",)))
    assert {"band-80", "band-95", "forecast"} <= {trace.name for trace in figure.data}


def test_without_a_forecast_nothing_is_said_of_one(make, t):
    told = make.story()
    assert not {"forecast", "band-80"} & {trace.name for trace in progress(told, AS_OF, t).data}
    assert t("forecast.note") not in notes(told, AS_OF, t)


def test_words_tell_chance_value_and_low_confidence(make):
    t = text.of("en")
    row = make.verdict(chance=0.996, badges="derived low_confidence")
    assert foretold(forecast([470, 520, 5583.2]), row, t).lines == (
        "forecast: over 95\u202f% chance", "5,580 expected", "low confidence",
    )  # fmt: skip


def test_hover_gives_the_value_and_both_bands(make):
    said = hover(forecast([470, 520, 560]), 2, "robots", text.of("en"))
    assert said == "<b>forecast 560 in 2025</b><br>80\u202f% of outcomes 504 to 616<br>95\u202f% of outcomes 448 to 672"
