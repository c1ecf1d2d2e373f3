"""Hostile text end to end: from records through the published site, which must show it and do nothing else.

One world holds every payload in every text field that a record and a vocabulary have; its twin holds
plain words in the same places. Rules are left out on purpose: rendering must be safe without them.
"""

import atexit
import json
import re
import shutil
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from builder.api import render_api
from builder.calendars import render_calendars
from builder.catalogue import build_catalogue
from builder.drawings import render_drawings
from builder.forms import SHEET_FORMS
from builder.library import read_library
from builder.markdown import title
from builder.pages import render_pages
from builder.publish import publish
from builder.text import clean
from builder.write import write_pages
from tests.worlds import EPOCH, RULE, contents, run, tiny_world

pytestmark = pytest.mark.xdist_group("hostile")

# Every line is one payload. Those of at most 52 characters also stand in names.
PAYLOADS = tuple(
    r'''
<script>alert(1)</script>
<script src="https://evil.example/x.js"></script>
</script><script>alert(1)</script>
<ScRiPt>alert(1)</sCrIpT>
<script
"><script>alert(1)</script>
'><script>alert(1)</script>
</title><script>alert(1)</script>
</textarea><script>alert(1)</script>
--><script>alert(1)</script><!--
<!--
<![CDATA[<script>alert(1)</script>]]>
<?php echo 1 ?>
<!DOCTYPE html>
<img src=x onerror=alert(1)>
<img src="https://evil.example/pixel.gif">
<a href="javascript:alert(1)">press</a>
<a href="https://evil.example/" onclick="alert(1)">press</a>
<b onmouseover=alert(1)>over</b>
<div style="position:fixed;inset:0">cover</div>
<div hidden>
<textarea>
<plaintext>
<xmp>
</article></main></body></html>
</p><h1>Big</h1>
<svg onload=alert(1)>
<svg><script>alert(1)</script></svg>
<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>
<math><mtext></mtext></math>
<iframe src="https://evil.example/"></iframe>
<iframe srcdoc="<script>alert(1)</script>"></iframe>
<object data="https://evil.example/"></object>
<embed src="https://evil.example/">
<form action="https://evil.example/"><input name=q></form>
<base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<link rel=stylesheet href=https://evil.example/x.css>
<style>body{display:none}</style>
<video src=x onerror=alert(1)>
<details open ontoggle=alert(1)>
<marquee onstart=alert(1)>
<template><script>alert(1)</script></template>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<br>
<b>bold</b> and <i>italic</i>
<https://evil.example/>
<evil@evil.example>
[press](javascript:alert(1))
[press](JaVaScRiPt:alert(1))
[press](data:text/html;base64,PHNjcmlwdD4=)
[press](vbscript:msgbox(1))
[press](https://evil.example/)
[press](//evil.example/)
[press][evil]
[evil]: https://evil.example/ "press"
[evil]: javascript:alert(1)
![picture](https://evil.example/pixel.gif)
![picture](x){: onerror=alert(1) }
[![x](y)](javascript:alert(1))
[press](<javascript:alert(1)>)
](https://evil.example/)
](javascript:alert(1)) [x
[x](y "onclick=alert(1)")
https://evil.example/
javascript:alert(1)
{: onclick="alert(1)" style="color:red" }
{: .md-button }
{:onclick=alert(1)}
{ #id .class onclick=alert(1) }
text { onclick=alert(1) }
{: #__search }
--8<-- "mkdocs.yml"
--8<-- "../../../../etc/passwd"
;--8<-- "mkdocs.yml"
-8<- mkdocs.yml
{{ 7 * 7 }}
{{ config }}
{% include "main.html" %}
{% raw %}
{# comment #}
${7*7}
#{7*7}
<%= 7 * 7 %>
{{ ''.__class__.__mro__ }}
{{ cycler.__init__.__globals__ }}
"
'
x" injected: "y
x: y
template: nope.html
--- title: Other
---
...
# Heading one
###### Heading six
#1 priority
#tag
===
- list
* list
+ list
1. numbered
1986. A year
3) numbered
> quoted
***
___
- - -
    code
```
```python print(1)```
~~~
~~struck~~
`code`
``code``
\`not code\`
\\ two \\\ three
\*escaped\*
**bold** and __bold__
_under_ and *light*
***both***
*unclosed
**unclosed
*a*b*c*
| a | b |
|---|---|
a | b
!!! danger "Official"
??? note "Open"
/// html | div
:::warning
[^1]
[^1]: A footnote
*[HTML]: Hyper
[TOC]
[[_TOC_]]
<!-- material/tags -->
<!-- more -->
:smile:
:material-alert:
:100: :+1:
10:30:00
==marked== ^up^ ~down~
++ctrl+c++
H~2~O and x^2^
$x^2$ and $$y$$
\(x\) and \[y\]
Term : definition
: definition
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;script&#62;alert(1)&#60;/script&#62;
&#x3C;script&#x3E;
&amp;lt;b&amp;gt;
&lt
&#106;avascript:alert(1)
&nbsp;&copy;
%3Cscript%3Ealert(1)%3C/script%3E
\u003cscript\u003e
@import url(https://evil.example/x.css)
");alert(1);//
</script
<a<b<c
< b >
a<b and c>d
wzxhzdk:0
klzzwxh:0001
عربي <b>غامق</b>
漢字 [a](b)
ﬁ ＜script＞
'''.strip("\n").split("\n")
)  # fmt: skip
CLOCK = datetime.fromtimestamp(int(EPOCH), UTC)
PLAIN = "plain words"
PROGRAMS = 3  # every third payload has a program as well: the same filter escapes both


