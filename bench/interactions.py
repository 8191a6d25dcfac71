"""How long the server takes to answer what a reader does: every call as the browser makes it, through the whole app."""

import json
import random
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from statistics import quantiles

from flask.testing import FlaskClient

from app.main import Settings, create_app
from app.serving import prepared
from etl.store import query
from etl.store.database import open_database
from etl.vocabulary import JUDGING, STRIP

TURNS = 60
WARMING = 5
TABS = ("methods", "revisions", "statement", "series", "")
FRAME, TAB, LIST = "main.children", "target-tabs.children", "overview-list.html"
WORDS = ("robot", "机器人", "energy", "vehicles", "share", "标准", "charging", "2030", "软件", "density")


@dataclass(frozen=True)
class Reader:
    """A caller of the app, the callbacks that it knows, and what there is to be opened."""

    client: FlaskClient
    callbacks: list[dict]
    slugs: list[str]
    today: date
    dice: random.Random

    def address(self, path: str, search: str, output: str = FRAME) -> None:
        """Makes the call that a changed address brings; fails where the answer is not a full one."""
        given = {"address.pathname": path, "address.search": search}
        callback = next(one for one in self.callbacks if output in one["output"])
        body = {
            "output": callback["output"],
            "outputs": [_one(*_split(part), {}) for part in callback["output"].strip(".").split("...")],
            "inputs": [_one(one["id"], one["property"], given) for one in callback["inputs"]],
            "state": [_one(one["id"], one["property"], given) for one in callback.get("state", [])],
            "changedPropIds": ["address.search"],
        }
        if len(body["outputs"]) == 1:
            body["outputs"] = body["outputs"][0]
        answer = self.client.post("/_dash-update-component", json=body, headers={"Accept-Encoding": "gzip"})
        assert answer.status_code == 200, (output, path, search, answer.status)

    def target(self) -> str:
        """The path of some target."""
        return f"/target/{self.dice.choice(self.slugs)}"

    def day(self) -> str:
        """A day of the last four years."""
        return (self.today - timedelta(days=self.dice.randrange(1, 1400))).isoformat()


def _split(part: str) -> tuple[str, str]:
    identifier, _, name = part.rpartition(".")
    return identifier, name.partition("@")[0]


def _one(identifier: str, name: str, given: Mapping[str, str]) -> object:
    """One input or output as the browser names it; all families where it stands for all."""
    if not identifier.startswith("{"):
        return {"id": identifier, "property": name, "value": given.get(f"{identifier}.{name}")}
    pattern = json.loads(identifier)
    return [{"id": pattern | {"family": str(one)}, "property": name, "value": None} for one in STRIP]


def reader(database: str) -> Reader:
    """A reader of an app on a database."""
    engine, today = open_database(database), date.today()
    slugs = list(query.status(engine, today).slug)
    engine.dispose()
    client = prepared(create_app(Settings(database))).test_client()
    return Reader(client, client.get("/_dash-dependencies").json, slugs, today, random.Random(1))


INTERACTIONS: Mapping[str, Callable[[Reader], None]] = {
    "open a target": lambda one: one.address(one.target(), ""),
    "switch the tab": lambda one: one.address(one.target(), f"?tab={one.dice.choice(TABS)}", TAB),
    "method": lambda one: one.address(one.target(), f"?method={one.dice.choice(JUDGING)}"),
    "method, overview": lambda one: one.address("/", f"?method={one.dice.choice(JUDGING)}"),
    "day": lambda one: one.address(one.target(), f"?asof={one.day()}"),
    "day, overview": lambda one: one.address("/", f"?asof={one.day()}"),
    "day, deadlines": lambda one: one.address("/deadlines", f"?asof={one.day()}"),
    "day, changes": lambda one: one.address("/changes", f"?asof={one.day()}"),
    "day, about": lambda one: one.address("/about", f"?asof={one.day()}"),
    "language": lambda one: one.address("/", f"?lang={one.dice.choice(('zh', 'en'))}"),
    "filter": lambda one: one.address("/", f"?status={one.dice.choice(list(STRIP))}", LIST),
    "policies": lambda one: one.address("/policies", f"?q={one.dice.choice(WORDS)}"),
    "deadlines": lambda one: one.address("/deadlines", f"?page={one.dice.randrange(1, 9)}"),
    "changes": lambda one: one.address("/changes", f"?lang={one.dice.choice(('zh', 'en'))}"),
    "methods": lambda one: one.address("/methods", ""),
    "about": lambda one: one.address("/about", ""),
    "compare": lambda one: one.address("/compare", f"?lang={one.dice.choice(('zh', 'en'))}"),
    "search everything": lambda one: one.address("/search", f"?q={one.dice.choice(WORDS)}"),
    "search": lambda one: one.address("/", f"?q={one.dice.choice(WORDS)}", LIST),
}


def measured(one: Reader, turns: int = TURNS) -> Iterator[tuple[str, float, float]]:
    """Each interaction with the median and the 95th percentile of its seconds."""
    for name, act in INTERACTIONS.items():
        seconds = list(islice(_timed(one, act), turns + WARMING))[WARMING:]
        parts = quantiles(seconds, n=20, method="inclusive")
        yield name, parts[9], parts[18]


def _timed(one: Reader, act: Callable[[Reader], None]) -> Iterator[float]:
    while True:
        start = time.perf_counter()
        act(one)
        yield time.perf_counter() - start
