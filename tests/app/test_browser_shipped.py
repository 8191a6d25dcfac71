"""The pages over the shipped data: in English on a desk, in Chinese on a phone."""

import json
import re
from collections import Counter

import pytest
from playwright.sync_api import Page, expect
from typer.testing import CliRunner

from etl.cli import app as command
from etl.vocabulary import STRIP, Status

ROBOTS = "robot-density-492"
STORY = {
    "2024-01-31": (Status.on_track, "392"),
    "2024-12-01": (Status.on_track, "470"),
    "2025-10-01": (Status.achieved, "567"),
    "": (Status.basis_changed, "567"),
}


MOVE = "href => { history.pushState({}, '', href); dispatchEvent(new PopStateEvent('popstate')); }"


@pytest.fixture(params=[("page", "en"), ("phone", "zh")], ids=["desk", "phone"])
def reader(request) -> tuple[Page, str]:
    """A screen and a language."""
    screen, lang = request.param
    return request.getfixturevalue(screen), lang


@pytest.fixture(scope="module")
def promised(loaded_database, today) -> Counter:
    """How many promises the command line has in each family, one told in several policies counted once."""
    arguments = ["status", "--format", "json", "--as-of", today.isoformat(), "--db", loaded_database]
    rows = json.loads(CliRunner().invoke(command, arguments, catch_exceptions=False).stdout)
    return Counter(row["family"] for row in rows if row["same_as"] is None)


def test_the_strip_counts_what_the_command_line_counts(reader, live_shipped, promised):
    screen, lang = reader
    screen.goto(f"{live_shipped}/?lang={lang}")
    expect(screen.locator("#overview-list")).to_be_visible()
    assert screen.locator(".strip-count").all_inner_texts() == [str(promised[family]) for family in STRIP]
    assert screen.locator("#overview-list tr.row").count() == sum(promised[family] for family in STRIP)


def test_a_click_on_a_row_opens_its_target(reader, live_shipped):
    screen, lang = reader
    screen.goto(f"{live_shipped}/?lang={lang}&q={ROBOTS}")
    expect(screen.locator("#overview-list")).to_be_visible()
    row = screen.locator("#overview-list tr.row").first
    name, status = row.locator(".row-link").inner_text(), row.locator(".mark-word").inner_text()
    row.click()
    expect(screen).to_have_url(re.compile(rf"/target/{ROBOTS}(\?lang=zh)?$"))
    expect(screen.locator("h1")).to_contain_text(name)
    expect(screen.locator(".verdict .mark-word")).to_have_text(status)


def test_the_day_changes_what_is_known_of_the_robots(reader, live_shipped):
    screen, lang = reader
    screen.goto(f"{live_shipped}/?lang={lang}&q={ROBOTS}")
    expect(screen.locator("#overview-list")).to_be_visible()
    row = screen.locator("#overview-list tr.row").first
    for day, (status, latest) in STORY.items():
        screen.evaluate(MOVE, f"/?asof={day}&lang={lang}&q={ROBOTS}")
        expect(row.locator(".value-latest")).to_contain_text(latest)
        expect(row.locator(".mark-word")).to_have_text(status.label(lang))
    expect(row.locator(".other-basis")).to_contain_text("166")
