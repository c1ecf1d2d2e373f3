"""The search dialog, asked as readers ask it: real pages, real worker, real keyboard."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

HERE = Path(__file__).parent
WORKER = HERE.parents[1] / "overrides/assets/javascripts/search-worker.js"
CASES = yaml.safe_load((HERE / "search_queries.yaml").read_text(encoding="utf-8"))
EMERGENCY = "safety/get-help-now/"
INPUT, ITEM, OPEN = ".md-search__input", ".md-search-result__item", "#__search"
# Every element the theme's own list may hold; anything else came out of a text.
ELEMENTS = {"LI", "A", "ARTICLE", "DIV", "H1", "H2", "MARK", "NAV", "SPAN", "DETAILS", "SUMMARY", "P", "DEL"}
FOUND = """() => [...document.querySelectorAll(".md-search-result__item > a:first-child")]
    .map(link => decodeURI(link.href).slice(document.baseURI.length))"""


def written(case: dict[str, object]) -> str:
    """The query itself; `times` repeats it, so that the list need not hold 5,000 letters."""
    return str(case["query"]) * int(str(case.get("times", 1)))


def ask(page: Page, query: str) -> list[str]:
    """Type the query into the dialog, wait for its answer, and return the addresses in their order."""
    waiting = "document.querySelector('.md-search-result__meta').textContent"
    for text in ("qqq" if query != "qqq" else "qqqq", query):  # the theme asks again only if the text differs
        page.evaluate(f"{waiting} = 'waiting'")
        page.locator(INPUT).fill(text)
        page.keyboard.press("End")  # the theme listens for a key that comes up
        page.wait_for_function(f"{waiting} !== 'waiting'")
    return list(page.evaluate(FOUND))


def fresh(browser: Browser, url: str, **options: object) -> Iterator[Page]:
    """A page in its own context, closed afterwards."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(url)
    yield page
    context.close()


@pytest.fixture(scope="module")
def dialog(browser: Browser, site_url: str) -> Iterator[Page]:
    """The home page with the search open, shared by all queries."""
    for page in fresh(browser, site_url):
        page.locator(INPUT).click()
        yield page


@pytest.fixture
def page(browser: Browser, site_url: str) -> Iterator[Page]:
    """The home page as a reader meets it."""
    yield from fresh(browser, site_url)


@pytest.fixture(scope="module")
def workshop(browser: Browser) -> Iterator[Page]:
    """An empty page with the worker's functions, which set up no worker there."""
    for page in fresh(browser, "about:blank"):
        page.add_script_tag(path=WORKER)
        yield page


@pytest.mark.parametrize("case", CASES["first"], ids=lambda case: str(case["query"])[:40])
def test_first_result(dialog: Page, case: dict[str, object]) -> None:
    """The wanted page comes first; an empty wish means that nothing is found."""
    found = ask(dialog, written(case))
    assert found[:1] == ([case["first"]] if case["first"] else []), case.get("why", "")


@pytest.mark.parametrize("query", CASES["red_flags"])
def test_red_flags_come_first(dialog: Page, query: str) -> None:
    """Whoever types a red flag sees the emergency page as result 1."""
    assert ask(dialog, query)[:1] == [EMERGENCY]


@pytest.mark.parametrize("query", CASES["no_red_flags"])
def test_training_words_raise_no_alarm(dialog: Page, query: str) -> None:
    """Words that only look like a red flag do not put the emergency page first."""
    assert ask(dialog, query)[:1] != [EMERGENCY]


@pytest.mark.parametrize("spellings", CASES["twins"], ids=lambda twins: twins[0])
def test_spellings_agree(dialog: Page, spellings: list[str]) -> None:
    """Hyphens, joined words, plurals, US or UK forms and typos lead to one page."""
    firsts = {query: ask(dialog, query)[:1] for query in spellings}
    assert firsts[spellings[0]]
    assert len({str(first) for first in firsts.values()}) == 1, firsts


