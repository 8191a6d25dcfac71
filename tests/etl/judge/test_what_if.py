"""What each decision on a changed basis would bring."""

import pytest

from etl.judge.what_if import prospects
from tests.etl.judge.cases import LINEAR, day, decision, judged, readings
from tests.etl.judge.test_decisions import CHANGED, doubled


def told(promise, drawing: str, as_of: str) -> list[tuple[str, str, float | None]]:
    found = prospects(promise, readings(drawing), day(as_of), LINEAR)
    return [(str(made.choice), str(verdict.status), verdict.value) for made, verdict in found]


def test_each_choice_is_told_with_the_verdict_it_would_bring():
    assert told(doubled(), CHANGED, "2026-05-01") == [
        ("keep", "wrong_direction", 166.0),
        ("rebase", "achieved", pytest.approx(567)),
        ("split", "achieved", 567.0),
    ]


def test_what_is_told_is_what_comes_once_it_is_recorded():
    for made, verdict in prospects(doubled(), readings(CHANGED), day("2026-05-01"), LINEAR):
        assert judged(doubled(made), CHANGED, "2026-05-01") == verdict


def test_without_a_period_on_both_bases_nothing_is_rebased():
    apart = CHANGED.replace("2024 | 567 | 2025-09-25 | old", "2024 | 567 | 2027-01-01 | old")
    assert [choice for choice, *_ in told(doubled(), apart, "2026-05-01")] == ["keep", "split"]


def test_there_is_nothing_to_decide_before_the_change_nor_once_it_is_decided():
    assert told(doubled(), CHANGED, "2026-04-07") == []
    assert told(doubled(decision("split", "new", "2026-05-01")), CHANGED, "2026-05-01") == []


def test_opened_again_it_is_to_be_decided_again_and_later_decisions_are_not_known_yet():
    made = [decision(*one) for one in (("keep", "new", "2026-05-01"), ("reopen", "new", "2026-06-01"))]
    later = decision("split", "new", "2026-09-01")
    assert [choice for choice, *_ in told(doubled(*made, later), CHANGED, "2026-07-01")] == ["keep", "rebase", "split"]


def test_a_basis_without_a_name_cannot_be_decided_on():
    assert told(doubled(), CHANGED.replace("| new", "|"), "2026-05-01") == []
