"""The methods in words: what the method page, the docs and the report's sheet say of each."""

from dataclasses import dataclass

from etl.vocabulary import Method, Status


@dataclass(frozen=True)
class Described:
    """A method in words: its rule, its cut-offs (ratio → class) and where the rule was read."""

    id: Method
    rule_en: str
    rule_zh: str
    source: str
    cut_offs: tuple[tuple[str, Status], ...]

    @property
    def name_en(self) -> str:
        """English name."""
        return self.id.label("en")

    @property
    def cut_offs_en(self) -> list[tuple[str, str]]:
        """Cut-offs with the classes in English."""
        return [(cut_off, status.label("en")) for cut_off, status in self.cut_offs]


_CUT_OFFS = (
    ("R ≥ 0.95", Status.on_track),
    ("0.60 ≤ R < 0.95", Status.behind),
    ("0 ≤ R < 0.60", Status.far_behind),
    ("R < 0", Status.wrong_direction),
)

METHODS = (
    Described(
        Method.linear_pace,
        "R = share of the distance closed ÷ share of the time used: ((y − b)/(T − b)) ÷ ((t − t0)/(tD − t0)). Where no "
        "figure is newer than the baseline, R is the slope of the last five years ÷ the change per year still needed.",
        "R ＝ 已完成差距的比例 ÷ 已用时间的比例：((y − b)/(T − b)) ÷ ((t − t0)/(tD − t0))。基期之后尚无数据时，"
        "R ＝ 最近五年的斜率 ÷ 今后每年所需的变化。",
        "Milepost's own; the straight line between baseline and target is the usual reading of a plan.",
        _CUT_OFFS,
    ),
    Described(
        Method.eurostat_cagr,
        "R = actual ÷ required compound growth per year: ((y/b)^(1/(t − t0)) − 1) ÷ ((T/b)^(1/(tD − t0)) − 1), from "
        "the target's own baseline. It needs positive values and a figure newer than the baseline.",
        "R ＝ 实际年均复合增长率 ÷ 所需年均复合增长率：((y/b)^(1/(t − t0)) − 1) ÷ ((T/b)^(1/(tD − t0)) − 1)，"
        "以目标自身的基期为起点；要求数值为正，且有基期之后的数据。",
        "Eurostat, Sustainable development in the European Union: indicators with quantitative targets.",
        _CUT_OFFS,
    ),
)
