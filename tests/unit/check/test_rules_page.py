"""Table of rules, import rules and the page for people say the same."""

from __future__ import annotations

import re
from pathlib import Path

from lpd_desktop.check.finding import LEVEL_NAMES
from lpd_desktop.check.rules import RULES, all_codes
from lpd_desktop.excel.import_findings import BUDGET_IMPORT_RULES

PAGE = Path(__file__).resolve().parents[3] / "docs" / "regeln.md"
ROW = re.compile(r"^\| `([A-Z0-9-]+)` \| (\w+) \| (.+?) \| (.+?) \|$", re.MULTILINE)


def test_the_page_explains_exactly_the_rules_with_their_levels() -> None:
    rows = ROW.findall(PAGE.read_text(encoding="utf-8"))
    explained = {code: level for code, level, _cause, _remedy in rows}
    assert len(rows) == len(explained)
    known = all_codes() | BUDGET_IMPORT_RULES
    assert explained == {code: LEVEL_NAMES[level] for code, level in known.items()}


def test_every_cause_and_remedy_is_a_sentence() -> None:
    for _code, _level, cause, remedy in ROW.findall(PAGE.read_text(encoding="utf-8")):
        assert cause.endswith(".")
        assert remedy.endswith(".")


def test_titles_of_rules_differ() -> None:
    assert len({rule.title for rule in RULES.values()}) == len(RULES)
