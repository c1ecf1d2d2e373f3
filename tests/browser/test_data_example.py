"""The example in JavaScript on the page for reusers, run in the browser."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.api.served import example, served
from tests.api.world import real


def test_the_javascript_example_shows_a_program(browser: Browser, tmp_path: Path) -> None:
    """It prints the program's name and minutes, then each exercise with its dose in words."""
    with served(tmp_path) as address:
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "log" else None)
        page.goto(f"{address}api/v1/index.json")
        page.evaluate(f"async () => {{ {example('js', address)} }}")
        page.close()
    program = real("programs/desk-break.json")
    assert said[0] == f"{program['name']} {program['minutes']} minutes"
    assert said[1:] == [f"{item['exercise']['name']} {item['dose']['words']}" for item in program["items"]]
