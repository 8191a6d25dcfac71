"""A verdict in plain words with its numbers, in English and Chinese."""

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from etl.normalise.periods import read_period
from etl.normalise.units import read_unit
from etl.vocabulary import Badge, Comparator, Frequency, Kind, Qualifier, Reason, Status

LOCALES = {"en": "en_GB", "zh": "zh_Hans_CN"}


def sentence(row: Mapping[str, object], lang: str) -> str:
    """The verdict of a status row in one or two sentences of `lang` ("en" or "zh").

    The row has the columns of `etl.store.query.status`; absent values are None.
    """
    words = _Words(row, lang)
    key = _key(row)
    text = TEXTS[key][0 if lang == "en" else 1].format_map(words)
    if row["status"] == Status.awaiting_data and row["detail"]:
        held = Status(row["detail"]).label(lang)
        text += f" Before the deadline: {held.lower()}." if lang == "en" else f"截止前判断：{held}。"
    return text[:1].upper() + text[1:]


def _key(row: Mapping[str, object]) -> str:
    """Which text fits: the status' own where the reason tells nothing more, and what inputs there are."""
    status, reason = Status(row["status"]), Reason(row["reason"])
    if reason is Reason.pace:
        return _pace_key(row)
    if reason is Reason.basis_differs:
        return "basis_differs" if row["second_value"] is not None else "basis_differs_alone"
    if reason is Reason.bound_not_enough and status is Status.awaiting_data:
        return "bound_awaited"
    if reason is Reason.deadline_observation and row["kind"] == Kind.growth_per_year:
        return f"mean_{status}"
    if reason in (Reason.deadline_observation, Reason.no_deadline, Reason.listed):
        suffix = "" if reason is not Reason.listed or row["value"] is not None else "_alone"
        return f"{reason}_{status}" if reason is Reason.deadline_observation else f"{reason}{suffix}"
    return str(reason)


def _pace_key(row: Mapping[str, object]) -> str:
    if row["kind"] == Kind.growth_per_year:
        return "pace_growth_recent" if Badge.recent_pace in row["badges"] else "pace_growth"
    return "pace" if row["progress_share"] is not None else "pace_recent"


