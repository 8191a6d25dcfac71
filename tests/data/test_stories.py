"""What the shipped data must say: the cases on which the whole product is judged."""

from datetime import date

import pytest

from etl.judge.sentences import sentence
from etl.store import query
from etl.vocabulary import FAMILY_OF, JUDGING, Method, Status

TODAY = date(2026, 11, 24)


def row(engine, target_id: str, as_of: date, method: Method = Method.linear_pace):
    frame = query.status(engine, as_of, method)
    return frame[frame.target_id == target_id].iloc[0]


def test_every_target_and_every_figure_is_there(shipped):
    frame = query.status(shipped, TODAY)
    assert len(frame) == 149
    assert sum(frame.target_id.str.startswith("L")) == 55
    figures = query.vintages(shipped, query.EVER)
    assert sum(figures.flag != "derived") == 515
    assert len(query.list_items(shipped, TODAY).query("list_id == 'cic-2022'")) == 16


def test_every_target_has_at_most_one_headline_and_every_text_is_in_both_languages(shipped):
    series = query.target_series(shipped, TODAY)
    assert series[series.role == "headline"].target_id.is_unique
    frame = query.status(shipped, TODAY)
    for column in ("name_zh", "statement_zh", "policy_name_zh", "short_zh", "body_names_zh", "sector_zh"):
        assert frame[column].notna().all(), column
    for reader in (query.status, query.policies, query.list_items, query.observations, query.vintages):
        noted = reader(shipped, TODAY).dropna(subset="note")
        assert noted["note_zh"].notna().all(), reader.__name__


@pytest.mark.parametrize(
    ("as_of", "value", "status"),
    [
        (date(2024, 1, 31), 392, "on_track"),
        (date(2024, 12, 1), 470, "on_track"),
        (date(2025, 10, 1), 567, "achieved"),
        (date(2026, 11, 24), 166, "basis_changed"),
    ],
)
@pytest.mark.parametrize("method", JUDGING)
def test_robot_density_tells_four_true_stories(shipped, as_of, value, status, method):
    for target_id in ("S01", "X01", "X05"):
        found = row(shipped, target_id, as_of, method)
        assert (found.value, found.status) == (value, status)
        assert found.target_value == 492
        assert found.target_is_derived


def test_robot_density_was_achieved_on_a_disputed_source(shipped):
    assert "disputed_source" in row(shipped, "S01", date(2025, 10, 1)).badges


def test_robot_density_shows_both_readings_and_never_the_wrong_direction(shipped):
    today = row(shipped, "S01", TODAY)
    assert (today.basis, today.second_value, today.second_period) == ("NBS employment 2026", 567, "2024")
    history = query.history(shipped, ["S01", "X01", "X05", "X28"])
    assert "wrong_direction" not in set(history.status)


@pytest.mark.parametrize("method", JUDGING)
def test_the_goal_of_150_robots_by_2020_stays_achieved_whatever_the_basis_of_later_figures(shipped, method):
    history = query.history(shipped, ["X28"])
    known = history[(history.method == method) & (history.valid_from >= date(2021, 10, 28))]
    assert date(2021, 10, 28) in set(known.valid_from)
    assert set(known.status) == {"achieved"}
    assert (row(shipped, "X28", TODAY, method).value, row(shipped, "X28", TODAY, method).period) == (246, "2020")


@pytest.mark.parametrize("target_id", ["S15", "X12"])
def test_the_share_of_new_energy_vehicles_in_public_fleets_has_only_proxies(shipped, target_id):
    found = row(shipped, target_id, TODAY)
    assert (found.status, found.reason) == ("no_data", "only_proxies")
    assert "proxy" in found.badges
    assert query.history(shipped, [target_id]).status.unique().item() == "no_data"
    series = query.target_series(shipped, TODAY)
    series = series[series.target_id == target_id]
    assert set(series.role) == {"proxy"}
    buses = query.observations(shipped, TODAY, list(series.series_id)).query("series_id == 'nev_bus_stock_share'")
    assert buses.set_index("period").value[["2018", "2022", "2024"]].tolist() == [51, 77.2, 82.7]


def test_two_readings_of_the_standards_bases_stand_side_by_side(shipped):
    before = date(2025, 12, 31)
    brief, outline = row(shipped, "S12", before), row(shipped, "X21", before)
    assert (brief.target_value, brief.value, brief.status) == (100, 34, "far_behind")
    assert "implied_baseline" in brief.badges
    assert (outline.target_value, outline.comparator, outline.status) == (50, "more_than", "behind")
    assert outline.ratio == pytest.approx(0.6)
    assert row(shipped, "S12", TODAY).status == "awaiting_data"
    assert (row(shipped, "X21", TODAY).status, row(shipped, "X21", TODAY).detail) == ("awaiting_data", "behind")


