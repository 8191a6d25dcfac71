"""Numbers, periods and days as words of a sentence."""

import json
from collections.abc import Mapping
from datetime import date

from babel.dates import format_date, format_skeleton
from babel.numbers import format_compact_decimal, format_decimal

from etl import catalogue
from etl.catalogue import LOCALES
from etl.judge.known import LOWER_BOUNDS, UPPER_BOUNDS
from etl.normalise.periods import read_period
from etl.normalise.units import read_unit
from etl.vocabulary import Comparator, Frequency, Kind, Method, Obstacle, Qualifier, Working

MONEY = ("CNY", "USD", "EUR")
WHOLE_FROM = 100  # a change per year is worked out: from here on without decimals
SCALES = (1e12, 1e9, 1e6)
OPPOSITE = {Comparator.at_most: Comparator.at_least, Comparator.at_least: Comparator.at_most}

PLAIN = (Qualifier.exact, Qualifier.between)  # of what is worked out from a range, the lower end is told

IS = {Qualifier.exact: "is_exact", Qualifier.between: "is_exact", Qualifier.about: "is_about"} | {
    Qualifier.nearly: "is_nearly"
}
"""Texts of a number as a predicate; the other qualifiers share one."""

SHARES = (Working.progress_share, Working.time_share)
GROWTHS = (Working.actual_growth, Working.required_growth, Working.short_growth, Working.long_growth)
MEASURED_IN_PER_CENT = (Method.eurostat_trend, Method.destatis_projection, Method.sdsn_trend)
LEVELS = (Working.first_value, Working.projected)
PLAIN_NUMBERS = {
    Working.limit_factor: "#,##0.00",
    Working.score: "#,##0.0",
    Working.current_status: "#,##0.0",
    Working.anticipated: "#,##0.0",
}
"""Numbers without a unit; what is in none of these is a change per year."""


