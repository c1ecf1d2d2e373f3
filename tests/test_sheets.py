"""Program sheets: what a printed page holds, where pages break, and what a screen reader is told."""

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import page
import pypdf
import pypdfium2
import pytest
import zxingcpp

from builder.addresses import ADDRESS
from builder.cache import open_cache
from builder.catalogue import build_catalogue
from builder.check import check_root
from builder.diary import make_diary
from builder.dosage import work_words
from builder.figures import describe_figure
from builder.forms import SHEET_FORMS, SheetForm
from builder.library import read_library
from builder.models.fields import Span
from builder.sheets import render_sheets, set_sheets, sheet_data
from builder.text import sentence
from builder.views import Catalogue, ProgramView
from tests.conftest import REPOSITORY
from tests.worlds import drawn_world, tiny_world

pytestmark = pytest.mark.xdist_group("sheets")
FORMS = {form.suffix: form for form in SHEET_FORMS}
HEADINGS = ("Warm-up", "Main part", "Cool-down", "If you need another choice", "How to go on", "Your diary", "Notes")


@cache
def real() -> Catalogue:
    """Return the repository's own library."""
    return build_catalogue(check_root(REPOSITORY)[0])


@cache
def sheets_of(slug: str) -> dict[str, bytes]:
    """Return the sheets of one of the repository's programs by the suffix of their form."""
    program = next(p for p in real().programs if p.card.slug == slug)
    made = set_sheets(list(sheet_data(program, real().safety)))
    return {form.suffix: made[program.card.sheet(form)] for form in SHEET_FORMS}


def some() -> list[ProgramView]:
    """Return a short program, a long one, one with a figure of four panels and one with sides."""
    programs = sorted(real().programs, key=lambda p: len(p.items))
    wanted = {programs[0].card.slug, programs[-1].card.slug, "balance-cycle-of-ten", "gentle-morning-back"}
    return [p for p in programs if p.card.slug in wanted]


def texts(pdf: bytes) -> list[str]:
    """Return the text of each page, spaces evened out."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [plain(leaf.get_textpage().get_text_range()) for leaf in document]


def plain(text: str) -> str:
    """Return text in lines with single spaces; PDFium marks a hyphen at a line's end by a sign of its own."""
    return "\n".join(" ".join(line.split()) for line in text.replace("\ufffe", "-").splitlines() if line.strip())


def flat(text: str) -> str:
    """Return text without spaces, since a line may break anywhere at one or at a hyphen."""
    return "".join(text.split())


def elements(pdf: bytes) -> Iterator[dict[str, Any]]:
    """Yield each element of the structure tree, in reading order."""

    def walk(element: Any) -> Iterator[dict[str, Any]]:
        element = element.get_object()
        if isinstance(element, list):
            for child in element:
                yield from walk(child)
        elif isinstance(element, dict) and "/S" in element:
            yield element
            yield from walk(element.get("/K", pypdf.generic.ArrayObject()))

    yield from walk(pypdf.PdfReader(io.BytesIO(pdf)).root_object["/StructTreeRoot"]["/K"])


