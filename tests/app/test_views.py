"""The view of an address as far as the register goes."""

from app import paging, text, views
from app.header import ignored
from app.pages import target
from app.prerender import html_of


def test_a_code_that_the_register_does_not_have_filters_nothing_and_is_said(data, today):
    view = views.read(data, "/", "?policy=none&sector=standards&body=XX&area=KR&lang=zh", today)
    assert (view.policy, view.sector, view.body, view.area) == ("", "standards", "", "KR")
    assert view.ignored == (("policy", "none"), ("body", "XX"))
    said = html_of(ignored(view, text.of("zh")))
    assert "网址要求的政策“none”不存在" in said
    assert "网址中的“body=XX”在此无效，未予采用。" in said


def test_a_policy_of_a_later_day_is_kept_on_an_earlier_one(data, today):
    view = views.read(data, "/", "?policy=outline-15&asof=2022-01-01", today)
    assert (view.policy, view.ignored) == ("outline-15", ())


def test_what_is_said_of_a_value_cannot_be_markup(data, today):
    view = views.read(data, "/", "?due=<b>&age='\"", today)
    assert "“due=&lt;b&gt;”" in html_of(ignored(view, text.of("en")))


def test_a_tab_a_period_and_a_page_that_are_not_there_are_said_where_they_would_stand(data, today):
    def page(query: str) -> str:
        view = views.read(data, "/target/target-000", query, today)
        return html_of(target.layout(data, view, "target-000"))

    assert "“tab=nonsense” in the address means nothing here" in page("?tab=nonsense")
    assert "“period=1999” in the address means nothing here" in page("?tab=revisions&period=1999")
    assert "means nothing here" not in page("?tab=revisions&period=2022")
    beyond = views.read(data, "/", "?page=9", today)
    assert "“page=9” in the address" in html_of(paging.pager(beyond, 1, 30, text.of("en")))
    assert paging.pager(views.read(data, "/", "", today), 1, 30, text.of("en")) is None
