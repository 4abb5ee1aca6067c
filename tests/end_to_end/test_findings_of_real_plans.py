"""The slips of the published plans are named by the findings after the import."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.check.engine import check_plan
from lpd_desktop.check.finding import Finding
from lpd_desktop.form.library import form_for_year
from lpd_desktop.word.importing import import_document


def findings_of(path: Path) -> list[Finding]:
    form = form_for_year(2023)
    file = import_document(path.read_bytes(), path.name, form).file
    return check_plan(file.plan, file.work, form)


def named(findings: list[Finding], rule: str) -> list[tuple[str, str]]:
    return [(each.where, each.message) for each in findings if each.rule == rule]


def test_both_malformed_transfers_come_with_the_proven_reading(
    seeds: dict[str, Path],
) -> None:
    found = [each for each in findings_of(seeds["001"]) if each.rule == "AMOUNT-UNREADABLE"]
    assert [(each.where, each.quote) for each in found] == [
        ("A.budget/table/transfer_in/plan", "100.0000"),
        ("A.budget/table/transfer_in/previous", "50.0000"),
    ]
    assert "vermutlich 100.000," in found[0].suggestion
    assert "vermutlich 50.000," in found[1].suggestion
    assert "24.933.958 + 100.000 + 4.487.219 = 29.521.177" in found[0].suggestion


def test_old_topic_titles_and_double_numbering_are_named(seeds: dict[str, Path]) -> None:
    found = findings_of(seeds["001"])
    assert [where for where, _message in named(found, "I-OLD-TITLE")] == [
        "B.topics/long_term",
        "B.topics/migration",
    ]
    assert "B.3 3." in named(found, "I-NUMBERING")[0][1]


def test_a_question_in_a_heading_and_an_empty_potential_are_named(seeds: dict[str, Path]) -> None:
    ((where, _message),) = named(findings_of(seeds["000"]), "I-HEADING-QUESTION")
    assert where == "B.topics/equality/why"
    ((where, _message),) = named(findings_of(seeds["002"]), "I-EMPTY-POTENTIAL")
    assert where == "C.potentials/3"


@pytest.mark.parametrize("number", ["000", "001", "002", "004"])
def test_correct_text_of_published_plans_raises_no_false_alarm(
    seeds: dict[str, Path], number: str
) -> None:
    codes = {each.rule for each in findings_of(seeds[number])}
    assert not codes & {"PLACEHOLDER", "CHARACTER", "ANSWER-MISSING", "TOPICS-COUNT"}
    assert not codes & {
        "BUDGET-SUM",
        "BUDGET-SHARE",
        "BUDGET-EQUAL",
        "BUDGET-AT-MOST",
        "BUDGET-SIGN",
    }
