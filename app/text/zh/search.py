"""Texts of the search."""

TEXTS = {
    "search.label": "全站搜索",
    "search.hint": "搜索目标、政策、English …",
    "search.title": "搜索",
    "search.title_of": "搜索：{words}",
    "search.empty": "在上方输入关键词，可同时以中英文查找目标、政策、机构、指标和数据序列。",
    "search.found.0": "没有结果",
    "search.found.1": "找到1项",
    "search.found.2": "找到{n}项",
    "search.none": "没有包含“{words}”的内容",
    "search.none_hint": "所有关键词都须出现在名称、表述或来源中。减少或缩短关键词可找到更多。",
    "search.all": "全部{n}项",
    "search.more": "另有{n}项；增加关键词可缩小范围。",
    "search.kind.target": "目标",
    "search.kind.policy": "政策",
    "search.kind.body": "机构",
    "search.kind.indicator": "指标",
    "search.kind.series": "数据序列",
}
