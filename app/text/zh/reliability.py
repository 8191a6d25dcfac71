"""Texts about what the forecast's chances were worth, on the page on methods."""

TEXTS: dict[str, str] = {
    "reliability.title": "概率可信到什么程度",
    "reliability.axis_said": "预测的概率",
    "reliability.axis_true": "实现的比例",
    "reliability.diagonal": "与预测一致",
    "reliability.bin": "预测{chance}，{n}次中实现{true}",
    "reliability.describe": "点图：预测的概率与实现的比例",
    "reliability.describe_group": "{name}：{bins}",
    "reliability.lead": "给出概率的目标中有多少实现。统计于{day}，取自未用于制作预测的公开序列中的{n}个设定目标。"
    "位于虚线上的点，其实现频率与所说概率一致；点越大，预测次数越多。",
    "reliability.table": "以表格查看",
    "reliability.range": "概率",
    "reliability.from_to": "{least}至{most}",
    "reliability.forecasts": "预测次数",
    "reliability.mean": "平均概率",
    "reliability.true": "实现比例",
    "reliability.group.held_out": "留作检验的国家",
    "reliability.group.aside": "另行保留的其他数据组",
    "methods.forecast": "预测",
    "methods.forecast_text": "在截止日前达标的概率取自该序列自身的历史：延续其年度变化，越往后延续得越少；"
    "再按许多其他序列在相同长度、相同年数下的预测误差，确定预测区间的宽度。概率即该区间落在目标一侧的部分，"
    "不会为0或1。预测不考虑规划、预算或危机。数据不足三个不作预测；仅三四个者可信度低。",
    "calls.title": "以往概率的检验",
    "calls.none": "截至{day}，登记表中在截止前给出过概率的目标均尚无已知结果。",
    "calls.lead": "截至{day}结果已知的目标有{targets}个，此前给出的概率共{n}次。布里尔得分（每个目标计一次）为{brier}；"
    "0为最佳，抛硬币为0.25。",
    "calls.few": "数量过少，难以说明方法的优劣。",
    "calls.note": "概率按当日已知信息、以现行预测方法推算。布里尔得分为概率与结果（实现为1）之差的平方的平均值。",
    "calls.caption": "以往给出的概率与目标的结果",
    "calls.target": "目标",
    "calls.day": "起始日",
    "calls.chance": "概率",
    "calls.status": "当时结论",
    "calls.outcome": "结果",
    "calls.met": "实现",
    "calls.not_met": "未实现",
    "calls.loss": "布里尔得分",
}
