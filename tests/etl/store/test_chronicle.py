"""Where targets stood on any day is what a plain replay of the tables gives, for all targets and for one alone."""

from datetime import date, timedelta

import pytest
from tables import FIGURES, REGISTER, workbook

from etl import pipeline
from etl.judge.findings import findings
from etl.store import query
from etl.store.chronicle import VERDICT
from etl.store.database import open_database
from etl.store.frames import one_state
from etl.vocabulary import Method, Role

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def days(shipped) -> list[date]:
    """Days on which verdicts changed, and those before."""
    found = query.change_days(shipped, TODAY)[::4]
    return sorted({*found, *(day - timedelta(days=1) for day in found), TODAY})


def replayed(rows: list[dict], day: date, method: Method, role: Role) -> dict[tuple, list]:
    """The plain oracle: of all verdicts in the order of their days the last one of each target and series."""
    known = [row for row in rows if (row["method"], row["role"]) == (method, role) and row["valid_from"] <= day]
    known.sort(key=lambda row: row["valid_from"])
    return {(row["target_id"], row["series_id"]): [row[name] or None for name in VERDICT] for row in known}


@pytest.mark.parametrize("method", Method)
def test_the_verdicts_of_a_day_are_the_last_ones_up_to_it(shipped, days, method):
    rows = query.plain_rows(query.history(shipped))
    for day in days:
        headlines, rivals = query.standing(shipped, day, method), query.rivals(shipped, day, method)
        for own, role in ((headlines, Role.headline), (query.plain_rows(rivals), Role.rival)):
            found = {(row["target_id"], row["series_id"] or ""): [row[name] or None for name in VERDICT] for row in own}
            assert found == replayed(rows, day, method, role)


def test_each_target_stands_by_the_version_stated_last(shipped, days):
    versions = query.plain_rows(query.target_versions(shipped))
    for day in days:
        stated = {row["target_id"]: row for row in versions if row["stated_on"] <= day}
        found = query.standing(shipped, day)
        assert {row["target_id"] for row in found} == set(stated)
        for row in found:
            own = stated[row["target_id"]]
            assert (row["statement_en"], row["stated_value"]) == (own["statement_en"], own["value"])
            assert row["method"] == (own["method"] or Method.linear_pace)


def test_a_verdict_names_who_made_its_figure_known_not_whose_series_it_stands_in(shipped, days):
    told = {(one["load_id"], one["sheet"], one["cell"]): one for one in query.publications(shipped, TODAY)}
    owners = dict(query.series(shipped)[["series_id", "publisher_id"]].itertuples(index=False))
    others = 0
    for row in (row for day in days for row in query.standing(shipped, day)):
        cell = (row["source_load_id"], row["source_sheet"], row["source_cell"])
        names = told[cell] if row["value"] is not None else dict.fromkeys(("publisher_id", "publisher_en"))
        assert (row["publisher_id"], row["publisher_en"]) == (names["publisher_id"], names["publisher_en"])
        others += row["value"] is not None and row["publisher_id"] != owners[row["series_id"]]
    assert others


def test_some_targets_stand_alone_as_among_all(shipped, days):
    for day in days[::5]:
        every = query.standing(shipped, day, Method.escap)
        some = {row["target_id"] for row in every[::7]}
        alone = query.standing(shipped, day, Method.escap, some)
        assert alone == [row for row in every if row["target_id"] in some]


def test_some_columns_of_all_targets_are_those_of_the_whole_rows(shipped, days):
    names = ("target_id", "policy_id", "stated_basis", "basis", "family", "same_as")
    for day in days[::5]:
        found = query.stances(shipped, day, Method.escap, columns=names)
        whole = query.standing(shipped, day, Method.escap)
        assert sorted(tuple(map(str, one.values())) for one in found) == sorted(
            tuple(str(one[name]) for name in found[0]) for one in whole
        )


def test_publications_of_some_series_are_those_among_all_whichever_was_asked_for_first(loaded_database):
    fresh = open_database(loaded_database)
    some = ["robot_density_cn", "nev_share_caam"]
    alone = query.publications(fresh, TODAY, some)
    among = [one for one in query.publications(fresh, TODAY) if one["series_id"] in some]
    assert alone == among == query.publications(fresh, TODAY, some)
    fresh.dispose()


def test_findings_about_targets_and_all_that_are_linked_with_them_are_those_among_all(shipped, days):
    links = query.target_links(shipped, query.EVER)
    linked = {*links.target_id, *links.other_id}
    for day in days[::5]:
        assert findings(shipped, day, linked) == [one for one in findings(shipped, day) if one.target_id in linked]


def test_an_answer_is_made_from_one_state_whatever_is_loaded_meanwhile(engine, database, tmp_path):
    register, figures = workbook(tmp_path / "register.xlsx", REGISTER), workbook(tmp_path / "figures.xlsx", FIGURES)
    pipeline.load_files(engine, [register], by="ann")
    other = open_database(database)
    with one_state(engine):
        assert list(query.loads(engine).load_id) == [1]
        pipeline.load_files(other, [figures], by="bob")
        assert list(query.loads(engine).load_id) == [1]
        assert query.known(engine, TODAY) == []
        assert {row["value"] for row in query.standing(engine, TODAY)} == {None}
    with one_state(engine):
        assert list(query.loads(engine).load_id) == [1, 2]
        assert query.known(engine, TODAY)
        assert {row["value"] for row in query.standing(engine, TODAY)} != {None}
    other.dispose()
