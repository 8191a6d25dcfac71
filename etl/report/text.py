"""Every text of the report in English and Chinese; the words of codes are in `etl.vocabulary`."""

from datetime import date

from babel.dates import format_date

from etl.report.guide import GUIDE
from etl.vocabulary import LANGUAGES

LOCALES = {"en": "en_GB", "zh": "zh_CN"}

TEXTS: dict[str, tuple[str, str]] = {
    "title": ("Are the promises kept?", "承诺兑现了吗？"),
    "subtitle": (
        "As known on {day} · Method: {method} · {scope}",
        "截至{day}所知 · 方法：{method} · {scope}",
    ),
    "as_known": ("As known on {day} · Method: {method}", "截至{day}所知 · 方法：{method}"),
    "all_policies": ("all policies", "全部政策"),
    "footer": ("Milepost · as known on {day}", "Milepost · 截至{day}所知"),
    "no_figure": (
        "{missing} of {judged} targets with a number have no usable figure.",
        "{judged}项有数字的目标中，{missing}项没有可用数据。",
    ),
    "not_judged": (
        "{count} more are not judged: no number, or a figure that a document merely lists.",
        "另有{count}项不作判断：没有数字，或仅为文件所列数字。",
    ),
    "told_twice": (
        "{count} further statements repeat one of these promises; the sheet {sheet} lists them.",
        "另有{count}条表述与上述承诺相同，见“{sheet}”表。",
    ),
    "how_to_read": ("How to read this workbook", "如何阅读本工作簿"),
    "badges": ("Badges: reservations beside a verdict", "标记：判断旁的保留说明"),
    "sheets": ("Sheets", "工作表"),
    "sheet.cover": ("Cover", "封面"),
    "sheet.scoreboard": ("Scoreboard", "总览"),
    "sheet.docket": ("Docket", "到期清单"),
    "sheet.changes": ("Changes", "变动"),
    "sheet.findings": ("Findings", "核查发现"),
    "sheet.rivals": ("Rivals", "并列指标"),
    "sheet.targets": ("Targets", "目标"),
    "sheet.observations": ("Observations", "观测值"),
    "sheet.revisions": ("Revisions", "修订"),
    "sheet.decisions": ("Decisions", "人工决定"),
    "sheet.sources": ("Sources", "来源"),
    "sheet.methods": ("Methods", "方法"),
    "about.scoreboard": ("Where each target stands, one row a target", "每项目标的现状，每行一项"),
    "about.docket": ("Every deadline that has passed, and what came of it", "已过的每个截止日及其结果"),
    "about.changes": ("Every day on which a verdict moved, and why", "判断变动的日期及原因"),
    "about.findings": ("What does not add up, what is late, what fell silent", "数字不符、逾期未报与停止统计之处"),
    "about.rivals": ("What other publishers' figures say of the same targets", "同一目标按其他发布者数据的判断"),
    "about.targets": ("Each target as stated, with its document", "各项目标的原始表述及文件"),
    "about.observations": ("Every figure known on this day, with its cell", "当日已知的全部数据及其单元格"),
    "about.revisions": ("Every period that was published more than once", "多次发布的各时期数据"),
    "about.decisions": ("What analysts decided, when and why", "分析员的决定、日期与理由"),
    "none_known": ("None on this day; there is no sheet", "当日没有，故无此表"),
    "about.sources": ("Every publication used, once", "所用全部出版物，各列一次"),
    "about.sheet": (
        "Targets with figures have sheets of their own, behind their names on the scoreboard: {count}",
        "有数据的目标各有一表，点击总览中的名称即可打开：{count}项",
    ),
    "about.methods": ("Formulas, cut-offs, and what each status means", "公式、界限与各状态的含义"),
    "back": ("← Back to the scoreboard", "← 返回总览"),
    "yes": ("yes", "是"),
    "no": ("no", "否"),
    "policy": ("Policy", "政策"),
    "mark": ("Mark", "符号"),
    "status": ("Status", "状态"),
    "family": ("Group", "类别"),
    "target": ("Target", "目标"),
    "baseline": ("Baseline", "基期值"),
    "baseline_period": ("Baseline period", "基期"),
    "latest": ("Latest", "最新值"),
    "period": ("Period", "时期"),
    "target_value": ("Target value", "目标值"),
    "unit": ("Unit", "单位"),
    "progress_share": ("Distance closed", "已完成差距"),
    "time_share": ("Time used", "已用时间"),
    "required_value": ("Required by then", "届时应达"),
    "ratio": ("Ratio", "比率"),
    "deadline": ("Deadline", "截止日"),
    "badge": ("Badge", "标记"),
    "badges_column": ("Badges", "标记"),
    "published": ("Published", "发布日"),
    "reason": ("Why", "理由"),
    "last_class": ("Last class", "此前状态"),
    "target_id": ("Target id", "目标编号"),
    "name": ("Name", "名称"),
    "statement": ("The claim", "承诺内容"),
    "stated": ("As stated", "原文数字"),
    "expression": ("Figure given beside it", "文件另附数字"),
    "kind": ("Kind", "类型"),
    "comparator": ("Comparator", "比较方式"),
    "target_high": ("Upper end", "上限"),
    "derived": ("Worked out from the baseline", "由基期推算"),
    "scope": ("Scope", "范围"),
    "firmness": ("Firmness", "约束力"),
    "text_status": ("Text", "文本"),
    "document": ("Document", "文件"),
    "bodies": ("Issuing bodies", "发布机构"),
    "issued": ("Issued", "发布日期"),
    "source": ("Title read", "所读标题"),
    "via": ("Read at", "转引自"),
    "url": ("Address", "网址"),
    "grade": ("How read", "来源等级"),
    "note": ("Note", "备注"),
    "same_as": ("Same promise as", "同一承诺"),
    "slug": ("Short name", "简称"),
    "series_id": ("Series id", "序列编号"),
    "series": ("Series", "序列"),
    "area": ("Area", "地区"),
    "period_end": ("Period ends", "时期末"),
    "value": ("Value", "数值"),
    "high": ("Upper end of range", "区间上限"),
    "qualifier": ("Qualifier", "限定词"),
    "written": ("As written", "原始写法"),
    "basis": ("Basis", "口径"),
    "in_force": ("In force", "当前有效"),
    "decides": ("Decides", "用于判断"),
    "publisher": ("Publisher", "发布者"),
    "flag": ("Kind of figure", "数据性质"),
    "load": ("Load", "批次"),
    "file": ("File", "文件名"),
    "sheet": ("Sheet", "工作表"),
    "cell": ("Cell", "单元格"),
    "used_for": ("Used for", "用于"),
    "figures": ("Figures", "数据个数"),
    "published_last": ("Published last", "最近发布日"),
    "topic": ("Topic", "主题"),
    "item": ("Item", "项目"),
    "text": ("Text", "说明"),
    "inputs": ("What the verdict rests on", "判断依据"),
    "path": ("Required path", "所需路径"),
    "day": ("Day", "日期"),
    "latest_row": ("Latest figure", "最新数据"),
    "required_per_year": ("Needed per year from now", "此后每年所需"),
    "actual_per_year": ("Change per year so far", "迄今每年变化"),
    "second": ("Last figure on the target's basis", "目标口径下的最新数据"),
    "observed": ("Observed", "观测值"),
    "observed_on": ("Observed: {basis}", "观测值：{basis}"),
    "part_year": (
        "Figures for parts of a year in the table: {count}. They are not drawn and never decide.",
        "表中{count}个非全年数据不绘图，也不用于判断。",
    ),
    "no_chart": ("No figure is known on this day; there is nothing to draw.", "当日尚无数据，无法绘图。"),
    "axis_cut": ("{unit} (axis does not start at zero)", "{unit}（纵轴不从零开始）"),
    "hollow": ("Provisional, approximate or a bound", "初步数、约数或界限"),
    "drawn_filled": ("Drawn filled", "实心绘出"),
    "drawn_hollow": ("Drawn hollow", "空心绘出"),
    "change": ("Change to the one before", "较前次变动"),
    "change_share": ("Change in %", "变动率"),
    "beyond_limit": ("Beyond the limit", "超出限度"),
    "before": ("Before", "此前"),
    "after": ("After", "此后"),
    "cause": ("Cause", "原因"),
    "latest_then": ("Latest then", "当时最新值"),
    "evidence": ("Figure it rests on", "依据数据"),
    "signed_note": ("Analyst's note", "分析员说明"),
    "signed": ("{what}: {why} ({who}, {day})", "{what}：{why}（{who}，{day}）"),
    "finding": ("Finding", "发现"),
    "in_words": ("In words", "说明"),
    "counted": ("Counted or aimed at", "已有或所定"),
    "at_most": ("With all announced", "含全部公布措施"),
    "against": ("Against", "对照值"),
    "linked": ("Linked targets", "相关目标"),
    "successor": ("Document that takes over", "接续文件"),
    "headline": ("Headline series", "主指标"),
    "headline_status": ("Verdict by it", "按主指标判断"),
    "headline_latest": ("Its latest", "主指标最新值"),
    "headline_period": ("Its period", "主指标时期"),
    "rival": ("Rival series", "并列指标"),
    "rival_status": ("Verdict by the rival", "按并列指标判断"),
    "rival_latest": ("Rival's latest", "并列指标最新值"),
    "rival_period": ("Rival's period", "并列指标时期"),
    "rival_reason": ("Why the rival says so", "并列指标判断理由"),
    "agree": ("Same verdict", "判断一致"),
    "differs": ("How the two differ", "两者差别"),
    "decided_by": ("Decided by", "决定人"),
    "decision": ("Decision", "决定"),
    "why": ("Reason given", "决定理由"),
    "to_basis": ("Compared with", "对照口径"),
    "factor": ("Factor", "换算系数"),
    "overlap": ("Overlap period", "重叠时期"),
    "decision_id": ("Decision id", "决定编号"),
    "source_line": ("Source: {publishers} · as known on {day}", "来源：{publishers} · 截至{day}所知"),
}


class Text:
    """Texts of one language: `text("title")`, with named fields where a text has them."""

    def __init__(self, lang: str):
        if lang not in LANGUAGES:
            raise ValueError(f"no texts in {lang!r}; there are {', '.join(LANGUAGES)}")
        self.lang = lang
        self._place = LANGUAGES.index(lang)

    def __call__(self, key: str, **fields) -> str:
        """The text of a key. KeyError for an unknown key or a missing field."""
        return TEXTS[key][self._place].format(**fields)

    def day(self, day: date) -> str:
        """A day in words: "1 December 2024", "2024年12月1日"."""
        return format_date(day, "long", locale=LOCALES[self.lang])

    def guide(self, part: str) -> list[tuple[str, str]]:
        """Explanations of a part of the guide: pairs of an item (a code or a heading) and its text."""
        return [(item, texts[self._place]) for item, texts in GUIDE[part].items()]
