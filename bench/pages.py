"""Bytes, requests and times of the pages, beside minimal pages of Vizro and Streamlit with the same table and chart.

`python -m bench.pages` prints two tables: the first view in Chromium, and how long the server takes for what a reader
does, with the shipped data and with 5,000 targets (the shipped ones, copied). Exits with 1 where a limit is missed.
"""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from programs import chromium
from rich.console import Console
from rich.table import Table

from bench import interactions, rival_pages
from bench.as_of import DAY, SERIES, SHIPPED, filled
from bench.first_view import Asked, Seen, first_view
from etl import pipeline
from etl.store import query
from etl.store.database import open_database

WORDS = "Are the promises kept?"
TARGET = "Industrial robot density"
COPIES = 34  # times the shipped 149 targets: somewhat over 5,000
MOST_BYTES, SHARE_OF_STREAMLIT = 1.2e6, 0.5
MOST_SECONDS = {"shipped": 0.1, "5,000 targets": 0.3}
COLUMNS = ["title", "status", "baseline_value", "value", "target_value", "deadline", "chance", "published_on"]

out = Console(width=110)


def main() -> int:
    """Measures and prints everything; 1 where a limit is missed."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        url = _loaded(folder)
        kept = [*_first_views(folder, url), *_server(folder, url)]
    for is_kept, words in kept:
        out.print(f"{'kept  ' if is_kept else 'MISSED'}  {words}", highlight=False)
    return int(not all(is_kept for is_kept, _ in kept))


def _loaded(folder: Path) -> str:
    """The URL of a database with the shipped data; the rivals' table and series lie beside it as CSV."""
    url = f"sqlite:///{folder}/milepost.db"
    engine = open_database(url, create=True)
    pipeline.load_files(engine, SHIPPED, by="bench")
    status = query.status(engine, DAY).rename(columns={"name_en": "title"})
    status[COLUMNS].to_csv(folder / "table.csv", index=False)
    query.observations(engine, DAY, [SERIES]).to_csv(folder / "series.csv", index=False)
    engine.dispose()
    return url


def _first_views(folder: Path, url: str) -> list[tuple[bool, str]]:
    with ExitStack() as stack:
        base = stack.enter_context(rival_pages.milepost(url))
        asked = [
            Asked("Milepost, overview", f"{base}/?asof={DAY}", WORDS, ".lengths .length"),
            Asked("Milepost, target", f"{base}/target/robot-density-492?asof={DAY}", TARGET),
            *_rivals(stack, folder),
        ]
        browser = stack.enter_context(sync_playwright()).chromium.launch(executable_path=chromium())
        seen = {one.name: first_view(browser, one) for one in asked}
        browser.close()
    out.print(_table(seen))
    return list(_limits(seen))


def _rivals(stack: ExitStack, folder: Path) -> list[Asked]:
    """The rivals' pages; none, and a word why, where they cannot be installed."""
    try:
        rival_pages.install()
    except rival_pages.NoRivals as why:
        out.print(f"The rivals are not measured, they cannot be installed: {why}")
        return []
    return [
        Asked("Vizro", stack.enter_context(rival_pages.vizro(folder)), WORDS),
        Asked("Streamlit", stack.enter_context(rival_pages.streamlit(folder)), WORDS),
    ]


def _table(seen: dict[str, Seen]) -> Table:
    table = Table("First view, cold", "MB", "Requests", "First words, ms", "First chart, ms", box=None)
    least = seen["Milepost, target"]
    for name, one in seen.items():
        times = (_ratio(one.words, least.words), _ratio(one.chart, least.chart))
        table.add_row(name, _ratio(one.bytes, least.bytes, 1e6, 2), f"{one.requests:.0f}", *times)
    return table


def _ratio(value: float, least: float, unit: float = 1, digits: int = 0) -> str:
    return f"{value / unit:,.{digits}f} ({value / least:.1f}×)"


def _limits(seen: dict[str, Seen]) -> Iterator[tuple[bool, str]]:
    for name in ("Milepost, overview", "Milepost, target"):
        size = seen[name].bytes
        yield size <= MOST_BYTES, f"{name}: {size / 1e6:.2f} MB of at most {MOST_BYTES / 1e6} MB"
    if "Streamlit" in seen:
        share = seen["Milepost, target"].chart / seen["Streamlit"].chart
        yield share <= SHARE_OF_STREAMLIT, f"first chart in {share:.2f} of Streamlit's time, at most 0.5"


def _server(folder: Path, url: str) -> list[tuple[bool, str]]:
    found = {"shipped": list(interactions.measured(interactions.reader(url)))}
    many = f"sqlite:///{folder}/many.db"
    with filled(many, COPIES):
        found["5,000 targets"] = list(interactions.measured(interactions.reader(many)))
    table = Table("At the server, ms", *(f"{name}, {what}" for name in found for what in ("median", "95 %")), box=None)
    for rows in zip(*found.values(), strict=True):
        table.add_row(rows[0][0], *(f"{1000 * value:.0f}" for _, middle, high in rows for value in (middle, high)))
    out.print(table)
    return [
        (high <= MOST_SECONDS[name], f"{act}, {name}: {1000 * high:.0f} ms of {1000 * MOST_SECONDS[name]:.0f} ms")
        for name, rows in found.items()
        for act, _middle, high in rows
    ]


if __name__ == "__main__":
    sys.exit(main())