def test_what_is_announced_is_linked_to_both_readings_it_may_fill(shipped):
    links = query.target_links(shipped, TODAY)
    assert set(links[(links.target_id == "S11") & (links.link == "contributes_to")].other_id) == {"S12", "X21"}
    assert set(links[links.link == "rival_reading"].target_id) == {"S10", "S12", "S15", "X31"}
    assert (row(shipped, "S11", TODAY).reason, row(shipped, "S11", TODAY).target_value) == ("ceiling", 20)


@pytest.mark.parametrize("method", JUDGING)
@pytest.mark.parametrize(
    ("target_id", "before", "day", "value"),
    [("X23", date(2026, 2, 4), date(2026, 2, 5), 88.9), ("X35", date(2024, 8, 22), date(2024, 8, 23), 1206)],
)
def test_a_target_without_a_stated_baseline_is_achieved_when_the_figure_is_out(
    shipped, target_id, before, day, value, method
):
    assert row(shipped, target_id, before, method).status != "achieved"
    found = row(shipped, target_id, day, method)
    assert (found.status, found.value) == ("achieved", value)
    assert "implied_baseline" in found.badges
    assert row(shipped, target_id, TODAY, method).status == "achieved"


def test_the_share_of_new_energy_vehicles_in_sales_was_passed_three_years_early(shipped):
    assert row(shipped, "X17", date(2023, 2, 1)).status == "achieved"
    assert row(shipped, "X17", TODAY).value == 47.9


def test_a_bound_is_kept_as_a_bound(shipped):
    known = query.observations(shipped, TODAY, ["robot_density_cn_miit"])
    found = known[known.period == "2021"].iloc[0]
    assert (found.value, found.qualifier, found.value_as_written) == (300, "more_than", ">300")


def test_a_verdict_on_a_bound_alone_is_not_made(shipped):
    penetration = row(shipped, "L41", TODAY)
    assert (penetration.value, penetration.qualifier, penetration.status) == (71, "more_than", "pace_unknown")
    assert penetration.reason == "bound_not_enough"


def test_texts_read_in_a_draft_say_so_and_adopted_ones_supersede_drafts(shipped):
    frame = query.status(shipped, TODAY).set_index("target_id")
    drafts = {"L01", "L02", "L03", "L04", "L05", "L06", "L39", "X07g", "X07h", "X08d"}
    assert set(frame.index[frame.badges.str.contains("draft")]) == drafts
    assert set(frame.index[frame.status == "superseded"]) == {"X07g", "X07h", "X08d"}
    assert row(shipped, "X08d", date(2021, 12, 27)).status == "no_data"


def test_a_scheme_that_ended_is_not_waited_for(shipped):
    told = sentence(row(shipped, "X07b", TODAY), "en")
    assert "came to an end on 31 December 2023" in told


def test_months_never_decide_a_yearly_share(shipped):
    known = query.observations(shipped, TODAY, ["nev_share_caam"])
    assert set(known[~known.decides].period) >= {"2025-10", "2025-01..06"}
    assert row(shipped, "X17", date(2025, 12, 1)).period == "2024"


def test_growth_as_published_is_data_and_levels_stand_on_two_bases(shipped):
    known = query.observations(shipped, TODAY, ["robot_prod_cn"])
    assert known[known.period == "2025"].basis.iloc[0] != known[known.period == "2024"].basis.iloc[0]


def test_actions_and_listed_figures_are_not_judged(shipped):
    frame = query.status(shipped, TODAY).set_index("target_id")
    assert set(frame.loc[["S06", "S08", "S09a", "S09b", "S09c", "S11a", "S11b"]].status) == {"listed"}
    assert set(frame.loc[["S04", "S05", "S07a", "S11", "S14", "S16", "L12"]].status) == {"no_numeric_target"}


def test_the_same_promise_is_told_once_and_its_lead_is_the_briefs(shipped):
    frame = query.status(shipped, TODAY).set_index("target_id")
    assert dict(frame.same_as.dropna()) == {"X01": "S01", "X05": "S01", "X02": "S02", "X03": "S03"}


def test_no_verdict_is_known_before_the_target(shipped):
    assert "S01" not in set(query.status(shipped, date(2023, 1, 18)).target_id)
    assert "S01" in set(query.status(shipped, date(2023, 1, 19)).target_id)


def test_every_status_has_a_family_and_every_number_its_cell(shipped):
    assert set(FAMILY_OF) == set(Status)
    figures = query.vintages(shipped, query.EVER)
    assert figures[["file_name", "sheet", "row", "cell", "value_as_written"]].notna().all().all()