def drawing_boxes(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height in points of each figure."""
    found = []
    for element in elements(pdf):
        if element["/S"] == "/Figure":
            attributes = element["/A"].get_object()
            several = attributes if isinstance(attributes, list) else [attributes]
            box = next(a.get_object()["/BBox"] for a in several if "/BBox" in a.get_object())
            left, low, right, high = map(float, box)
            found.append((right - left, high - low))
    return found


@pytest.fixture
def drawn(tmp_path: Path) -> Catalogue:
    """Give the tiny world's catalogue with two figures."""
    return build_catalogue(check_root(drawn_world(tmp_path / "world"))[0])


@pytest.mark.parametrize("slug", [p.card.slug for p in real().programs])
def test_no_exercise_is_split(slug: str) -> None:
    """The name, the dose and the last step of every exercise stand on one page of every sheet, in every form."""
    program = next(p for p in real().programs if p.card.slug == slug)
    for suffix, pdf in sheets_of(slug).items():
        if FORMS[suffix].mini:
            continue
        pages = [flat(text) for text in texts(pdf)]
        for line in program.items:
            assert line.dose
            wanted = [line.card.name, work_words(line.dose), *map(sentence, line.record.steps)]
            together = [p for p in pages if all(flat(words) in p for words in wanted)]
            assert together, f"{suffix}: {line.card.name}"


@pytest.mark.parametrize("slug", [p.card.slug for p in real().programs])
def test_no_page_ends_with_a_heading_or_holds_a_lone_line(slug: str) -> None:
    """Every page has at least six lines above its footer, and none closes with the name of a part."""
    for suffix, pdf in sheets_of(slug).items():
        if FORMS[suffix].mini:
            continue
        for number, text in enumerate(texts(pdf), 1):
            lines = [line for line in text.splitlines() if not re.match(r"Version \w{7}, |strong-back\.|Page \d", line)]
            assert lines[-1] not in HEADINGS[:-1], f"{suffix}, page {number}"
            assert len(lines) >= 6 or lines == ["Notes"], f"{suffix}, page {number}: {lines}"


@pytest.mark.parametrize("slug", [p.card.slug for p in real().programs])
def test_the_card_is_one_page_with_every_exercise(slug: str) -> None:
    """The card has one page; each exercise of a session is on it by name and dose, with a drawing one can see."""
    program = next(p for p in real().programs if p.card.slug == slug)
    for suffix in ("a4-mini", "letter-mini"):
        pdf = sheets_of(slug)[suffix]
        (text,) = texts(pdf)
        for line in program.items:
            if line.item.role != "alternative":
                assert line.dose
                assert flat(line.card.name) in flat(text), suffix
                assert flat(work_words(line.dose)) in flat(text), suffix
        assert all(max(box) > 75 for box in drawing_boxes(pdf)), suffix  # points, which are 26 mm


@pytest.mark.parametrize("program", some(), ids=lambda p: p.card.slug)
def test_sheets_conform_to_pdf_ua_1(program: ProgramView) -> None:
    """A validator that passes veraPDF's corpus finds every form in line with PDF/UA-1."""
    for suffix, pdf in sheets_of(program.card.slug).items():
        report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, (suffix, [failure.message for failure in report.failures])
        assert report.rules.total > 100


def test_the_validator_can_refuse() -> None:
    """The same file without the alt text of its figures is refused."""
    pdf = sheets_of("gentle-morning-back")["a4"]
    broken = pdf.replace(b"/Alt", b"/Olt")
    assert broken != pdf
    assert not page.is_pdf_compliant_bytes(broken, profile=page.ValidationProfile.PDF_UA_1)


@pytest.mark.parametrize("suffix", FORMS)
def test_a_sheet_says_its_title_its_language_and_its_day(suffix: str) -> None:
    """Title, language, author and the day of the review stand in the file, and a reader shows the title."""
    reader = pypdf.PdfReader(io.BytesIO(sheets_of("gentle-morning-back")[suffix]))
    program = next(p for p in real().programs if p.card.slug == "gentle-morning-back")
    about = reader.metadata
    assert about
    assert (about.title, about.author) == (program.record.name, "Strong Back")
    assert about.creation_date
    assert about.creation_date.date() == program.record.review.reviewed_on
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


@pytest.mark.parametrize("suffix", FORMS)
def test_each_figure_has_its_alt_text_after_its_heading(suffix: str) -> None:
    """In reading order every exercise is a heading, then its figure with the words that its page has."""
    program = next(p for p in real().programs if p.card.slug == "gentle-morning-back")
    found = [(e["/S"], str(e.get("/Alt", ""))) for e in elements(sheets_of("gentle-morning-back")[suffix])]
    figures = [(found[n - 1][0], alt) for n, (kind, alt) in enumerate(found) if kind == "/Figure"][1:]
    order = ("warm-up", "main", "cool-down") + (() if FORMS[suffix].mini else ("alternative",))
    lines = [line for role in order for line in program.items if line.item.role == role]
    assert [alt for _, alt in figures] == [describe_figure(line.figure) for line in lines if line.figure]
    if not FORMS[suffix].mini:
        assert {before for before, _ in figures} == {"/H3"}


@pytest.mark.parametrize("suffix", FORMS)
def test_fonts_are_embedded(suffix: str) -> None:
    """Every font of a sheet is in its file, and it is the project's own type."""
    reader = pypdf.PdfReader(io.BytesIO(sheets_of("gentle-morning-back")[suffix]))
    names = set()
    for leaf in reader.pages:
        for font in leaf["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            described = inner["/FontDescriptor"].get_object()
            assert described.keys() & {"/FontFile2", "/FontFile3"}
            names.add(described["/FontName"].split("+")[1])
    assert names == {"SourceSansPro-Regular", "SourceSansPro-Bold"}


@pytest.mark.parametrize("form", SHEET_FORMS, ids=lambda f: f.suffix)
def test_paper_and_size_of_type(form: SheetForm) -> None:
    """A sheet has the paper of its form; ordinary steps are set in 12 points, large print in 16."""
    pdf = sheets_of("gentle-morning-back")[form.suffix]
    leaf = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]
    sides = tuple(round(float(side)) for side in leaf.mediabox[2:])
    assert sides == {"a4": (595, 842), "us-letter": (612, 792)}[form.paper]
    sizes: set[float] = set()
    leaf.extract_text(visitor_text=lambda text, _cm, tm, _font, size: text.strip() and sizes.add(round(size * tm[0])))
    assert form.size in sizes


@pytest.mark.parametrize("suffix", FORMS)
def test_the_qr_code_leads_to_this_version(suffix: str) -> None:
    """The QR code on a grey picture of the page is the program's address with the version that is printed beside."""
    program = next(p for p in real().programs if p.card.slug == "gentle-morning-back")
    pdf = sheets_of("gentle-morning-back")[suffix]
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[0].render(scale=2, grayscale=True).to_pil()
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == f"{ADDRESS}programs/gentle-morning-back/?v={program.version}"
    text = "\n".join(texts(pdf))
    assert f"Version {program.version}, reviewed " in text
    assert "strong-back.github.io/strong-back/programs/gentle-morning-back/" in text


def test_a_sheet_holds_what_its_reader_needs() -> None:
    """Lines to fill in, safety, sides, diary, notes, choices, the way on, pages and licence are all there."""
    pages = texts(sheets_of("gentle-morning-back")["a4"])
    whole = "\n".join(pages)
    for words in ("Name", "Date", "Given by", "Get help now", "Stop if", "Pain from 0 to 10", "Wait or ask first:"):
        assert words in pages[0]
    for words in (
        "Left",
        "Right",
        "Your dose",
        "Easier: ",
        "Harder: ",
        "How to go on",
        "Your diary",
        "Effort",
        "Notes",
    ):
        assert words in whole
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "CC BY 4.0" in text


def test_the_address_is_that_of_the_site() -> None:
    """What is printed on paper is the address that mkdocs.yml publishes to."""
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"site_url: {ADDRESS}\n" in config


def test_the_version_follows_the_records(tmp_path: Path) -> None:
    """A change in a program's record or in that of one of its exercises gives it another version."""
    root = tiny_world(tmp_path / "world")

    def version() -> str:
        return build_catalogue(check_root(root)[0]).programs[0].version

    versions = [version()]
    for file in (root / "programs" / "quiet-evening.yaml", root / "exercises" / "lower-back" / "sphinx.yaml"):
        text = file.read_text(encoding="utf-8")
        changed, count = re.subn(r"(?m)^summary: .*$", "summary: Another summary.", text)
        assert count == 1
        file.write_text(changed, encoding="utf-8")
        versions.append(version())
    assert len(set(versions)) == 3


def test_the_same_records_give_the_same_bytes(drawn: Catalogue) -> None:
    """Two runs, and a run that reads what another kept, give the same files."""
    assert render_sheets(drawn) == render_sheets(drawn)


def test_unchanged_sheets_are_not_made_again(tmp_path: Path) -> None:
    """With the cache of an earlier run nothing is made, and another record makes its program's sheets alone."""
    root = drawn_world(tmp_path / "world")
    catalogue = build_catalogue(check_root(root)[0])
    first, again = open_cache(root), open_cache(root)
    made = render_sheets(catalogue, first)
    assert len(made) == len(SHEET_FORMS) * len(catalogue.programs)
    assert len(first.made) >= len(made)
    assert render_sheets(catalogue, again) == made
    assert again.made == set()


HOSTILE = "#panic(1) $x$ *b* `c` \\ <a> @ref /* x */ 日本 😀"


def test_text_is_never_markup(drawn: Catalogue) -> None:
    """Typst's own signs in a record are printed as they stand; a sign that the type lacks becomes a question mark."""
    (path, data), *_ = sheet_data(drawn.programs[0], drawn.safety)
    hostile = data.replace(drawn.programs[0].record.name, HOSTILE.replace("\\", "\\\\"))
    pdf = set_sheets([(path, hostile)])[path]
    assert flat(HOSTILE.replace("日本 😀", "??")).replace("日本", "") in flat(texts(pdf)[0]).replace("???", "??")


PROGRAM = next(p.value for p in read_library(REPOSITORY)[0].programs)


def test_a_diary_has_a_row_for_each_session() -> None:
    """Eight weeks of three days are 24 sessions, in two parts of whole weeks."""
    program = PROGRAM.model_copy(update={"weeks": Span(low=6, high=8), "days_per_week": Span(low=2, high=3)})
    diary = make_diary(program, most=36, part=18)
    assert diary.columns == ("Session", "Date", "Done", "Effort", "Pain")
    assert [(part[0], part[-1], len(part)) for part in diary.parts] == [
        ("Week 1, day 1", "Week 4, day 3", 12),
        ("Week 5, day 1", "Week 8, day 3", 12),
    ]


def test_a_diary_of_many_sessions_has_a_row_for_each_week() -> None:
    """Where sessions are more than the sheet has rows for, a row is a week with a box for each day."""
    program = PROGRAM.model_copy(update={"weeks": Span(low=16, high=16), "days_per_week": Span(low=3, high=3)})
    diary = make_diary(program, most=36, part=18)
    assert diary.columns[0:3] == ("Week", "Mon", "Tue")
    assert diary.columns[-2:] == ("Effort", "Pain")
    assert diary.parts == (tuple(f"Week {week}" for week in range(1, 17)),)
