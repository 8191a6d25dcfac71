"""Workbooks drawn as small text tables: one `sheet` line, a header and rows, cells separated by |."""

from pathlib import Path

from openpyxl import Workbook

REGISTER = """
sheet bodies
body_id | name_en                | name_zh
MIIT    | Ministry of Industry   | 工业和信息化部
IFR     | Federation of Robotics | 国际机器人联合会

sheet areas
area_id | name_en | name_zh
CN      | China   | 中国

sheet policies
policy_id  | name_en          | name_zh | short_en | issued     | bodies
robot-plan | Plan for robots  | 规划    | Robots   | 2021-12-28 | MIIT

sheet indicators
indicator_id  | name_en       | name_zh | unit                          | measured
robot_density | Robot density | 密度    | robots per 10,000 employees   | stock
robot_revenue | Robot revenue | 收入    | CNY 100 million               | flow

sheet series
series_id        | indicator_id  | area_id | publisher | name_en              | frequency
robot_density_cn | robot_density | CN      | IFR       | Robot density, China | year
robot_revenue_cn | robot_revenue | CN      | MIIT      | Robot revenue, China | year

sheet bases
series_id        | basis | description_en
robot_density_cn | old   | Employment as counted to 2025
robot_density_cn | new   | Employment as counted from 2026

sheet targets
target_id | slug       | policy_id  | name_en       | name_zh | statement_en   | indicator_id  | stated             | baseline | deadline
T1        | density    | robot-plan | Robot density | 密度    | Double it      | robot_density | double versus 2020 |          | 2025
T2        | revenue    | robot-plan | Robot revenue | 收入    | More than 2000 | robot_revenue | more than 2,000    |          | 2025

sheet target_series
target_id | series_id        | role
T1        | robot_density_cn | headline
T2        | robot_revenue_cn | headline
"""

FIGURES = """
sheet observations
series_id        | period | value | basis | published  | unit
robot_density_cn | 2020   | 246   | old   | 2021-10-28 |
robot_density_cn | 2022   | 392   | old   | 2024-01-10 |
robot_density_cn | 2023   | 470   | old   | 2024-11-20 |
robot_density_cn | 2024   | 567   | old   | 2025-09-25 |
robot_density_cn | 2024   | 166   | new   | 2026-04-08 |
robot_revenue_cn | 2020   | 1061  |       | 2021-06-30 | CNY 100 million
robot_revenue_cn | 2022   | >1700 |       | 2023-08-04 | CNY 100 million
"""


def workbook(path: Path, *drawings: str) -> Path:
    """Writes the drawn sheets to an .xlsx file and returns its path."""
    book = Workbook()
    book.remove(book.active)
    for line in "\n".join(drawings).splitlines():
        if line.startswith("sheet "):
            sheet = book.create_sheet(line.removeprefix("sheet ").strip())
        elif line.strip():
            sheet.append([_typed(cell.strip()) for cell in line.split("|")])
    book.save(path)
    return path


def _typed(cell: str) -> object:
    if not cell:
        return None
    return float(cell) if cell.replace(".", "", 1).lstrip("-").isdigit() else cell
