"""What moved, by day and by cause, and the families then and now."""

from datetime import date

from app import promises
from app.moves import ledger, paged
from etl.vocabulary import Cause, Family

EARLY, LATE = date(2025, 9, 25), date(2026, 4, 8)


def stood(target_id: str, family: str, same_as: str | None = None) -> dict:
    words = {"title": target_id, "policy_short": "P", "policy_name": "Plan", "unit_text": "%", "kind": "level"}
    return words | {"target_id": target_id, "family": family, "same_as": same_as}


def move(target_id: str, day: date, cause: str = "figure") -> dict:
    return {"target_id": target_id, "day": day, "cause": cause}


BEFORE = promises.families(promises.tell([stood("S1", "behind"), stood("X1", "behind", "S1"), stood("S2", "kept")]))
NOW = promises.tell([stood("S1", "kept"), stood("X1", "kept", "S1"), stood("S2", "kept"), stood("N", "on_track")])


def test_a_promise_told_twice_moves_once_a_day_and_its_lead_is_shown():
    changes = [move("X1", LATE), move("S1", LATE), move("S1", EARLY), move("X1", EARLY)]
    found = ledger(changes, BEFORE, NOW)
    assert [(day.day, [row["target_id"] for row in day.moved]) for day in found.days] == [
        (LATE, ["S1"]),
        (EARLY, ["S1"]),
    ]
    assert (found.moved, found.causes) == (2, [(Cause.figure, 2)])
    assert found.rows[0]["told"] == 2


def test_targets_that_were_stated_stand_apart_and_are_no_moves():
    found = ledger([move("N", LATE, "stated"), move("S1", LATE)], BEFORE, NOW)
    assert [row["target_id"] for row in found.days[0].stated] == ["N"]
    assert found.moved == 1
    assert dict(found.causes) == {Cause.stated: 1, Cause.figure: 1}


def test_families_count_each_promise_once_then_and_now():
    counts = {family: (before, after) for family, before, after in ledger([], BEFORE, NOW).families}
    assert counts[Family.kept] == (1, 2)
    assert counts[Family.behind] == (1, 0)
    assert counts[Family.on_track] == (0, 1)


def test_a_long_list_has_pages_and_each_day_says_how_many_targets_were_stated_on_it():
    now = promises.tell([stood(f"T{number:03d}", "kept") for number in range(260)])
    rows = [move(one["target_id"], LATE if place < 120 else EARLY, "stated") for place, one in enumerate(now)]
    found = ledger(rows, BEFORE, now)
    pages = [paged(found, page)[1] for page in (1, 2, 3)]
    assert [[(one.day, len(one.stated), one.new) for one in page] for page in pages] == [
        [(LATE, 100, 120)],
        [(LATE, 20, 120), (EARLY, 80, 140)],
        [(EARLY, 60, 140)],
    ]
    assert [row for page in pages for one in page for row in one.stated] == found.rows
    assert paged(found, 9) == (3, pages[2])
