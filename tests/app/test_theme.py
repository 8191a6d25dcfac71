"""Colours and marks as data."""

import re
from dataclasses import fields
from itertools import combinations, product

import pytest

from app import theme
from etl.vocabulary import Family, Status
from tests.app import vision

themes = pytest.mark.parametrize("palette", theme.PALETTES.values(), ids=theme.PALETTES)


def luminance(colour: str) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), vision.linear(colour), strict=True))


def contrast(colour: str, other: str) -> float:
    light, dark = sorted((luminance(colour), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_status_and_family_has_a_mark():
    assert set(theme.MARKS) == set(Status)
    assert set(theme.FAMILY_MARKS) == set(Family)


def test_statuses_of_one_colour_differ_in_symbol_or_word():
    marks = {(mark.colour, mark.shape, status.label()) for status, mark in theme.MARKS.items()}
    assert len(marks) == len(theme.MARKS)


@themes
def test_text_can_be_read_on_every_ground(palette):
    pairs = product((palette.ink, palette.muted), (palette.ground, palette.shade, palette.notice))
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []
    on_ground = (palette.accent, palette.observed)
    assert [colour for colour in on_ground if contrast(colour, palette.ground) < 4.5] == []


@themes
def test_marks_and_signs_can_be_seen_on_the_ground(palette):
    seen = {mark.on(palette) for mark in theme.MARKS.values()} | {palette.faint}
    assert [colour for colour in seen if contrast(colour, palette.ground) < 3] == []


@themes
def test_tones_stay_apart_for_the_colour_blind(palette):
    tones = {mark.on(palette) for mark in theme.MARKS.values()}
    least = {eyes: min(vision.difference(*pair) for pair in pairs(tones, eyes)) for eyes in vision.SIMULATED}
    assert min(least.values()) >= 12.8, least


def pairs(tones, eyes):
    return combinations([vision.seen(tone, eyes) for tone in tones], 2)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ],
)
def test_differences_are_those_of_the_published_pairs(one, other, expected):
    assert vision.difference(one, other) == pytest.approx(expected, abs=1e-4)


def test_each_colour_of_light_has_one_in_the_dark():
    """Else a chart's colour could not be exchanged for the other theme's."""
    tokens = [(getattr(theme.LIGHT, one.name), getattr(theme.DARK, one.name)) for one in fields(theme.Palette)]
    assert len(dict(tokens)) == len(set(tokens))


def test_the_style_sheet_has_a_shape_for_every_status_and_a_variable_for_every_tone():
    css = theme.css()
    assert all(f".is-{status}{{" in css for status in Status)
    assert css.count("--wrong-direction:") == 3
    assert all(f".is-family-{family}{{" in css for family in Family)
    assert not re.search(r"https?://(?!www\.w3\.org)", css)
