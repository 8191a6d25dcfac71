"""What the first answer says to search engines and to those who share a page."""

import json
import re
from html import unescape

import pytest

from app import address
from app.data import Data
from app.datasets import about
from app.metadata import About, head
from etl.store.database import open_database

TARGET = "/target/target-000?asof=2025-12-01&lang=zh&tab=methods"


@pytest.fixture(scope="module")
def client(app):
    """A caller of the app's server."""
    return app.server.test_client()


def served(client, path: str) -> str:
    return client.get(path, buffered=True).get_data(as_text=True)


def tags(page: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', page)
    return {name: unescape(words) for name, words in found}


def dataset(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])


def test_a_shared_page_has_title_words_and_picture_in_its_language(client):
    said = tags(served(client, TARGET))
    assert said["og:title"] == said["twitter:title"] == "工业机器人密度"
    assert said["og:description"] == said["description"] == said["twitter:description"]
    assert "信息截至2025年12月1日" in said["description"]
    assert said["og:locale"] == "zh_CN"
    assert said["og:locale:alternate"] == "en_GB"
    assert said["og:url"] == "http://localhost/target/target-000?asof=2025-12-01&lang=zh"
    assert said["og:image"] == "http://localhost/assets/cards/zh.png"
    picture = client.get("/assets/cards/zh.png", buffered=True).data
    size = tuple(int.from_bytes(picture[start : start + 4], "big") for start in (16, 20))
    assert size == (int(said["og:image:width"]), int(said["og:image:height"]))


def test_a_page_names_its_own_address_and_that_in_each_language(client):
    links = dict(
        re.findall(r'<link rel="(?:alternate" hreflang=")?([^"]+)" href="(http[^"]+)">', served(client, TARGET))
    )
    own = "http://localhost/target/target-000?asof=2025-12-01"
    assert unescape(links["canonical"]) == unescape(links["zh-Hans"]) == f"{own}&lang=zh"
    assert links["en"] == links["x-default"] == own


def test_a_target_is_a_dataset(client):
    told = dataset(served(client, "/target/target-000?asof=2025-12-01"))
    assert (told["@context"], told["@type"], told["name"]) == (
        "https://schema.org", "Dataset", "Industrial robot density",
    )  # fmt: skip
    assert 50 <= len(told["description"]) <= 5000
    assert told["temporalCoverage"] == "2012-01-01/2023-12-31"
    assert told["spatialCoverage"] == [{"@type": "Place", "name": "China"}]
    assert told["creator"] == [{"@type": "Organization", "name": "International Federation of Robotics"}]
    assert told["dateModified"] == "2024-04-20"
    assert told["isBasedOn"] == [
        {"@type": "CreativeWork", "name": "World Robotics", "url": "https://example.org/robots"}
    ]
    assert "license" not in told


NEEDED = {
    "name", "description", "url", "identifier", "inLanguage", "keywords", "creator", "dateModified", "isBasedOn",
    "variableMeasured", "distribution",
}  # fmt: skip


def test_the_shipped_targets_of_fewest_words_are_datasets_that_search_engines_take(loaded_database, today):
    data = Data(open_database(loaded_database))
    for row in sorted(data.rows(today, None, "zh"), key=lambda row: len(row["statement"]))[:12]:
        told = about(data, address.read(f"/target/{row['slug']}", "?lang=zh", today), row["title"]).dataset
        assert {key for key, value in told.items() if value} >= NEEDED, row["slug"]
        assert 50 <= len(told["description"]) <= 5000, row["slug"]


def test_files_of_a_dataset_can_be_fetched(client):
    for page in ("/target/target-000?asof=2025-12-01&lang=zh", "/?asof=2025-12-01"):
        files = dataset(served(client, page))["distribution"]
        assert {one["encodingFormat"].rpartition(".")[2] for one in files} == {"sheet", "text/csv"}
        csv = next(one["contentUrl"] for one in files if one["encodingFormat"] == "text/csv")
        answer = client.get(csv.removeprefix("http://localhost"), buffered=True)
        assert (answer.status_code, answer.mimetype) == (200, "text/csv")
        assert "asof-2025-12-01_" in answer.headers["Content-Disposition"]
        assert "target-000" in answer.get_data(as_text=True)
    assert client.get("/data/nothing.csv", buffered=True).status_code == 404
    assert client.get("/data/target-000.exe", buffered=True).get_data(as_text=True).startswith("<!DOCTYPE html>")


def test_the_overview_is_the_dataset_of_all_targets(client):
    told = dataset(served(client, "/?lang=zh"))
    assert (told["@type"], told["name"], told["inLanguage"]) == ("Dataset", "以事实对照目标", "zh-Hans")
    assert told["temporalCoverage"] == "2020-11-02/2026-06-15"


def test_words_of_a_register_cannot_end_the_block_of_data(today):
    written = head(address.home(today), About('"><script>', "</script>", {"name": "</script><script>"}))
    assert written.count("</script>") == 1
    assert "<script>" not in written
