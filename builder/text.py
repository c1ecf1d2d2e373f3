"""One idempotent function that makes contributed text typographically even.

It changes how text is set, never what it says: Unicode NFC, one kind of space, quote, dash,
ellipsis and degree sign, `8–12` for ranges, a no-break space between a number and its unit.
"""

import re
import unicodedata
from datetime import date
from functools import lru_cache

NBSP = "\u00a0"
_UNITS = "s|sec|min|h|kg|g|cm|mm|m|km|reps|sets|%|years|weeks|days"
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+"), " "),
    (re.compile(r"\.{3,}"), "…"),
    (re.compile(r"(?<=\d)\s?(?:º|˚|degrees\b|deg\b)"), "°"),
    (re.compile(r"(?<=\d)\s?[-‐‑‒–—−]\s?(?=\d)"), "–"),
    (re.compile(r"\s+(?:--|[-‒–—])\s+"), " – "),
    (re.compile(r"(?<=\w)['‘’ʼ´](?=\w)"), "’"),
    (re.compile(r"(?<=\w)['ʼ´](?=\s|$|[,.;:!?)])"), "’"),
    (re.compile(r"(^|(?<=[\s(\[–]))[\"„“”](?=\S)"), "“"),
    (re.compile(r"[\"„‟](?=$|[\s)\],.;:!?–])"), "”"),
    (re.compile(r"\s+(?=[,;:!?](?:\s|$))"), ""),
    (re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?:\b|(?<=%)))"), NBSP),
)

_EVEN = re.compile(r"[A-Za-z]+(?:,? [A-Za-z]+)*[.?!]?")  # most texts: nothing to set


@lru_cache(maxsize=32768)
def clean(text: str) -> str:
    """Return `text` evenly set; `clean(clean(t)) == clean(t)` for every t."""
    if _EVEN.fullmatch(text):
        return text
    done = _pass(text)
    while (again := _pass(done)) != done:
        done = again
    return done


def sentence(text: str) -> str:
    """Return cleaned `text` that ends like a sentence."""
    done = clean(text)
    return done if not done or done[-1] in ".!?…:" else done + "."


def day_in_words(day: date) -> str:
    """Return `25 November 2026`."""
    return f"{day.day} {day:%B %Y}"


def fold(text: str) -> str:
    """Return the form in which names are compared: blind to case, accents, hyphens, spaces and plural s."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "".join(w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in letters.split())


def slugify(name: str) -> str:
    """Return the address form of a name: lower-case ASCII words joined by single hyphens."""
    plain = unicodedata.normalize("NFKD", name).casefold().replace("’", "").replace("'", "")
    kept = "".join(c if c.isascii() and c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "-".join(kept.split())


def _pass(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    for pattern, mend in _STEPS:
        text = pattern.sub(mend, text)
    return text.strip()
