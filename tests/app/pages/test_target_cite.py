"""A citation on a target's page: made, followed, and followed after what it rests on has changed."""

import re
from datetime import date
from html import unescape

import pytest
from tables import FIGURES, REGISTER, workbook

from app import address, prerender
from app.data import Data
from app.pages import target
from etl import pipeline
from etl.judge import generation
from etl.store.database import open_database

TODAY = date(2026, 6, 15)
ON_A_DAY = "?asof=2025-01-15"


@pytest.fixture
def engine(tmp_path):
    """A database with a register and figures, in two loads."""
    engine = open_database(f"sqlite:///{tmp_path}/m.db", create=True)
    pipeline.load_files(engine, [workbook(tmp_path / "register.xlsx", REGISTER)], by="ann")
    pipeline.load_files(engine, [workbook(tmp_path / "figures.xlsx", FIGURES)], by="ann")
    yield engine
    engine.dispose()


def page(engine, link: str) -> str:
    path, _, query = link.partition("?")
    view = address.read(path, query, TODAY)
    return unescape(re.sub(r"<[^>]+>", " ", prerender.html_of(target.layout(Data(engine), view, "density"))))


def cited(engine, query: str = ON_A_DAY) -> str:
    view = address.read("/target/density", query, TODAY)
    shown = prerender.html_of(target.layout(Data(engine), view, "density"))
    return unescape(re.search(r'<a href="(/target/density\?[^"]*data=[^"]*)"', shown)[1])


def test_the_sentence_has_name_verdict_numbers_publisher_day_method_and_version(engine):
    shown = page(engine, f"/target/density{ON_A_DAY}")
    assert (
        "Robot density (Robots, ≥\u202f492 by 31 Dec 2025): On track. With 470 robots per 10,000 employees in 2023, "
        "91\u202f% of the distance from 246 (2020) to 492 is closed in 60\u202f% of the time. Source: Federation of "
        "Robotics, 20 Nov 2024. As known on 15 January 2025. Method: Linear pace, rules version 1. Milepost."
    ) in shown


@pytest.mark.parametrize("query", [ON_A_DAY, "", "?asof=2025-01-15&method=eurostat-cagr&lang=zh"])
def test_a_followed_citation_says_that_nothing_has_changed(engine, query):
    link = cited(engine, query)
    said = "与所引一致" if "zh" in query else "As cited"
    assert said in page(engine, link)
    assert "can no longer" not in page(engine, link)


def test_a_correction_is_told_with_both_statements_and_its_load(engine, tmp_path):
    link, today = cited(engine), cited(engine, "?asof=2024-01-20")
    corrected = workbook(tmp_path / "corrected.xlsx", FIGURES.replace("| 470 ", "| 400 "))
    pipeline.load_files(engine, [corrected], by="bob")
    shown = page(engine, link)
    assert "can no longer be honoured" in shown
    assert re.search(r"Cited .*With 470 robots.* Now .*With 400 robots.* Changed by +Load 3, corrected.xlsx", shown)
    assert "As cited" in page(engine, today)


def test_withdrawn_figures_are_told_with_the_reason(engine):
    link = cited(engine)
    pipeline.withdraw(engine, 2, "from the wrong page", by="ann")
    shown = page(engine, link)
    assert "can no longer be honoured" in shown
    assert re.search(r"Withdrawal 3 of load 2, figures.xlsx, .*: from the wrong page", shown)


def test_a_target_whose_load_is_withdrawn_still_says_what_was_cited(engine):
    link = cited(engine)
    for load in (2, 1):
        pipeline.withdraw(engine, load, "a trial", by="ann")
    shown = page(engine, link)
    assert re.search(r"no longer stated here.*Cited +On track · 470 in 2023 .*Not stated any more", shown)


def test_newer_rules_are_named(engine, tmp_path, monkeypatch):
    link = cited(engine)
    monkeypatch.setattr(generation, "VERSION", 2)
    pipeline.load_files(engine, [workbook(tmp_path / "f.xlsx", FIGURES.replace("| 166 ", "| 167 "))], by="ann")
    assert "version 2 gives the same number and verdict" in page(engine, link)


def test_a_mistyped_mark_is_said_to_be_unknown(engine):
    assert "was ever made here" in page(engine, re.sub("data=.{7}", "data=0000000", cited(engine)))