@pytest.mark.parametrize("query", CASES["nothing"])
def test_noise_finds_nothing(dialog: Page, query: str) -> None:
    """Noise and lone filler words give an empty list and the theme's sentence for it."""
    assert ask(dialog, query) == []
    expect(dialog.locator(".md-search-result__meta")).to_have_text(
        "No matching documents" if query else "Type to start searching"
    )


def test_search_as_you_type(dialog: Page) -> None:
    """From the fourth letter on, half a name already leads to its page."""
    name = "superman"
    assert {ask(dialog, name[:end])[0] for end in range(4, len(name) + 1)} == {"exercises/lower-back/superman/"}


def test_no_floor_leaves_out_the_floor(dialog: Page) -> None:
    """Who asks for "no floor" sees exercises, and none that needs the floor."""
    for query in ("no floor", "exercises without lying on the floor"):
        found = ask(dialog, query)
        assert found
        assert not {"exercises/lower-back/superman/", "exercises/deep-muscles/bird-dog/"} & set(found)


def test_what_a_result_shows(dialog: Page) -> None:
    """A result has its title, a short marked summary and at most two parts, none of them boilerplate."""
    ask(dialog, "bird dog elbow")
    ask(dialog, "bird dog")
    first = dialog.locator(ITEM).first
    expect(first.locator("h1")).to_have_text("Bird dog")
    assert first.locator("h1 mark").count() == 2
    article = first.locator("article").first.inner_text()
    assert "Safety first" not in article
    assert len(article) < 400
    for item in dialog.locator(ITEM).all():
        heads = item.locator("h2").all_inner_texts()
        assert len(heads) <= 2
        assert not {"Safety first", "About this page", "Sources", "Other names", "Often typed", "Search words"} & set(
            heads
        )


def test_missing_words_are_named(dialog: Page) -> None:
    """A result that lacks a word of the query says which."""
    ask(dialog, "multifidus zeppelin")
    expect(dialog.locator(f"{ITEM} del").first).to_have_text("zeppelin")


@pytest.mark.parametrize("query", CASES["hostile"])
def test_hostile_query_stays_text(dialog: Page, query: str) -> None:
    """A query is never markup: no foreign element appears and no script runs."""
    ask(dialog, query)
    tags = dialog.evaluate("[...document.querySelectorAll('.md-search-result__list *')].map(e => e.tagName)")
    assert set(tags) <= ELEMENTS
    assert dialog.evaluate("window.harmed") is None


def test_hostile_page_shows_as_text(browser: Browser, site_url: str) -> None:
    """Titles and texts of a page appear letter for letter and create no element."""
    evil = "<img src=x onerror=harmed=1>"
    safe = evil.replace("<", "&lt;").replace(">", "&gt;")
    docs = [
        {"location": "x/", "title": f"Plank {safe}", "text": f"<p>Plank {safe} &amp;lt;b&amp;gt;</p>", "tags": [evil]},
        {"location": "x/#a", "title": f"Steps {safe}", "text": f"<ul><li>Plank {safe}</li></ul><img src=x <b"},
    ]
    for page in fresh(browser, "about:blank"):
        page.route("**/search_index.json", lambda route: route.fulfill(json={"config": {"lang": ["en"]}, "docs": docs}))
        page.goto(site_url)
        page.locator(INPUT).click()
        assert ask(page, "plank img") == ["x/"]
        page.locator("details summary").click()
        shown = page.locator(ITEM).inner_text()
        assert shown.count(evil) == 4
        assert "&lt;b&gt;" in shown
        tags = page.evaluate("[...document.querySelectorAll('.md-search-result__list *')].map(e => e.tagName)")
        assert set(tags) <= ELEMENTS
        assert page.evaluate("window.harmed") is None


