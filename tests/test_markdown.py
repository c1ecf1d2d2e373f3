"""Markdown: text stays text whatever it holds, and tidy pages read the same as untidy ones."""

import re
from functools import cache
from html.parser import HTMLParser

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config

from builder.markdown import WIDTH, code_block, escape, tidy, title
from builder.text import clean
from tests.worlds import REPOSITORY

TOKENS = (
    *"\\`*_{}[]()<>#+-.!|~^=:;&'\"/?@$%0123ab \u00a0",
    "**", "__", "~~", "==", "^^", "++", "``", "```", "~~~", "---", "***", "===", "--", "...", "##", "# ", "> ", "- ", "+ ", "* ",
    "1. ", "1) ", "*a*", "*a b*", "_a_", "**a**", "~a~", "^a^", "==a==", "a", "b", " ", " ", "word", "10 s", "8-12",
    "<script>", "</script>", "<b>", "<!--", "-->", "<br/>", "<https://a.b>", "&amp;", "&#60;", "&lt", "&", "https://a.b/c_d",
    "[a](b)", "![a](b)", "[a]", "[a]: b", "[^1]", "[^1]: b", "*[a]: b", "[TOC]", "[[a]]", "{: .a }", "{.a}", "{#a}", "{ onclick=b }",
    "{{ a }}", "{% a %}", "{# a #}", "--8<-- \"a\"", ";--8<-- \"a\"", "-8<-", ":smile:", ":+1:", ":a_b:", "!!! note", "??? note", "/// a", "///",
    "| a | b |", "|-|-|", "a\\", "\\n", "$a$", ": a", ":   a", "é", "漢", "ا", "ß", "İ", "“", "”", "’", "–", "…", "°",
)  # fmt: skip
VISIBLE = st.characters(exclude_categories=("C", "Zl", "Zp"), max_codepoint=0xDFFFF).filter(
    lambda char: not "\ufe00" <= char <= "\ufe0f"
)
TEXTS = st.lists(st.sampled_from(TOKENS) | VISIBLE, min_size=1, max_size=14).map("".join)

# Extensions that the site does not use. A later configuration must not turn a record's text into markup.
MORE = (
    "attr_list", "def_list", "admonition", "footnotes", "abbr", "md_in_html", "pymdownx.superfences", "pymdownx.tilde",
    "pymdownx.caret", "pymdownx.mark", "pymdownx.emoji", "pymdownx.snippets",
)  # fmt: skip

WRAPPERS = {
    "paragraph": ("{}", {"p"}),
    "list item": ("- {}", {"ul", "li"}),
    "numbered item": ("1. {}", {"ol", "li"}),
    "link text": ("[{}](a.md)", {"p", "a"}),
    "bold run": ("- **{}** b", {"ul", "li", "strong"}),
    "heading": ("## {}", {"h2"}),
}


class Shown(HTMLParser):
    """What HTML shows: its text with emphasis as asterisks, its other elements, its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.plain, self.elements, self.attributes, self.inside_mark = "", "", [], [], False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a start tag; the theme's link beside a heading is not part of the text."""
        if ("class", "headerlink") in attrs:
            self.inside_mark = True
            return
        if tag == "em":
            self.text += "*"
            assert not attrs
            return
        self.elements.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        """Note the end of emphasis."""
        if tag == "em":
            self.text += "*"
        if tag == "a":
            self.inside_mark = False

    def handle_data(self, data: str) -> None:
        """Gather text."""
        if not self.inside_mark:
            self.text += data
            self.plain += data

    def handle_comment(self, data: str) -> None:
        """No comment may come from a text."""
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


@cache
def converter(*, more: bool) -> Markdown:
    """Return Python-Markdown as mkdocs.yml sets it up, or with every other extension as well."""
    config = load_config(str(REPOSITORY / "mkdocs.yml"))
    extensions = [*config.markdown_extensions, *(MORE if more else ())]
    if more:
        extensions.remove("fenced_code")
    return Markdown(extensions=extensions, extension_configs=config.mdx_configs)


def convert(page: str, *, more: bool = False) -> Shown:
    """Return what a page shows."""
    return Shown(converter(more=more).reset().convert(page))


