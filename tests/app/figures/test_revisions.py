"""How one period's value moved and the verdict with it: the ugly cases first, then the robots."""

from datetime import date, timedelta

import plotly.graph_objects as go
import pytest

from app import theme
from app.figures.readings import readings
from app.figures.revisions import NARROW, Told, describe, held, pieces, time_ticks
from app.figures.style import Frame, text_width
from etl.vocabulary import Status
from tests.app.figures.checked import revisions

AS_OF = date(2026, 11, 24)
VERDICTS = [
    (date(2023, 1, 19), "on_track"), (date(2024, 1, 10), "on_track"), (date(2025, 9, 25), "achieved"),
    (date(2026, 1, 1), "awaiting_data"), (date(2026, 4, 8), "basis_changed"),
]  # fmt: skip
OLD, NEW = {"basis": "old"}, {"basis": "new"}


def told(make, *given: tuple[str, float, dict], verdicts=VERDICTS, **more: object) -> Told:
    """A period's publications from (day, value, more columns)."""
    rows = [(date.fromisoformat(day), make.reading("2024", value, **columns)) for day, value, columns in given]
    found = [(day, readings(make.observations([row]))[0]) for day, row in rows]
    return Told("2024", "robots per 10,000 employees", found, verdicts, **more)


def robots(make) -> Told:
    words = {"new": "Employment figures of 2026"}
    return told(make, ("2025-09-25", 567.0, OLD), ("2026-04-08", 166.0, NEW), bases=words)


def ugly(make) -> dict[str, Told]:
    many = [((date(2020, 1, 1) + timedelta(days=60 * n)).isoformat(), 70 + (n * 7 % 5) / 10, OLD) for n in range(40)]
    return {
        "one": told(make, ("2025-09-25", 567.0, OLD)),
        "on the as-of day": told(make, ("2026-11-24", 567.0, OLD), verdicts=[(AS_OF, "on_track")]),
        "no verdict": told(make, ("2025-09-25", 567.0, OLD), verdicts=[]),
        "two bases": robots(make),
        "two bases on one day": told(make, ("2025-09-25", 567.0, OLD), ("2025-09-25", 166.0, NEW)),
        "there and back": told(make, ("2024-01-01", 1.0, OLD), ("2025-01-01", 2.0, NEW), ("2026-01-01", 3.0, OLD)),
        "same again": told(make, ("2024-01-01", 5.0, OLD), ("2025-01-01", 5.0, OLD)),
        "zero and negative": told(make, ("2024-01-01", 0.0, OLD), ("2025-01-01", -3.0, OLD)),
        "bound and range": told(make, ("2024-01-01", 3.0, {"qualifier": "about"}), ("2025-01-01", 3.0, {"high": 5.0})),
        "forty": told(make, *many),
        "every status": told(make, *many, verdicts=[
            (date(2021, 1, 1) + timedelta(days=9 * n), status) for n, status in enumerate(Status)
        ]),
    }  # fmt: skip


CASES = [
    "one", "on the as-of day", "no verdict", "two bases", "two bases on one day", "there and back", "same again",
    "zero and negative", "bound and range", "forty", "every status",
]  # fmt: skip


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("case", CASES)
def test_ugly_cases_are_drawn_and_told(make, t, case, narrow):
    shown = ugly(make)[case]
    assert isinstance(revisions(shown, AS_OF, t, narrow=narrow), go.Figure)
    assert describe(shown, AS_OF, t)


def named(figure: go.Figure, name: str) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.name == name]


def test_bases_are_lines_of_their_own_and_the_new_one_is_dashed_and_named(make, t):
    figure = revisions(robots(make), AS_OF, t)
    first, second = named(figure, "steps")
    assert (list(first.y), list(second.y)) == ([567.0, 567.0], [166.0, 166.0])
    assert first.x[-1] == second.x[0] == "2026-04-08"
    assert (first.line.dash, second.line.dash) == ("solid", "6px,3px")
    assert any("2026" in note.text and "166" in note.text for note in figure.layout.annotations)


def test_a_value_holds_until_it_is_revised_and_the_last_to_the_as_of_day(make):
    shown = told(make, ("2024-01-10", 392.0, OLD), ("2024-11-20", 402.0, OLD))
    assert held(shown, AS_OF) == {"old": [(date(2024, 1, 10), 392.0), (date(2024, 11, 20), 402.0), (AS_OF, 402.0)]}


def test_strip_has_a_piece_for_each_change_of_status():
    found = pieces(VERDICTS, AS_OF)
    assert [str(one.status) for one in found] == ["on_track", "achieved", "awaiting_data", "basis_changed"]
    assert [one.end for one in found] == [one.start for one in found[1:]] + [AS_OF]


def test_strip_has_the_colours_and_marks_of_the_theme_and_open_verdicts_are_no_fill(make, t):
    figure = revisions(robots(make), AS_OF, t)
    fills = [shape.fillcolor for shape in figure.layout.shapes]
    assert fills == [theme.MARKS[Status.on_track].colour, theme.MARKS[Status.achieved].colour, *[theme.GROUND] * 2]
    assert theme.picture(Status.on_track) in [image.source for image in figure.layout.images]


def test_words_tell_the_values_the_bases_and_the_verdicts(make):
    from app import text

    words = describe(robots(make), AS_OF, text.of("en"))
    assert "567 published 25 Sept 2025, 166 on another basis published 8 Apr 2026" in words
    assert "Achieved since 25 Sept 2025" in words


@pytest.mark.parametrize("days", [180, 400, 900, 2500, 9000, 40_000])
def test_ticks_leave_room_for_their_words(t, days):
    frame = Frame(NARROW, 40, 24, 34, 90, AS_OF - timedelta(days=days), AS_OF, 0, 1)
    ticks, texts = time_ticks(frame, t)
    pixels = [frame.pixel(day, 0)[0] for day in ticks]
    assert len(ticks) >= 2
    assert all(b - a >= text_width(word, 12) - 12 for a, b, word in zip(pixels, pixels[1:], texts, strict=False))
