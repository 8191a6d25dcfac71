"""The methods in words: the one table behind the method page, the docs and the report's sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from etl.judge import rules
from etl.judge.cases import Cases, Found
from etl.vocabulary import LANGUAGES, Method, MethodClass, Status, Working

Find = Callable[[Cases], Found]

VERSION = 1
"""Version of the rules: the order of decision, the methods and the chance. It is one higher as soon as any of them may
judge the same figures differently; it stands in every verdict and every citation."""


class Words(NamedTuple):
    """A text in both languages."""

    en: str
    zh: str

    def of(self, lang: str) -> str:
        """The text in `lang` ("en" or "zh")."""
        return self[LANGUAGES.index(lang)]


@dataclass(frozen=True, slots=True)
class Classed:
    """A class with its cut-off, and how it reads on Milepost's own scale; None where the method knows no target."""

    name: MethodClass
    cut_off: Words
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """A second number that a method classes apart from the first; no status rests on it."""

    name: Working
    classes: tuple[Classed, ...]
    find: Find


@dataclass(frozen=True, slots=True)
class Described:
    """A method in words, with the function that works it out. Classes are best first, as `Found.rank` counts them."""

    id: Method
    rule: Words
    measure: Words
    classes: tuple[Classed, ...]
    needs: Words
    source: str
    find: Find
    read_in_original: bool | None = True  # None: the rule is Milepost's own
    remark: Words | None = None
    beside: Beside | None = None

    def reading(self, lang: str) -> str:
        """Whether the rule was read where its owner states it, and what else is to be said of that."""
        read = "" if self.read_in_original is None else READ[self.read_in_original].of(lang)
        remark = "" if self.remark is None else self.remark.of(lang)
        return Words(f"{read} {remark}", f"{read}{remark}").of(lang).strip()


READ = {
    True: Words("Read in the original.", "读自原文。"),
    False: Words("Not read in the original.", "未读原文。"),
}


def _classes(*rows: tuple[MethodClass, str | Words, Status | None]) -> tuple[Classed, ...]:
    return tuple(Classed(name, Words(cut, cut) if isinstance(cut, str) else cut, status) for name, cut, status in rows)


C = MethodClass
SCALE = (Status.on_track, Status.behind, Status.far_behind, Status.wrong_direction)
ON_TRACK, BEHIND, FAR_BEHIND, WRONG_DIRECTION = SCALE
EUROSTAT = (
    "Eurostat, Sustainable development in the European Union: monitoring report on progress towards the SDGs in an "
    "EU context, annex on how trends are calculated, yearly, Luxembourg"
)
TREND = _classes(
    (C.significant_progress, "> 1 %", None),
    (C.moderate_progress, "> 0.1 %, ≤ 1 %", None),
    (C.no_change, "−0.1 % … 0.1 %", None),
    (C.moderate_deterioration, "≥ −1 %, < −0.1 %", None),
    (C.significant_deterioration, "< −1 %", None),
)