@cache
def _worlds() -> list[Path]:
    with ThreadPoolExecutor() as pool:
        return list(pool.map(_published, (False, True)))


def world(*, hostile: bool) -> Path:
    """Return the root of the published hostile world, or of its twin."""
    return _worlds()[hostile]


def _published(hostile: bool) -> Path:
    """Publish the hostile world, or its twin; names are numbered to keep them apart."""
    folder = Path(tempfile.mkdtemp(prefix="hostile-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    root = tiny_world(folder / "world")
    shutil.rmtree(root / "exercises")
    shutil.rmtree(root / "programs")
    payloads = PAYLOADS if hostile else (PLAIN,) * len(PAYLOADS)
    write_vocabulary(root, payloads)
    for number, payload in enumerate(payloads):
        write_records(root, number, payload)
    library, problems = read_library(root)
    assert problems == []
    catalogue = build_catalogue(library)
    write_pages(
        {
            **render_pages(catalogue, (RULE,)),
            **render_drawings(catalogue),
            **render_calendars(catalogue),
            **render_api(catalogue),
            **{p.card.sheet(form): b"stands in for a sheet" for p in catalogue.programs for form in SHEET_FORMS},
        },
        root / "content",
    )
    publish(config=root / "mkdocs.yml", site=root / "site", clock=CLOCK)
    return root


def short(payload: str, number: int) -> str:
    """Return a name with the payload where a name may be that long; the twin's has the same length class."""
    return f"N{number:03} {payload}" if len(payload) <= 52 else f"N{number:03}"


def save(path: Path, data: Any) -> None:
    """Write data as YAML; JSON is YAML, and says exactly what it holds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def write_vocabulary(root: Path, payloads: tuple[str, ...]) -> None:
    """Give each payload a place in every kind of term; muscles and equipment, which have pages, share them out."""
    folder = root / "vocabulary"
    every = list(enumerate(payloads))
    few = every[::6]
    save(folder / "sources.yaml", {f"s{n}": {"title": p, "publisher": p, "address": "https://example.org/", "read_on": "2026-01-01", "note": p} for n, p in every})  # fmt: skip
    save(folder / "cautions.yaml", {f"c{n}": {"name": short(p, n), "ask_first": p} for n, p in every})
    save(folder / "positions.yaml", {f"p{n}": {"name": short(p, n), "plain": p, "on_floor": False} for n, p in every})
    save(folder / "movements.yaml", {f"v{n}": {"name": short(p, n), "avoid": short(p, n)} for n, p in every})
    save(folder / "tombstones.yaml", {f"t{n}": {"group": "neck", "retired_on": "2026-01-01", "reason": p, "use": slug(n)} for n, p in few})  # fmt: skip
    save(folder / "groups.yaml", {g: {"name": short(payloads[n], n), "summary": payloads[n], "words": [short(p, i) for i, p in few]} for g, n in (("neck", 0), ("lower-back", 14))})  # fmt: skip
    save(folder / "base_poses.yaml", {"here": {"label": "here"}})
    save(folder / "pose_examples.yaml", {f"e{n}": {"name": short(p, n), "says": p, "mistake": f"Before {p} *after*", "figure": {"poses": {"one": {"base": "here", "label": p}}}} for n, p in every[::3]})  # fmt: skip
    muscles, gear = {}, {}
    for number, _ in few:
        six = [short(p, n) for n, p in every[number : number + 6]]
        name, latin, plain, where, does, word = (six * 6)[:6]
        muscles[f"m{number}"] = {"name": name, "latin": latin, "ta98": "A04.3.02.002", "plain": plain, "layer": "deep", "where": where, "does": does, "words": [word], "sources": [f"s{number}"]}  # fmt: skip
        gear[f"g{number}"] = {"name": where, "summary": does, "swap": word, "words": [name, latin]}
    save(folder / "muscles.yaml", muscles)
    save(folder / "equipment.yaml", gear)
    for path in folder.glob("*.yaml"):
        path.write_text(re.sub(r'"(\d{4}-\d\d-\d\d)"', r"\1", path.read_text(encoding="utf-8")), encoding="utf-8")


def slug(number: int) -> str:
    """Return the address of a payload's record, the same in both worlds."""
    return f"record-{number:03}"


def write_records(root: Path, number: int, p: str) -> None:
    """Write an exercise and a program with the payload in each of their text fields."""
    name, term = short(p, number), number - number % 6
    around = f"Before {p} after"
    dose = {"kind": "hold", "sets": 1, "amount": "20 s", "effort": 2, "sides": "each", "days_per_week": 3}
    review = {"reviewed_on": "2026-01-01", "next_review": "2028-01-01"}
    neighbour = slug(number - 1 if number else 1)
    exercise = {
        "name": name, "aliases": [f"A {short(p, number)}"[:60], name], "misspellings": [name], "summary": p, "kind": "stretch",
        "position": f"p{number}", "place": ["home"],
        "equipment": {"required": [f"g{term}"], "substitutes": [{"instead_of": f"g{term}", "use": p}]},
        "level": "beginner", "movements": [f"v{number}"], "muscles": {"primary": [f"m{term}"]},
        "setup": [p, around], "steps": [p, around, p], "finish": p, "breathing": p, "feel": {"where": p, "not": p},
        "cues": [p, around, f"{p} {p}"], "mistakes": [{"seen": p, "fix": p}], "dose": {"beginner": dose}, "progress_when": p,
        "harder": [neighbour], "alternatives": [{"exercise": neighbour, "without": "floor"}],
        "cautions": [{"about": f"c{number}", "advice": p}], "stop_if": [p],
        "joints": [{"joint": name, "position": name, "stretched": [f"m{term}"]}],
        "sources": [{"id": f"s{number}", "supports": p}], "review": review, "status": "published",
    }  # fmt: skip
    program = {
        "name": name, "aliases": [name], "misspellings": [name], "summary": p, "goal": p, "who_for": p, "who_not": p, "level": "beginner",
        "focus": "gym", "weeks": 4, "days_per_week": 3, "minutes": 5, "items": [{"exercise": slug(number), "note": p, "dose": dose}], "progress": p,
        "sources": [{"id": f"s{number}", "supports": p}], "review": review, "status": "published",
    }  # fmt: skip
    for path, record in (("exercises/neck", exercise), ("programs", program))[: 1 if number % PROGRAMS else 2]:
        save(root / path / f"{slug(number)}.yaml", record)
        file = root / path / f"{slug(number)}.yaml"
        file.write_text(
            re.sub(r'_(on|review)": "([-\d]+)"', r'_\1": \2', file.read_text(encoding="utf-8")), encoding="utf-8"
        )


class Page(HTMLParser):
    """What a published page holds: elements with their attributes, addresses, visible text, title and description."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: Counter[tuple[str, tuple[str, ...]]] = Counter()
        self.addresses: set[str] = set()
        self.values: set[tuple[str, str]] = set()
        self.text, self.inside, self.title, self.description, self.scripts, self.data = "", "", "", "", "", ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count an element by its attributes' names and gather where its attributes lead."""
        if tag != "em":
            self.elements[tag, tuple(sorted(name for name, _ in attrs))] += 1
        found = {name: value or "" for name, value in attrs}
        for name in found.keys() & {"href", "src", "action", "data", "srcdoc", "formaction", "poster", "xlink:href"}:
            address = urlsplit(found[name])
            self.addresses.add(f"{address.scheme}://{address.netloc}")
        self.values |= {
            (name, found[name]) for name in found.keys() & {"class", "style", "rel", "type", "data-md-component"}
        }
        if found.get("name") == "description":
            self.description = found["content"]
        if tag in ("script", "style", "title"):
            self.inside = "data" if found.get("type") == "application/ld+json" else tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Treat <a/> as <a>."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Note the end of an element whose text is not part of the page."""
        if tag == self.inside or (tag == "script" and self.inside == "data"):
            self.inside = ""

    def handle_data(self, data: str) -> None:
        """Gather text by where it stands."""
        if self.inside == "title":
            self.title += data
        elif self.inside == "data":
            self.data += data
        elif self.inside:
            self.scripts += data
        else:
            self.text += data

    def handle_comment(self, data: str) -> None:
        """Count a comment like an element."""
        self.elements[f"comment {data}", ()] += 1


def pages(*, hostile: bool) -> dict[str, Page]:
    """Return every published page, read as a browser would."""
    return dict(_pages(hostile))


@cache
def _pages(hostile: bool) -> tuple[tuple[str, Page], ...]:
    site = contents(world(hostile=hostile) / "site")
    return tuple((path, Page(data.decode())) for path, data in site.items() if path.endswith(".html"))


def even(text: str) -> str:
    """Return text with single plain spaces; asterisks aside, because some of them mark emphasis."""
    return " ".join(text.replace("*", "").split())


def test_there_are_enough_payloads() -> None:
    """The corpus holds at least 120 different payloads."""
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 120


def test_no_element_is_added() -> None:
    """A record's page has the very elements, with the very attributes, of its twin: not one more or fewer."""
    hostile, twin = pages(hostile=True), pages(hostile=False)
    assert hostile.keys() == twin.keys()
    for path in hostile:
        if "record-" in path or "tags/" not in path:
            assert hostile[path].elements.keys() <= twin[path].elements.keys(), path
        if "record-" in path:
            assert hostile[path].elements == twin[path].elements, path


def test_no_address_is_added() -> None:
    """No page leads to a host, or by a scheme, that its twin does not lead to; no style, class or script is new."""
    hostile, twin = pages(hostile=True), pages(hostile=False)
    for path in hostile:
        assert hostile[path].addresses <= twin[path].addresses, path
        assert hostile[path].values <= twin[path].values, path
        assert hostile[path].scripts == twin[path].scripts, path


def test_what_pages_say_to_search_engines_is_data() -> None:
    """The JSON-LD of each record's page is JSON with the payload word for word, and without a character that ends a script."""
    found = pages(hostile=True)
    for number, payload in enumerate(PAYLOADS):
        data = found[f"exercises/neck/{slug(number)}/index.html"].data
        assert not set(data) & set("<>&"), payload
        steps = [even(step["text"]) for step in json.loads(data)["step"]]
        assert any(step.startswith(even(clean(payload))) for step in steps), payload


@pytest.mark.parametrize("folder", ["exercises/neck", "programs"])
def test_every_payload_is_shown_as_text(folder: str) -> None:
    """The page of each record shows its payload word for word, in every place where it stands."""
    found = pages(hostile=True)
    for number, payload in list(enumerate(PAYLOADS))[:: 1 if folder == "exercises/neck" else PROGRAMS]:
        text = even(found[f"{folder}/{slug(number)}/index.html"].text)
        wanted = even(clean(payload))
        assert text.count(wanted) >= 5, (number, payload)
        if folder == "exercises/neck":
            assert even(clean(f"Before {payload} after")) in text, (number, payload)


def test_titles_and_descriptions_are_text() -> None:
    """The title and the description of a record's page hold the payload as text and close where they should."""
    found = pages(hostile=True)
    for number, payload in enumerate(PAYLOADS):
        page = found[f"exercises/neck/{slug(number)}/index.html"]
        assert even(page.title).startswith(even(clean(short(payload, number)))), payload
        assert even(page.description) == even(clean(payload)), payload


def test_the_search_index_holds_no_markup() -> None:
    """The search index, read as HTML as the theme does, has no element of a payload: `<` is an entity there."""
    for index in (json.loads((world(hostile=h) / "site/search/search_index.json").read_text()) for h in (True, False)):
        for entry in (e for e in index["docs"] if not e["location"].startswith("contributing/rules/")):
            for part in ("title", "text"):
                tags = set(re.findall(r"<\s*[/!?]?\s*([a-zA-Z-]+)", entry[part]))
                assert tags <= {"p", "ul", "ol", "li", "strong", "em", "blockquote", "h2", "pre", "code"}, entry[part]
                assert " on" not in " ".join(re.findall(r"<[^>]*>", entry[part]))
            assert not any("<" in tag for tag in entry.get("tags", [])), entry


def test_front_matter_gains_no_field() -> None:
    """Each generated page's front matter has the fields of its twin: a name cannot inject one."""
    heads = []
    for hostile in (True, False):
        content = world(hostile=hostile) / "content"
        texts = {p.relative_to(content).as_posix(): p.read_text(encoding="utf-8") for p in content.rglob("*.md")}
        heads.append(
            {
                path: sorted(yaml.safe_load(text.split("\n---\n")[0]))
                for path, text in texts.items()
                if text.startswith("---\n")
            }
        )
    assert heads[0] == heads[1]


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "//example.org/", "/local", "&#106;avascript:alert(1)", "https://user:pass@example.org/", "https://example.org/ x",
        "https://example.org/)[x](javascript:alert(1))", "https://example.org/<b>", 'https://example.org/"onclick=', "https://exämple.org/", "",
    ],
)  # fmt: skip
def test_other_addresses_are_refused(tmp_path: Path, address: str) -> None:
    """A source's address is a plain https address; any other is a problem with its place, and nothing is built."""
    root = tiny_world(tmp_path / "world")
    sources = root / "vocabulary/sources.yaml"
    text = sources.read_text(encoding="utf-8")
    sources.write_text(
        text.replace("https://example.org/atlas", json.dumps(address, ensure_ascii=False)), encoding="utf-8"
    )
    _, problems = read_library(root)
    assert [(p.path, p.line) for p in problems] == [("vocabulary/sources.yaml", 1)]


@pytest.mark.parametrize(
    "char", ["\u202e", "\u2066", "\u200b", "\0", "\x1b", "\x85", "\u2028", "\ufeff", "\U000e0041", "\ue000"], ids=ascii
)
def test_hidden_characters_are_refused_at_the_door(tmp_path: Path, char: str) -> None:
    """Bidi controls, invisible and control characters in a file stop the build with code 1 and no page."""
    root = tiny_world(tmp_path / "world")
    record = root / "exercises/neck/chin-nod.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("Sit tall", f"Sit{char}tall"), encoding="utf-8")
    ran = run("build", "--root", root)
    assert ran.returncode == 1
    assert "exercises/neck/chin-nod.yaml" in ran.stdout
    assert not (root / "site").exists()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_title_is_one_safe_line(payload: str) -> None:
    """In front matter each payload is one quoted line without a character that HTML would act on."""
    assert re.fullmatch(r'"(?:[^"\\<>\n]|\\\\)*"', title(payload))
