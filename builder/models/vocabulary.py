"""The closed lists that records refer to: one data file each in vocabulary/, one model each here."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from builder.models.exercise import Names, Texts
from builder.models.fields import Link, Model, Name, PageAddress, Slug, Text


class Group(Model):
    """A muscle group: a folder in exercises/ and a part of the site."""

    name: Name
    summary: Text
    words: Names = ()


class Muscle(Model):
    """A muscle or a part of one, with its Terminologia Anatomica (1998) code."""

    name: Name
    latin: Name
    ta98: Annotated[str, Field(pattern=r"^A\d\d\.\d\.\d\d\.\d{3}$")]
    plain: Name
    layer: Literal["surface", "deep"]
    where: Text
    does: Text
    words: Names = ()
    sources: Annotated[tuple[Slug, ...], Field(strict=False, min_length=1)]


class Gear(Model):
    """A piece of equipment, and what can stand in for it."""

    name: Name
    summary: Text
    swap: Text | None = None
    words: Names = ()


class Position(Model):
    """How the body is placed at the start."""

    name: Name
    plain: Text
    on_floor: bool


class Movement(Model):
    """What the body does or must be able to do; `avoid` names it for people who cannot."""

    name: Name
    avoid: Name | None = None


class CautionTopic(Model):
    """Somebody who should ask first."""

    name: Name
    ask_first: Text
    sources: Annotated[tuple[Slug, ...], Field(strict=False)] = ()


class Source(Model):
    """A publication that was opened and read for this library; `general` ones describe no exercise by itself."""

    title: Text
    publisher: Text
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    address: Link
    read_on: date
    note: Text | None = None
    general: bool = False


class PoseExample(Model):
    """A worked example of the guide to drawing a pose: what it teaches, and the mistake one makes at first."""

    name: Name
    says: Text
    mistake: Text
    figure: dict[str, Any]


class Origin(Model):
    """What became of an exercise or program of the raw material. Exactly one of the first three is given."""

    published: Slug | None = None
    merged: Slug | None = None
    left_out: Text | None = None
    why: Text | None = None
    instead: Slug | None = None


class GuidanceOrigin(Model):
    """What became of a piece of guidance of the raw material: the headings that say it, or why none does.

    `at` holds pages of content/ with the address of a heading: `safety/stop-rules.md#stop-rules`.
    """

    verdict: Literal["keep", "keep-with-source", "drop"]
    at: Annotated[tuple[PageAddress, ...], Field(strict=False)] = ()
    source: Text | None = None
    left_out: Text | None = None


class Wording(Model):
    """A term that must not appear, and the right one."""

    wrong: Texts
    right: Text
    why: Text


class Safety(Model):
    """The shared safety lines that every page carries, in one place."""

    emergency: Text
    stop: Annotated[Texts, Field(min_length=1)]
    pain_rule: Annotated[Texts, Field(min_length=3, max_length=3)]
    ask_first: Text
    disclaimer: Text
    sources: Annotated[tuple[Slug, ...], Field(strict=False, min_length=1)]


class Tombstone(Model):
    """An address that is no longer in use. With a group it was an exercise, without one a program, and so is `use`."""

    group: Slug | None = None
    retired_on: date
    reason: Text
    use: Slug
