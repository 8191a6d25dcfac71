"""Codes of the field and their labels in English and Chinese: every code that a table, sheet or page shows."""

from enum import StrEnum

LANGUAGES = ("en", "zh")


class Coded(StrEnum):
    """A closed list of codes; `label` gives the word a reader sees."""

    def label(self, lang: str = "en") -> str:
        """The code's word in `lang` ("en" or "zh")."""
        return LABELS[type(self)][self][LANGUAGES.index(lang)]


class Kind(Coded):
    """What a target promises (methods.md of the public method page: level, change, …)."""

    level = "level"
    change = "change"
    growth_per_year = "growth_per_year"
    count = "count"
    limit = "limit"
    action = "action"
    direction = "direction"
    listed = "listed"


class Comparator(Coded):
    """How the stated number is meant."""

    at_least = "at_least"
    more_than = "more_than"
    at_most = "at_most"
    up_to = "up_to"
    exactly = "exactly"
    about = "about"
    between = "between"


class Qualifier(Coded):
    """What a publisher put before a number: a bound or an approximation is not a fact."""

    exact = "exact"
    about = "about"
    nearly = "nearly"
    just_over = "just_over"
    more_than = "more_than"
    at_least = "at_least"
    less_than = "less_than"
    at_most = "at_most"
    between = "between"


class Frequency(Coded):
    """Length of a period. `span` is several years, `year_to_date` a year's first months."""

    year = "year"
    half = "half"
    quarter = "quarter"
    month = "month"
    day = "day"
    year_to_date = "year_to_date"
    span = "span"


class Measured(Coded):
    """A stock is a state at a date; a flow belongs to a whole period; growth is a flow: the change in one year, %."""

    stock = "stock"
    flow = "flow"
    growth = "growth"


class Firmness(Coded):
    """How firmly the document states the target."""

    binding = "binding"
    expected = "expected"
    strives_for = "strives_for"
    unstated = "unstated"


class TextStatus(Coded):
    """Whether the target was read in the adopted text or in a draft."""

    final = "final"
    draft = "draft"


class Grade(Coded):
    """How a number or statement was read."""

    primary = "primary"
    secondary = "secondary"
    disputed = "disputed"


class Flag(Coded):
    """What the publisher's number is, beside an ordinary one."""

    provisional = "provisional"
    forecast = "forecast"
    estimate = "estimate"
    derived = "derived"


class Role(Coded):
    """How a series stands to a target."""

    headline = "headline"
    rival = "rival"
    proxy = "proxy"


class Link(Coded):
    """How one target stands to another."""

    same_as = "same_as"
    rival_reading = "rival_reading"
    contributes_to = "contributes_to"
    supersedes = "supersedes"


class Status(Coded):
    """Where a target stands."""

    achieved = "achieved"
    achieved_late = "achieved_late"
    achieved_unverified = "achieved_unverified"
    on_track = "on_track"
    behind = "behind"
    far_behind = "far_behind"
    wrong_direction = "wrong_direction"
    missed = "missed"
    awaiting_data = "awaiting_data"
    basis_changed = "basis_changed"
    pace_unknown = "pace_unknown"
    no_data = "no_data"
    no_deadline = "no_deadline"
    no_numeric_target = "no_numeric_target"
    listed = "listed"


class Family(Coded):
    """The overview's groups of statuses."""

    kept = "kept"
    on_track = "on_track"
    behind = "behind"
    missed = "missed"
    waiting = "waiting"
    cannot_be_judged = "cannot_be_judged"
    not_judged = "not_judged"


class Reason(Coded):
    """Why a verdict has its status."""

    listed = "listed"
    no_number = "no_number"
    ceiling = "ceiling"
    not_measured = "not_measured"
    only_proxies = "only_proxies"
    none_yet = "none_yet"
    count_reached = "count_reached"
    deadline_observation = "deadline_observation"
    reached_later = "reached_later"
    basis_differs = "basis_differs"
    reached_undated = "reached_undated"
    deadline_passed = "deadline_passed"
    bound_not_enough = "bound_not_enough"
    reached = "reached"
    no_deadline = "no_deadline"
    target_behind_baseline = "target_behind_baseline"
    no_second_point = "no_second_point"
    method_not_applicable = "method_not_applicable"
    pace = "pace"


