"""Search: what is the same, what fits, and what comes first."""

import pytest

from app import search

TARGET = {
    "target_id": "R1", "slug": "robot-density-492", "name_en": "Industrial robot density", "name_zh": "工业机器人密度",
    "statement_en": "Double the density of 2020 by 2025", "statement_zh": "到2025年机器人密度翻番",
    "short_en": "Robotics 14th FYP", "policy_name_zh": "“十四五”机器人产业发展规划",
}  # fmt: skip
VEHICLES = {"target_id": "N1", "name_en": "Share of New-Energy Vehicles", "name_zh": "新能源汽车 销量占比"}


def fits(record: dict, query: str, kind: str = "target") -> bool:
    return search.fits(search.fields_of(kind, record), search.words_of(query))


@pytest.mark.parametrize(
    "query", ["机器人密度", "robot density", "DENSITY robot", "机器人 double", "r1", "十四五", "机器人　密度"]
)
def test_a_target_is_found_in_either_language_whatever_the_order_of_the_words(query):
    assert fits(TARGET, query)
    assert not fits(VEHICLES, query)


@pytest.mark.parametrize(
    "query",
    [
        "new energy",
        "new-energy",
        "New‑Energy",
        "newenergy",
        "NEWENERGYVEHICLES",
        "ｎｅｗ energy",
        "新能源汽车销量",
        "energy-veh",
    ],
)
def test_case_width_hyphens_and_spaces_make_no_difference(query):
    assert fits(VEHICLES, query)


def test_a_word_written_apart_in_the_text_is_found_only_from_the_start_of_a_word():
    assert fits({"name_en": "A car tendency"}, "cart")
    assert not fits({"name_en": "A car tendency"}, "arten")
    assert fits({"name_en": "Broadband cartel"}, "arte")


def test_texts_do_not_run_into_each_other():
    assert not fits({"name_en": "Robot", "name_zh": "密度"}, "robot密度")
    assert not fits({"name_en": "green", "statement_en": "house"}, "greenhouse")


@pytest.mark.parametrize(
    ("text", "query"),
    [("5G “Sail”", "５g sail"), ("R&D spending", "r&d"), ("2021–2035", "2021-2035"), ("Grade 2.5", "2.5")],
)
def test_signs_that_carry_meaning_stay_and_others_do_not_matter(text, query):
    assert fits({"name_en": text}, query)
    assert not fits({"name_en": "R and D in 25 grades"}, query)


def test_all_words_must_stand_somewhere():
    assert not fits(TARGET, "robot vehicles")


@pytest.mark.parametrize("query", ["", "  ", "—", "“”", "\n"])
def test_a_query_without_words_finds_nothing_and_filters_nothing(query):
    assert search.find(search.entries("target", [TARGET]), query) == []
    assert fits(TARGET, query)


def names(found) -> list[str]:
    return [entry.record["name_en"] for entry in found]


def test_a_name_stands_before_a_statement_and_that_before_the_rest():
    records = [
        {"name_en": "By its plan", "short_en": "Robot plan"},
        {"name_en": "By its statement", "statement_en": "Twice as many robots"},
        {"name_en": "Sales of robots"},
        {"name_en": "Robots sold"},
        {"name_en": "Robot"},
        {"name_en": "Cars"},
    ]
    assert names(search.find(search.entries("target", records), "ROBOT")) == [
        "Robot", "Robots sold", "Sales of robots", "By its statement", "By its plan",
    ]  # fmt: skip


def test_what_needs_more_than_its_name_stands_behind_what_does_not():
    records = [{"name_en": "Robots", "statement_en": "density"}, {"name_en": "Density of robots"}]
    assert names(search.find(search.entries("target", records), "robot density")) == ["Density of robots", "Robots"]


def test_what_is_found_is_told_by_kind():
    known = search.entries("series", [{"name_en": "Robots, China"}]) + search.entries("target", [TARGET])
    found = search.by_kind(search.find(known, "robot"))
    assert {kind: names(own) for kind, own in found.items()} == {
        "target": ["Industrial robot density"], "series": ["Robots, China"],
    }  # fmt: skip
    assert list(found) == ["target", "series"]