@pytest.mark.parametrize("opener", ["/", "s", "f"])
def test_key_opens_the_search(page: Page, opener: str) -> None:
    """Each of the theme's three keys focuses the search without typing itself into it."""
    page.keyboard.press(opener)
    expect(page.locator(INPUT)).to_be_focused()
    expect(page.locator(INPUT)).to_have_value("")


def test_arrows_and_enter_open_a_result(page: Page, site_url: str) -> None:
    """The arrow key steps into the list and Enter opens what is focused."""
    page.keyboard.press("/")
    second = ask(page, "neck")[1]
    for _ in range(20):
        page.keyboard.press("ArrowDown")
        if page.evaluate("document.activeElement.href") == site_url + second:
            break
    page.keyboard.press("Enter")
    page.wait_for_url(site_url + second)


def test_enter_opens_the_first_result(page: Page, site_url: str) -> None:
    """Enter in the input opens result 1, also where rules and not words put it there."""
    page.keyboard.press("/")
    ask(page, "cant pee after plank")
    page.keyboard.press("Enter")
    page.wait_for_url(site_url + EMERGENCY)


def test_escape_closes_the_search(page: Page) -> None:
    """Escape leaves the dialog."""
    page.keyboard.press("/")
    ask(page, "neck")
    page.keyboard.press("Escape")
    expect(page.locator(OPEN)).not_to_be_checked()


def test_search_on_a_phone(browser: Browser, site_url: str) -> None:
    """On a phone a tap opens the search, nothing is wider than the screen, and a tap opens result 1."""
    for page in fresh(browser, site_url, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True):
        page.locator(".md-header__button[for=__search]").tap()
        expect(page.locator(INPUT)).to_be_focused()
        assert ask(page, "levator scapula strech for desk workers")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert ask(page, "birddog excercise")[0] == "exercises/deep-muscles/bird-dog/"
        page.locator(f"{ITEM} a").first.tap()
        page.wait_for_url(site_url + "exercises/deep-muscles/bird-dog/")


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("bird", "bird", 0),
        ("brid", "bird", 1),
        ("brd", "bird", 1),
        ("birds", "bird", 1),
        ("board", "bird", 2),
        ("", "ab", 2),
        ("bird", "", 3),
        ("plank", "squat", 3),
    ],
)
def test_distance(workshop: Page, one: str, other: str, slips: int) -> None:
    """Swapped neighbours, a lost, added or wrong letter count one; beyond the limit it gives up."""
    assert workshop.evaluate("([a, b]) => distance(a, b, 2)", [one, other]) == slips


def test_words_meet_in_one_key(workshop: Page) -> None:
    """Plural, -ing, UK and US forms and doubled letters share a key; different words do not."""
    for group in [
        "bridge bridges bridging",
        "dumbbell dumbell dumbbells",
        "centre center",
        "pee wee urinate peeing",
        "calf calves",
    ]:
        assert len(workshop.evaluate("list => [...new Set(list.map(key))]", group.split())) == 1, group
    different = "pelvis press plank plane pee poo ball wall hamstring sit side scapula neck need"
    assert len(workshop.evaluate("list => [...new Set(list.map(key))]", different.split())) == 14


def test_red_flags_come_first_in_a_large_library(workshop: Page, site_folder: Path) -> None:
    """Among 1,000 pages, the same pages many times over, a warning sign still leads to the emergency page."""
    docs = json.loads((site_folder / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    firsts = workshop.evaluate(
        """([docs, queries]) => {
          const all = [...docs], others = docs.filter(doc => !doc.location.startsWith("safety/"));
          const pages = others.filter(doc => !doc.location.includes("#")).length;
          for (let copy = 1; copy * pages < 1000; copy++)
            for (const doc of others) all.push({...doc, location: doc.location.replace("/", `-${copy}/`)});
          const index = setUp(all);
          return queries.map(query => [query, search(index, query)[0][0].location]);
        }""",
        [docs, CASES["red_flags"]],
    )
    assert firsts
    assert [(query, first) for query, first in firsts if first != "safety/get-help-now/"] == []