class Badge(Coded):
    """A reservation shown beside a verdict."""

    contested = "contested"
    implied_baseline = "implied_baseline"
    recent_pace = "recent_pace"
    proxy = "proxy"
    derived = "derived"
    provisional = "provisional"
    reversing = "reversing"
    draft = "draft"
    superseded = "superseded"
    secondary_source = "secondary_source"
    disputed_source = "disputed_source"


class Method(Coded):
    """Rules by which progress is judged; the id is part of every verdict."""

    linear_pace = "linear-pace"
    eurostat_cagr = "eurostat-cagr"


FAMILY_OF: dict[Status, Family] = {
    Status.achieved: Family.kept,
    Status.achieved_late: Family.kept,
    Status.achieved_unverified: Family.kept,
    Status.on_track: Family.on_track,
    Status.behind: Family.behind,
    Status.far_behind: Family.behind,
    Status.wrong_direction: Family.behind,
    Status.missed: Family.missed,
    Status.awaiting_data: Family.waiting,
    Status.basis_changed: Family.waiting,
    Status.pace_unknown: Family.waiting,
    Status.no_data: Family.cannot_be_judged,
    Status.no_deadline: Family.cannot_be_judged,
    Status.no_numeric_target: Family.not_judged,
    Status.listed: Family.not_judged,
}

STRIP = (Family.kept, Family.on_track, Family.behind, Family.missed, Family.waiting, Family.cannot_be_judged)
"""Families of the overview's strip, in its order; `not_judged` is counted apart."""

