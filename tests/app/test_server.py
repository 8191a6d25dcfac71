"""What the web server answers besides pages."""

import gzip
import re

import pytest

from app import frontend

PLOTLY = frontend.versioned(frontend.PLOTLY)


@pytest.fixture(scope="module")
def client(app):
    """A caller of the app's server."""
    return app.server.test_client()


def test_the_first_answer_has_language_title_and_content(client):
    page = client.get("/?lang=zh", buffered=True).get_data(as_text=True)
    assert '<html lang="zh-Hans" data-theme="system">' in page
    assert "<title>承诺兑现了吗？ · Milepost</title>" in page
    assert "工业机器人密度" in page


def test_nothing_is_asked_of_another_machine(client):
    page = client.get("/", buffered=True).get_data(as_text=True)
    page = re.sub(r'<link rel="(?:canonical|alternate)"[^>]*>', "", page)  # names of this page, which nobody fetches
    named = re.findall(r"(?:src|href|url)\s*[=(]\s*[\"']?(https?:)?//", page)
    assert named == []


def test_scripts_of_others_are_refused(client):
    policy = client.get("/", buffered=True).headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    script = re.search(r"script-src ([^;]*)", policy)[1]
    assert "unsafe" not in script
    assert "'sha256-" in script


@pytest.mark.parametrize("path", ["/_dash-update-component", "/else"])
def test_a_foreign_page_cannot_call(client, path):
    assert client.post(path, json={}, headers={"Origin": "https://elsewhere.example"}).status_code == 403
    assert client.post(path, json={}, headers={"Origin": "null"}).status_code == 403


def test_our_own_page_can_call(client):
    outputs = (
        *("top.children", "main.children", "foot.children", "shown.data", "document.data"),
        "controls.forceColorScheme",
    )
    call = {
        "output": f"..{'...'.join(outputs)}..",
        "outputs": [dict(zip(("id", "property"), one.split("."), strict=True)) for one in outputs],
        "inputs": [
            {"id": "address", "property": "pathname", "value": ["not", "a", "path"]},
            {"id": "address", "property": "search", "value": {"nor": "this"}},
            {"id": "system-theme", "property": "data", "value": ["no", "theme"]},
        ],
        "state": [{"id": "shown", "property": "data", "value": 7}],
        "changedPropIds": ["address.search"],
    }
    answer = client.post("/_dash-update-component", json=call, headers={"Origin": "http://localhost"})
    assert answer.status_code == 200
    assert answer.json["response"]["document"]["data"]["path"] == "/"


def test_no_answer_writes_the_address(app):
    assert [output for output in app.callback_map if "address." in output] == []


def test_text_is_compressed_where_the_caller_can_read_it(client):
    plain = client.get("/assets/milepost.css", buffered=True)
    squeezed = client.get("/assets/milepost.css", headers={"Accept-Encoding": "gzip, br"}, buffered=True)
    again = client.get("/assets/milepost.css", headers={"Accept-Encoding": "gzip, br"}, buffered=True)
    assert "Content-Encoding" not in plain.headers
    assert squeezed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(squeezed.data) == gzip.decompress(again.data) == plain.data
    assert "Accept-Encoding" in squeezed.headers["Vary"]


def test_fonts_and_versioned_files_are_kept_for_a_year(client):
    font = client.get("/assets/fonts/inter-latin-wght-normal.woff2", buffered=True)
    assert "immutable" in font.headers["Cache-Control"]
    assert "Content-Encoding" not in font.headers
    assert "immutable" in client.get("/assets/milepost.css?m=1", buffered=True).headers["Cache-Control"]
    assert "immutable" not in client.get("/assets/milepost.css", buffered=True).headers.get("Cache-Control", "")


def test_charts_get_the_small_library(client):
    library = client.get(PLOTLY, buffered=True)
    assert library.status_code == 200
    assert "javascript" in library.mimetype
    assert b"basic - minified" in library.data[:200]


def test_the_small_library_is_the_version_that_figures_are_made_for(client):
    from plotly.offline import get_plotlyjs_version

    assert f"v{get_plotlyjs_version()}".encode() in client.get(PLOTLY, buffered=True).data[:200]


def test_fonts_and_libraries_carry_their_licences(client):
    assert b"SIL OPEN FONT LICENSE" in client.get("/assets/fonts/inter-OFL.txt", buffered=True).data
    assert b"MIT" in client.get("/assets/vendor/plotly-LICENSE.txt", buffered=True).data


def test_an_unknown_address_says_so(client):
    assert "There is no such page" in client.get("/nowhere", buffered=True).get_data(as_text=True)


def test_an_address_with_bad_bytes_opens(client):
    assert client.get("/?q=%ff%fe&asof=\x00", buffered=True).status_code == 200


def test_only_the_chart_for_frames_may_stand_in_one(client):
    page, frame = (client.get(path, buffered=True) for path in ("/target/target-000", "/embed/target/target-000"))
    assert page.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in frame.headers
    assert "frame-ancestors *" in frame.headers["Content-Security-Policy"]


def test_the_frame_follows_day_language_and_method(client):
    frame = client.get("/embed/target/target-000?asof=2024-11-21&lang=zh", buffered=True).get_data(as_text=True)
    assert '<html lang="zh-Hans">' in frame
    assert "信息截至2024年11月21日" in frame
    assert 'href="/target/target-000?asof=2024-11-21&amp;lang=zh"' in frame
    assert client.get("/embed/target/target-000?asof=2001-01-01", buffered=True).status_code == 404
    assert "react" not in frame
