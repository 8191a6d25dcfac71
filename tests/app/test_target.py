"""A target's page as a tree of components, over made-up promises."""

import csv
import io
from datetime import date
from html import escape

import pytest
from dash import html

from app import address, charts, components, prerender, text
from app.pages import target, target_chart, target_dossier, target_tabs

TODAY = date(2026, 6, 15)
ROBOTS, UNMEASURED, LISTED, TWO_BASES = "target-000", "target-004", "target-010", "target-012"


def view_of(slug: str, query: str = "") -> address.View:
    return address.read(f"/target/{slug}", query, TODAY)


def dossier_of(data, slug: str, query: str = "") -> target_dossier.Dossier:
    return target_dossier.read(data, view_of(slug, query), slug)


def html_of(data, slug: str, query: str = "") -> str:
    return prerender.html_of(target.layout(data, view_of(slug, query), slug))


def found(tree, kind) -> list:
    """All components of a kind in a tree."""
    if isinstance(tree, list | tuple):
        return [one for part in tree for one in found(part, kind)]
    inside = getattr(tree, "children", None)  # a component without children counts as false
    return [*([tree] if isinstance(tree, kind) else []), *([] if inside is None else found(inside, kind))]


def test_unknown_target_is_no_page(data):
    assert target.layout(data, view_of("nobody"), "nobody") is None
    assert target.title(data, view_of("nobody"), "nobody") == "nobody"


def test_target_is_not_known_before_its_document(data):
    page = html_of(data, ROBOTS, "?asof=2022-01-01")
    assert "Not yet known on 1 January 2022" in page
    assert "470" not in page


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("number", range(13))
@pytest.mark.parametrize("tab", ["", "methods", "statement", "series", "links", "list", "nonsense"])
def test_every_made_up_target_has_a_page_in_each_language(data, lang, number, tab):
    slug = f"target-{number:03d}"
    page = html_of(data, slug, f"?lang={lang}&tab={tab}")
    assert "<h1" in page
    assert escape(data.target(TODAY, "linear-pace", lang, slug)["sentence"]) in page


def test_claim_names_the_other_language_the_bodies_and_the_policy(data):
    page = html_of(data, ROBOTS)
    for words in (
        "Robot+ plan",
        "工业机器人密度",
        "MIIT, NDRC and others, 4 in all",
        "19 January 2023",
        "manufacturing, nationwide",
    ):
        assert words in page


def test_badges_explain_themselves(data):
    page = html_of(data, ROBOTS)
    assert 'title="The number is worked out from the baseline"' in page
    assert 'title="The document expects it; it is not binding"' in page


def test_same_promise_links_to_the_other_documents(data):
    page = html_of(data, ROBOTS)
    assert "same promise in 2 plans" in page
    assert "/target/target-013" in page


def test_facts_have_units_and_say_how_a_target_was_derived(data):
    page = html_of(data, ROBOTS)
    assert page.count("robots per 10,000 employees") >= 3
    assert "derived: 2 × 246" in page
    assert "Time since the deadline" in page
    assert "Time left" in html_of(data, ROBOTS, "?asof=2025-06-01")


def test_two_bases_stand_side_by_side_with_their_words(data):
    page = html_of(data, TWO_BASES)
    for words in (
        "Two readings on two bases",
        "Employment as the federation had it",
        "Employment figures of 2026",
        "470",
    ):
        assert words in page
    assert "Two readings on two bases" not in html_of(data, ROBOTS)


def test_what_is_not_measured_lists_what_is_measured_instead(data):
    page = html_of(data, UNMEASURED)
    for words in ("What is not measured", "Measured instead", "80\u202f% in 2024", "A part of the whole"):
        assert words in page


def test_chart_is_an_image_with_words_in_both_widths(data):
    tree = target.layout(data, view_of(ROBOTS), ROBOTS)
    (chart,) = found(tree, charts.Chart)
    heights = {width: figure["layout"]["height"] for width, figure in chart.figures["light"].items()}
    assert heights == {"wide": 430, "narrow": 330}
    page = prerender.html_of(tree)
    assert page.count('role="img"') == 1
    assert 'style="--wide-height:430px;--narrow-height:330px"' in page
    assert "latest 470 in 2023" in page


def test_a_chart_has_both_themes_only_where_the_system_chooses_and_a_light_one_for_paper(data):
    themes = [
        list(found(target.layout(data, view_of(ROBOTS, query), ROBOTS), charts.Chart)[0].figures)
        for query in ("", "?theme=light", "?theme=dark")
    ]
    assert themes == [["light", "dark"], ["light"], ["dark", "paper"]]


