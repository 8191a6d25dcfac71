"""How many lines a text takes."""

import pytest

from etl.report.fit import line_count


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("同一口径的数据不足三个", 22, 1),
        ("同一口径的数据不足三个", 20, 2),
        ("数" * 22, 42, 1),
        ("数" * 23, 42, 2),
        ("草案文本；二手来源", 9.6, 2),
        ("草案文本，", 8, 2),
        ("plain words that wrap", 11, 2),
        ("plain words ", 11, 1),
        ("https://example.org/" + "a" * 30, 25, 2),
        ("", 20, 1),
    ],
)
def test_a_line_ends_between_words_and_behind_any_chinese_sign_but_not_before_a_comma(text, width, lines):
    assert line_count(text, width) == lines