LABELS: dict[type[Coded], dict[Coded, tuple[str, str]]] = {
    Kind: {
        Kind.level: ("Level", "水平值"),
        Kind.change: ("Change from a baseline", "相对基期变化"),
        Kind.growth_per_year: ("Growth per year", "年均增长"),
        Kind.count: ("Count of things done", "累计数量"),
        Kind.limit: ("Limit held each year", "逐年上限"),
        Kind.action: ("Action without a number", "无量化行动"),
        Kind.direction: ("Direction without a number", "方向性目标"),
        Kind.listed: ("Listed figure", "清单数字"),
    },
    Comparator: {
        Comparator.at_least: ("at least", "不低于"),
        Comparator.more_than: ("more than", "超过"),
        Comparator.at_most: ("at most", "不高于"),
        Comparator.up_to: ("up to", "至多"),
        Comparator.exactly: ("exactly", "等于"),
        Comparator.about: ("about", "约"),
        Comparator.between: ("between", "介于"),
    },
    Qualifier: {
        Qualifier.exact: ("", ""),
        Qualifier.about: ("about", "约"),
        Qualifier.nearly: ("nearly", "近"),
        Qualifier.just_over: ("just over", "略高于"),
        Qualifier.more_than: ("more than", "超过"),
        Qualifier.at_least: ("at least", "不少于"),
        Qualifier.less_than: ("less than", "低于"),
        Qualifier.at_most: ("at most", "不高于"),
        Qualifier.between: ("between", "介于"),
    },
    Frequency: {
        Frequency.year: ("year", "年"),
        Frequency.half: ("half-year", "半年"),
        Frequency.quarter: ("quarter", "季度"),
        Frequency.month: ("month", "月"),
        Frequency.day: ("day", "日"),
        Frequency.year_to_date: ("year to date", "年初至今"),
        Frequency.span: ("several years", "多年"),
    },
    Measured: {
        Measured.stock: ("at the end of the period", "期末值"),
        Measured.flow: ("over the period", "期间值"),
        Measured.growth: ("yearly growth rate", "年增长率"),
    },
    Firmness: {
        Firmness.binding: ("binding", "约束性"),
        Firmness.expected: ("expected", "预期性"),
        Firmness.strives_for: ("strives for", "力争"),
        Firmness.unstated: ("firmness not stated", "未注明约束力"),
    },
    TextStatus: {TextStatus.final: ("adopted text", "正式文本"), TextStatus.draft: ("draft text", "草案文本")},
    Grade: {
        Grade.primary: ("read in the source", "原始来源"),
        Grade.secondary: ("secondary source", "二手来源"),
        Grade.disputed: ("disputed", "有争议"),
    },
    Flag: {
        Flag.provisional: ("provisional", "初步数"),
        Flag.forecast: ("forecast", "预测值"),
        Flag.estimate: ("estimate", "估计值"),
        Flag.derived: ("derived", "推算值"),
    },
    Role: {
        Role.headline: ("headline", "主指标"),
        Role.rival: ("rival", "并列指标"),
        Role.proxy: ("proxy", "替代指标"),
    },
    Link: {
        Link.same_as: ("same promise as", "同一承诺"),
        Link.rival_reading: ("rival reading of", "不同解读"),
        Link.contributes_to: ("contributes to", "有助于"),
        Link.supersedes: ("supersedes", "取代"),
    },
    Status: {
        Status.achieved: ("Achieved", "已达成"),
        Status.achieved_late: ("Achieved late", "逾期达成"),
        Status.achieved_unverified: ("Reached, date unknown", "已达到，时间不明"),
        Status.on_track: ("On track", "进展符合"),
        Status.behind: ("Behind", "偏慢"),
        Status.far_behind: ("Far behind", "严重滞后"),
        Status.wrong_direction: ("Wrong direction", "反向"),
        Status.missed: ("Missed", "未达成"),
        Status.awaiting_data: ("Deadline passed, data awaited", "到期待数据"),
        Status.basis_changed: ("Basis changed", "口径变更"),
        Status.pace_unknown: ("Short of target, pace unknown", "未达标，进度不明"),
        Status.no_data: ("Not measured", "无可用数据"),
        Status.no_deadline: ("No deadline", "无期限"),
        Status.no_numeric_target: ("No number", "无量化目标"),
        Status.listed: ("Listed figure", "清单数字"),
    },
    Family: {
        Family.kept: ("Kept", "已兑现"),
        Family.on_track: ("On track", "进展符合"),
        Family.behind: ("Behind", "落后"),
        Family.missed: ("Missed", "未达成"),
        Family.waiting: ("Waiting", "待定"),
        Family.cannot_be_judged: ("Cannot be judged", "无法判断"),
        Family.not_judged: ("Not judged", "不作判断"),
    },
    Reason: {
        Reason.listed: ("a figure the document lists, not a goal", "文件所列数字，并非目标"),
        Reason.no_number: ("the document states no number", "文件未给出数字"),
        Reason.ceiling: ("an announced ceiling, not a goal", "公布的上限，并非目标"),
        Reason.not_measured: ("no published figure was found", "未找到公开数据"),
        Reason.only_proxies: ("only proxies are published", "仅有替代指标"),
        Reason.none_yet: ("no figure was known on this day", "当日尚无数据"),
        Reason.count_reached: ("the count was reached by the deadline", "截止日前已达到数量"),
        Reason.deadline_observation: ("the deadline's own figure is known", "已有截止期数据"),
        Reason.reached_later: ("short at the deadline, reached later", "截止期未达到，其后达到"),
        Reason.basis_differs: ("the newest figure stands on another basis", "最新数据口径不同"),
        Reason.reached_undated: (
            "a later figure satisfies; the deadline's own is unknown",
            "其后数据达标，截止期数据不明",
        ),
        Reason.deadline_passed: ("the deadline's own figure is not published yet", "截止期数据尚未公布"),
        Reason.bound_not_enough: (
            "the figure is only a bound, and the bound decides nothing",
            "数据仅为界限，不足以判断",
        ),
        Reason.reached: ("the newest figure satisfies the target", "最新数据已达标"),
        Reason.no_deadline: ("the document sets no deadline", "文件未设期限"),
        Reason.target_behind_baseline: ("the target lies behind its baseline and is not met", "目标劣于基期且未达到"),
        Reason.no_second_point: ("a pace needs two comparable figures", "缺少可比的第二个数据"),
        Reason.method_not_applicable: ("this method cannot judge this target", "该方法不适用于此目标"),
        Reason.pace: ("pace against the required path", "与所需路径比较"),
    },
    Badge: {
        Badge.contested: ("contested", "方法不一"),
        Badge.implied_baseline: ("implied baseline", "推定基期"),
        Badge.recent_pace: ("recent pace", "近期速度"),
        Badge.proxy: ("proxy", "替代指标"),
        Badge.derived: ("derived", "推算目标"),
        Badge.provisional: ("provisional", "初步数据"),
        Badge.reversing: ("reversing", "近年逆转"),
        Badge.draft: ("draft text", "草案文本"),
        Badge.superseded: ("superseded", "已被取代"),
        Badge.secondary_source: ("secondary source", "二手来源"),
        Badge.disputed_source: ("disputed source", "来源有争议"),
    },
    Method: {
        Method.linear_pace: ("Linear pace", "线性进度"),
        Method.eurostat_cagr: ("Growth ratio (Eurostat)", "增长率比（欧盟统计局）"),
    },
}
