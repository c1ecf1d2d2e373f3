"""The fast converter against Python-Markdown and Material's search reader, on random pages in the templates' manner."""

import re
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from material.plugins.search.plugin import Parser
from mkdocs.config import load_config

from builder.fast.blocks import Converted, convert_page
from builder.fast.inline import Addresses
from builder.markdown import escape, tidy
from tests.test_markdown import TEXTS
from tests.worlds import REPOSITORY

WORDS = st.sampled_from(
    [*"abXé漢“”’–…°123.,:;!?()+-=~^@'\"/$%#&*_|<>[]{}\\`\u00a0", "lower", "the knee", "8-12", "1.", "1)", "10 s", "**", "***",
     "*em*", "*two words*", "**Strong:**", "**a** *b*", "[link](a.md)", "[two words](../b/c.md#d)", "[x](https://e.org/a_b?c=d&e=f)",
     "![alt](d.svg)", "![a \"b\"](d.svg)", "[*em*](a.md)", "**[bold](a.md)**", "[a](b(c).md)", "\\*", "\\#", "\\[", "\\.", "\\a", "&lt;", "&amp;",
     "&#124;", "&copy;", "&nbsp", "A&E", "& b", "<b>", "`x`", "a_b", "_a_", "{: .a}", "http://e.org", "[a]: b", "[^1]", "--", "---",
     "===", "!!! note", "a*b*c", "[TOC]", "data-search-a=\"b\"", "![](a.svg)", "[ a ](b)", "\x85", "\x1c", "\u2028"]
)  # fmt: skip
LINE = st.lists(WORDS | st.just("word"), min_size=1, max_size=7).map(" ".join)
TEXT = TEXTS.map(escape) | LINE | st.tuples(LINE, LINE).map("\n".join)
ITEM = LINE | st.tuples(LINE, LINE).map("\n  ".join) | st.tuples(LINE, LINE).map("\n   ".join) | TEXTS.map(escape)
BLOCK = st.one_of(
    TEXT,
    LINE.map("## {}".format),
    st.sampled_from(
        ["# Title", "## Steps", "### Steps", "## \\#", "###### a", "##a", "## a #", "   indented", "    code", "***"]
    ),
    st.lists(ITEM.map("- {}".format), min_size=1, max_size=3).map("\n".join),
    st.lists(ITEM, min_size=1, max_size=3).map(lambda items: "\n".join(f"{n}. {i}" for n, i in enumerate(items, 1))),
    st.lists(LINE.map("> {}".format) | st.just(">"), min_size=1, max_size=4).map("\n".join),
)
PAGE = st.lists(BLOCK, min_size=1, max_size=6).map("\n\n".join)


@cache
def converter() -> Markdown:
    """Return Python-Markdown as the site uses it: the tags plugin adds attr_list to what mkdocs.yml names."""
    config = load_config(str(REPOSITORY / "mkdocs.yml"))
    return Markdown(extensions=[*config.markdown_extensions, "attr_list"], extension_configs=config.mdx_configs)


def fast(page: str) -> Converted | None:
    """Convert a page as the site does, with every address left as it is."""
    return convert_page(page, Addresses(lambda url: url), permalink_title="Link to this part")


def same(page: str) -> bool:
    """Return whether the fast converter takes a page; if it does, all that it gives must be the slow ones' own."""
    found = fast(page)
    if found is None:
        return False
    html = converter().reset().convert(page)
    assert found.html == html
    assert [shown(token) for token in found.toc] == [shown(token) for token in converter().toc_tokens]
    assert found.idents == set(re.findall(r' id="(.*?)"', html))
    reader = Parser()
    reader.feed(html)
    reader.close()
    read = [(part.id, "".join(part.title).strip(), "".join(part.text).strip()) for part in reader.data]
    assert [(part.ident, part.title, "".join(part.text).strip()) for part in found.sections] == read
    return True


def shown(token: dict) -> tuple:
    """Return what a page shows of an entry of the contents."""
    return (token["level"], token["id"], token["name"], [shown(child) for child in token["children"]])


@pytest.mark.parametrize(
    "page",
    [
        "Sit down.",
        "## Steps\n\n1. Sit.\n2. Stand up\n   slowly.",
        "- **Level:** Beginner\n- **You need:** [Chair](../chair.md). Helpful:\n  [Mat](mat.md)",
        "> **Safety first.** Stop.\n> [Get help](help.md)\n>\n> Second.",
        "![A *drawing*](a.svg)",
        "![Sitting, with a chair. Then the trunk leans\nforward.](a.svg#b)",
        "# Title\n\nText.\n\n## Part\n\n### Smaller\n\n## Part",
        "10\\. not a list \\* \\# &lt;b&gt; &#124; A&E & more",
    ],
)
def test_what_templates_write_is_taken(page: str) -> None:
    """Each form that the templates use is converted, and equals what Python-Markdown and the search reader give."""
    assert same(page) or "*drawing*" in page


@pytest.mark.parametrize(
    "page",
    [
        "<b>x</b>", "`code`", "| a | b |\n|---|---|", "a_b_c", "    code", "- a\n\n- b", "- a\n\n1. b", "3. a", "a  \nb", "- a\n    - b",
        "> - a", "> a\n\n> b", "[a][b]", "[a]: b", "![a][b]", "{: .a}", "```\na\n```", "a\n---", "text\n# head", "## a `b`", "***", "* a",
        "<!-- material/tags -->", "[TOC]", "a data-search-b=\"c\"", "text\n\n# Late title", "a\\\nb", "[a](b \"c\")", "a\tb", "a\r\nb", "&copy;",
    ],
)  # fmt: skip
def test_everything_else_is_left_alone(page: str) -> None:
    """What the templates do not write is left to Python-Markdown."""
    assert fast(page) is None


@settings(max_examples=600)
@example("a\n\n![b](c)\n\n![d](e)")
@example("![b](c)\n\n- d")
@example("- **a** *b*\n- ![c](d)")
@given(PAGE)
def test_random_pages_are_the_same(page: str) -> None:
    """Whatever page the fast converter takes, it gives the HTML, the contents and the search text of the slow ones."""
    same(page)


@settings(max_examples=300)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_records_texts_are_the_same(texts: list[str]) -> None:
    """Any texts of a record, escaped and laid out as pages are, convert to the same as ever."""
    items = "\n".join(f"- **{escape(text)}** {escape(text)}" for text in texts)
    same(tidy(f"## Tips\n\n{items}\n\n{escape(texts[0])}\n\n[{escape(texts[-1])}](a.md)\n"))
