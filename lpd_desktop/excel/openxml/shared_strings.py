"""Texts that stand once in a workbook and are used by many cells."""

from __future__ import annotations

import re
from collections.abc import Set

import msgspec

from lpd_desktop.excel.limits import TEXT_LIMIT
from lpd_desktop.excel.openxml.package_parts import PackageParts
from lpd_desktop.excel.xml_events import (
    Attributes,
    BadXmlError,
    EnoughError,
    OnEnd,
    OnStart,
    XmlReader,
)

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class CellText(msgspec.Struct, frozen=True):
    """A text and the superscript sign behind it, which is no part of it."""

    text: str
    footnote: str = ""


class TextCollector:
    """Puts the runs of one text together; readings of Japanese signs are left out."""

    def __init__(self) -> None:
        self._runs: list[str] = []
        self._raised: list[str] = []
        self._is_raised = self._is_reading = self._is_open = False

    def starts(self) -> dict[str, OnStart]:
        """The handlers of elements that begin."""
        return {
            "t": self._open,
            "r": self._on_run,
            "vertAlign": self._on_position,
            "rPh": self._on_reading,
        }

    def ends(self) -> dict[str, OnEnd]:
        """The handlers of elements that end."""
        return {"t": self._close, "rPh": self._end_of_reading}

    def _open(self, _attributes: Attributes) -> None:
        self._is_open = not self._is_reading

    def _close(self) -> None:
        self._is_open = False

    def _on_run(self, _attributes: Attributes) -> None:
        self._is_raised = False

    def _on_position(self, attributes: Attributes) -> None:
        self._is_raised = attributes.get("val") == "superscript"

    def _on_reading(self, _attributes: Attributes) -> None:
        self._is_reading = True

    def _end_of_reading(self) -> None:
        self._is_reading = False

    def take(self, text: str) -> None:
        """Takes text of the element that is open."""
        if self._is_open:
            (self._raised if self._is_raised else self._runs).append(text)

    def text(self) -> CellText:
        """What was collected; begins anew."""
        text, raised = unescaped("".join(self._runs)), unescaped("".join(self._raised)).strip()
        self._runs, self._raised, self._is_raised = [], [], False
        return CellText(text, raised) if text.strip() else CellText(raised)


def read_strings(parts: PackageParts, part: str, wanted: Set[int]) -> dict[int, CellText]:
    """The texts with the wanted numbers.

    Raises:
        BadXmlError: one of them is missing.
    """
    if not wanted:
        return {}
    last = max(wanted)
    found: dict[int, CellText] = {}
    collector = TextCollector()
    number = -1

    def finished() -> None:
        nonlocal number
        number += 1
        text = collector.text()
        if number in wanted:
            found[number] = text
        if number == last:
            raise EnoughError

    ends = {**collector.ends(), "si": finished}
    with parts.open(part) as source:
        XmlReader(parts.allowance, collector.starts(), ends, collector.take).read(source)
    if len(found) < len(wanted):
        raise BadXmlError("a text is missing")
    return found


def unescaped(text: str) -> str:
    """`_x000A_` as the sign it stands for, and no longer than labels are."""
    text = text[:TEXT_LIMIT]
    return _ESCAPED.sub(_meant, text) if "_x" in text else text


def _meant(match: re.Match[str]) -> str:
    sign = chr(int(match[1], 16))
    return sign if sign.isprintable() or sign == "\n" else " "