def even(text: str) -> str:
    """Return text with single plain spaces: browsers show line ends as spaces."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Lift your arm.", "Lift your arm."),
        ("Lift *slowly* and breathe.", "Lift *slowly* and breathe."),
        ("2*3*4", r"2\*3\*4"),
        ("**bold**", r"\*\*bold\*\*"),
        ("snake_case", r"snake\_case"),
        ("a `b` c", r"a \`b\` c"),
        ("<b>x</b> & y", "&lt;b&gt;x&lt;/b&gt; & y"),
        ("&lt;", "&amp;lt;"),
        ("[a](b)", r"\[a\](b)"),
        ("{: .x}", r"\{: .x\}"),
        ("# one", r"\# one"),
        ("#one", r"\#one"),
        ("note #", r"note \#"),
        ("##", r"\#\#"),
        ("- one", r"\- one"),
        ("+ one", r"\+ one"),
        ("1. one", r"1\. one"),
        ("12) one", r"12\) one"),
        ("1.5 kg", "1.5\u00a0kg"),
        ("!!! note", r"\!!! note"),
        ("a | b", "a &#124; b"),
        ("see https://a.b/c, www.a.b or a@b.c", "see https&#58;//a.b/c, www&#46;a.b or a&#64;b.c"),
        ("Hold for 10:30 minutes: rest.", "Hold for 10:30 minutes: rest."),
        ("Neck (front), side/back – “wide”", "Neck (front), side/back – “wide”"),
        ("It is = 5, + 3 and - 2 # 1", "It is = 5, + 3 and – 2 # 1"),
        (r"a\b", r"a\\b"),
    ],
)
def test_only_markup_is_escaped(text: str, markdown: str) -> None:
    """Text that would be read as markup gets an escape; all other text stays as it is."""
    assert escape(text) == markdown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Lift *slowly*", "Lift slowly"),
        ("2*3*4", "2*3*4"),
        ("***", "***"),
        ('a "b" & <c>', "a “b” &amp; &lt;c&gt;"),
        ("a\\b", "a\\\\b"),
    ],
)
def test_a_title_keeps_all_but_emphasis(text: str, html: str) -> None:
    """A title loses the marks of emphasis and no other asterisk."""
    assert title(text) == f'"{html}"'


@pytest.mark.parametrize("more", [False, True], ids=["the site's extensions", "every extension"])
@pytest.mark.parametrize("wrapper", WRAPPERS)
@settings(max_examples=50, deadline=None)
@given(text=TEXTS)
@example(text="~a~ ^a^ ==a== :smile: ~~a~~")
@example(text="*a*")
@example(text="##")
@example(text="a &lt; b &# &")
@example(text="*a* b *c*")
@example(text='--8<-- "mkdocs.yml"')
def test_text_stays_text(text: str, wrapper: str, more: bool) -> None:
    """Escaped text shows exactly its cleaned self and makes no element but emphasis, wherever it stands."""
    wanted = even(clean(text))
    assume(wanted)
    form, elements = WRAPPERS[wrapper]
    shown = convert(tidy(form.format(escape(text))), more=more)
    assert even(shown.text) == (f"{wanted} b" if wrapper == "bold run" else wanted)
    assert sorted(shown.elements) == sorted(elements)
    assert {name for name, _ in shown.attributes} <= {"href", "id"}
    assert all(value == "a.md" for name, value in shown.attributes if name == "href")


@pytest.mark.parametrize(
    "char",
    ["\0", "\x02", "\x1b", "\x85", "\u200b", "\u202e", "\u2066", "\ufeff", "\ufe00", "\U000e0041", "\ue000", "\u2028"],
    ids=ascii,
)
def test_hidden_characters_never_reach_a_page(char: str) -> None:
    """Control, bidi and invisible characters, which quoted YAML can spell out, are left out of pages."""
    for written in (escape(f"one{char}two"), title(f"one{char}two")):
        assert char not in written
        assert re.fullmatch(r'"?one ?two"?', written)


@pytest.mark.parametrize("text", ["عربي", "می\u200cخواهم", "👩\u200d🦰 stretches", "❤\ufe0f"])
def test_real_joiners_stay(text: str) -> None:
    """Arabic, the Persian non-joiner and joined emoji are words, not tricks."""
    assert escape(text) == text


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_a_title_survives_yaml(text: str) -> None:
    """A title read back from front matter is one line that shows the cleaned text when used as HTML."""
    value = yaml.safe_load(f"title: {title(text)}\n")["title"]
    shown = Shown(f"<title>{value}</title>")
    assert not re.search(r'[<>"\n]', value)
    assert shown.elements == ["title"]
    assert even(shown.text) == even(convert(escape(text)).plain)


PIECES = st.lists(
    st.tuples(st.sampled_from(["{}", "- {}", "1. {}", "## {}", "> {}", "> {}\n> {}", "- [{}](a.md): {}\n  *{}*", "> **{}** {}"]), TEXTS, TEXTS, TEXTS),
    min_size=1,
    max_size=4,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(pieces=PIECES, head=st.sampled_from(["", '---\ntitle: "a"\n---\n\n']))
def test_tidy_changes_no_words(pieces: list[tuple[str, ...]], head: str) -> None:
    """Tidying is idempotent, keeps the front matter, and the tidied page shows what the page showed."""
    body = "\n\n".join(form.format(*(escape(t * 3) or "x" for t in texts)) for form, *texts in pieces) + "\n"
    done = tidy(head + body)
    assert tidy(done) == done
    assert done.startswith(head)
    before, after = convert(body), convert(done.removeprefix(head))
    assert even(after.text) == even(before.text)
    assert after.elements == before.elements


@pytest.mark.parametrize("code", ["a: 1", "```", "````\n<script>alert(1)</script>", "a\n```\n# b\n~~~~~\n", "<b>&amp;"])
def test_code_cannot_leave_its_block(code: str) -> None:
    """Text in a block of code is shown as it is, even if it holds fences and HTML."""
    shown = convert(tidy(f"a\n\n{code_block(code, 'yaml')}\n\nb"))
    assert shown.elements == ["p", "pre", "code", "p"]
    assert code.strip() in shown.text


@settings(max_examples=60, deadline=None)
@given(
    words=st.lists(st.text("abcde.,", min_size=1, max_size=30), min_size=1, max_size=60),
    lead=st.sampled_from(["", "- ", "1. ", "> "]),
)
def test_lines_are_short(words: list[str], lead: str) -> None:
    """No line of a tidied page is longer than 80 characters where a space lets it break."""
    for line in tidy(lead + escape(" ".join(words))).splitlines():
        assert len(line) <= WIDTH or " " not in line.strip("> ").removeprefix(lead).strip()


@pytest.mark.parametrize(
    ("page", "tidied"),
    [
        ("a\n\n\n\nb", "a\n\nb\n"),
        ("\n\na  \n", "a\n"),
        ("a", "a\n"),
        ("---\nx: 1\n---\na", "---\nx: 1\n---\n\na\n"),
        ("## " + "long " * 30, "## " + ("long " * 30).strip() + "\n"),
        ("- " + "word " * 20, "- " + ("word " * 15).strip() + "\n  " + ("word " * 5).strip() + "\n"),
        ("1. " + "word " * 20, "1. " + ("word " * 15).strip() + "\n   " + ("word " * 5).strip() + "\n"),
        ("> " + "word " * 20, "> " + ("word " * 15).strip() + "\n> " + ("word " * 5).strip() + "\n"),
        ("```\nx  \n\n\n" + "word " * 20 + "\n```\n\n\na  ", "```\nx  \n\n\n" + "word " * 20 + "\n```\n\na\n"),
        ("a" * 75 + " `b: c` d", "a" * 75 + "\n`b: c` d\n"),
        ("\\` " + "a" * 74 + " `b: c` d", "\\` " + "a" * 74 + "\n`b: c` d\n"),
        ("a" * 79 + " 1. b", "a" * 79 + " 1.\nb\n"),
        ("a\n  *" + "word " * 16 + "b*", "a\n  *" + ("word " * 15).strip() + "\n  word b*\n"),
    ],
)
def test_tidy_in_examples(page: str, tidied: str) -> None:
    """Blank lines collapse, lines break at 80 under their list mark, and no break makes a new list; code stays."""
    assert tidy(page) == tidied