DESCRIBED = (
    Described(
        id=Method.linear_pace,
        rule=Words(
            "R = share of the distance closed ÷ share of the time used: ((y − b)/(T − b)) ÷ ((t − t0)/(tD − t0)). "
            "Where no figure is newer than the baseline, R is the slope of the last five years ÷ the change per year "
            "still needed.",
            "R ＝ 已完成差距的比例 ÷ 已用时间的比例：((y − b)/(T − b)) ÷ ((t − t0)/(tD − t0))。基期之后尚无数据时，"
            "R ＝ 最近五年的斜率 ÷ 今后每年所需的变化。",
        ),
        measure=Words("R", "R"),
        classes=_classes(
            (C.on_track, "R ≥ 0.95", ON_TRACK),
            (C.behind, "0.60 ≤ R < 0.95", BEHIND),
            (C.far_behind, "0 ≤ R < 0.60", FAR_BEHIND),
            (C.wrong_direction, "R < 0", WRONG_DIRECTION),
        ),
        needs=Words(
            "A baseline, a target beyond it in the wanted direction, a deadline, and a later figure or three of the "
            "last five years. Any sign.",
            "需有基期值、位于所求方向上的目标值与截止日，以及基期之后的数据或最近五年内的三个数据；正负不限。",
        ),
        source="Milepost",
        find=rules.linear_pace,
        read_in_original=None,
        remark=Words(
            "The straight line between baseline and target is the usual reading of a plan.",
            "基期与目标之间的直线是对规划的通常理解。",
        ),
    ),
    Described(
        id=Method.eurostat_cagr,
        rule=Words(
            "R = actual ÷ required compound growth per year, both from the target's own baseline: "
            "((y/b)^(1/(t − t0)) − 1) ÷ ((T/b)^(1/(tD − t0)) − 1). A target that is reached is in the best class "
            "whatever the trend; R of exactly 0 is insufficient, not movement away.",
            "R ＝ 实际年均复合增长率 ÷ 所需年均复合增长率，均以目标自身的基期为起点："
            "((y/b)^(1/(t − t0)) − 1) ÷ ((T/b)^(1/(tD − t0)) − 1)。目标已达到者，无论走势均列最佳一档；"
            "R恰为0属进展不足，而非背离。",
        ),
        measure=Words("R", "R"),
        classes=_classes(
            (C.significant_progress, Words("R ≥ 0.95, or reached", "R ≥ 0.95，或已达到"), ON_TRACK),
            (C.moderate_progress, "0.60 ≤ R < 0.95", BEHIND),
            (C.insufficient_progress, "0 ≤ R < 0.60", FAR_BEHIND),
            (C.movement_away, "R < 0", WRONG_DIRECTION),
        ),
        needs=Words(
            "Baseline, latest value and target all positive, a deadline, and a figure newer than the baseline.",
            "基期值、最新值与目标值均为正，有截止日，且有基期之后的数据。",
        ),
        source=EUROSTAT,
        find=rules.eurostat_cagr,
    ),
    Described(
        id=Method.eurostat_trend,
        rule=Words(
            "d · compound growth per year over the last five years, (y/y5)^(1/(t − t5)) − 1, where no target is asked "
            "for; the same over fifteen years stands beside it.",
            "d × 最近五年的年均复合增长率：(y/y5)^(1/(t − t5)) − 1，不涉及目标值；另列最近十五年的同一数值。",
        ),
        measure=Words("growth per year towards what is wanted", "朝所求方向的年均增长率"),
        classes=TREND,
        needs=Words(
            "The wanted direction, and a positive figure five years before the latest one (else the earliest since); "
            "the latest may be 0. It says nothing about a target, so it has no part in whether methods agree.",
            "需有所求方向，以及最新数据五年前（否则此后最早）的正值；最新值可以为0。"
            "此方法不涉及目标，故不参与各方法是否一致的判断。",
        ),
        source=EUROSTAT,
        find=rules.eurostat_trend,
        beside=Beside(Working.long_growth, TREND, rules.eurostat_long_trend),
    ),
    Described(
        id=Method.open_sdg,
        rule=Words(
            "v = s · d · actual growth per year ÷ |required growth per year|, both compound and from the baseline; "
            "s = −1 for a negative baseline, else 1. Without a target v = s · d · actual growth, and its cut-offs are "
            "multiplied by C where the quantity has a natural limit L: with a = 4.44, C = 1 if |b| ≥ 2|L|, "
            "1 − (|b|/|L|)^a if |b| ≤ |L|, else 1 − ((2|L| − |b|)/|L|)^a. Score with a target: 7.1429v − 4.2857, at "
            "most 5, from v = 0.6; else 4.1667v − 2.5, at least −5. Without one: 500v/C − 5, at most 5, from the first "
            "cut-off; 250v/C − 1.25 from the second; 500v/C − 2.5 from 0; else 125v − 2.5, at least −5; at the limit "
            "5 where v ≥ 0. A target or a baseline of 0 is taken as 0.001, as Open SDG does: there, and nowhere else "
            "here, the class depends on the unit.",
            "v ＝ s × d × 实际年均增长率 ÷ |所需年均增长率|，均为自基期起的复合增长；基期值为负时s = −1，否则为1。"
            "无目标值时 v ＝ s × d × 实际年均增长率；若该量有自然极限L，界限乘以C（a = 4.44）：|b| ≥ 2|L| 时 C = 1，"
            "|b| ≤ |L| 时 C = 1 − (|b|/|L|)^a，其余为 1 − ((2|L| − |b|)/|L|)^a。有目标值时的得分：v ≥ 0.6 为 "
            "7.1429v − 4.2857，至多5；否则为 4.1667v − 2.5，至少−5。无目标值时：达第一界限为 500v/C − 5，至多5；"
            "达第二界限为 250v/C − 1.25；v ≥ 0 为 500v/C − 2.5；否则为 125v − 2.5，至少−5；已处极限且 v ≥ 0 为5。"
            "与Open SDG一致，目标值或基期值为0时以0.001代替：仅此处的判断与单位有关。",
        ),
        measure=Words("v", "v"),
        classes=_classes(
            (C.achieved, Words("reached; score 5", "已达到，得分5"), ON_TRACK),
            (
                C.substantial_progress,
                Words("v ≥ 0.95; no target: v ≥ 1.5 % · C", "v ≥ 0.95；无目标值：v ≥ 1.5 % · C"),
                ON_TRACK,
            ),
            (
                C.moderate_progress,
                Words("0.60 ≤ v < 0.95; no target: v ≥ 0.5 % · C", "0.60 ≤ v < 0.95；无目标值：v ≥ 0.5 % · C"),
                BEHIND,
            ),
            (C.limited_progress, Words("0 ≤ v < 0.60; no target: v ≥ 0", "0 ≤ v < 0.60；无目标值：v ≥ 0"), FAR_BEHIND),
            (C.deterioration, "v < 0", WRONG_DIRECTION),
        ),
        needs=Words(
            "A baseline and a later figure of the same sign, the wanted direction; with a target also one of the same "
            "sign and a deadline.",
            "需有基期值、其后符号相同的数据与所求方向；有目标值时，目标值须符号相同且有截止日。",
        ),
        source="Open SDG 2.4, documentation and code of its progress measure, 2024; as run by Statistics Canada",
        find=rules.open_sdg,
    ),
    Described(
        id=Method.destatis_projection,
        rule=Words(
            "The mean yearly change Δ of the last six values is carried on to the deadline: H = y + Δ · (tD − t); "
            "miss = d · (T − H) ÷ |T − y|. A target that is reached already, or is to be met every year, is judged by "
            "whether it is met and by the sign of d · Δ alone. Of a range the weaker bound counts.",
            "将最近六个数据的年均变化Δ延续至截止日：H ＝ y + Δ × (tD − t)；缺口 ＝ d × (T − H) ÷ |T − y|。"
            "目标已达到、或须逐年达到者，仅看是否达到及 d × Δ 的正负。区间目标取较宽的一端。",
        ),
        measure=Words("miss", "缺口"),
        classes=_classes(
            (
                C.sun,
                Words("miss < 5 %; reached or yearly: met, d · Δ ≥ 0", "缺口 < 5 %；已达到或逐年目标：达到且 d·Δ ≥ 0"),
                ON_TRACK,
            ),
            (
                C.sun_with_cloud,
                Words(
                    "miss ≤ 20 %; reached or yearly: met, d · Δ < 0", "缺口 ≤ 20 %；已达到或逐年目标：达到但 d·Δ < 0"
                ),
                BEHIND,
            ),
            (
                C.cloud,
                Words(
                    "miss > 20 %, d · Δ > 0; yearly: not met, d · Δ ≥ 0",
                    "缺口 > 20 % 且 d·Δ > 0；逐年目标：未达到但 d·Δ ≥ 0",
                ),
                FAR_BEHIND,
            ),
            (
                C.thunderstorm,
                Words("d · Δ ≤ 0; yearly: not met, d · Δ < 0", "d·Δ ≤ 0；逐年目标：未达到且 d·Δ < 0"),
                WRONG_DIRECTION,
            ),
        ),
        needs=Words(
            "Values of at least four consecutive years on one basis, a target and, unless it is reached or to be met "
            "every year, a deadline that has not passed. No baseline; any sign.",
            "需有同一口径下至少连续四年的数据与目标值；除已达到或逐年目标外，还须有尚未过去的截止日。不需基期，正负不限。",
        ),
        source=(
            "Statistisches Bundesamt (Destatis), Nachhaltige Entwicklung in Deutschland: Indikatorenbericht, "
            "weather symbols, every two years, Wiesbaden"
        ),
        find=rules.destatis_projection,
    ),
    Described(
        id=Method.escap,
        rule=Words(
            "Anticipated progress AP = 10 · d · (value predicted for the deadline − b) ÷ |T − b|, and 10 where the "
            "prediction reaches the target; the prediction is the forecast's central value. Current status CS is the "
            "same with the latest value and has classes of its own.",
            "预期进展 AP ＝ 10 × d × (截止期预测值 − b) ÷ |T − b|，预测值达到目标时为10；预测值取预测的中心值。"
            "现状得分CS以最新值代替预测值，另有其分档。",
        ),
        measure=Words("AP", "AP"),
        classes=_classes(
            (C.will_meet, "AP > 9", ON_TRACK),
            (C.accelerate, "0 < AP ≤ 9", BEHIND),
            (C.no_progress_expected, "AP ≤ 0", WRONG_DIRECTION),
        ),
        needs=Words(
            "A baseline that is not the target itself, a target, and a forecast for its deadline; for the current "
            "status a figure newer than the baseline. Any sign.",
            "需有不等于目标值的基期值、目标值及截止期的预测；现状得分需有基期之后的数据。正负不限。",
        ),
        source=(
            "UN ESCAP, Asia and the Pacific SDG Progress Report, technical notes on the progress assessment, yearly, "
            "Bangkok"
        ),
        find=rules.escap,
        remark=Words(
            "ESCAP predicts by a regression that weighs recent years more; here the prediction is Milepost's forecast.",
            "联合国亚太经社会以侧重近年的回归作预测；此处采用Milepost自身的预测。",
        ),
        beside=Beside(
            Working.current_status,
            _classes((C.on_track, "CS > 9", None), (C.slow, "0 < CS ≤ 9", None), (C.regression, "CS ≤ 0", None)),
            rules.escap_current,
        ),
    ),
    Described(
        id=Method.sdsn_trend,
        rule=Words(
            "Change per year since the figure (t1, y1) of five years earlier ÷ change per year that was needed from "
            "there: ((y − y1)/(t − t1)) ÷ ((T − y1)/(tD − t1)). At the target then and now: maintaining; at the "
            "target then and short of it now: decreasing.",
            "自五年前数据 (t1, y1) 以来的年均变化 ÷ 自彼时起每年所需的变化："
            "((y − y1)/(t − t1)) ÷ ((T − y1)/(tD − t1))。"
            "当时与现在均达标为保持达标；当时达标而现在未达标为下滑。",
        ),
        measure=Words("share of the needed change", "所需变化的比例"),
        classes=_classes(
            (C.maintaining, Words("reached then and now", "当时与现在均达标"), ON_TRACK),
            (C.on_track, Words("≥ 100 %, or reached since", "≥ 100 %，或其后达到"), ON_TRACK),
            (C.moderately_improving, "50 % … < 100 %", BEHIND),
            (C.stagnating, "0 … < 50 %", FAR_BEHIND),
            (C.decreasing, Words("< 0, or no longer reached", "< 0，或不再达标"), WRONG_DIRECTION),
        ),
        needs=Words(
            "A figure five years before the latest one (else the earliest since), a target and a deadline after it. "
            "No baseline; any sign.",
            "需有最新数据五年前（否则此后最早）的数据、目标值及其后的截止日。不需基期，正负不限。",
        ),
        source=(
            "Sachs, Lafortune, Fuller and others (SDSN): Sustainable Development Report, annex on methods, yearly, "
            "Dublin University Press, Dublin"
        ),
        find=rules.sdsn_trend,
        remark=Words(
            "SDSN applies it to scores from 0 to 100; here it is applied to the quantity itself.",
            "SDSN用于0至100的得分；此处直接用于指标数值。",
        ),
    ),
    Described(
        id=Method.acceleration_factor,
        rule=Words(
            "Change per year still needed ÷ slope of a straight line through the last five years: "
            "((T − y)/(tD − t)) ÷ slope. A flat line leaves no factor and is well off track.",
            "今后每年所需的变化 ÷ 最近五年直线的斜率：((T − y)/(tD − t)) ÷ 斜率。斜率为零时无系数，属严重偏离轨道。",
        ),
        measure=Words("acceleration factor", "加速系数"),
        classes=_classes(
            (C.on_track, Words("≤ 1, or reached", "≤ 1，或已达到"), ON_TRACK),
            (C.off_track, "> 1, < 2", BEHIND),
            (C.well_off_track, "≥ 2", FAR_BEHIND),
            (C.wrong_direction, Words("the slope runs the wrong way", "斜率方向相反"), WRONG_DIRECTION),
        ),
        needs=Words(
            "At least three figures of the last five years on one basis, a target and a deadline after the latest "
            "figure. No baseline; any sign.",
            "需有最近五年内同一口径的至少三个数据、目标值，以及最新数据之后的截止日。不需基期，正负不限。",
        ),
        source="State of Climate Action 2023, World Resources Institute and others, 2023, Washington, DC",
        find=rules.acceleration_factor,
        read_in_original=False,
        remark=Words(
            "Cut-offs as reported by others.",
            "界限据他人转述。",
        ),
    ),
    Described(
        id=Method.unsd_2022,
        rule=Words(
            "CR = actual ÷ required compound growth per year since the baseline: "
            "((y/b)^(1/(t − t0)) − 1) ÷ ((T/b)^(1/(tD − t0)) − 1).",
            "CR ＝ 自基期起的实际年均复合增长率 ÷ 所需年均复合增长率："
            "((y/b)^(1/(t − t0)) − 1) ÷ ((T/b)^(1/(tD − t0)) − 1)。",
        ),
        measure=Words("CR", "CR"),
        classes=_classes(
            (C.on_track, "CR > 0.95", ON_TRACK),
            (C.fair, "0.5 ≤ CR ≤ 0.95", BEHIND),
            (C.limited, "−0.1 ≤ CR < 0.5", FAR_BEHIND),
            (C.deterioration, "CR < −0.1", WRONG_DIRECTION),
        ),
        needs=Words(
            "Baseline, latest value and target all positive, a target beyond the baseline, a deadline, and a figure "
            "newer than the baseline.",
            "基期值、最新值与目标值均为正，目标值在所求方向上超出基期值，有截止日，且有基期之后的数据。",
        ),
        source="UN Statistics Division, Sustainable Development Goals Progress Chart: technical note, 2022, New York",
        find=rules.unsd_2022,
        read_in_original=False,
        remark=Words(
            "Read in an implementation instead.",
            "读自一个实现。",
        ),
    ),
)

METHODS: dict[Method, Described] = {described.id: described for described in DESCRIBED}
