"""Long lists in pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paging


@given(st.integers(0, 2000))
def test_the_pages_hold_every_row_once(count):
    rows = range(count)
    pages = [paging.page_of(rows, page)[1] for page in range(1, paging.page_count(count) + 1)]
    assert [row for page in pages for row in page] == list(rows)
    assert max(map(len, pages)) < 1.5 * paging.PER_PAGE


def test_a_page_beyond_the_last_is_the_last():
    assert paging.page_of(range(260), 9) == (3, range(200, 260))


@pytest.mark.parametrize(
    ("page", "last", "offered"),
    [(1, 3, [1, 2, 3]), (1, 50, [1, 2, 3, None, 50]), (25, 50, [1, None, 23, 24, 25, 26, 27, None, 50])],
)
def test_the_first_the_near_and_the_last_page_have_a_link(page, last, offered):
    assert paging.offered(page, last) == offered
