"""The methods: the one table behind the method page, the docs and the report's sheet."""

from collections.abc import Callable
from dataclasses import dataclass

from etl import catalogue
from etl.judge import rules
from etl.judge.cases import Cases, Found
from etl.vocabulary import Method, MethodClass, Status, Working

Find = Callable[[Cases], Found]

VERSION = 1
"""Version of the rules: the order of decision, the methods and the chance. It is one higher as soon as any of them may
judge the same figures differently; it stands in every verdict and every citation."""


@dataclass(frozen=True, slots=True)
class Classed:
    """A class of a method, and how it reads on Milepost's own scale; None where the method knows no target."""

    method: Method
    name: MethodClass
    status: Status | None = None

    def cut_off(self, lang: str) -> str:
        """The numbers that fall into it."""
        return _text(f"{self.method}.{self.name}", lang)


@dataclass(frozen=True, slots=True)
class Beside:
    """A second number that a method classes apart from the first; no status rests on it."""

    name: Working
    classes: tuple[Classed, ...]
    find: Find


@dataclass(frozen=True, slots=True)
class Described:
    """A method, its words in the catalogue and the function that works it out. Classes are best first, as `Found.rank`
    counts them."""

    id: Method
    classes: tuple[Classed, ...]
    source: str
    find: Find
    read_in_original: bool | None = True  # None: the rule is Milepost's own
    has_remark: bool = False
    beside: Beside | None = None

    def rule(self, lang: str) -> str:
        """The rule with its formula."""
        return _text(f"{self.id}.rule", lang)

    def measure(self, lang: str) -> str:
        """The name of its number."""
        return _text(f"{self.id}.measure", lang)

    def needs(self, lang: str) -> str:
        """What it needs to be known."""
        return _text(f"{self.id}.needs", lang)

    def remark(self, lang: str) -> str:
        """What else is to be said of it; "" for nothing."""
        return _text(f"{self.id}.remark", lang) if self.has_remark else ""

    def reading(self, lang: str) -> str:
        """Whether the rule was read where its owner states it, and what else is to be said of that."""
        keys = {None: (), True: ("read",), False: ("not_read",)}[self.read_in_original]
        return catalogue.flow((*(_text(key, lang) for key in keys), self.remark(lang)), lang)


def _text(key: str, lang: str) -> str:
    return catalogue.of("methods", lang)(key)


def _classes(method: Method, *rows: tuple[MethodClass, Status | None]) -> tuple[Classed, ...]:
    return tuple(Classed(method, name, status) for name, status in rows)


C = MethodClass
SCALE = (Status.on_track, Status.behind, Status.far_behind, Status.wrong_direction)
ON_TRACK, BEHIND, FAR_BEHIND, WRONG_DIRECTION = SCALE
EUROSTAT = (
    "Eurostat, Sustainable development in the European Union: monitoring report on progress towards the SDGs in an "
    "EU context, annex on how trends are calculated, yearly, Luxembourg"
)
TREND = _classes(
    Method.eurostat_trend,
    *((name, None) for name in (C.significant_progress, C.moderate_progress, C.no_change)),
    *((name, None) for name in (C.moderate_deterioration, C.significant_deterioration)),
)

DESCRIBED = (
    Described(
        id=Method.linear_pace,
        classes=_classes(
            Method.linear_pace,
            (C.on_track, ON_TRACK),
            (C.behind, BEHIND),
            (C.far_behind, FAR_BEHIND),
            (C.wrong_direction, WRONG_DIRECTION),
        ),
        source="Milepost",
        find=rules.linear_pace,
        read_in_original=None,
        has_remark=True,
    ),
    Described(
        id=Method.eurostat_cagr,
        classes=_classes(
            Method.eurostat_cagr,
            (C.significant_progress, ON_TRACK),
            (C.moderate_progress, BEHIND),
            (C.insufficient_progress, FAR_BEHIND),
            (C.movement_away, WRONG_DIRECTION),
        ),
        source=EUROSTAT,
        find=rules.eurostat_cagr,
    ),
    Described(
        id=Method.eurostat_trend,
        classes=TREND,
        source=EUROSTAT,
        find=rules.eurostat_trend,
        beside=Beside(Working.long_growth, TREND, rules.eurostat_long_trend),
    ),
    Described(
        id=Method.open_sdg,
        classes=_classes(
            Method.open_sdg,
            (C.achieved, ON_TRACK),
            (C.substantial_progress, ON_TRACK),
            (C.moderate_progress, BEHIND),
            (C.limited_progress, FAR_BEHIND),
            (C.deterioration, WRONG_DIRECTION),
        ),
        source="Open SDG 2.4, documentation and code of its progress measure, 2024; as run by Statistics Canada",
        find=rules.open_sdg,
    ),
    Described(
        id=Method.destatis_projection,
        classes=_classes(
            Method.destatis_projection,
            (C.sun, ON_TRACK),
            (C.sun_with_cloud, BEHIND),
            (C.cloud, FAR_BEHIND),
            (C.thunderstorm, WRONG_DIRECTION),
        ),
        source=(
            "Statistisches Bundesamt (Destatis), Nachhaltige Entwicklung in Deutschland: Indikatorenbericht, "
            "weather symbols, every two years, Wiesbaden"
        ),
        find=rules.destatis_projection,
    ),
    Described(
        id=Method.escap,
        classes=_classes(
            Method.escap,
            (C.will_meet, ON_TRACK),
            (C.accelerate, BEHIND),
            (C.no_progress_expected, WRONG_DIRECTION),
        ),
        source=(
            "UN ESCAP, Asia and the Pacific SDG Progress Report, technical notes on the progress assessment, "
            "yearly, Bangkok"
        ),
        find=rules.escap,
        has_remark=True,
        beside=Beside(
            Working.current_status,
            _classes(
                Method.escap,
                (C.on_track, None),
                (C.slow, None),
                (C.regression, None),
            ),
            rules.escap_current,
        ),
    ),
    Described(
        id=Method.sdsn_trend,
        classes=_classes(
            Method.sdsn_trend,
            (C.maintaining, ON_TRACK),
            (C.on_track, ON_TRACK),
            (C.moderately_improving, BEHIND),
            (C.stagnating, FAR_BEHIND),
            (C.decreasing, WRONG_DIRECTION),
        ),
        source=(
            "Sachs, Lafortune, Fuller and others (SDSN): Sustainable Development Report, annex on methods, "
            "yearly, Dublin University Press, Dublin"
        ),
        find=rules.sdsn_trend,
        has_remark=True,
    ),
    Described(
        id=Method.acceleration_factor,
        classes=_classes(
            Method.acceleration_factor,
            (C.on_track, ON_TRACK),
            (C.off_track, BEHIND),
            (C.well_off_track, FAR_BEHIND),
            (C.wrong_direction, WRONG_DIRECTION),
        ),
        source="State of Climate Action 2023, World Resources Institute and others, 2023, Washington, DC",
        find=rules.acceleration_factor,
        read_in_original=False,
        has_remark=True,
    ),
    Described(
        id=Method.unsd_2022,
        classes=_classes(
            Method.unsd_2022,
            (C.on_track, ON_TRACK),
            (C.fair, BEHIND),
            (C.limited, FAR_BEHIND),
            (C.deterioration, WRONG_DIRECTION),
        ),
        source="UN Statistics Division, Sustainable Development Goals Progress Chart: technical note, 2022, New York",
        find=rules.unsd_2022,
        read_in_original=False,
        has_remark=True,
    ),
)

METHODS: dict[Method, Described] = {described.id: described for described in DESCRIBED}
