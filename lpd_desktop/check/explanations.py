"""What `docs/regeln.md` says about a rule, for people who ask what a finding means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lpd_desktop.check.rules import RULES
from lpd_desktop.runtime.resources import rules_page

_ROW = re.compile(r"^\| `([A-Z0-9-]+)` \| \w+ \| (.+?) \| (.+?) \|$", re.MULTILINE)
_MARKUP = re.compile(r"[`*]")


@dataclass(frozen=True)
class Explanation:
    """One rule for people; the title is empty for rules of an import."""

    title: str
    cause: str
    remedy: str


def explanation_of(code: str) -> Explanation | None:
    """The explanation of a rule; None where the page has none."""
    found = _rows().get(code)
    if found is None:
        return None
    rule = RULES.get(code)
    return Explanation(rule.title if rule else "", *found)


@cache
def _rows() -> dict[str, tuple[str, str]]:
    """Cause and remedy by code; empty where an installation lacks the page."""
    page = rules_page()
    if not page.is_file():
        return {}
    rows = _ROW.findall(page.read_text(encoding="utf-8"))
    return {code: (_plain(cause), _plain(remedy)) for code, cause, remedy in rows}


def _plain(text: str) -> str:
    return _MARKUP.sub("", text)
