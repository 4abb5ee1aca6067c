"""Formulas of OpenDocument in the way that Excel writes them."""

from __future__ import annotations

import re

_PREFIX = re.compile(r"^(?:of|oooc|msoxl):=|^=")
_REFERENCE = re.compile(
    r"\[(?P<file>'file:[^\]]*|\$?'(?:[^']|'')*'\.|\$?[^\[\]'.:]*\.)"
    r"(?P<first>\$?[A-Za-z]{1,3}\$?\d+)"
    r"(?::(?:\$?'(?:[^']|'')*'|\$?[^\[\]'.:]*)\.(?P<last>\$?[A-Za-z]{1,3}\$?\d+))?\]"
)


def plain_formula(formula: str) -> str:
    """`of:=SUM([.B5:.B9];2)` as `SUM(B5:B9,2)`; what is not understood stays as it is."""
    bare = _PREFIX.sub("", formula)
    return _REFERENCE.sub(_plain_reference, bare).replace(";", ",")


def _plain_reference(match: re.Match[str]) -> str:
    sheet = match["file"].removesuffix(".").lstrip("$")
    last = f":{match['last']}" if match["last"] else ""
    if sheet and not sheet.startswith("'"):
        sheet = f"'{sheet}'"
    return f"{sheet}{'!' if sheet else ''}{match['first']}{last}"
