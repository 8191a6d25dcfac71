"""Charts in the dark: each colour is one of the dark palette, and words stay as they were typed."""

import json
import re
from dataclasses import astuple
from datetime import date
from urllib.parse import unquote

import pytest

from app import text, theme
from app.figures.forecast import Forecast
from app.figures.progress import Other, progress
from app.figures.readings import readings
from app.figures.reliability import Bin, Group, reliability
from app.figures.revisions import Told, revisions
from app.figures.style import painted
from etl.vocabulary import Status

EN, AS_OF = text.of("en"), date(2024, 11, 24)
DAYS = (date(2023, 12, 31), date(2025, 12, 31))
AHEAD = Forecast(DAYS, (470.0, 520.0), {80: ((470.0, 500.0), (470.0, 540.0)), 95: ((470.0, 480.0), (470.0, 560.0))})


def of_target(make, name="Rival"):
    others = [Other(name, "rival", make.observations("2020:240 2022:380"))]
    row = make.verdict(chance=0.6, expected=1.0)
    return progress(make.story(None, row, forecast=AHEAD, others=others), AS_OF, EN)


def of_revisions(make):
    day = date(2024, 1, 10)
    found = [(day, readings(make.observations([make.reading("2022", 392.0)]))[0])]
    verdicts = [(date(2010 + n, 1, 1), status) for n, status in enumerate(Status)]
    return revisions(Told("2022", "robots", found, verdicts), AS_OF, EN)


def of_reliability(_make):
    return reliability([Group(name, [Bin(0, 1, 9, 0.5, 0.5)]) for name in ("first", "second")], EN)


def told(figure) -> str:
    return unquote(json.dumps(figure))


@pytest.mark.parametrize("draw", [of_target, of_revisions, of_reliability])
def test_a_dark_chart_has_dark_colours_only(make, draw):
    found = set(re.findall(r"#[0-9a-fA-F]{6}\b", told(painted(draw(make), theme.DARK))))
    assert theme.DARK.ground in found
    assert found <= set(astuple(theme.DARK))


def test_nothing_but_colours_changes(make):
    light, dark = (
        re.sub(r"#[0-9a-fA-F]{6}\b", "#", told(painted(of_target(make), one))) for one in theme.PALETTES.values()
    )
    assert light == dark


def test_a_name_that_looks_like_a_colour_stays(make):
    name = f'{theme.LIGHT.ink} <span style="color:{theme.LIGHT.muted}">'
    figure = painted(of_target(make, name=name), theme.DARK)
    assert any(theme.LIGHT.ink in one["text"] for one in figure["layout"]["annotations"])
