"""A verdict in plain words with its numbers, in English and Chinese."""

from collections.abc import Mapping

from etl.judge.wording import Words
from etl.vocabulary import Badge, Kind, Method, Obstacle, Reason, Status, Working


def sentence(row: Mapping[str, object], lang: str) -> str:
    """The verdict of a status row in one or two sentences of `lang` ("en" or "zh"), with its numbers and units.

    The row has the columns of `etl.store.query.status`; absent values are None or NaN.
    """
    words = Words(row, lang)
    text = words.choose(*TEXTS[_key(words)]).format_map(words)
    if words.get("status") == Status.awaiting_data and words.get("detail"):
        held = Status(words.get("detail")).label(lang)
        text += words.choose(f" Before the deadline: {held.lower()}.", f"截止前判断：{held}。")
    if Badge.decided in words.get("badges", ()):
        text += words.choose(" Bases are compared by an analyst's decision.", "不同口径按分析员的决定比较。")
    return text[:1].upper() + text[1:]


def _key(words: Words) -> str:
    """Which text fits: the reason's own, or a nearer one where the status or the inputs there are tell more."""
    status, reason = Status(words.get("status")), Reason(words.get("reason"))
    if reason is Reason.pace:
        return _pace_key(words)
    if words.get("obstacle") == Obstacle.knows_no_target and status is Status.pace_unknown:
        return "trend"
    if reason is Reason.deadline_observation:
        return f"{_span(words)}{status}"
    if reason is Reason.deadline_passed and words.is_ended():
        return "series_ended_awaited"
    if status is Status.awaiting_data:
        return f"{reason}_awaited"
    if reason is Reason.basis_differs and words.get("second_value") is None:
        return "basis_differs_alone"
    if reason is Reason.count_reached and words.get("deadline") is None:
        return "count_reached_open"
    if reason is Reason.listed and words.get("value") is None:
        return "listed_alone"
    return str(reason)


def _span(words: Words) -> str:
    """What a settled target is measured by: a mean, compounded changes, or the deadline's own observation."""
    if words.get("kind") == Kind.growth_per_year:
        return "mean_"
    return "compounded_" if words.is_of_changes() else "deadline_"


def _pace_key(words: Words) -> str:
    is_recent = Badge.recent_pace in words.get("badges", ())
    if words.get("kind") == Kind.growth_per_year:
        return "pace_growth_recent" if is_recent else "pace_growth"
    if words.is_of_changes():
        return "pace_compounded_recent" if is_recent else "pace_compounded"
    by_method = BY_METHOD.get(words.get("method"))
    if by_method and (by_method != "pace_compound" or words.get("target_high") is None):
        return f"{by_method}{_exception(words)}"
    if words.get("progress_share") is None:
        return "pace_recent"
    return "pace_away" if words.get("progress_share") < 0 else "pace"


def _exception(words: Words) -> str:
    """What the method's text has to tell besides, or has to leave out."""
    method = words.get("method")
    if method == Method.open_sdg and 0 in (words.get("baseline_value"), words.get("target_value")):
        return "_zero"
    return "_alone" if method == Method.escap and Working.current_status not in words.workings else ""


BY_METHOD = {
    Method.eurostat_cagr: "pace_compound",
    Method.open_sdg: "pace_compound",
    Method.unsd_2022: "pace_compound",
    Method.destatis_projection: "pace_projected",
    Method.escap: "pace_anticipated",
    Method.sdsn_trend: "pace_since",
    Method.acceleration_factor: "pace_accelerated",
}
"""Texts of methods that tell a pace by numbers of their own."""

