"""What an unquoted YAML word means, by YAML 1.2, and whether YAML 1.1 would read it otherwise.

Editors read YAML 1.2 and PyYAML reads 1.1; a word that the two read differently is refused with
both readings, so that a contributor's editor and the check never disagree.
"""

import math
import re
from datetime import date

import yaml

from builder.problems import short

_INT = re.compile(r"[-+]?[0-9]+")
_OCT = re.compile(r"0o[0-7]+")
_HEX = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_SPECIAL_FLOAT = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NULL = {"", "~", "null", "Null", "NULL"}
_TRUE = {"true", "True", "TRUE"}
_FALSE = {"false", "False", "FALSE"}
_SHORT_BOOL = {"y", "Y", "n", "N"}
_LONGEST_NUMBER = 18
_OLD = yaml.SafeLoader.yaml_implicit_resolvers

Scalar = str | int | float | bool | date | None


class Ambiguous(ValueError):
    """An unquoted word that has two readings; `readings` says both in words, `mend` what to write if not text."""

    def __init__(self, readings: str, mend: str = "") -> None:
        super().__init__(readings)
        self.readings = readings
        self.mend = mend


def read_plain(word: str) -> Scalar:
    """Return the value of an unquoted scalar, or raise Ambiguous.

    An ISO date becomes a date: YAML 1.2 calls it text and 1.1 a date, and both are written alike.
    """
    new_tag, value = _read_new(word)
    old_tag = _old_tag(word)
    if old_tag == "timestamp" and _DATE.fullmatch(word):
        return _real_date(word)
    if new_tag != old_tag or not _plainly_written(word, value):
        new, old = _say(new_tag, word), _say(old_tag, word, old=True)
        raise Ambiguous(f"{new} or {old if new != old else _say('str', word)}", _mend(old_tag, value))
    return value


def _mend(old_tag: str, value: Scalar) -> str:
    """Return what to write if the word is not meant as text."""
    if old_tag == "bool":
        return "write true or false"
    if old_tag == "timestamp":
        return "write the date alone"
    return f"write {value}" if isinstance(value, int | float) and math.isfinite(value) else ""


def _read_new(word: str) -> tuple[str, Scalar]:
    if word in _NULL:
        return "null", None
    if word in _TRUE or word in _FALSE:
        return "bool", word in _TRUE
    if len(word) <= _LONGEST_NUMBER and (_INT.fullmatch(word) or _OCT.fullmatch(word) or _HEX.fullmatch(word)):
        return "int", int(word, 10) if _INT.fullmatch(word) else int(word, 0)
    if _SPECIAL_FLOAT.fullmatch(word):
        return "float", float(word.replace(".", "", 1))
    if len(word) <= _LONGEST_NUMBER and _FLOAT.fullmatch(word):
        return "float", float(word)
    return "str", word


def _plainly_written(word: str, value: Scalar) -> bool:
    """A number stands as everybody writes it: `1.10` may be meant as text, `007` as 7."""
    return isinstance(value, bool) or not isinstance(value, int | float) or str(value) == word


def _old_tag(word: str) -> str:
    if word in _SHORT_BOOL:  # YAML 1.1 says so, though PyYAML never followed it here
        return "bool"
    first = word[0] if word else ""
    for tag, pattern in _OLD.get(first, []) + _OLD.get(None, []):
        if pattern.match(word):
            return str(tag).rsplit(":", 1)[1]
    return "str"


def _real_date(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise Ambiguous(f"text, or the date {word}, which no calendar has", "mend the date") from error


def _say(tag: str, word: str, *, old: bool = False) -> str:
    if tag == "str":
        return f"the text “{short(word)}”"
    if tag == "bool":
        return "yes (true)" if word.casefold() in {"yes", "on", "true", "y"} else "no (false)"
    if tag == "int" and len(word) > _LONGEST_NUMBER:
        return "a very long number"
    if tag == "int":
        return f"the number {_old_int(word) if old else int(word, 10) if _INT.fullmatch(word) else int(word, 0)}"
    if tag == "float" and _FLOAT.fullmatch(word):
        return f"the number {float(word):g}"
    return {"null": "nothing at all", "float": "a decimal number", "timestamp": "a date and time"}.get(
        tag, "a YAML command"
    )


def _old_int(word: str) -> int:
    digits = word.replace("_", "")
    if digits.endswith(("x", "b")):  # YAML 1.1 allows `0x_`, which is no number
        return 0
    sign = -1 if digits.startswith("-") else 1
    digits = digits.lstrip("+-")
    if ":" in digits:
        total = 0
        for part in digits.split(":"):
            total = total * 60 + int(part)
        return sign * total
    if digits.startswith(("0x", "0b")):
        return sign * int(digits, 0)
    return sign * (int(digits, 8) if digits.startswith("0") and digits != "0" else int(digits))