TEXTS: Mapping[str, tuple[str, str]] = {
    "pace": (
        "{latest} in {period} closes {progress} of the distance from {baseline} ({baseline_period}) to {aim}, "
        "in {time} of the time.",
        "{period}为{latest}：从{baseline}（{baseline_period}）到{aim}的距离已走完{progress}，时间已用{time}。",
    ),
    "pace_recent": (
        "No figure is newer than the baseline. The last five years moved {actual} a year; {target} by {deadline} needs "
        "{required} a year.",
        "基期之后尚无新数据。近五年每年变化{actual}；要在{deadline}前达到{target}，每年需要{required}。",
    ),
    "pace_growth": (
        "Growth of {actual_rate} a year up to {period}, against {target_rate} a year stated.",
        "截至{period}年均增长{actual_rate}，目标为年均{target_rate}。",
    ),
    "pace_growth_recent": (
        "No figure of the target's own span yet. The latest five years up to {period} grew by {actual_rate} a year, "
        "against {target_rate} a year stated.",
        "目标期间尚无数据。截至{period}的近五年年均增长{actual_rate}，目标为年均{target_rate}。",
    ),
    "mean_achieved": (
        "Over the whole span growth was {actual_rate} a year; {target_rate} was stated.",
        "整个期间年均增长{actual_rate}，目标为{target_rate}。",
    ),
    "mean_missed": (
        "Over the whole span growth was {actual_rate} a year, short of the {target_rate} stated.",
        "整个期间年均增长{actual_rate}，低于{target_rate}的目标。",
    ),
    "listed": (
        "The document lists this figure; nobody aims at it. {latest} in {period}.",
        "该数字由文件列出，并非目标。{period}为{latest}。",
    ),
    "listed_alone": (
        "The document lists this figure; nobody aims at it.",
        "该数字由文件列出，并非目标。",
    ),
    "no_number": ("The document states no number, so nothing is measured.", "文件未给出数字，无从衡量。"),
    "ceiling": (
        "{target} is a ceiling that was announced, not a goal; it is counted with the targets it contributes to.",
        "{target}是公布的上限而非目标，计入其所支持的目标。",
    ),
    "not_measured": (
        "Nobody publishes this figure, so it cannot be judged.",
        "尚无人公布该数据，无法判断。",
    ),
    "only_proxies": (
        "The figure itself is not published. What is published measures something near and decides nothing.",
        "该数据本身未公布。已公布的仅为相近指标，不作判断依据。",
    ),
    "none_yet": ("On this day no figure was known yet.", "当日尚无任何数据。"),
    "count_reached": (
        "{latest} were counted in {period}; {target} was to be reached by {deadline}.",
        "{period}已达{latest}；目标为{deadline}前达到{target}。",
    ),
    "deadline_observation_achieved": (
        "{latest} in {period}, the period of the deadline; the target was {target}.",
        "截止期{period}为{latest}，目标为{target}。",
    ),
    "deadline_observation_missed": (
        "{latest} in {period} falls short of {target}.",
        "{period}为{latest}，未达到{target}。",
    ),
    "reached_later": (
        "Short at the deadline of {deadline}; {latest} in {period} reaches {target}.",
        "在{deadline}截止时未达到；{period}为{latest}，达到{target}。",
    ),
    "reached_undated": (
        "{latest} in {period} reaches {target}; whether it did by {deadline} is not known.",
        "{period}为{latest}，已达到{target}；是否在{deadline}前达到不明。",
    ),
    "reached": (
        "{latest} in {period} already satisfies the target of {target}.",
        "{period}为{latest}，已达到{target}的目标。",
    ),
    "basis_differs": (
        "{latest} in {period} stands on another basis ({basis}) than the target. The last figure on the target's own "
        "basis is {second} ({second_period}). The two are not compared.",
        "{period}的{latest}采用另一口径（{basis}），与目标口径不同。目标口径下的最新数据为{second}（{second_period}）。两者不作比较。",
    ),
    "basis_differs_alone": (
        "{latest} in {period} stands on another basis ({basis}) than the target, and no figure on the target's own "
        "basis is known.",
        "{period}的{latest}采用另一口径（{basis}），目标口径下尚无数据。",
    ),
    "deadline_passed": (
        "The deadline, {deadline}, has passed and its own figure is not published yet. The latest is {latest} in "
        "{period}.",
        "截止日期{deadline}已过，当期数据尚未公布。最新数据为{period}的{latest}。",
    ),
    "bound_awaited": (
        "The deadline, {deadline}, has passed. {latest} in {period} is only a bound, and it decides nothing about "
        "{target}.",
        "截止日期{deadline}已过。{period}的{latest}仅为界限，不足以判断是否达到{target}。",
    ),
    "bound_not_enough": (
        "{latest} in {period} is only a bound; it does not say whether the pace towards {target} is kept.",
        "{period}的{latest}仅为界限，不足以判断是否按进度走向{target}。",
    ),
    "no_deadline": (
        "{latest} in {period}, against {target}; the document sets no deadline.",
        "{period}为{latest}，目标为{target}；文件未设期限。",
    ),
    "target_behind_baseline": (
        "{latest} in {period}: the target of {target} lies behind its baseline of {baseline} and is not met.",
        "{period}为{latest}：目标{target}劣于基期{baseline}，且未达到。",
    ),
    "no_second_point": (
        "{latest} in {period} is short of {target}; a pace needs a second comparable figure.",
        "{period}为{latest}，未达到{target}；缺少可比的第二个数据，无法判断进度。",
    ),
    "method_not_applicable": (
        "{latest} in {period} is short of {target}; this method cannot judge the pace of this target.",
        "{period}为{latest}，未达到{target}；该方法不适用于此目标。",
    ),
}  # fmt: skip


