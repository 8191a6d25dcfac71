"""What is registered: codes, units, series and bases, from the tables and from the rows about to be loaded."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from etl.normalise.rows import Row
from etl.vocabulary import Measured


@dataclass
class Register:
    """Codes in use by sheet, and what reading other rows needs to know of them. `today`: nothing is published after."""

    today: date
    codes: dict[str, set[str]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)  # indicator → unit
    measured: dict[str, Measured] = field(default_factory=dict)  # indicator → stock or flow
    indicators: dict[str, str] = field(default_factory=dict)  # series → indicator
    publishers: dict[str, str] = field(default_factory=dict)  # series → publisher
    bases: dict[str, set[str]] = field(default_factory=dict)  # series → basis codes
    issued: dict[str, date] = field(default_factory=dict)  # policy → day
    aims: dict[str, str | None] = field(default_factory=dict)  # target → indicator
    slugs: dict[str, str] = field(default_factory=dict)  # slug → target
    links: dict[str, set[tuple[str, str]]] = field(default_factory=dict)  # target → links to others

    def known(self, sheet: str) -> set[str]:
        """Codes registered on that kind of sheet."""
        return self.codes.setdefault(sheet, set())

    def series_unit(self, series_id: str) -> str | None:
        """Unit of the series' indicator; None where either is not registered."""
        return self.units.get(self.indicators.get(series_id, ""))

    def add(self, row: Row) -> None:
        """Takes in what a row registers; rows of other sheets change nothing."""
        adder = _ADDERS.get(row.sheet.name)
        code = row.values.get(row.sheet.key[0])
        if adder and code:
            self.known(row.sheet.name).add(code)
            adder(self, code, row.values)

    def add_all(self, rows: Iterable[Row]) -> None:
        """Takes in all rows."""
        for row in rows:
            self.add(row)


def _add_policy(register: Register, code: str, values: dict) -> None:
    if values["issued"]:
        register.issued[code] = values["issued"].day


def _add_indicator(register: Register, code: str, values: dict) -> None:
    if values["unit"] and values["measured"]:
        register.units[code] = values["unit"]
        register.measured[code] = values["measured"]


def _add_series(register: Register, code: str, values: dict) -> None:
    register.indicators[code] = values["indicator_id"]
    register.publishers[code] = values["publisher"]


def _add_basis(register: Register, code: str, values: dict) -> None:
    if values["basis"]:
        register.bases.setdefault(code, set()).add(values["basis"])


def _add_target(register: Register, code: str, values: dict) -> None:
    register.aims[code] = values["indicator_id"]
    if values["slug"]:
        register.slugs.setdefault(values["slug"], code)


def _nothing_more(_register: Register, _code: str, _values: dict) -> None:
    pass


_ADDERS = {
    "bodies": _nothing_more,
    "areas": _nothing_more,
    "sectors": _nothing_more,
    "policies": _add_policy,
    "indicators": _add_indicator,
    "series": _add_series,
    "bases": _add_basis,
    "targets": _add_target,
}
