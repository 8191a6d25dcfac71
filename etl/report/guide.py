"""Explanations in the report, in English and Chinese: how to read it, badges, statuses and what all methods share."""

from etl.report.rules import CAUSES, CHOICES, FINDINGS, REVISIONS, Pair
from etl.vocabulary import Badge, Status

READING: dict[str, Pair] = {
    "known": (
        "Everything is as known on the day above: a figure published later, or revised later, is not in it.",
        "一切均以上述日期所知为准：其后发布或修订的数据不在其中。",
    ),
    "status": (
        "A status is a word and a symbol; its colour only repeats it. Statuses are never averaged into a score.",
        "状态以文字和符号表示，颜色仅作重复。各状态不合成总分。",
    ),
    "bar": (
        "Distance closed is the share of the way from baseline to target; compare it with the time used.",
        "“已完成差距”为从基期到目标已走过的比例，请与“已用时间”对照。",
    ),
    "ratio": (
        "The ratio decides: 0.95 or more is on track, 0.60 or more behind, less far behind, below 0 the wrong way.",
        "以比率判断：0.95及以上为进展符合，0.60及以上为偏慢，更低为严重滞后，负数为反向。",
    ),
    "numbers": (
        "Numbers are real numbers; a sign before one (>, ~) is the publisher's and is part of the format. "
        "Shares are per cent of one; a value in per cent has % as its unit.",
        "数字均为真实数值；数字前的符号（>、~）为发布者所加，属于单元格格式。比例以百分数显示；单位为%的数值即百分数。",
    ),
    "cells": (
        "Every figure names the file, sheet and cell it came from.",
        "每个数据均注明其来源文件、工作表与单元格。",
    ),
}

BADGES: dict[str, Pair] = {
    Badge.contested: (
        "The methods that apply fall on different sides of on track.",
        "各适用方法对是否进展符合的判断不一致。",
    ),
    Badge.implied_baseline: (
        "The document states no baseline; the figure nearest to its date is used.",
        "文件未说明基期，采用最接近发布日的数据。",
    ),
    Badge.recent_pace: (
        "No figure after the baseline yet; the pace of the last five years is used.",
        "基期之后尚无数据，采用近五年速度。",
    ),
    Badge.low_confidence: (
        "The chance rests on three or four figures, or on figures with a long gap.",
        "概率仅依据三四个数据，或数据间隔较长。",
    ),
    Badge.proxy: ("The figure measures something near, not the target itself.", "数据衡量的是相近事物，而非目标本身。"),
    Badge.derived: (
        "The target's value is worked out from its baseline; the document states a change.",
        "文件所述为变化幅度，目标值由基期推算。",
    ),
    Badge.provisional: (
        "The latest figure is provisional, an estimate or a forecast.",
        "最新数据为初步数、估计值或预测值。",
    ),
    Badge.reversing: ("The target is met, but the last years run the other way.", "目标已达到，但近年走势相反。"),
    Badge.draft: ("Read in a draft, not in the adopted text.", "见于草案，而非正式文本。"),
    Badge.decided: ("Bases are compared by an analyst's decision.", "不同口径按分析员的决定比较。"),
    Badge.superseded: ("A later document replaced this target.", "该目标已被后来的文件取代。"),
    Badge.secondary_source: (
        "The figure was read at second hand, not at its publisher.",
        "数据为转引，而非读自发布者。",
    ),
    Badge.disputed_source: ("The figure is disputed.", "数据有争议。"),
}

