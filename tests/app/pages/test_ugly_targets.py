"""Figures that trip a rule, from the workbook to the page: a right class or a reason, and never a NaN."""

import re
from dataclasses import replace
from datetime import date

import pytest
from tables import workbook

from app import address
from app.data import Data
from app.pages import overview, target
from app.prerender import html_of
from etl import pipeline
from etl.store.database import open_database
from etl.vocabulary import JUDGING, LANGUAGES, Method

TODAY = date(2026, 6, 1)

CASES = {
    "one-point": ("at least 90", "2030", {2024: "40"}, ("pace_unknown", "too_few_points")),
    "two-points": ("at least 90", "2030", {2020: "40", 2024: "48"}, ("far_behind", "too_few_points")),
    "equal-values": ("at least 90", "2030", dict.fromkeys(range(2017, 2025), "40"), ("far_behind", "no_variation")),
    "from-zero": ("at least 90", "2030", {2020: "0", 2021: "0", 2022: "5", 2023: "20", 2024: "40"}, ("on_track", None)),
    "negative": ("at least 10", "2030", {2020: "-50", 2021: "-40", 2022: "-31", 2023: "-25", 2024: "-19"},
                 ("on_track", None)),
    "long-gap": ("at least 90", "2030", {2008: "10", 2009: "12", 2020: "40", 2024: "48"}, ("far_behind", None)),
    "last-is-a-bound": ("at least 90", "2030", {2020: "40", 2022: "50", 2023: "55", 2024: "> 60"},
                        ("on_track", "bound")),
    "share-at-100": ("at least 100", "2030", {2020: "90", 2021: "95", 2022: "100", 2023: "100", 2024: "100"},
                     ("achieved", None)),
    "share-to-100": ("at least 100", "2030", {2020: "60", 2021: "66", 2022: "71", 2023: "77", 2024: "82"},
                     ("on_track", None)),
    "target-is-baseline": ("at least 40", "2030", {2020: "40", 2022: "38", 2023: "37", 2024: "36"},
                           ("wrong_direction", None)),
    "deadline-first": ("at least 90", "2022", {2020: "40", 2023: "60", 2024: "66"},
                       ("awaiting_data", "too_few_points")),
    "limit-each-year": ("at most 50", "2030", {2020: "49", 2021: "52", 2022: "48", 2023: "47", 2024: "46"},
                        ("achieved", None)),
    "a-range": ("between 60 and 70", "2030", {2020: "40", 2021: "45", 2022: "49", 2023: "53", 2024: "58"},
                ("on_track", None)),
    "exactly": ("exactly 60", "2030", {2020: "40", 2021: "45", 2022: "49", 2023: "53", 2024: "58"}, ("on_track", None)),
    "huge": ("at least 9000000000000", "2030", {year: str(10 ** (year - 2012)) for year in range(2018, 2025)},
             ("far_behind", None)),
    "tiny": ("at least 0.00009", "2030", {year: f"0.0000{year - 2017}" for year in range(2018, 2025)},
             ("on_track", None)),
}  # fmt: skip
"""By slug: target as stated, deadline, figures; the status by linear pace, and why there is no chance."""

PERCENT = [slug for slug in CASES if slug.startswith("share")]


FIGURES = [(slug, year, value) for slug, case in CASES.items() for year, value in case[2].items()]


def based(slug: str) -> int | str:
    """The baseline's year: 2020 where it has a figure, else the first; none for one point alone."""
    years = CASES[slug][2]
    return "" if len(years) == 1 else 2020 if 2020 in years else min(years)


def drawn(sheet: str, header: str, row: str) -> str:
    """A sheet with one row a case; `row` is filled in with its code, target, deadline, baseline, unit, bounds, kind."""
    parts = (
        {"slug": slug, "stated": case[0], "deadline": case[1], "base": based(slug)}
        | ({"unit": "%", "bounds": "0 | 100"} if slug in PERCENT else {"unit": "things", "bounds": "|"})
        | {"kind": "limit" if slug.startswith("limit") else ""}
        for slug, case in CASES.items()
    )
    return "\n".join([f"sheet {sheet}", header, *(row.format(**part) for part in parts)])


REGISTER = "\n".join(
    [
        "sheet bodies\nbody_id | name_en\nB | Body",
        "sheet areas\narea_id | name_en\nCN | China",
        "sheet policies\npolicy_id | name_en | short_en | issued | bodies\nP | Plan | Plan | 2020-12-31 | B",
        drawn("indicators", "indicator_id | name_en | unit | measured | lower | upper",
              "{slug}-i | {slug} | {unit} | flow | {bounds}"),
        drawn("series", "series_id | indicator_id | area_id | publisher | name_en | frequency",
              "{slug}-s | {slug}-i | CN | B | {slug} | year"),
        drawn("targets", "target_id | slug | policy_id | name_en | statement_en | indicator_id | kind | stated | "
              "baseline_period | deadline",
              "{slug}-t | {slug} | P | {slug} | So it says | {slug}-i | {kind} | {stated} | {base} | {deadline}"),
        drawn("target_series", "target_id | series_id | role", "{slug}-t | {slug}-s | headline"),
        "sheet observations\nseries_id | period | value | published",
        *(f"{slug}-s | {year} | {value} | {year + 1}-03-01" for slug, year, value in FIGURES),
    ]
)  # fmt: skip


@pytest.fixture(scope="module")
def ugly(tmp_path_factory):
    """The cases loaded from a workbook."""
    folder = tmp_path_factory.mktemp("ugly")
    engine = open_database(f"sqlite:///{folder}/ugly.db", create=True)
    pipeline.load_files(engine, [workbook(folder / "ugly.xlsx", REGISTER)], by="tests")
    yield Data(engine)
    engine.dispose()


@pytest.mark.parametrize("slug", CASES)
def test_the_verdict_is_right_and_a_missing_chance_has_its_reason(ugly, slug):
    row = ugly.target(TODAY, Method.linear_pace, "en", slug)
    assert (row["status"], row["no_chance"]) == CASES[slug][-1]
    assert (row["chance"] is None) == (row["no_chance"] is not None)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("tab", ["", "methods", "revisions"])
@pytest.mark.parametrize("slug", CASES)
def test_no_page_shows_what_is_no_number(ugly, slug, tab, lang):
    view = replace(address.home(TODAY), path=f"/target/{slug}", tab=tab, lang=lang)
    assert_no_nonsense(html_of(target.layout(ugly, view, slug)))


@pytest.mark.parametrize("method", [None, *JUDGING])
def test_the_overview_by_any_method_shows_what_is_no_number_nowhere(ugly, method):
    view = replace(address.home(TODAY), method=method)
    assert len(ugly.rows(TODAY, method, "en")) == len(CASES)
    assert_no_nonsense(html_of(overview.layout(ugly, view)))


def assert_no_nonsense(page: str) -> None:
    words = re.sub(r"<script.*?</script>|<[^>]*>", " ", page)
    assert not re.search(r"\b(nan|NaN|None(?! of)|inf|null|undefined)\b|[{}]", words), words
