"""The muscle map in a real browser: a marked picture by itself, links with names once the script has run."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
BIRD_DOG = "exercises/deep-muscles/bird-dog/"
MULTIFIDUS = "muscles/multifidus/"
INDEX = "muscles/"
PICTURE = '.sb img[src*="map.svg"]'
PLACE = "e => [e, e.closest('article')].flatMap(b => Object.values(b.getBoundingClientRect().toJSON()))"
OFFLINE = "window.fetch = () => Promise.reject(new TypeError('no network'))"


@contextmanager
def open_map(
    browser: Browser, address: str, *, scheme: str = "light", script: bool = True, offline: bool = False
) -> Iterator[Page]:
    """Open a page on a phone and bring its map into view; `offline` the script cannot fetch the drawing."""
    context = browser.new_context(
        viewport=PHONE, color_scheme=scheme, java_script_enabled=script, reduced_motion="reduce"
    )
    page = context.new_page()
    if offline:
        page.add_init_script(OFFLINE)
    page.goto(address)
    page.locator("article").evaluate(
        "(article, map) => article.querySelector(map).scrollIntoView({block: 'center'})", f"{PICTURE}, .mm"
    )
    page.wait_for_selector(".mm" if script and not offline else PICTURE)
    yield page
    context.close()


@pytest.fixture
def exercise(browser: Browser, site_url: str) -> Iterator[Page]:
    """The page of an exercise with muscles in all three roles."""
    with open_map(browser, site_url + BIRD_DOG) as page:
        yield page


@pytest.fixture
def muscles(browser: Browser, site_url: str) -> Iterator[Page]:
    """The page of all muscles, where the map is a way in."""
    with open_map(browser, site_url + INDEX) as page:
        yield page


def look(region: Locator) -> tuple[str, str, str]:
    """Return how a region is painted: fill, outline and its width."""
    return tuple(  # type: ignore[return-value]
        region.evaluate("e => ['fill', 'stroke', 'stroke-width'].map(p => getComputedStyle(e).getPropertyValue(p))")
    )


def red_share(picture: Locator) -> float:
    """Return how much of a picture is red, as marked muscles are."""
    image = Image.open(io.BytesIO(picture.screenshot())).convert("RGB")
    pixels = list(image.get_flattened_data()) if hasattr(image, "get_flattened_data") else list(image.getdata())
    return sum(r > 1.6 * g and r > 1.6 * b for r, g, b in pixels) / len(pixels)


def lightness(picture: Locator) -> int:
    """Return the usual grey of a picture, from 0 to 255."""
    return max(enumerate(Image.open(io.BytesIO(picture.screenshot())).convert("L").histogram()), key=lambda v: v[1])[0]


def test_roles_look_different(exercise: Page) -> None:
    """Main, helping and steadying muscles and the others are painted in four ways, and outlines tell them apart."""
    looks = [look(exercise.locator(f".mm {role}").first) for role in (".m1", ".m2", ".m3", "a:not([class*=m])")]
    assert len(set(looks)) == 4
    assert [width for *_, width in looks[:2]] == ["3px", "1.5px"]
    assert "mm-stripes" in looks[2][0]


def test_a_marked_muscle_says_its_name_and_what_it_is_doing(exercise: Page) -> None:
    """The name of a marked region ends in its role, for the pointer and for screen readers; others have a name."""
    for name in ("Multifidus: working most", "Gluteus maximus: helping", "Serratus anterior: holding you steady"):
        region = exercise.locator(".mm").get_by_role("link", name=name, exact=True).first
        assert region.locator("title").text_content() == name
    assert exercise.locator(".mm").get_by_role("link", name="Calf muscles", exact=True).count() > 0


def test_the_map_of_a_page_says_in_words_what_it_shows(exercise: Page) -> None:
    """The drawing as a whole is a group whose name holds the muscles by role."""
    words = exercise.locator(".mm").get_attribute("aria-label")
    assert exercise.locator(".mm").get_attribute("role") == "group"
    assert words is not None
    assert words.startswith("Muscle map, back and front. Work most: Multifidus, Erector spinae. Help: Gluteus maximus")


@pytest.mark.parametrize("path", [BIRD_DOG, MULTIFIDUS, INDEX])
def test_every_region_leads_to_its_muscle(browser: Browser, site_url: str, path: str) -> None:
    """Each region's address is that of a page that is there, from wherever the map is shown."""
    with open_map(browser, site_url + path) as page:
        addresses = set(page.locator(".mm a").evaluate_all("all => all.map(a => a.href.baseVal)"))
        assert len(addresses) > 40
        base = site_url.split("/", 3)[3]
        assert all(address.startswith(f"/{base}muscles/") for address in addresses)
        answers = [page.request.get(site_url.removesuffix(f"/{base}") + address).status for address in addresses]
        assert set(answers) == {200}


def test_a_tap_on_a_region_opens_the_muscle(muscles: Page, site_url: str) -> None:
    """On the page of all muscles a tap on the drawing leads to the muscle under the finger."""
    muscles.locator(".mm").get_by_role("link", name="Gluteus maximus", exact=True).click()
    expect(muscles).to_have_url(site_url + "muscles/gluteus-maximus/")


