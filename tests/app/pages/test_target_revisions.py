"""The tab on revisions as a tree of components, over made-up promises."""

from datetime import date

import pandas as pd
import pytest

from app import address
from app.data import Data
from app.pages import target, target_dossier, target_revisions, target_tabs
from app.prerender import html_of
from tests.app.made_up import MadeUp

ROBOTS, UNMEASURED, LISTED, TWO_BASES = "target-000", "target-004", "target-010", "target-012"


def dossier_of(data, today, slug: str, query: str = "") -> target_dossier.Dossier:
    view = address.read(f"/target/{slug}", f"tab=revisions&{query}", today)
    return target_dossier.read(data, view, slug)


def shown(data, today, slug: str, query: str = "") -> str:
    return html_of(target_revisions.panel(dossier_of(data, today, slug, query)))


def name(data, today, slug: str, query: str = "") -> str:
    return dict(target_tabs.items(dossier_of(data, today, slug, query)))["revisions"]


def test_the_tabs_name_counts_revised_periods_as_known_on_the_day(data, today):
    assert name(data, today, ROBOTS) == "Revisions (1)"
    assert name(data, today, ROBOTS, "lang=zh") == "修订（1）"
    assert name(data, today, ROBOTS, "asof=2023-03-01") == "Revisions"


def test_each_past_verdict_has_the_chance_that_it_carried(data, today):
    assert shown(data, today, "target-013").count("81\u202f%") == 2


def test_a_revised_figure_says_what_it_was_and_leads_to_its_cell(data, today):
    page = shown(data, today, ROBOTS)
    assert "was 392" in page
    assert "is-revised" in page
    assert page.count('class="from-cell"') >= 12
    assert "was 392" not in shown(data, today, ROBOTS, "asof=2023-03-01")


class Jumped(MadeUp):
    """The robots' figure for 2022 was 300 before it was 402."""

    def vintages(self, _bind: None, as_of: date, series_ids: tuple[str, ...]) -> pd.DataFrame:
        return super().vintages(None, as_of, series_ids).replace({"value": {392.0: 300.0}})


@pytest.mark.parametrize(
    ("lang", "mark", "rule", "lead", "read_out"),
    [
        (
            "en",
            "beyond the limit",
            "more than 25\u202f% away",
            "Revised beyond the limit: 2022.",
            "402 published 20 Apr 2023 (a",
        ),
        ("zh", "超出限度", "相差超过25%", "修订超出限度的时期：2022年。", "2023年4月20日公布402（修订超出限度）"),
    ],
)
def test_a_revision_beyond_the_limit_is_marked_in_words_and_read_out(data, today, lang, mark, rule, lead, read_out):
    page = shown(Data(None, Jumped()), today, ROBOTS, f"lang={lang}")
    assert page.count(f'<span class="cell-note beyond-limit">{mark}</span>') == 1
    assert all(words in page for words in (rule, lead, read_out))
    assert mark not in shown(data, today, ROBOTS, f"lang={lang}")


def test_the_chart_shows_the_period_asked_for(data, today):
    assert "How the figure for 2022 was told" in shown(data, today, ROBOTS)
    assert "How the figure for 2020 was told" in shown(data, today, ROBOTS, "period=2020")
    assert "How the figure for 2022 was told" in shown(data, today, ROBOTS, "period=nonsense")


def test_figures_on_two_bases_bear_letters_that_are_explained(data, today):
    page = shown(data, today, TWO_BASES)
    assert "A: Employment as the federation had it" in page
    assert "B: Employment figures of 2026" in page
    assert "basis-letter" in page
    assert "basis-letter" not in shown(data, today, ROBOTS)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("slug", [UNMEASURED, LISTED])
def test_without_figures_the_tab_says_so_and_still_tells_the_verdict(data, today, slug, lang):
    page = shown(data, today, slug, f"lang={lang}")
    assert {"en": "No figure was known on 15 June 2026.", "zh": "2026年6月15日尚无数据。"}[lang] in page
    assert page.count("<tr") == 3
    assert "graph" not in page


def test_links_leave_out_the_period_that_is_shown_by_itself(data, today):
    page = shown(data, today, ROBOTS, "tab=revisions&period=2020")
    assert f'href="/target/{ROBOTS}?tab=revisions&amp;period=2021"' in page
    assert f'href="/target/{ROBOTS}?tab=revisions"' in page
    assert "period=2022" not in page


def test_another_page_does_not_inherit_the_period(today):
    view = address.read("/target/a", "tab=revisions&period=2020", today)
    assert address.href(view, "/target/b") == "/target/b"
    assert "period" in target.OWN
