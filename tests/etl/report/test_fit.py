"""How many lines a text takes."""

import pytest

from etl.report.fit import line_count, pages_across


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


@pytest.mark.parametrize(
    ("widths", "named", "pages"),
    [([50, 50, 100], 1, 1), ([50, 50, 101], 1, 2), ([50, 50, 250], 1, 2), ([50] * 8, 2, 3)],
)
def test_wide_tables_take_as_many_pages_as_their_columns_need_beside_those_that_each_page_repeats(widths, named, pages):
    assert pages_across(widths, named, 200) == pages