def test_keyboard_stops_once_at_each_marked_muscle(exercise: Page) -> None:
    """Tab goes through the marked muscles alone, each once, shows where it is, and Enter opens the page."""
    stops = exercise.locator(".mm a:not([tabindex])").evaluate_all("all => all.map(a => a.href.baseVal)")
    listed = exercise.locator("h2#muscles + ul a").evaluate_all("all => all.map(a => a.pathname)")
    assert sorted(stops) == sorted(listed)
    exercise.locator("h2#muscles + ul a").last.focus()
    assert exercise.locator(".mm-ring").count() == 0
    exercise.keyboard.press("Tab")
    focused = exercise.locator(".mm a:focus-visible")
    shape = focused.locator("path").get_attribute("d")
    assert exercise.locator(".mm g > :last-child:is(.mm-ring) path").first.get_attribute("d") == shape
    address = focused.evaluate("a => a.href.baseVal")
    exercise.keyboard.press("Enter")
    exercise.wait_for_url(f"**{address}")


@pytest.mark.parametrize("path", [BIRD_DOG, MULTIFIDUS, INDEX])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_with_the_map_in_the_page(
    browser: Browser, site_url: str, path: str, scheme: str
) -> None:
    """Pages with the drawing as a part of them pass every rule of axe-core."""
    with open_map(browser, site_url + path, scheme=scheme) as page:
        violations = [(v["id"], v["nodes"][0]["target"]) for v in Axe().run(page).response["violations"]]
        assert violations == []


def test_nothing_of_other_pages_stays(exercise: Page) -> None:
    """The drawing brings no mark of another page, no rule of marks, and only ids with its own prefix."""
    assert exercise.locator(".mm .marks").count() == 0
    ids = exercise.locator(".mm [id]").evaluate_all("all => all.map(e => e.id)")
    assert ids
    assert all(i.startswith("mm-") for i in ids)


@pytest.mark.parametrize("path", [BIRD_DOG, MULTIFIDUS, INDEX])
def test_nothing_moves_when_the_script_takes_over(browser: Browser, site_url: str, path: str) -> None:
    """The drawing in the page stands where the picture stood, pixel for pixel, so no text jumps."""
    with open_map(browser, site_url + path, offline=True) as page:
        before = page.locator(PICTURE).evaluate(PLACE)
    with open_map(browser, site_url + path) as page:
        assert page.locator(".mm").evaluate(PLACE) == before


@pytest.mark.parametrize("path", [BIRD_DOG, MULTIFIDUS, INDEX])
def test_the_picture_is_marked_without_a_script(browser: Browser, site_url: str, path: str) -> None:
    """With no script an exercise's and a muscle's own marks are on the picture, and the bare map has none."""
    with open_map(browser, site_url + path, script=False) as page:
        assert (red_share(page.locator(PICTURE)) > 0.0005) == (path != INDEX)


@pytest.mark.parametrize("offline", [False, True], ids=["drawing", "picture"])
def test_the_map_follows_light_and_dark(browser: Browser, site_url: str, offline: bool) -> None:
    """By day the body is drawn light, by night dark; its marks are there in both, as picture and as part of the page."""
    with open_map(browser, site_url + BIRD_DOG, offline=offline) as page:
        assert lightness(page.locator(f"{PICTURE}, .mm")) > 200
        assert red_share(page.locator(f"{PICTURE}, .mm")) > 0.005
    with open_map(browser, site_url + BIRD_DOG, offline=offline, scheme="dark") as page:
        assert lightness(page.locator(f"{PICTURE}, .mm")) < 80
        assert red_share(page.locator(f"{PICTURE}, .mm")) > 0.005


def test_the_map_follows_the_colours_a_reader_chooses(exercise: Page) -> None:
    """The drawing changes with the page's own switch, whatever the device says."""
    before = look(exercise.locator(".mm .m1").first)
    exercise.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert look(exercise.locator(".mm .m1").first)[0] != before[0]


def test_on_paper_the_map_is_light(browser: Browser, site_url: str) -> None:
    """Printed from a dark screen, the map has the colours that it has by day."""
    with open_map(browser, site_url + MULTIFIDUS) as page:
        by_day = look(page.locator(".mm .m1").first)
    with open_map(browser, site_url + MULTIFIDUS, scheme="dark") as page:
        assert look(page.locator(".mm .m1").first) != by_day
        page.emulate_media(media="print")
        assert look(page.locator(".mm .m1").first) == by_day


def test_a_map_that_does_not_come_leaves_the_picture(browser: Browser, site_url: str) -> None:
    """Where the script cannot fetch the drawing the picture stays, and the page tells no fault."""
    faults: list[str] = []
    page = browser.new_page(viewport=PHONE)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script(OFFLINE)
    page.goto(site_url + MULTIFIDUS)
    page.wait_for_load_state("networkidle")
    assert page.locator(PICTURE).count() == 1
    assert faults == []
    page.close()
