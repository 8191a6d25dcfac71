"""The robots' story on the shipped data: four days, a decision and its end, and the way from a number to its cell."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from playwright.sync_api import Page, expect

from app.main import Settings, create_app
from etl.decide import decide
from etl.store.database import open_database
from tests.app.conftest import TODAY, serve

ROBOTS = "robot-density-492"
FILE = Path(__file__).parents[2] / "data/observations-robots.xlsx"
STORY = {
    "2024-01-31": ("On track", "392"),
    "2024-12-01": ("On track", "470"),
    "2025-10-01": ("Achieved", "567"),
    "2026-06-15": ("Basis changed", "166"),
}
SUBJECT = {"series_id": "robot_density_cn", "basis": "NBS employment 2026"}
REBASED = SUBJECT | {"choice": "rebase", "to_basis": "IFR employment to 2025", "overlap": "2024"}
REBASED |= {"reason": "Both counts are known for 2024"}
REOPENED = SUBJECT | {"choice": "reopen", "reason": "The federation will publish a longer series"}


@pytest.fixture
def own(loaded_database, tmp_path) -> Iterator[sa.Engine]:
    """A database of its own that holds the shipped data."""
    shutil.copy(sa.make_url(loaded_database).database, tmp_path / "own.db")
    engine = open_database(f"sqlite:///{tmp_path}/own.db")
    yield engine
    engine.dispose()


@pytest.fixture
def live_own(own) -> Iterator[str]:
    """The address of a running app on that database."""
    yield from serve(create_app(Settings(str(own.url), today=lambda: TODAY)))


MOVE = "href => { history.pushState({}, '', href); dispatchEvent(new PopStateEvent('popstate')); }"


def test_four_days_a_decision_and_its_end(page: Page, own: sa.Engine, live_own: str):
    page.goto(f"{live_own}/target/{ROBOTS}?asof=2023-01-31")
    expect(page.locator("#target-tabs")).to_be_visible()
    for day, (status, latest) in STORY.items():
        page.evaluate(MOVE, f"/target/{ROBOTS}?asof={day}")
        expect(page.locator(".facts")).to_contain_text(latest)
        expect(page.locator(".verdict .mark-word")).to_have_text(status)
    choices = page.locator(".basis-choices tbody tr")
    expect(choices).to_contain_text(["last: Wrong direction", "last: Achieved", "last: Achieved"])
    page.get_by_text("Record a decision").click()
    expect(page.locator(".command").nth(1)).to_contain_text("--to 'IFR employment to 2025' --overlap 2024")

    decide(own, REBASED, by="Anna", on=date(2026, 5, 1))
    page.evaluate(MOVE, f"/target/{ROBOTS}?asof=2026-05-15")
    expect(page.locator(".target-meta").first).to_contain_text("by decision")
    expect(page.locator(".verdict .mark")).to_have_text("Deadline passed, data awaited" + "last: Achieved")
    decided = page.locator("section", has_text="Decisions on record")
    for words in ("1 May 2026", "Anna in force", "Both counts are known for 2024"):
        expect(decided).to_contain_text(words)
    expect(choices).to_have_count(0)

    decide(own, REOPENED, by="Bo", on=date(2026, 6, 1))
    page.evaluate(MOVE, f"/target/{ROBOTS}")
    expect(page.locator(".verdict .mark-word")).to_have_text("Basis changed")
    expect(choices).to_have_count(3)
    expect(decided.locator("li")).to_contain_text(["Anna no longer in force", "Open again · Bo"])


def test_a_number_leads_to_its_cell_and_on_to_its_file(phone: Page, live_shipped: str, tmp_path):
    phone.goto(f"{live_shipped}/target/{ROBOTS}")
    expect(phone.locator("#target-tabs")).to_be_visible()
    phone.locator(".facts").get_by_role("link", name="166").click()
    expect(phone).to_have_url(re.compile(r"/source/\d+\?sheet=by\+year\+density&cell=P22$"))
    cell = phone.locator("[aria-current=true] mark")
    expect(cell).to_have_text("166")
    expect(cell).to_be_in_viewport()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    with phone.expect_download() as waiting:
        phone.get_by_role("link", name="Original file").click()
    assert waiting.value.suggested_filename == FILE.name
    waiting.value.save_as(tmp_path / FILE.name)
    assert (tmp_path / FILE.name).read_bytes() == FILE.read_bytes()