TEXTS: Mapping[str, tuple[str, str]] = {
    "replaced": (
        "A later statement has taken the place of this one, which is no longer judged.",
        "后来的目标已取代本目标，不再判断。",
    ),
    "given_up": (
        "It is on record that this target was given up, so it is no longer judged.",
        "记录显示该目标已被放弃，不再判断。",
    ),
    "pace": (
        "With {latest} in {period}, {progress} of the distance from {baseline} ({baseline_period}) to {aim} is closed "
        "in {time} of the time.",
        "{period}{latest_is}：从{baseline}（{baseline_period}）到{aim}的路程已走完{progress}，时间已用去{time}。",
    ),
    "pace_away": (
        "With {latest} in {period}, {aim} is further away than it was from the baseline of {baseline} "
        "({baseline_period}); {time} of the time is used.",
        "{period}{latest_is}，比基期的{baseline}（{baseline_period}）离{aim}更远；时间已用去{time}。",
    ),
    "pace_compound": (
        "From {baseline} ({baseline_period}) to {latest} in {period} is {actual_growth} a year; to reach {aim} by "
        "{deadline} takes {required_growth} a year.",
        "从{baseline}（{baseline_period}）起算，{period}{latest_is}，年均变化{actual_growth}；到{deadline}达到{aim}，"
        "年均须变化{required_growth}。",
    ),
    "pace_compound_zero": (
        "From {baseline} ({baseline_period}) to {latest} in {period} is {actual_growth} a year; to reach {aim} by "
        "{deadline} takes {required_growth} a year. The method takes 0.001 in place of 0.",
        "从{baseline}（{baseline_period}）起算，{period}{latest_is}，年均变化{actual_growth}；到{deadline}达到{aim}，"
        "年均须变化{required_growth}。该方法以0.001代替0。",
    ),
    "trend": (
        "Over five years it moved {short_growth} a year towards what is wanted; the method reads the trend alone and "
        "knows no target.",
        "五年来朝所求方向年均变化{short_growth}；该方法只看趋势，不涉及目标。",
    ),
    "pace_projected": (
        "Carried on at the mean change of recent years, {mean_change} a year, {latest} in {period} becomes {projected} "
        "by {deadline}; the target is {target}.",
        "按近年平均每年变化{mean_change}推算，{period}的{latest}到{deadline}为{projected}；目标为{target}。",
    ),
    "pace_anticipated": (
        "The forecast for {deadline} is {expected}: on a scale from 0 at {baseline} ({baseline_period}) to 10 at {aim} "
        "that is {anticipated}. The figure of {period} stands at {current_status}.",
        "到{deadline}的预测值为{expected}：以{baseline}（{baseline_period}）为0、{aim}为10，得{anticipated}分；{period}的数据得"
        "{current_status}分。",
    ),
    "pace_anticipated_alone": (
        "The forecast for {deadline} is {expected}: on a scale from 0 at {baseline} ({baseline_period}) to 10 at {aim} "
        "that is {anticipated}.",
        "到{deadline}的预测值为{expected}：以{baseline}（{baseline_period}）为0、{aim}为10，得{anticipated}分。",
    ),
    "pace_since": (
        "From {first_value}, the figure of five years before or the earliest since, it moved {recent_per_year} a year "
        "up to {period}; from there {aim} by {deadline} takes {needed_per_year} a year.",
        "自五年前（或其后最早）的{first_value}至{period}，每年变化{recent_per_year}；由此到{deadline}达到{aim}，"
        "每年需变化{needed_per_year}。",
    ),
    "pace_accelerated": (
        "The last five years moved {slope} a year; from {latest} in {period} to {aim} by {deadline} takes "
        "{required_per_year} a year.",
        "近五年平均每年变化{slope}；从{period}的{latest}到{deadline}达到{aim}，每年需变化{required_per_year}。",
    ),
    "pace_recent": (
        "No figure is newer than the baseline. The last five years moved {actual} a year; {target} by {deadline} needs "
        "{required} a year.",
        "基期之后尚无新数据。近五年平均每年变化{actual}；按{deadline}的目标（{target}），每年需变化{required}。",
    ),
    "pace_growth": (
        "{actual_rate} a year on average up to {period}; the target is {target}.",
        "截至{period}年均增速{actual_rate_is}，目标为{target}。",
    ),
    "pace_growth_recent": (
        "No figure of the target's own span yet. The five years up to {period}, as far as they are known, averaged "
        "{actual_rate} a year; the target is {target}.",
        "目标期内尚无数据。截至{period}的近五年，按已知数据计年均增速{actual_rate_is}，目标为{target}。",
    ),
    "pace_compounded": (
        "The yearly changes since {baseline_period} come to {compounded} up to {period}; the target is {target} by "
        "{deadline}. That is {progress} of the way in {time} of the time.",
        "自{baseline_period}以来截至{period}累计变化{compounded}；目标为{deadline}前{target}。路程已走完{progress}，时间已用去{time}。",
    ),
    "pace_compounded_recent": (
        "No figure of the target's own span yet. The five years up to {period}, as far as they are known, averaged "
        "{actual} a year; {target} by {deadline} needs {required} a year.",
        "目标期内尚无数据。截至{period}的近五年，按已知数据计平均每年变化{actual}；按{deadline}的目标（{target}），"
        "每年需变化{required}。",
    ),
    "mean_achieved": (
        "Over the whole span the average was {actual_rate} a year; the target was {target}.",
        "整个期间年均增速{actual_rate_is}，达到目标（{target}）。",
    ),
    "mean_missed": (
        "Over the whole span the average was {actual_rate} a year, which does not meet the target of {target}.",
        "整个期间年均增速{actual_rate_is}，未达到目标（{target}）。",
    ),
    "compounded_achieved": (
        "Over the whole span the yearly changes come to {compounded}; the target was {target}.",
        "整个期间累计变化{compounded}，达到目标（{target}）。",
    ),
    "compounded_missed": (
        "Over the whole span the yearly changes come to {compounded}, which does not meet the target of {target}.",
        "整个期间累计变化{compounded}，未达到目标（{target}）。",
    ),
    "listed": (
        "The document lists this figure; nobody aims at it. It was {latest} in {period}.",
        "该数字由文件列出，并非目标。{period}{latest_is}。",
    ),
    "listed_alone": ("The document lists this figure; nobody aims at it.", "该数字由文件列出，并非目标。"),
    "no_number": ("The document states no number, so nothing is measured.", "文件未给出数字，无从衡量。"),
    "ceiling": (
        "{target} is a ceiling that was announced, not a goal; it is counted with the targets it contributes to.",
        "{target}是公布的上限而非目标，计入其所支持的目标。",
    ),
    "not_measured": ("No published figure was found, so it cannot be judged.", "未找到公开数据，无法判断。"),
    "only_proxies": (
        "No published figure of the quantity itself was found. What is published measures something near and decides "
        "nothing.",
        "未找到该指标本身的公开数据。已公布的仅为相近指标，不作判断依据。",
    ),
    "none_yet": ("On this day no figure was known yet.", "当日尚无任何数据。"),
    "count_reached": (
        "{latest} were counted in {period}; the target was {target} by {deadline}.",
        "{period}{latest_is}；目标为在{deadline}前达到{target}。",
    ),
    "count_reached_open": (
        "{latest} were counted in {period}; the target was {target}.",
        "{period}{latest_is}，达到目标（{target}）。",
    ),
    "deadline_achieved": (
        "With {latest} in {period}, the period of the deadline, the target of {target} is met.",
        "截止期{period}{latest_is}，达到目标（{target}）。",
    ),
    "deadline_missed": (
        "With {latest} in {period}, the target of {target} is not met.",
        "{period}{latest_is}，未达到目标（{target}）。",
    ),
    "reached_later": (
        "Not met at the deadline of {deadline}; with {latest} in {period}, the target of {target} is met.",
        "{deadline}截止时未达标；{period}{latest_is}，达到目标（{target}）。",
    ),
    "reached_undated": (
        "With {latest} in {period}, the target of {target} is met; whether it was met by {deadline} is not known.",
        "{period}{latest_is}，已达到目标（{target}）；是否在{deadline}前达到不明。",
    ),
    "reached": (
        "With {latest} in {period}, the target of {target} is already met.",
        "{period}{latest_is}，已达到目标（{target}）。",
    ),
    "basis_differs": (
        "The newest figure, {latest} in {period}, stands on another basis ({basis}) than the target; the last figure "
        "on the target's basis is {second} ({second_period}). The two are not compared.",
        "{period}的{latest}采用另一口径（{basis}），与目标口径不同；目标口径下的最新数据为{second}（{second_period}）。两者不作比较。",
    ),
    "basis_differs_alone": (
        "The newest figure, {latest} in {period}, stands on another basis ({basis}) than the target; no figure on the "
        "target's basis is known.",
        "{period}的{latest}采用另一口径（{basis}），与目标口径不同；目标口径下尚无数据。",
    ),
    "deadline_passed_awaited": (
        "The deadline, {deadline}, has passed; no figure for it has been found yet. The latest is {latest} in "
        "{period}.",
        "截止日期{deadline}已过，尚未找到当期数据。最新数据为{period}的{latest}。",
    ),
    "series_ended_awaited": (
        "The deadline, {deadline}, has passed; what was counted came to an end on {ended}, so its own figure will not "
        "follow. The latest is {latest} in {period}.",
        "截止日期{deadline}已过；所统计的事项已于{ended}终止，不会再有当期数据。最新数据为{period}的{latest}。",
    ),
    "bound_not_enough_awaited": (
        "The deadline, {deadline}, has passed. A figure of {latest} in {period} does not prove whether the target of "
        "{target} is met.",
        "截止日期{deadline}已过。{period}{latest_is}，不足以判断是否达到目标（{target}）。",
    ),
    "no_second_point_awaited": (
        "The deadline, {deadline}, has passed and {latest} in {period} is known; the other figures that the target is "
        "worked out from are not all known.",
        "截止日期{deadline}已过，{period}的{latest}已公布；推算目标所需的其他数据尚不齐全。",
    ),
    "bound_not_enough": (
        "{latest} in {period} is only a bound; it does not say whether the pace towards {target} is kept.",
        "{period}{latest_is}，仅为界限，不足以判断是否按进度迈向目标（{target}）。",
    ),
    "no_deadline": (
        "{latest} in {period}, against {target}; the document sets no deadline.",
        "{period}{latest_is}，目标为{target}；文件未设期限。",
    ),
    "target_behind_baseline": (
        "With {latest} in {period}, the target of {target} is not met; the baseline of {baseline} "
        "({baseline_period}) had already passed it.",
        "{period}{latest_is}，未达到目标（{target}）；而基期{baseline}（{baseline_period}）本已越过该目标。",
    ),
    "no_second_point": (
        "{latest} in {period}, against {target}; a pace needs a second comparable figure.",
        "{period}{latest_is}，目标为{target}；缺少可比的第二个数据，无法判断进度。",
    ),
    "method_not_applicable": (
        "{latest} in {period}, against {target}; this method gives no class: {obstacle}.",
        "{period}{latest_is}，目标为{target}；该方法不作分类：{obstacle}。",
    ),
}
