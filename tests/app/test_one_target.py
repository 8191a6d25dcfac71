"""A register of one target, and of none: every page opens."""

import pytest

from tests.app.conftest import made_up_app

PATHS = ("/", "/target/target-000", "/target/target-000?tab=methods", "/changes", "/deadlines", "/methods", "/nowhere")


@pytest.mark.parametrize("count", [0, 1])
def test_every_page_opens(count):
    client = made_up_app(count).server.test_client()
    assert {path: client.get(path).status_code for path in PATHS} == dict.fromkeys(PATHS, 200)


def test_one_target_is_said_in_the_singular():
    page = made_up_app(1).server.test_client().get("/").text
    assert "One target with a number, 1 with a usable figure." in page


def test_the_theme_of_the_address_stands_in_the_first_answer():
    client = made_up_app(1).server.test_client()
    assert '<html lang="en" data-theme="dark">' in client.get("/?theme=dark").text
    assert '<html lang="en" data-theme="system">' in client.get("/?theme=x").text
