"""What is behind causes, findings, decisions and remarks on figures, in English and Chinese."""

from etl.judge.watch import HABIT, LEAST
from etl.normalise.revisions import LIMIT
from etl.vocabulary import Cause, Choice, Finding

Pair = tuple[str, str]

CAUSES: dict[Cause, Pair] = {
    Cause.stated: ("The target was stated on that day; there was no verdict before.", "目标于当日提出，此前没有判断。"),
    Cause.superseded: ("A later statement took its place.", "后来的目标取代了它。"),
    Cause.decision: (
        "An analyst's decision came into force or was opened again, or the target was given up on record.",
        "分析员的决定生效或重新待定，或目标记录为已放弃。",
    ),
    Cause.restated: ("A later version of the target became known on that day.", "目标的新表述于当日公布。"),
    Cause.basis: (
        "The newest figure came to stand on another basis than the target, or no longer does.",
        "最新数据的口径与目标不再一致，或恢复一致。",
    ),
    Cause.figure: ("A figure for another period became the latest.", "另一时期的数据成为最新数据。"),
    Cause.revision: (
        "The figure, the baseline or what follows from it for the target was published anew.",
        "数据、基期值或由其推算的目标值经重新发布。",
    ),
    Cause.deadline: ("Nothing else changed: the deadline had passed.", "其他均无变化：截止日已过。"),
}
"""The first that holds is the cause, in this order."""

FINDINGS: dict[Finding, Pair] = {
    Finding.announced_open: (
        "What is counted falls short of the goal, and what is announced in linked targets, in the same unit, would be "
        "enough. What is announced may be counted already, so that the sum lies between the count and both together.",
        "已有数量未达目标，而相关目标以同一单位公布的数量足以补足。所公布者可能已计入，故合计在已有与两者之和之间。",
    ),
    Finding.announced_short: (
        "The same, where even the count and all that is announced together are short of the goal.",
        "同上，但已有与全部公布者之和仍不足目标。",
    ),
    Finding.part_beyond_whole: (
        "A part, due when the whole is or before, aims at more than the whole; in one unit, where more is wanted.",
        "某一部分（截止不晚于整体）的目标超过整体；单位相同且以增长为目标。",
    ),
    Finding.parts_beyond_whole: (
        "Parts that do so only together; shares in per cent are not added.",
        "各部分仅合计超过整体；百分比不相加。",
    ),
    Finding.milestone_beyond: (
        "A milestone asks for more than the target itself.",
        "阶段目标超过最终目标。",
    ),
    Finding.milestone_missed: (
        "A milestone's day has passed and the figure for that day falls short. No finding where that figure is a bound "
        "or stands on one of several bases.",
        "阶段目标之日已过，当期数据未达。数据仅为界限或有多种口径时不作此项。",
    ),
    Finding.overdue: (
        f"A target still waits, and its headline series has no figure for the next period although one was to be "
        f"expected. It is late after the lag that the register states; where it states none, when it takes longer than "
        f"the longest of the last {HABIT} releases did (at least {LEAST} are needed). Periods that the series is used "
        f"to skip are allowed for; forecasts and estimates are no releases.",
        f"目标仍待判断，而其主指标下一时期的数据逾期未见。以登记的发布间隔为限；未登记时，以最近{HABIT}次发布中最长的间隔为限"
        f"（至少需{LEAST}次）。序列惯常跳过的时期不计；预测值与估计值不算发布。",
    ),
    Finding.discontinued: (
        "A target still waits, and the register says that its headline series has ended.",
        "目标仍待判断，而登记显示其主指标已停止。",
    ),
    Finding.not_taken_up: (
        "The document that succeeds the target's own states no target for the same indicator.",
        "接续该目标所在文件的文件未就同一指标提出目标。",
    ),
}

CHOICES: dict[Choice, Pair] = {
    Choice.keep: (
        "Values on the basis are compared with those on the other as they are.",
        "该口径的数值按原样与另一口径比较。",
    ),
    Choice.rebase: (
        "Values on the basis are multiplied by a factor, or by what a period known on both bases gives: its latest "
        "value on the other basis over its latest value on this one. A revised overlap moves the conversion.",
        "该口径的数值乘以系数，或乘以重叠时期两种口径最新值之比。重叠时期修订后换算随之变动。",
    ),
    Choice.split: (
        "The basis is a series of its own: the target is judged on what else there is.",
        "该口径另立序列：目标按其余数据判断。",
    ),
    Choice.reopen: (
        "The decision on the basis holds no longer: both readings are shown again and not compared.",
        "对该口径的决定不再有效：重新列出两种读数，不作比较。",
    ),
    Choice.drop: (
        "The target counts as given up from that day on, unless its verdict was settled.",
        "目标自当日起记为已放弃，判断已定者除外。",
    ),
    Choice.note: ("A signed remark on a target; no verdict rests on it.", "对目标的署名说明，不影响判断。"),
}

REVISIONS: Pair = (
    f"Two publications for one series, period and basis are compared where neither is a bound. A change of more than "
    f"{LIMIT:.0%} of the earlier value, or of sign, is let in with a remark that asks for a basis of its own. Values "
    f"on two bases are never subtracted.",
    f"同一序列、时期与口径的两次发布，若均非界限值则作比较。变动超过前值的{LIMIT:.0%}或正负相反的，入库时注明应另立口径。"
    f"不同口径的数值不相减。",
)
