"""Component trees as HTML."""

import re

import dash_mantine_components as dmc
from dash import dcc, html

from app import address
from app.control import control
from app.prerender import html_of


def test_elements_keep_their_attributes_and_text():
    tree = html.Td(["a < b", html.B("c"), None], colSpan=2, className="x", **{"aria-label": 'say "hi"'}, hidden=True)
    written = html_of(tree)
    assert written.endswith(">a &lt; b<b>c</b></td>")
    for attribute in ('colspan="2"', 'class="x"', 'aria-label="say &quot;hi&quot;"', 'hidden=""'):
        assert f" {attribute}" in written


def test_links_are_anchors():
    assert html_of(dcc.Link("there", href="/a?b=1&c=2")) == '<a href="/a?b=1&amp;c=2">there</a>'


def test_styles_are_written_as_css():
    assert html_of(html.Span(style={"--progress": "0.5", "flexGrow": 3})) == (
        '<span style="--progress:0.5;flex-grow:3"></span>'
    )


def test_ids_are_left_to_the_live_page():
    assert html_of(html.Div(id="top")) == "<div></div>"


def test_a_control_is_a_still_of_itself(today):
    offered = [{"group": "Some", "items": [{"value": "a", "label": "A & B"}, {"value": "c", "label": "C"}]}]
    given = {"data": offered, "label": "Series", "className": "control", "placeholder": "All"}

    def still(shape):
        return html_of(control(shape, address.home(today), "series"))

    chosen = still(dmc.Select(id="x", value="a", **given))
    assert chosen.startswith('<div class="still-control control" data-of="x">')
    assert ">Series</span>" in chosen
    assert '<div class="mantine-Input-input">A &amp; B</div>' in chosen
    assert "C</" not in chosen
    assert re.findall(r">(A &amp; B|C)</span>", still(dmc.MultiSelect(id="x", value=["a", "c"], **given)))
    assert '<div class="mantine-Input-input is-hint">All</div>' in still(dmc.MultiSelect(id="x", value=[], **given))


def test_a_field_for_words_is_one_and_has_a_name():
    field = dmc.TextInput(id="overview-q", label="Find", value='"robot"', debounce=300, className="control")
    written = html_of(field)
    assert written.startswith('<label class="control"><span>Find</span><input ')
    assert ' name="overview-q"' in written
    assert ' value="&quot;robot&quot;"' in written
    assert ' name="q"' in html_of(dmc.TextInput(name="q", label="Find", className="control"))


def test_a_wrapper_shows_what_it_wraps():
    assert html_of(dmc.DatesProvider(html.P("in"), settings={})) == "<div><p>in</p></div>"
