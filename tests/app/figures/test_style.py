"""Widths, lines and words for periods."""

from datetime import date

import pytest

from app import text
from app.figures import style

EN, ZH = text.of("en"), text.of("zh")


@pytest.mark.parametrize(
    ("period", "en", "zh"),
    [
        ("2024", "2024", "2024年"),
        ("2025-H1", "H1 2025", "2025年上半年"),
        ("2025-Q1", "Q1 2025", "2025年一季度"),
        ("2025-03", "Mar 2025", "2025年3月"),
        ("2026-01..08", "Jan–Aug 2026", "2026年1—8月"),
        ("2021..2024", "2021–2024", "2021—2024年"),
        ("2024-11-15", "15 Nov 2024", "2024年11月15日"),
    ],
)
def test_periods_are_said_as_a_reader_says_them(period, en, zh):
    assert style.period_text(period, EN) == en
    assert style.period_text(period, ZH) == zh


def test_deadlines_are_years_months_or_days():
    days = (date(2025, 12, 31), date(2026, 6, 30), date(2026, 6, 15))
    assert [style.day_text(day, EN) for day in days] == ["2025", "Jun 2026", "15 Jun 2026"]


def test_chinese_is_square_and_marks_up_to_nothing():
    assert style.text_width("基期", 10) == 20
    assert style.text_width("<b>基期</b><br><span style='x'>年</span>", 10) == 20


def test_lines_break_between_words_and_chinese_letters_but_not_before_a_stop():
    assert style.wrap("one two three", 55, 12) == "one two<br>three"
    lines = style.wrap("国家统计局就业口径（2026年）。", 60, 12).split("<br>")
    assert len(lines) > 1
    assert all(line[0] not in "）。" and line[-1] != "（" for line in lines)


def test_shortened_text_says_that_something_is_left_out():
    assert style.shorten("one two three four", 55, 1) == "one two…"
    assert style.shorten("one", 55, 1) == "one"
