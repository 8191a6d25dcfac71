"""Events under the axis of time, and earlier publications on the chart."""

from datetime import date

from app.figures.description import describe
from app.figures.events import MOST_TOLD, Event
from app.figures.progress import notes
from tests.app.figures.checked import progress

DAY = date(2024, 1, 31)


def events_of(figure):
    return next((one for one in figure.data if one.name == "events"), None)


def test_events_stand_under_the_axis_and_say_what_happened(make, t):
    story = make.story(events=[Event(date(2023, 1, 19), "Plan <b>issued</b>"), Event(date(2019, 5, 1), "Draft")])
    ticks = events_of(progress(story, DAY, t))
    assert list(ticks.x) == ["2019-05-01", "2023-01-19"]
    assert "Plan &lt;b&gt;issued&lt;/b&gt;" in ticks.customdata[1]
    assert "Draft" in describe(story, DAY, t)
    assert t("chart.note_events") in notes(story, DAY, t)


def test_events_close_together_share_a_tick_and_those_too_many_are_counted(make, t):
    crowd = [Event(date(2023, 1, 1 + number), f"No. {number}") for number in range(MOST_TOLD + 3)]
    (told,) = events_of(progress(make.story(events=crowd), DAY, t)).customdata
    assert t("chart.events_more", n="3") in told
    assert "No. 0" in told


def test_a_phone_shows_none_where_they_would_crowd(make, t):
    near = [Event(date(2023, 1, 1), "One"), Event(date(2023, 2, 1), "Two")]
    assert events_of(progress(make.story(events=near), DAY, t, narrow=True)) is None
    assert events_of(progress(make.story(events=near[:1]), DAY, t, narrow=True)) is not None


def test_what_lies_beyond_the_chart_is_left_out(make, t):
    far = [Event(date(1999, 1, 1), "Before"), Event(date(2040, 1, 1), "After")]
    assert events_of(progress(make.story(events=far), DAY, t)) is None


def test_earlier_publications_are_faint_rings_within_the_frame_on_bases_that_are_drawn(make, t):
    rows = [make.reading("2022", 392.0), make.reading("2021", 900.0), make.reading("2023", 5000.0, basis="else")]
    story = make.story(earlier=make.observations(rows))
    figure = progress(story, DAY, t)
    (rings,) = [one for one in figure.data if one.name == "earlier"]
    assert sorted(rings.y) == [392.0, 900.0]
    assert figure.layout.yaxis.range[1] >= 900
    assert rings.marker.opacity < 1
    assert t("chart.note_earlier") in notes(story, DAY, t)
