"""Citations: a hash that brings the same number and verdict back, or tells why it cannot."""

import hashlib
from datetime import date

import pytest
from tables import FIGURES, REGISTER, workbook

from etl import pipeline
from etl.citation import Fate, fingerprint, stood, trace
from etl.judge import generation
from etl.judge.methods import VERSION
from etl.store import query
from etl.store.query import plain_rows

DAY, LINEAR = date(2025, 1, 15), "linear-pace"


@pytest.fixture
def loaded(engine, tmp_path):
    """A database of each kind with a register and figures, in two loads."""
    pipeline.load_files(engine, [workbook(tmp_path / "register.xlsx", REGISTER)], by="ann")
    pipeline.load_files(engine, [workbook(tmp_path / "figures.xlsx", FIGURES)], by="ann")
    return engine


def cited(engine, day=DAY) -> str:
    frame = query.status(engine, day, LINEAR)
    return fingerprint(plain_rows(frame[frame.slug == "density"])[0])


def traced(engine, digits, day=DAY, version=VERSION):
    return trace(stood(engine, "density", day, LINEAR), digits, version)


def load(engine, path, *changes):
    figures = FIGURES
    for before, after in changes:
        assert before in figures
        figures = figures.replace(before, after)
    return pipeline.load_files(engine, [workbook(path, figures)], by="bob").files[0].load_id


def test_the_same_statement_is_kept_and_has_the_same_hash_in_every_database(loaded, tmp_path):
    digits = cited(loaded)
    assert digits == "7bcc7d9"
    assert traced(loaded, digits).fate is Fate.kept


def test_what_is_published_later_does_not_disturb_a_citation(loaded, tmp_path):
    digits = cited(loaded)
    load(loaded, tmp_path / "later.xlsx", ("| 166   | new   | 2026-04-08", "| 171   | new   | 2026-05-08"))
    assert cited(loaded, date(2026, 6, 1)) != digits
    assert traced(loaded, digits).fate is Fate.kept


def test_a_correction_is_told_with_both_numbers_and_its_load(loaded, tmp_path):
    digits = cited(loaded)
    number = load(loaded, tmp_path / "corrected.xlsx", ("| 470 ", "| 471 "))
    found = traced(loaded, digits)
    assert (found.fate, found.load_id) == (Fate.corrected, number)
    assert (found.cited["value"], found.now["value"]) == (470, 471)


def test_a_correction_that_is_taken_back_brings_the_citation_back(loaded, tmp_path):
    digits = cited(loaded)
    number = load(loaded, tmp_path / "corrected.xlsx", ("| 470 ", "| 471 "))
    pipeline.withdraw(loaded, number, "the typing was right", by="ann")
    assert traced(loaded, digits).fate is Fate.kept


def test_withdrawn_figures_are_told_with_the_withdrawal(loaded):
    digits = cited(loaded)
    pipeline.withdraw(loaded, 2, "from the wrong page", by="ann")
    found = traced(loaded, digits)
    assert (found.fate, found.load_id, found.cited["value"], found.now["status"]) == (Fate.corrected, 3, 470, "no_data")


def test_a_withdrawn_target_leaves_what_was_cited(loaded):
    digits = cited(loaded)
    pipeline.withdraw(loaded, 2, "a trial", by="ann")
    pipeline.withdraw(loaded, 1, "a trial", by="ann")
    load_of_change = traced(loaded, digits)
    assert (load_of_change.fate, load_of_change.now) == (Fate.corrected, None)
    assert load_of_change.load_id == 3


def test_newer_rules_are_told_also_where_they_say_the_same(loaded, tmp_path, monkeypatch):
    digits = cited(loaded)
    monkeypatch.setattr(generation, "VERSION", VERSION + 1)
    number = load(loaded, tmp_path / "more.xlsx", ("| 166 ", "| 167 "))
    assert traced(loaded, digits).fate is Fate.rules_alone
    load(loaded, tmp_path / "corrected.xlsx", ("| 470 ", "| 471 "))
    found = traced(loaded, digits)
    assert (found.fate, found.load_id, found.cited["value"]) == (Fate.rules_changed, number, 470)


def test_a_hash_that_was_never_given_is_said_to_be_unknown(loaded):
    assert traced(loaded, "0000000").fate is Fate.unknown
    assert trace(stood(loaded, "never", DAY, LINEAR), "0000000", VERSION).fate is Fate.unknown


def test_rules_that_judge_otherwise_have_another_version(loaded):
    """Where this fails because a rule was changed, both numbers are brought up to date, and from the first release on
    `etl.judge.methods.VERSION` is raised."""
    frame = query.history(loaded).drop(columns="load_id").sort_values(["target_id", "method", "valid_from"])
    said = frame.round(9).to_csv(index=False, float_format="%.9g")
    assert (VERSION, hashlib.sha256(said.encode()).hexdigest()[:7]) == (1, "8a2c535")