class Words(Mapping):
    """The parts of a sentence by name, each made when it is asked for. Absent values of the row are None or NaN."""

    def __init__(self, row: Mapping[str, object], lang: str):
        self.row = {name: None if value != value else value for name, value in row.items()}  # NaN differs from itself
        self.lang, self.texts = lang, catalogue.of("measures", lang)
        self.workings = json.loads(self.row.get("workings") or "{}")

    def __getitem__(self, name: str) -> str:
        return getattr(self, name)()

    def __iter__(self):
        return iter(())

    def __len__(self) -> int:
        return 0

    def get(self, name: str, default: object = None) -> object:
        """The row's value of that name; the default where it is absent."""
        value = self.row.get(name)
        return default if value is None else value

    def latest(self) -> str:
        """The latest reading with its qualifier and unit: "more than 340 platforms"."""
        return self._qualified(self._qualifier().label(self.lang))

    def latest_is(self) -> str:
        """The latest reading as a predicate: 为470台, 超过340个, 在480至500之间."""
        value, high = self.row["value"], self.get("high")
        if high is not None:
            return self.texts("is_range", low=self._bare(value), high=self.measured(high))
        return self._is(self.measured(value))

    def second(self) -> str:
        """The other reading of a changed basis."""
        return self.measured(self.row["second_value"])

    def target(self) -> str:
        """The target with its comparator and unit: "at least 492 robots"; a change from a baseline of 0 as a fall."""
        value, high = self.get("target_value"), self.get("target_high")
        if value is None:
            return self.texts("no_target")
        if self.is_of_changes() and value < 0:
            return self._fall(value, high)
        if self.get("kind") == Kind.growth_per_year:
            return self.texts("growth", rate=self.target_rate())
        return self._compared(self._comparator(), value, high)

    def aim(self) -> str:
        """The number at the end of the path."""
        return self._bare(self.row["target_value"], self.get("target_high"))

    def baseline(self) -> str:
        """The baseline's value."""
        return self._bare(self.row["baseline_value"])

    def baseline_period(self) -> str:
        """The baseline's period."""
        return self._when(self.row["baseline_period"])

    def period(self) -> str:
        """The latest reading's period."""
        return self._when(self.row["period"])

    def second_period(self) -> str:
        """The other reading's period."""
        return self._when(self.row["second_period"])

    def basis(self) -> str:
        """The latest reading's basis: its code, in Chinese what it is."""
        words = self.get("basis_zh") if self.lang == "zh" else None
        return str(words or self.get("basis") or self.texts("no_basis"))

    def progress(self) -> str:
        """Share of the distance closed, in per cent; of a bound the least, of an approximation about that."""
        qualifier, share = self._qualifier(), self.share(self.row["progress_share"])
        if qualifier in PLAIN:
            return share
        word = Qualifier.at_least if qualifier in (*LOWER_BOUNDS, *UPPER_BOUNDS) else Qualifier.about
        return self._after(word.label(self.lang), share)

    def time(self) -> str:
        """Share of the time used, in per cent."""
        return self.share(self.row["time_share"])

    def actual(self) -> str:
        """Change per year, signed."""
        return self.change(self.row["actual_per_year"])

    def required(self) -> str:
        """Change per year still needed, signed."""
        return self.change(self.row["required_per_year"])

    def compounded(self) -> str:
        """The changes of a span compounded, in per cent: its share of the straight path from 0."""
        row = self.row
        return self._per_cent(row["progress_share"] * row["required_value"] / row["time_share"], is_signed=True)

    def actual_rate(self) -> str:
        """Mean growth per year, with the word before the figure that it rests on."""
        qualifier, rate = self._qualifier(), self._per_cent(self.row["actual_per_year"])
        return rate if qualifier in PLAIN else self._after(qualifier.label(self.lang), rate)

    def actual_rate_is(self) -> str:
        """Mean growth per year as a predicate: 为22.4%, 超过22.4%."""
        return self._is(self._per_cent(self.row["actual_per_year"]))

    def actual_growth(self) -> str:
        """Compound growth per year since the baseline, signed, with the word before the figure that it rests on."""
        rate = self.working_text(Working.actual_growth)
        return rate if self._qualifier() in PLAIN else self._after(self._qualifier().label(self.lang), rate)

    def required_growth(self) -> str:
        """Compound growth per year from the baseline to the target, signed."""
        return self.working_text(Working.required_growth)

    def mean_change(self) -> str:
        """Mean yearly change of late, signed."""
        return self.working_text(Working.mean_change)

    def projected(self) -> str:
        """The latest value carried on to the deadline."""
        return self.working_text(Working.projected)

    def expected(self) -> str:
        """The forecast's central value for the deadline."""
        return self.measured(rough(self.row["expected"]))

    def spread(self, low: float, high: float) -> str:
        """Two values worked out, as a range with its unit: "between 4,840 and 7,120 GW", "4,840至7,120吉瓦"."""
        return self._compared(Comparator.between, rough(low), rough(high))

    def short_growth(self) -> str:
        """Growth per year over five years, signed, in the wanted direction."""
        return self.working_text(Working.short_growth)

    def obstacle(self) -> str:
        """What stands against the method."""
        return Obstacle(self.get("obstacle", Obstacle.undefined)).label(self.lang)

    def anticipated(self) -> str:
        """Anticipated progress, 10 for the target."""
        return self.working_text(Working.anticipated)

    def current_status(self) -> str:
        """Progress up to the latest figure, 10 for the target."""
        return self.working_text(Working.current_status)

    def recent_per_year(self) -> str:
        """Change per year since the earlier figure, signed."""
        return self.working_text(Working.recent_per_year)

    def needed_per_year(self) -> str:
        """Change per year from the earlier figure to the target, signed."""
        return self.working_text(Working.needed_per_year)

    def first_value(self) -> str:
        """The earlier figure."""
        return self.working_text(Working.first_value)

    def slope(self) -> str:
        """Slope of the last five years, signed."""
        return self.working_text(Working.slope)

    def required_per_year(self) -> str:
        """Change per year from the latest figure to the target, signed."""
        return self.working_text(Working.required_per_year)

    def working_text(self, name: Working) -> str:
        """One of the method's own numbers with its unit: a growth in per cent, a change in the unit, a plain score."""
        value = self.workings[name]
        if name in SHARES:
            return self.share(value)
        if name in GROWTHS:
            return self._per_cent(value * 100, is_signed=True)
        if name in LEVELS:
            return self.measured(rough(value) if name is Working.projected else value)
        if name in PLAIN_NUMBERS:
            return self._number(value, PLAIN_NUMBERS[name])
        return self.change(value)

    def own_number(self) -> str:
        """The method's own number: a share or a growth in per cent, a score with one decimal, a ratio with two."""
        method, value = Method(self.row["method"]), self.row["ratio"]
        if method in MEASURED_IN_PER_CENT:
            is_growth = method is Method.eurostat_trend
            return self._per_cent(value * 100, "#,##0.0" if is_growth else "#,##0", is_signed=is_growth)
        return self._number(value, "#,##0.0" if method is Method.escap else "#,##0.00")

    def is_ended(self) -> bool:
        """Whether the series ended before the deadline, so that the deadline's own figure will never be there."""
        ended, deadline = self.get("discontinued"), self.get("deadline")
        return ended is not None and deadline is not None and str(ended) < str(deadline)

    def is_before_deadline(self) -> bool:
        """Whether the latest reading's period ends before the deadline."""
        return str(read_period(str(self.row["period"])).end) < str(self.row["deadline"])

    def target_rate(self) -> str:
        """Growth per year stated, with its comparator."""
        ends = [self._per_cent(end, "#,##0.##") for end in self._target_ends()]
        return self._joined(self._comparator(), ends)

    def deadline(self) -> str:
        """The deadline as a day; the words "the deadline" where there is none."""
        day = self.get("deadline")
        return self.texts("no_deadline") if day is None else day_in_words(day, self.lang)

    def ended(self) -> str:
        """Last day of a series that was ended."""
        return day_in_words(self.row["discontinued"], self.lang)

    def is_of_changes(self) -> bool:
        """Whether the target is a change on a series of yearly changes, so that its number is no level."""
        return self.get("kind") == Kind.change and not self.get("target_is_derived", False)

    def _qualifier(self) -> Qualifier:
        return Qualifier(self.get("qualifier", Qualifier.exact))

    def _is(self, number: str) -> str:
        return self.texts(IS.get(self._qualifier(), "is"), number=number, word=self._qualifier().label(self.lang))

    def _comparator(self) -> Comparator | None:
        found = self.get("comparator")
        return Comparator(found) if found else None

    def _target_ends(self) -> list[float]:
        ends = [self.row["target_value"], self.get("target_high")]
        return [end for end in ends if end is not None]

    def _qualified(self, word: str) -> str:
        value, high = self.row["value"], self.get("high")
        if high is not None:
            return self._compared(Comparator.between, value, high)
        return self._after(word, self.measured(value))

    def _fall(self, value: float, high: float | None) -> str:
        """A negative change in words: a change of at most −17 % is a fall of at least 17 %."""
        comparator = self._comparator()
        ends = [self._per_cent(abs(end), "#,##0.##") for end in sorted({value, value if high is None else high})[::-1]]
        return self.texts("fall", amount=self._joined(OPPOSITE.get(comparator, comparator), ends))

    def _compared(self, comparator: Comparator | None, value: float, high: float | None) -> str:
        if high is None:
            return self._joined(comparator, [self.measured(value)])
        return self._joined(comparator, [self._bare(value), self.measured(high)])

    def _joined(self, comparator: Comparator | None, ends: list[str]) -> str:
        """One number after its word, or both ends of a range."""
        if len(ends) > 1:
            return self.texts("range", low=ends[0], high=ends[1])
        if comparator is Comparator.exactly:
            return self.texts("exactly", number=ends[0])
        return self._after("" if comparator is None else comparator.label(self.lang), ends[0])

    def _after(self, word: str, number: str) -> str:
        return qualified(word, number, self.lang)

    def measured(self, value: float, is_signed: bool = False) -> str:
        """A number with the target's unit, of money as the language says it."""
        unit = (self.get("unit_zh") if self.lang == "zh" else None) or self.get("unit", "")
        number = self._bare(value, None, is_signed)
        if self._is_money() or not unit:
            return number
        return self.texts("in_per_cent" if unit.startswith("%") else "measured", number=number, unit=unit)

    def change(self, value: float) -> str:
        """A signed change, in the unit; a share moves by percentage points, a yearly rate stays in per cent."""
        if self.get("unit") != "%" or self.is_of_changes():
            return self.measured(value, is_signed=True)
        return self.texts("points", number=self._bare(value, None, is_signed=True))

    def _is_money(self) -> bool:
        return self.lang == "en" and bool(self.get("unit")) and read_unit(self.row["unit"]).base in MONEY

    def _bare(self, value: float, high: float | None = None, is_signed: bool = False) -> str:
        """A value or range without its unit, but for money, where the scale belongs to the number."""
        ends = [value] if high is None else [value, high]
        if self._is_money():
            return self._money(ends, is_signed)
        pattern = "#,##0" if is_signed and abs(value) >= WHOLE_FROM else "#,##0.##"
        return "–".join(self._number(end, pattern, is_signed) for end in ends)

    def _money(self, ends: list[float], is_signed: bool) -> str:
        """Amounts as English writes them: 1,061 of CNY 100 million are CNY 106.1 billion."""
        found = read_unit(self.row["unit"])
        largest = max(abs(end) for end in ends) * found.factor
        scale = next((scale for scale in SCALES if largest >= scale), 1)
        word = format_compact_decimal(scale, format_type="long", locale=LOCALES[self.lang]).removeprefix("1")
        numbers = [self._number(end * found.factor / scale, "#,##0.##", is_signed) for end in ends]
        return f"{found.base} {'–'.join(numbers)}{word}"

    def _number(self, value: float, pattern: str, is_signed: bool = False) -> str:
        plain = format_decimal(value, format=pattern, locale=LOCALES[self.lang]).replace("-", "−")
        is_zero = not any(digit in plain for digit in "123456789")
        return plain.lstrip("−") if is_zero else f"+{plain}" if is_signed and value > 0 else plain

    def share(self, share: float) -> str:
        """A share of 1 in per cent."""
        return self._per_cent(share * 100, "#,##0")

    def _per_cent(self, value: float, pattern: str = "#,##0.0", is_signed: bool = False) -> str:
        return self.texts("percent", number=self._number(value, pattern, is_signed))

    def _when(self, label: str) -> str:
        """A period in words: "2024", "May 2018", "the 1st quarter of 2021", "2024年"."""
        period = read_period(label)
        match period.frequency:
            case Frequency.year:
                return self.texts("year", year=label)
            case Frequency.quarter:
                quarter = format_date(period.end, "QQQQ", locale=LOCALES[self.lang])
                return self.texts("quarter", quarter=quarter, year=period.end.year)
            case Frequency.month:
                return format_skeleton("yMMMM", period.end, locale=LOCALES[self.lang])
            case Frequency.day:
                return day_in_words(period.end, self.lang)
        return label


def qualified(word: str, number: str, lang: str) -> str:
    """A number after its word; the number alone where there is none: "nearly 50", "近50"."""
    return catalogue.of("measures", lang)("qualified", word=word, number=number) if word else number


def day_in_words(day: date | str, lang: str) -> str:
    """A day of a sentence: "20 November 2024", "2024年11月20日"."""
    found = date.fromisoformat(day) if isinstance(day, str) else day
    return format_date(found, "long", locale=LOCALES[lang])


def rough(value: float, digits: int = 3) -> float:
    """The digits to which a value that is worked out is told."""
    return float(f"{value:.{digits}g}")
