"""Texts from data stand in charts letter by letter: Plotly takes a label for HTML, and drops a `<` and what follows."""

import html
import re
from datetime import date

import pytest

from app.figures.progress import Heading, Other
from app.figures.readings import readings
from app.figures.revisions import Told
from etl.vocabulary import Status
from tests.app.figures.checked import export, progress, revisions

AS_OF = date(2026, 6, 1)
TYPED = "R&D < 3 % &lt; <a href='https://example.org'>x</a>"
OWN = re.compile(r"</?(?:b|span)(?: style=\"[^\"]*\")?>")


def read(markup: str) -> str:
    """A label as Plotly reads it, without line breaks; fails where it holds markup that is not the figure's own."""
    parts = [re.sub(OWN, "", part) for part in markup.split("<br>")]
    assert [part for part in parts if "<" in part] == []
    return "".join(html.unescape(" ".join(parts)).split())


def texts(figure) -> list[str]:
    """All labels and hovers of a figure."""
    hovers = [one for trace in figure.data for one in (trace.customdata if trace.customdata is not None else ())]
    templates = [trace.hovertemplate for trace in figure.data if trace.hovertemplate]
    assert [one for one in templates if "example" in one] == []
    return [read(one) for one in [note.text for note in figure.layout.annotations] + hovers]


def hold(figure, *places: str) -> bool:
    """Whether the text stands as typed in a label or hover for each place."""
    typed, said = "".join(TYPED.split()), texts(figure)
    return all(any(f"{place}{typed}" in one for one in said) for place in places)


@pytest.fixture
def story(make):
    """A chart with the text in every place for one: unit, bases, rival, publisher, further target."""
    frame = make.observations(make.robots, publisher_en="P" + TYPED, publisher_zh="P" + TYPED, basis="B")
    other = Other("O" + TYPED, "rival", make.observations("2020:200 2021:300"))
    further = [("T" + TYPED, make.verdict(target_value=600.0))]
    return make.story(frame, unit="U" + TYPED, others=[other], targets=further, bases={"B": "B" + TYPED})


@pytest.mark.parametrize("narrow", [False, True])
def test_a_progress_chart_shows_texts_as_typed(story, t, narrow):
    assert hold(progress(story, AS_OF, t, narrow=narrow), "U", "P", "O", "T", "B")


def test_the_picture_of_a_chart_has_its_title_and_source_as_typed(story, t):
    assert hold(export(story, AS_OF, t, Heading("H" + TYPED, "S" + TYPED, ("L" + TYPED,))), "H", "S", "L")


@pytest.mark.parametrize("narrow", [False, True])
def test_a_chart_of_revisions_shows_texts_as_typed(make, t, narrow):
    frames = [
        make.observations([make.reading("2024", value, basis=basis)]) for value, basis in ((9.0, "A"), (3.0, "B"))
    ]
    found = [(date(2025, month, 1), readings(frame)[0]) for month, frame in zip((1, 6), frames, strict=True)]
    bases = {code: code + TYPED for code in "AB"}
    told = Told("2024", "U" + TYPED, found, [(date(2025, 1, 1), Status.on_track)], bases)
    assert hold(revisions(told, AS_OF, t, narrow=narrow), "U", "A", "B")


def test_a_bound_keeps_its_sign(make, t):
    frame = make.observations([make.reading("2024", 30.0, qualifier="less_than")])
    assert any("<30" in one for one in texts(progress(make.story(frame), AS_OF, t)))
