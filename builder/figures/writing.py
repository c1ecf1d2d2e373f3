"""A figure's plain data as the YAML that a contributor writes: one key a line, each pose in braces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

WIDTH = 37  # a line breaks at the first comma after it


class _Writer(yaml.SafeDumper):
    """Breaks lines between values only, never inside the words of one."""

    def write_plain(self, text: str, split: bool = True) -> None:  # noqa: ARG002
        super().write_plain(text, split=False)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)

    def write_single_quoted(self, text: str, split: bool = True) -> None:  # noqa: ARG002
        super().write_single_quoted(text, split=False)


def figure_text(data: Mapping[str, Any]) -> str:
    """The block `figure:`; read again, it is `data`."""
    node = yaml.representer.SafeRepresenter(default_flow_style=True, sort_keys=False).represent_data({"figure": data})
    opened = [node, node.value[0][1]]
    for key, value in opened[1].value:
        if key.value == "poses":
            opened.append(value)
        elif key.value == "props" and any(isinstance(prop, yaml.MappingNode) for prop in value.value):
            opened += [value, *value.value]
    for part in opened:
        part.flow_style = False
    text: str = yaml.serialize(node, Dumper=_Writer, width=WIDTH, allow_unicode=True)
    return text