def test_picture_carries_its_title_source_and_day(data):
    picture = target_chart.picture(dossier_of(data, ROBOTS, "?asof=2025-01-31"), "svg")
    texts = " ".join(one["text"] for one in picture["figure"]["layout"]["annotations"])
    for words in ("Industrial robot density", "International Federation of Robotics", "As known on 31 January 2025"):
        assert words in texts
    assert picture["name"].startswith("target-000_asof-2025-01-31_")


def test_pictures_name_an_address_that_brings_back_their_day(data, today):
    picture = target_chart.picture(dossier_of(data, ROBOTS), "png")
    assert f"/target/target-000?asof={today}" in " ".join(
        one["text"] for one in picture["figure"]["layout"]["annotations"]
    )


def test_listed_figure_shows_its_list_and_no_chart(data):
    page = html_of(data, LISTED, "?tab=list")
    assert "City 16" in page
    assert "No chart" in page
    assert "城市16" in html_of(data, LISTED, "?tab=list&lang=zh")


def test_what_nobody_aims_at_is_not_called_a_target(data):
    names = prerender.html_of(found(target.layout(data, view_of(LISTED), LISTED), html.Dt))
    assert "As listed" in names
    assert "Target" not in names


def test_table_has_every_figure_with_its_cell_newest_first(data):
    page = html_of(data, ROBOTS)
    assert page.index("E23") < page.index("E12")
    assert "load 1 › observations › E23" in page
    assert 'href="https://example.org/robots"' in page


@pytest.mark.parametrize(
    ("lang", "heading", "common"),
    [
        ("en", "Industrial robot density, China", "Publisher: International Federation of Robotics · Unit: robots per"),
        ("zh", "中国工业机器人密度", "发布机构：国际机器人联合会 · 单位：台/万人"),
    ],
)
def test_what_all_rows_share_is_said_once_above_them(data, lang, heading, common):
    panel = prerender.html_of(target_tabs.figures(dossier_of(data, ROBOTS, f"?lang={lang}")))
    assert f">{heading}<" in panel
    assert common in panel
    assert panel.count(common.split(" · ")[0]) == 1


def test_what_differs_between_rows_keeps_its_column(data):
    panel = prerender.html_of(target_tabs.figures(dossier_of(data, TWO_BASES)))
    assert panel.count("Employment figures of 2026") == 1
    assert panel.count(">old<") == 11


def test_as_known_on_an_earlier_day_later_figures_are_absent(data):
    assert "E23" not in html_of(data, ROBOTS, "?asof=2024-01-31")


def test_methods_are_told_side_by_side(data):
    page = html_of(data, ROBOTS, "?tab=methods")
    assert "Linear pace" in page
    assert "Growth ratio (Eurostat)" in page
    assert "Distance closed" in page


def test_links_have_their_own_verdict_and_direction(data):
    page = html_of(data, ROBOTS, "?tab=links")
    assert "Another reading of it" in page
    assert "Receives from" in page
    assert "Basis changed" in page


def test_tabs_that_have_nothing_are_not_offered(data):
    keys = [key for key, _words in target_tabs.items(dossier_of(data, UNMEASURED))]
    assert keys == ["table", "methods", "revisions", "statement", "series"]


def test_csv_opens_in_a_spreadsheet_and_runs_nothing(data):
    content = target_chart.as_csv(dossier_of(data, ROBOTS))
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    rows, ahead = rows[:11], rows[11:]
    assert rows[-1]["value"] == "470.0"
    assert rows[-1]["note"] == "'=1+1"
    assert rows[-1]["as_of"] == "2026-06-15"
    assert [(one["role"], one["period"], one["value"], one["low_80"], one["high_95"]) for one in ahead] == [
        ("forecast", "2025", "517.0", "423.0", "1030.0")
    ]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "", None])
def test_addresses_that_are_not_of_the_web_are_no_links(url):
    assert components.outside(url, "words") == "words"


def test_every_firmness_link_and_badge_has_its_words():
    from etl.vocabulary import Badge, Firmness, Link

    for lang in ("en", "zh"):
        t = text.of(lang)
        for key, codes in (("firmness", Firmness), ("badge", Badge), ("link", Link), ("link_back", Link)):
            assert all(t(f"target.{key}.{code}") for code in codes)
