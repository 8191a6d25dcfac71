"""Series on an index: each is 100 in one year, so that their courses can be compared whatever their levels.

A reading is divided by the reading of the base year on its own basis; a basis that has none is left out, since values
on two bases are not compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.figures.readings import Reading
from etl.vocabulary import Frequency, Qualifier

FULL = 100.0
FIRM = (Qualifier.exact, Qualifier.about)

Runs = Sequence[Sequence[Reading]]


@dataclass(frozen=True)
class Offer:
    """The years that may be the base of an index, the newest first; where there is none, the end of the key of the text
    that says why."""

    years: tuple[str, ...]
    reason: str = ""


def offer(of_series: Sequence[Runs]) -> Offer:
    """Which years all series have in common, by the runs of each (its readings of one basis each, by time).

    Only whole years count, with one value above zero that is not a mere bound.
    """
    if not of_series or not all(of_series):
        return Offer((), "no_figures")
    found = [_years(runs) for runs in of_series]
    if not all(found):
        return Offer((), "not_yearly")
    common = set.intersection(*(set(years) for years in found))
    if not common:
        return Offer((), "no_common_year")
    fit = sorted((year for year in common if all(years[year] for years in found)), reverse=True)
    return Offer(tuple(fit)) if fit else Offer((), "not_positive")


def _years(runs: Runs) -> dict[str, bool]:
    """The years of which there is a firm value on some basis, and whether one of them is above zero."""
    found: dict[str, bool] = {}
    for one in (one for run in runs for one in run if _is_firm(one)):
        found[one.period] = found.get(one.period, False) or one.value > 0
    return found


def _is_firm(one: Reading) -> bool:
    return one.frequency == Frequency.year and one.high is None and one.qualifier in FIRM


def indexed(runs: Runs, base: str) -> list[list[Reading]]:
    """The runs with their values per 100 of the base year's; runs without a firm value above zero then are left out."""
    found = []
    for run in runs:
        start = next((one.value for one in run if one.period == base and _is_firm(one) and one.value > 0), None)
        if start is not None:
            found.append([_per_hundred(one, start) for one in run])
    return found


def _per_hundred(one: Reading, start: float) -> Reading:
    high = None if one.high is None else FULL * one.high / start
    published = one.published_value if one.is_converted else None
    return replace(one, value=FULL * one.value / start, high=high, published_value=published)
