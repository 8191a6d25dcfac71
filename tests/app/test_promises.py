"""Which promises the overview shows, and how they are counted."""

from dataclasses import replace
from datetime import date

from app import address, promises
from etl.vocabulary import Family

TODAY = date(2026, 6, 15)
VIEW = address.home(TODAY)


def row(target_id: str, status: str = "behind", family: str = "behind", **fields) -> dict:
    plain = {
        "target_id": target_id, "slug": target_id.lower(), "status": status, "family": family, "same_as": None,
        "policy_id": "p", "issued": date(2023, 1, 1), "deadline": None, "published_on": None, "name_en": target_id,
        "bodies": None, "area_id": None, "area": None, "sector_id": None, "sector": None, "value": None,
    }  # fmt: skip
    return plain | fields


ACHIEVED = {"status": "achieved", "family": "kept"}
UNMEASURED = {"status": "no_data", "family": "cannot_be_judged"}
LISTED = {"status": "listed", "family": "not_judged"}


def board_of(rows: list[dict], view: address.View) -> promises.Board:
    return promises.board(promises.tell(rows), view)


def ids(rows) -> list[str]:
    return [one["target_id"] for one in rows]


def test_a_promise_told_three_times_counts_once():
    rows = [row("X1", same_as="S1"), row("S1"), row("X5", same_as="S1"), row("S2", **ACHIEVED)]
    board = board_of(rows, VIEW)
    assert board.total == 2
    assert board.counts[Family.behind] == 1
    assert {one["target_id"]: one["told"] for one in board.rows} == {"S1": 3, "S2": 1}


def test_a_chain_of_same_promises_has_one_lead():
    rows = promises.tell([row("A"), row("B", same_as="A"), row("C", same_as="B")])
    assert {one["promise"] for one in rows} == {"A"}


def test_a_circle_of_same_promises_ends():
    assert len(promises.tell([row("A", same_as="B"), row("B", same_as="A")])) == 2


def test_a_promise_shows_under_a_policy_that_only_repeats_it():
    rows = [row("S1"), row("X1", same_as="S1", policy_id="other")]
    board = board_of(rows, replace(VIEW, policy="other"))
    assert ids(board.rows) == ["X1"]
    assert board.rows[0]["told"] == 2


def test_a_lead_that_is_not_yet_known_leaves_the_promise_counted():
    board = board_of([row("X1", same_as="S1"), row("X5", same_as="S1")], VIEW)
    assert ids(board.rows) == ["X1"]


def test_the_strip_counts_what_words_and_policy_leave_whatever_the_status():
    rows = [row("S1", name_en="robots"), row("S2", name_en="robots", **ACHIEVED), row("S3", name_en="cars")]
    board = board_of(rows, replace(VIEW, q="ROBOTS", status=Family.kept))
    assert (board.counts[Family.kept], board.counts[Family.behind]) == (1, 1)
    assert ids(board.rows) == ["S2"]
    assert (board.total, board.selected) == (3, 2)


def test_unmeasured_ones_are_counted():
    board = board_of([row("S1"), row("S2", **UNMEASURED), row("S3", **UNMEASURED)], VIEW)
    assert (board.selected, board.measured, board.unmeasured) == (3, 1, 2)


def test_listed_figures_stand_apart():
    board = board_of([row("S1"), row("S2", **LISTED)], VIEW)
    assert board.total == 1
    assert ids(board.without_number) == ["S2"]
    assert board_of([row("S2", **LISTED)], replace(VIEW, status=Family.kept)).without_number == []


def test_the_newest_policy_comes_first_and_within_it_the_best_status():
    rows = [
        row("A", policy_id="old", issued=date(2020, 1, 1)),
        row("B", policy_id="new", issued=date(2026, 1, 1)),
        row("C", policy_id="new", issued=date(2026, 1, 1), **ACHIEVED),
    ]
    board = board_of(rows, VIEW)
    assert ids(board.rows) == ["C", "B", "A"]
    assert [(first["policy_id"], len(members)) for first, members in board.groups] == [("new", 2), ("old", 1)]


def test_policies_with_a_figure_come_first_unless_the_newest_are_asked_for():
    rows = [
        row("A", policy_id="old", issued=date(2020, 1, 1)),
        row("B", policy_id="old", issued=date(2020, 1, 1), **UNMEASURED),
        row("C", policy_id="new", issued=date(2026, 1, 1), **UNMEASURED),
    ]
    assert ids(board_of(rows, VIEW).rows) == ["A", "B", "C"]
    newest = board_of(rows, replace(VIEW, sort="newest"))
    assert ids(newest.rows) == ["C", "A", "B"]
    assert [first["policy_id"] for first, _members in newest.groups] == ["new", "old"]


def test_other_orders_are_not_grouped():
    rows = [
        row("A", deadline=date(2030, 12, 31), published_on=date(2024, 1, 1)),
        row("B", deadline=date(2025, 12, 31), published_on=date(2025, 1, 1), **ACHIEVED),
        row("C"),
    ]
    assert ids(board_of(rows, replace(VIEW, sort="deadline")).rows) == ["B", "A", "C"]
    assert ids(board_of(rows, replace(VIEW, sort="age")).rows) == ["A", "B", "C"]
    assert ids(board_of(rows, replace(VIEW, sort="status")).rows)[0] == "B"
    chances = [one | {"chance": chance} for one, chance in zip(rows, (0.9, None, 0.0), strict=True)]
    chances.append(row("D", chance=0.1, status="awaiting_data", family="waiting"))
    assert ids(board_of(chances, replace(VIEW, sort="chance")).rows) == ["C", "A", "D", "B"]
    assert [ids(members) for _first, members in board_of(rows, replace(VIEW, sort="age")).groups] == [["A", "B", "C"]]


def test_the_rows_of_a_group_stand_together_in_the_order_asked_for():
    rows = [
        row("A", deadline=date(2027, 12, 31), chance=0.9, policy_id="a", sector_id="robots", sector="Robots"),
        row("B", deadline=date(2025, 12, 31), chance=0.2, policy_id="b", **ACHIEVED),
        row("C", deadline=date(2027, 6, 30), chance=0.1, policy_id="a"),
        row("D", chance=0.5, policy_id="b", sector_id="ai", sector="AI"),
    ]

    def groups(grouping: str) -> list[list[str]]:
        shown = board_of(rows, replace(VIEW, sort="chance", group=grouping))
        assert [one for _first, members in shown.groups for one in members] == shown.rows
        return [ids(members) for _first, members in shown.groups]

    assert groups("policy") == [["C", "A"], ["B", "D"]]
    assert groups("sector") == [["D"], ["A"], ["C", "B"]]
    assert groups("status") == [["B"], ["C", "D", "A"]]
    assert groups("deadline") == [["B"], ["C", "A"], ["D"]]
    assert groups("none") == [["C", "B", "D", "A"]]


def test_a_page_holds_its_part_and_all_rows_are_counted():
    rows = [row(f"T{number:03d}") for number in range(260)]
    board = board_of(rows, replace(VIEW, page=3))
    assert (len(board.rows), board.page, [len(members) for _first, members in board.groups]) == (260, 3, [60])
    assert board_of(rows, replace(VIEW, page=99)).page == 3