STATUSES: dict[str, Pair] = {
    Status.achieved: ("The target is met, at or before its deadline.", "目标在截止日或之前已达到。"),
    Status.achieved_late: ("Short at the deadline, met by a later figure.", "截止期未达到，其后数据达到。"),
    Status.achieved_unverified: (
        "A later figure meets it; the deadline's own is unknown, so in time or late cannot be told.",
        "其后数据达标，但截止期数据不明，无法判断是否按期。",
    ),
    Status.on_track: ("Not met yet; the ratio is at least 0.95.", "尚未达到，比率不低于0.95。"),
    Status.behind: ("The ratio is at least 0.60 and below 0.95.", "比率不低于0.60且低于0.95。"),
    Status.far_behind: ("The ratio is at least 0 and below 0.60.", "比率不低于0且低于0.60。"),
    Status.wrong_direction: ("The value moves away from the target.", "数值背离目标。"),
    Status.missed: ("The deadline's own figure is known and falls short.", "截止期数据已知且未达到。"),
    Status.awaiting_data: (
        "The deadline has passed and no figure for it has been found yet; the last class stands beside it.",
        "截止日已过，尚未找到截止期数据；另列此前状态。",
    ),
    Status.basis_changed: (
        "The newest figure stands on another definition or denominator; the two are not compared.",
        "最新数据的定义或分母不同，不作比较。",
    ),
    Status.pace_unknown: (
        "Short of the target; a pace needs a second comparable figure.",
        "未达到目标；计算进度尚缺可比的第二个数据。",
    ),
    Status.no_data: (
        "No published figure that fits was found, or none was known yet.",
        "未找到适用的公开数据，或当时尚无数据。",
    ),
    Status.no_deadline: ("The document sets no deadline.", "文件未设期限。"),
    Status.no_numeric_target: ("The document states no number.", "文件未给出数字。"),
    Status.listed: ("A figure that a document lists and nobody aims at.", "文件所列数字，并非目标。"),
    Status.superseded: (
        "A later statement stands in its place: of a draft at once, of an adopted text after its deadline.",
        "已由后来的目标取代：草案即时取代，正式文本在截止日之后取代。",
    ),
    Status.dropped: ("It is on record that the target was given up.", "记录显示该目标已被放弃。"),
}

SHARED: dict[str, Pair] = {
    "symbols": (
        "b baseline at time t0; y latest value at time t; T target at the deadline tD; d = +1 where an increase is "
        "wanted, −1 where a decrease is. Times are decimal years at the end of a period. Cut-offs hold within 1e-9.",
        "b：基期值（t0时）；y：最新值（t时）；T：目标值（截止日tD）；要求上升时d = +1，要求下降时d = −1。"
        "时间为各时期末的十进制年份。界限比较的容差为1e-9。",
    ),
    "progress_share": ("(y − b) / (T − b), not capped", "(y − b) / (T − b)，不设上限"),
    "time_share": (
        "(t − t0) / (tD − t0), at the date of the figure, not of the report",
        "(t − t0) / (tD − t0)，以数据日期而非报告日期计",
    ),
    "required_value": (
        "b + (T − b) · time used: the straight path, or through the milestones; "
        "for growth per year b · (1 + g)^(t − t0)",
        "b + (T − b) × 已用时间：直线路径，或经由阶段目标；年均增长目标为 b · (1 + g)^(t − t0)",
    ),
    "growth": (
        "Growth per year: on levels, actual yearly growth since the span's start over the stated one; on yearly rates, "
        "their mean within the span over the stated one. Met or missed only when the span is over.",
        "年均增长：水平值序列用期初以来的实际年均增速与目标之比；增速序列用期内均值与目标之比。期满方可判定达成与否。",
    ),
    "order": (
        "First match wins: listed or no number; no data; settled by a count or by the deadline's own figure; other "
        "basis; deadline passed; target met; no deadline; pace.",
        "依次判断，先符合者为准：清单数字或无数字；无数据；已由数量或截止期数据确定；口径不同；已过截止日；已达到；无期限；进度。",
    ),
    "baseline": (
        "As stated, on the target's basis. None stated: the latest figure before the document's date, else the first "
        "after it (badge: implied baseline).",
        "以文件所述、目标口径为准；未说明时取文件日期之前的最新数据，否则取其后的首个数据（标记：推定基期）。",
    ),
    "knowledge": (
        "Of each series, period and basis the publication known last on the day counts. A publication dated to a month "
        "or a year counts from its last day; an undated one from the day it was loaded.",
        "各序列、时期与口径以当日所知的最近一次发布为准。仅知年月的发布日按当月或当年最后一日计；无日期者按入库日计。",
    ),
    "revisions": REVISIONS,
}

GUIDE: dict[str, dict[str, Pair]] = {
    "causes": CAUSES,
    "findings": FINDINGS,
    "choices": CHOICES,
    "reading": READING,
    "badges": BADGES,
    "statuses": STATUSES,
    "shared": SHARED,
}

TOPICS: dict[str, Pair] = {
    "symbols": ("Symbols", "符号"),
    "progress_share": ("Distance closed", "已完成差距"),
    "time_share": ("Time used", "已用时间"),
    "required_value": ("Required by then", "届时应达"),
    "growth": ("Growth targets", "增长目标"),
    "order": ("Order of decision", "判断顺序"),
    "baseline": ("Baseline", "基期"),
    "knowledge": ("As known on a day", "某日所知"),
    "revisions": ("Revisions", "修订"),
}
