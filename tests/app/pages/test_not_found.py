"""The page of an address that leads nowhere."""

from dataclasses import replace

import pytest

from app import address, main
from app.pages import not_found
from app.prerender import html_of


@pytest.fixture
def view(today):
    """A mistyped address of a target, in Chinese, by a method."""
    return address.read("/target/target-00", "?lang=zh&method=linear-pace&tab=methods&q=x", today)


def test_it_names_targets_with_nearly_that_address_and_keeps_the_view(data, view):
    shown = html_of(main._content(data, view))
    assert "没有这个页面" in shown
    assert 'href="/target/target-000?method=linear-pace&amp;lang=zh"' in shown


def test_its_form_carries_the_view_but_no_other_words(data, view):
    form = not_found.layout(data, view)[-1]
    kept = {one.name: one.value for one in form.children if one._type == "Input"}
    assert kept == {"method": "linear-pace", "lang": "zh"}


def test_in_an_empty_register_it_only_leads_on(empty_data, view):
    shown = html_of(main._content(empty_data, replace(view, path="/nowhere")))
    assert "前往总览" in shown
    assert "您要找的是" not in shown
