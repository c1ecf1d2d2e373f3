"""Pages on paper, as Chromium prints them: what is there, what is not, how large and on how many sheets."""

import unicodedata
from collections import Counter
from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Browser
from pypdf import PageObject, PdfReader

pytestmark = pytest.mark.browser

EXERCISES = ["exercises/neck/chin-tuck/", "exercises/deep-muscles/bird-dog/", "exercises/hips-and-legs/clamshell/"]
PAGES = [
    *EXERCISES,
    "programs/ball-program/",
    "exercises/neck/",
    "guides/stiff-neck/",
    "safety/get-help-now/",
    "safety/stop-rules/",
    "muscles/multifidus/",
    "equipment/chair/",
    "a-z/",
    "",
]
CHROME = ("Skip to content", "Back to top", "Edit this record", "Made with", "Records on GitHub", "Show the movement")

Print = Callable[..., PdfReader]


@pytest.fixture(scope="module")
def printed(browser: Browser, site_url: str) -> Print:
    """Print a page as a reader would, once for each wish; every address that it asks for is on this machine."""
    kept: dict[tuple[str, str, str], PdfReader] = {}

    def look(path: str, paper: str = "A4", scheme: str = "light") -> PdfReader:
        if (path, paper, scheme) not in kept:
            page = browser.new_page(color_scheme=scheme, reduced_motion="reduce")
            asked: list[str] = []
            page.on("request", lambda request: asked.append(request.url))
            page.goto(site_url + path)
            page.wait_for_load_state("networkidle")
            data = page.pdf(format=paper, print_background=scheme == "dark")
            page.close()
            assert [address for address in asked if not address.startswith(site_url)] == []
            kept[path, paper, scheme] = PdfReader(BytesIO(data))
        return kept[path, paper, scheme]

    return look


def words(page: PageObject) -> str:
    """The text of a sheet in one line, its joined letters apart."""
    return " ".join(unicodedata.normalize("NFKC", page.extract_text()).split())


def sizes(reader: PdfReader) -> Counter[float]:
    """How many letters stand on paper in each size, in points: after any shrinking by the browser."""
    found: Counter[float] = Counter()

    def count(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        found[round(size * abs(tm[0] * cm[0]), 1)] += len(text.strip())

    for page in reader.pages:
        page.extract_text(visitor_text=count)
    return found


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_its_name_its_address_and_its_number(printed: Print, path: str) -> None:
    """The first sheet names the site and the page's address; every sheet has its number, the later ones the address."""
    reader = printed(path)
    address = f"https://strong-back.github.io/strong-back/{path}"
    for number, page in enumerate(reader.pages, 1):
        assert f"Page {number} of {len(reader.pages)}" in words(page)
        assert words(page).count(address) == 1
    assert "Strong Back https" in words(reader.pages[0])


@pytest.mark.parametrize("path", PAGES)
def test_paper_has_no_controls(printed: Print, path: str) -> None:
    """No menu, button, search or edit link, no tags and no words for the search stand on paper."""
    text = " ".join(words(page) for page in printed(path).pages)
    for control in (*CHROME, "Search words", "Often typed", "In your words", "Find an exercise, a muscle or a word"):
        assert control not in text


@pytest.mark.parametrize("path", [path for path in PAGES if path])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_text_is_not_shrunk(printed: Print, path: str, paper: str) -> None:
    """Nothing is wider than the sheet, so the browser does not shrink it: text has its 12 points, none is below 8."""
    found = sizes(printed(path, paper))
    assert found[12.0] > 200
    assert min(size for size, letters in found.items() if letters > 20) >= 8


@pytest.mark.parametrize("path", EXERCISES)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_an_exercise_fits_one_sheet(printed: Print, path: str, paper: str) -> None:
    """One sheet with two sides: safety box, steps and dose on the first, the sources on the second."""
    front, *back = printed(path, paper).pages
    for part in ("Safety first.", "Pain from 0 to 10.", "Set-up", "Steps", "Breathing", "How much", "Beginner:"):
        assert part in words(front)
    assert len(back) <= 1
    text = " ".join(words(page) for page in (front, *back))
    assert text.index("Stop if") < text.index("Mistakes and fixes") < text.index("Sources")


@pytest.mark.parametrize("path", [*EXERCISES, "programs/ball-program/", "muscles/multifidus/"])
def test_from_a_dark_screen_the_sheet_is_light(printed: Print, path: str) -> None:
    """With the dark scheme and with backgrounds printed, no sheet begins with a fill that is not white."""
    for page in printed(path, scheme="dark").pages:
        fills = [
            tuple(float(number) for number in numbers)
            for numbers, operator in page.get_contents().operations  # type: ignore[union-attr]
            if operator == b"rg"
        ]
        assert all(fill == (1.0, 1.0, 1.0) for fill in fills[:1])


def test_a_source_shows_its_address_and_a_page_of_the_site_does_not(printed: Print) -> None:
    """Links that lead away are followed by their address; links within the site are plain words."""
    text = "".join(words(page) for page in printed("exercises/neck/chin-tuck/").pages).replace(" ", "")
    assert "(https://neurologyoffice.com/neck-exercise-week-1/)" in text
    assert "127.0.0.1" not in text
    assert "deep-neck-flexor-nod" not in text


def test_no_heading_stands_alone_at_the_end_of_a_sheet(printed: Print, browser: Browser, site_url: str) -> None:
    """The last words of a sheet are never a heading."""
    for path in PAGES:
        page = browser.new_page()
        page.goto(site_url + path)
        headings = {
            " ".join(text.replace("¶", "").split()) for text in page.locator(".sb :is(h2, h3)").all_text_contents()
        }
        page.close()
        for sheet in printed(path).pages:
            lines = [line.strip() for line in sheet.extract_text().splitlines() if line.strip()]
            body = [line for line in lines if not line.startswith(("Page ", "https://strong-back"))]
            assert body[-1] not in headings
