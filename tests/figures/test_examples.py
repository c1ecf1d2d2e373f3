"""The worked examples of the guide: the lines on the page draw the picture beside it, and meet the whole language."""

import re
from collections.abc import Mapping
from functools import cache

import pytest
import yaml

from builder.catalogue import build_catalogue
from builder.drawings import render_drawings
from builder.figures import draw_figure, figure_text
from builder.library import read_library
from builder.pages import render_pages
from builder.views import Catalogue
from builder.yamltree import read_yaml
from tests.figures.helpers import BLOCKS, ROOT, figure, load

PAGE = "contributing/ten-poses.md"
EXAMPLES = read_library(ROOT)[0].terms("pose_examples")
WORDS = " ".join(figure_text(example.figure) for example in EXAMPLES.values())


@cache
def catalogue() -> Catalogue:
    return build_catalogue(read_library(ROOT)[0])


@cache
def page() -> str:
    return render_pages(catalogue())[PAGE]


@cache
def drawings() -> Mapping[str, str]:
    return render_drawings(catalogue())


def test_there_are_ten():
    """There are ten examples, and the page shows them in the order of the file."""
    assert re.findall(r"^## (.+)$", page(), flags=re.MULTILINE) == [example.name for example in EXAMPLES.values()]
    assert len(EXAMPLES) == 10


@pytest.mark.parametrize("slug", EXAMPLES)
def test_the_lines_on_the_page_draw_the_picture(slug):
    """Who copies the lines from the page gets the picture that stands above them."""
    lines = re.search(rf"\]\(ten-poses/{slug}\.svg\)\n\n```yaml\n(.*?)^```$", page(), flags=re.MULTILINE | re.DOTALL)
    copied = yaml.safe_load(lines[1])["figure"]
    drawn = draw_figure(figure(copied), name=EXAMPLES[slug].name, slug=slug)
    assert drawings()[f"contributing/ten-poses/{slug}.svg"] == drawn


@pytest.mark.parametrize(
    "key",
    [
        *("base", "left hip", "feet", "hands", "left forearm", "weight", "stay", "tilt", "spine", "neck side", "grip"),
        *("reach", "view", "props", "crop", "ghost", "arrows", "moves", "tempo", "head"),
    ],
)
def test_the_examples_meet_the_language(key):
    """Each important key of the language stands in some example."""
    assert re.search(rf"\b{key}: ", WORDS)


def test_an_example_has_a_middle_pose():
    """Some example goes on by way of a middle pose, and some is seen from the other side."""
    assert any(len(example.figure["poses"]) > 2 for example in EXAMPLES.values())
    assert "view: left-side" in WORDS


@pytest.mark.parametrize("slug", sorted(BLOCKS))
def test_a_figure_that_is_written_out_is_read_back(slug):
    """A figure that is written out as YAML is read back as the same data, in the same order."""
    data = load(BLOCKS[slug])
    document, problems = read_yaml(figure_text(data), "written.yaml")
    assert problems == []
    assert document.data == {"figure": data}
    assert list(document.data["figure"]["poses"]) == list(data["poses"])


@pytest.mark.parametrize(
    "label", ["a: b", "- a", "a # b", "a\n\n\nb", "```", "no", "1:30", "“x”", 'say "x"', "a, b, " * 40, " a ", "{}"]
)
def test_words_that_yaml_could_misread_are_quoted(label):
    """Words that YAML could misread are written so that they come back as they were."""
    data = {"poses": {"start": {"base": "standing", "label": label}}}
    assert yaml.safe_load(figure_text(data)) == {"figure": data}