class _Words(Mapping):
    """The parts of a sentence by name, each made when it is asked for."""

    def __init__(self, row: Mapping[str, object], lang: str):
        self.row, self.lang = row, lang

    def __getitem__(self, name: str) -> str:
        return getattr(self, f"_{name}")()

    def __iter__(self):
        return iter(())

    def __len__(self) -> int:
        return 0

    def _latest(self) -> str:
        row = self.row
        return self._measured(row["value"], row["high"], _QUALIFIED[Qualifier(row["qualifier"] or "exact")])

    def _target(self) -> str:
        row = self.row
        if row["target_value"] is None:
            return "the target" if self.lang == "en" else "目标"
        comparator = Comparator(row["comparator"]) if row["comparator"] else None
        return self._measured(row["target_value"], row["target_high"], _COMPARED.get(comparator, ""))

    def _second(self) -> str:
        return self._measured(self.row["second_value"], None, "")

    def _aim(self) -> str:
        return self._bare(self.row["target_value"], self.row["target_high"])

    def _baseline(self) -> str:
        return self._bare(self.row["baseline_value"], None)

    def _baseline_period(self) -> str:
        return self._when(self.row["baseline_period"])

    def _period(self) -> str:
        return self._when(self.row["period"])

    def _second_period(self) -> str:
        return self._when(self.row["second_period"])

    def _basis(self) -> str:
        return str(self.row["basis"] or ("unnamed" if self.lang == "en" else "未命名"))

    def _progress(self) -> str:
        return self._share(self.row["progress_share"])

    def _time(self) -> str:
        return self._share(self.row["time_share"])

    def _actual(self) -> str:
        return self._measured(self.row["actual_per_year"], None, "", signed=True)

    def _required(self) -> str:
        return self._measured(self.row["required_per_year"], None, "", signed=True)

    def _actual_rate(self) -> str:
        return self._per_cent(self.row["actual_per_year"])

    def _target_rate(self) -> str:
        comparator = Comparator(self.row["comparator"]) if self.row["comparator"] else None
        return _COMPARED.get(comparator, "") + self._per_cent(self.row["target_value"])

    def _deadline(self) -> str:
        day = self.row["deadline"]
        day = date.fromisoformat(day) if isinstance(day, str) else day
        return format_date(day, "d MMMM y" if self.lang == "en" else "y年M月d日", locale=LOCALES[self.lang])

    def _measured(self, value: float, high: float | None, before: str, signed: bool = False) -> str:
        unit = (self.row["unit_zh"] if self.lang == "zh" else None) or self.row["unit"] or ""
        number = before + self._bare(value, high, signed)
        return number if self._is_money() else f"{number}{' ' if unit and self.lang == 'en' else ''}{unit}"

    def _is_money(self) -> bool:
        return self.lang == "en" and bool(self.row["unit"]) and read_unit(self.row["unit"]).base in MONEY

    def _bare(self, value: float, high: float | None, signed: bool = False) -> str:
        """A value or range without its unit, but for money, where the scale belongs to the number."""
        ends = [value] if high is None else [value, high]
        if self._is_money():
            return _money(ends, self.row["unit"])
        return "–".join(self._number(end, signed) for end in ends)

    def _number(self, value: float, signed: bool = False) -> str:
        plain = format_decimal(value, format="#,##0.##", locale=LOCALES[self.lang])
        return f"+{plain}" if signed and value > 0 else plain.replace("-", "−")

    def _when(self, label: str) -> str:
        """A period in words: "2024", "May 2018", "2024年"."""
        period = read_period(label)
        if period.frequency is Frequency.year:
            return label if self.lang == "en" else f"{label}年"
        if period.frequency is Frequency.month:
            return format_date(period.end, "MMMM y" if self.lang == "en" else "y年M月", locale=LOCALES[self.lang])
        return label

    def _share(self, share: float) -> str:
        return self._per_cent(share * 100, "#,##0")

    def _per_cent(self, value: float, pattern: str = "#,##0.0") -> str:
        number = format_decimal(value, format=pattern, locale=LOCALES[self.lang]).replace("-", "−")
        return f"{number} %" if self.lang == "en" else f"{number}%"


MONEY = ("CNY", "USD", "EUR")
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def _money(ends: list[float], unit: str) -> str:
    """Amounts as English writes them: 1,061 of CNY 100 million are CNY 106.1 billion."""
    found = read_unit(unit)
    largest = max(abs(end) for end in ends) * found.factor
    scale, word = next(((scale, f" {word}") for scale, word in _SCALES if largest >= scale), (1, ""))
    numbers = [format_decimal(end * found.factor / scale, format="#,##0.##", locale=LOCALES["en"]) for end in ends]
    return f"{found.base} {'–'.join(numbers)}{word}"


_QUALIFIED = {
    Qualifier.exact: "", Qualifier.about: "~", Qualifier.nearly: "≲ ", Qualifier.just_over: "≳ ",
    Qualifier.more_than: "> ", Qualifier.at_least: "≥ ", Qualifier.less_than: "< ", Qualifier.at_most: "≤ ",
    Qualifier.between: "",
}  # fmt: skip
_COMPARED = {
    Comparator.at_least: "≥ ", Comparator.more_than: "> ", Comparator.at_most: "≤ ", Comparator.up_to: "≤ ",
    Comparator.about: "~", Comparator.exactly: "= ", Comparator.between: "",
}  # fmt: skip
