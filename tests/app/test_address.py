"""The view in the address."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import address
from app.address import Cited, View
from etl.vocabulary import JUDGING, LANGUAGES, STRIP, Method

TODAY = date(2026, 6, 15)
HOME = address.home(TODAY)

views = st.builds(
    View,
    path=st.sampled_from(["/", "/target/robot-density-492"]),
    today=st.just(TODAY),
    as_of=st.dates(min_value=date(1990, 1, 1), max_value=TODAY),
    method=st.sampled_from([None, *JUDGING]),
    lang=st.sampled_from(LANGUAGES),
    theme=st.sampled_from(["", *address.THEMES]),
    status=st.none() | st.sampled_from(STRIP),
    policy=st.just("") | st.from_regex(r"[A-Za-z0-9_.~-]{1,20}", fullmatch=True),
    q=st.text(max_size=40).map(lambda text: " ".join(text.encode("utf-8", "ignore").decode().split())),
    sort=st.sampled_from(address.SORTS),
    body=st.sampled_from(["", "MIIT"]),
    area=st.sampled_from(["", "CN"]),
    due=st.sampled_from(["", "2027", *address.DUES]),
    age=st.sampled_from(["", *address.AGES]),
    group=st.sampled_from(["", *address.GROUPS]),
    order=st.sampled_from(address.ORDERS),
    page=st.integers(1, 9999),
    tab=st.just("") | st.from_regex(r"[a-z]{1,12}", fullmatch=True),
    period=st.sampled_from(["", "2024", "2026-01..08", "2021..2025"]),
    vintages=st.booleans(),
    indicator=st.sampled_from(["", "robot_density"]),
    series=st.sampled_from(["", "robot_density_cn", "robot_density_cn,robot_density_de"]),
    base=st.sampled_from(["", "2020"]),
    together=st.sampled_from([None, True, False]),
).filter(lambda view: view.group != address.implied_group(view.sort))


@given(views)
def test_a_view_comes_back_from_its_address(view):
    assert address.read(view.path, address.search(view), TODAY) == view


@given(st.text() | st.none() | st.integers(), st.text() | st.none() | st.lists(st.integers()))
def test_no_address_is_refused(pathname, query):
    view = address.read(pathname, query, TODAY)
    assert address.read(view.path, address.search(view), TODAY) == view


def test_defaults_are_left_out():
    assert address.search(HOME) == ""
    assert address.href(HOME) == "/"
    assert address.search(replace(HOME, as_of=date(2024, 12, 1))) == "?asof=2024-12-01"


def test_unknown_keys_and_senseless_values_are_ignored():
    query = "?asof=2024-02-30&method=guess&lang=fr&status=not_judged&sort=colour&policy=a/b&tab=%3C&vintages=yes&x=1"
    query += "&due=3027&age=9&group=colour&page=0&order=up&body=%3C&area=a/b"
    query += "&sector=%3C&period=a/b&together=2&cell=9&series=,&base=99&indicator=a/b&data=xyz&rules=0&theme=blue"
    view = address.read("/", query, TODAY)
    assert view == HOME
    assert {key for key, _asked in view.ignored} == set(re.findall(r"(\w+)=", query)) - {"x"}


def test_what_is_repeated_of_a_senseless_value_is_cut():
    ((key, asked),) = address.read("/", "?body=" + "%3C" * 5000, TODAY).ignored
    assert (key, len(asked), asked[-2:]) == ("body", address.LONGEST_SAID, "<…")


def test_what_is_ignored_is_remembered_and_what_makes_sense_is_not():
    query = "?asof=2031-01-01&method=guess&lang=zh&theme=blue&status=missed&since=2026-03-17&q=a&x=1"
    view = address.read("/", query, TODAY)
    assert dict(view.ignored) == {"asof": "2031-01-01", "method": "guess", "theme": "blue"}
    assert address.read("/", address.search(view), TODAY).ignored == ()


@given(views)
def test_no_view_ignores_its_own_address(view):
    assert address.read(view.path, address.search(view), TODAY).ignored == ()


def test_the_theme_of_the_system_is_shown_where_none_is_chosen():
    assert address.read("/", "", TODAY, "dark").shown_theme == "dark"
    assert address.read("/", "?theme=light", TODAY, "dark").shown_theme == "light"
    assert address.read("/", "?theme=light", TODAY, ["dark"]).system_theme == "light"
    assert address.href(address.read("/", "?theme=dark", TODAY), "/methods") == "/methods?theme=dark"


def test_the_day_since_which_changes_are_told_lies_before_the_as_of_day():
    view = address.read("/changes", "?asof=2024-12-01&since=2024-03-01", TODAY)
    assert view.since_day == date(2024, 3, 1)
    assert address.href(view) == "/changes?asof=2024-12-01&since=2024-03-01"
    assert address.href(view, as_of=date(2024, 3, 1)) == "/changes?asof=2024-03-01"
    assert address.href(view, "/") == "/?asof=2024-12-01"
    for senseless in ("2024-12-01", "2025-01-01", "2024-09-02", "soon"):
        found = address.read("/changes", f"?asof=2024-12-01&since={senseless}", TODAY)
        assert (found.since, found.since_day) == (None, date(2024, 9, 2))
    assert address.read("/changes", "?asof=0001-01-01", TODAY).since_day == date.min


ELSEWHERE = ("//elsewhere.example", "/\\elsewhere.example", "/%5C%5Celsewhere.example", "/%09/elsewhere.example", "\\x")


@pytest.mark.parametrize("path", ELSEWHERE)
def test_a_link_never_leaves_the_site(path):
    href = address.href(address.read(path, "", TODAY), lang="zh")
    assert href[0] == "/"
    assert href[1] not in "/\\\t"
    assert "\\" not in href


def test_a_day_to_come_is_today():
    assert address.read("/", "?asof=2031-01-01", TODAY).is_today


def test_another_page_keeps_day_method_language_and_theme_only():
    query = "?asof=2024-12-01&method=escap&lang=zh&theme=dark&status=behind&body=MIIT&q=robot&tab=methods&vintages=1"
    view = address.read("/target/a", query, TODAY)
    assert address.href(view, "/") == "/?asof=2024-12-01&method=escap&lang=zh&theme=dark"
    assert address.href(view, "/", due="soon") == "/?asof=2024-12-01&method=escap&lang=zh&theme=dark&due=soon"
    assert address.read("/target/a", address.href(view, tab="").partition("?")[2], TODAY) == replace(view, tab="")


def test_a_grouping_that_the_order_has_anyway_is_left_out():
    assert address.href(address.read("/", "?group=policy", TODAY)) == "/"
    assert address.href(address.read("/", "?sort=age&group=none", TODAY)) == "/?sort=age"
    shown = address.read("/", "?sort=age&group=policy", TODAY)
    assert (shown.grouping, replace(shown, group="").grouping) == ("policy", "none")


@pytest.mark.parametrize("key", ["asof", "method", "since", "status", "policy", "q", "sort", "order", "series", "base"])
def test_a_control_leaves_out_what_an_address_without_its_key_means(key):
    view = address.read("/", "?asof=2024-12-01&status=missed&sort=age&series=a,b", TODAY)
    written = address.search(view).replace("asof=2024-12-01", "") if key == "asof" else address.search(view)
    without = re.sub(rf"\b{key}=[^&]*", "", written)
    given = f"{without}&{key}={address.choice(view, key)['left_out']}"
    assert address.read("/", given, TODAY) == address.read("/", without, TODAY)


def test_a_control_undoes_what_means_nothing_any_more():
    assert address.choice(HOME, "due")["undoes"] == ["page"]
    assert address.choice(HOME, "indicator")["undoes"] == ["series", "base"]
    cited = address.read("/target/a", "?asof=2024-12-01&method=escap&rules=1&data=0123abc", TODAY)
    assert cited.cited
    assert address.choice(cited, "asof")["undoes"] == ["rules", "data"]


def test_another_choice_begins_at_the_first_page():
    view = address.read("/", "?body=MIIT&due=soon&page=3", TODAY)
    assert address.href(view, lang="zh") == "/?lang=zh&body=MIIT&due=soon&page=3"
    assert address.href(view, due="") == "/?body=MIIT"


def test_the_overviews_dated_address_names_its_day_and_keeps_no_filter():
    assert address.dated(replace(HOME, path="/about", q="robot"), "/") == "/?asof=2026-06-15"
    shown = address.read("/about", "?asof=2024-12-01&lang=zh", TODAY)
    assert address.dated(shown, "/") == "/?asof=2024-12-01&lang=zh"


def test_a_citation_names_its_day_and_method_also_where_they_are_the_default():
    cited = Cited("0a1b2c3", 1)
    link = address.cite(replace(HOME, path="/target/a", q="robot", lang="zh"), Method.linear_pace, cited)
    assert link == "/target/a?asof=2026-06-15&method=linear-pace&rules=1&data=0a1b2c3&lang=zh"
    view = address.read("/target/a", link.partition("?")[2], TODAY)
    assert view.cited == cited
    assert address.search(view) == link.removeprefix("/target/a")
    assert address.search(replace(view, tab="methods")).endswith("&lang=zh&tab=methods")


def test_another_day_method_or_page_is_no_longer_what_was_cited():
    view = address.read("/target/a", "?asof=2024-12-01&method=linear-pace&rules=1&data=0a1b2c3", TODAY)
    assert address.href(view, as_of=date(2025, 1, 1)) == "/target/a?asof=2025-01-01&method=linear-pace"
    assert address.href(view, method=None) == "/target/a?asof=2024-12-01"
    assert address.href(view, "/") == "/?asof=2024-12-01&method=linear-pace"
    assert address.href(view, lang="zh").endswith("&rules=1&data=0a1b2c3&lang=zh")


@pytest.mark.parametrize("lacking", ["asof=2024-12-01", "method=linear-pace", "rules=1", "data=0a1b2c3"])
def test_a_citation_that_lacks_a_part_is_none(lacking):
    query = "asof=2024-12-01&method=linear-pace&rules=1&data=0a1b2c3"
    assert address.read("/target/a", query.replace(lacking, ""), TODAY).cited is None


def test_a_frame_has_day_method_and_language_alone():
    view = address.read("/target/a", "?asof=2024-12-01&lang=zh&q=robot&tab=methods", TODAY)
    assert address.embed(view, "a") == "/embed/target/a?asof=2024-12-01&lang=zh"


def test_parts_of_a_path_are_found():
    assert address.match("/target/<slug>", "/target/robot-density-492") == {"slug": "robot-density-492"}
    assert address.match("/target/<slug>", "/target/robot-density-492/") == {"slug": "robot-density-492"}
    assert address.match("/", "/") == {}
    assert address.match("/target/<slug>", "/target/a/b") is None
    assert address.match("/", "/else") is None
