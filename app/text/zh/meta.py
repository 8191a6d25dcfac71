"""What pages say of themselves where they are shared or searched for."""

TEXTS: dict[str, str] = {
    "meta.name": "以事实对照目标",
    "meta.whole": (
        "公共机构承诺了什么、何时实现、公布的数据进展如何：逐项目标给出判断及其所依据的数据和方法，可回到任何一天当时的已知信息。"
    ),
    "meta.card": "Milepost：以事实对照目标",
}
