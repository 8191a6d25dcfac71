"""Colours and marks as data."""

import re

from app import theme
from etl.vocabulary import Family, Status


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(colour: str, other: str) -> float:
    light, dark = sorted((luminance(colour), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_status_and_family_has_a_mark():
    assert set(theme.MARKS) == set(Status)
    assert set(theme.FAMILY_MARKS) == set(Family)


def test_statuses_of_one_colour_differ_in_symbol_or_word():
    marks = {(mark.colour, mark.shape, status.label()) for status, mark in theme.MARKS.items()}
    assert len(marks) == len(theme.MARKS)


def test_text_can_be_read_on_the_ground():
    words = [theme.INK, theme.MUTED, *(theme.text_colour(status) for status in Status)]
    assert [colour for colour in words if contrast(colour, theme.GROUND) < 4.5] == []
    assert contrast(theme.MUTED, theme.SHADE) >= 4.5


def test_marks_can_be_seen_on_the_ground():
    assert [status for status, mark in theme.MARKS.items() if contrast(mark.colour, theme.GROUND) < 3] == []


def test_the_style_sheet_has_a_variable_and_a_shape_for_every_status():
    css = theme.css()
    assert all(f"--status-{status}:" in css and f".is-{status}{{" in css for status in Status)
    assert all(f".is-family-{family}{{" in css for family in Family)
    assert not re.search(r"https?://(?!www\.w3\.org)", css)


def test_charts_send_nothing_away():
    assert theme.GRAPH_CONFIG["showSendToCloud"] is False
    assert theme.GRAPH_CONFIG["displayModeBar"] is False
