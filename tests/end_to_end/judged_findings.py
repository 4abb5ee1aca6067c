"""The findings on the published plans, each judged by a person: wanted or not.

The plans themselves stay outside the project, so the table holds no word of them: a finding is
named by plan, rule, field and the SHA-256 of its quote. `python -m tests.end_to_end.judged_findings
FOLDER` prints what is found and not judged yet, with the words.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.check.engine import check_plan
from lpd_desktop.check.finding import Finding
from lpd_desktop.form.library import form_for_year
from lpd_desktop.plan.addresses import Address
from lpd_desktop.word.importing import import_document

TABLE = Path(__file__).resolve().parents[1] / "data" / "judged_findings.csv"
PLANS = ("000", "001", "002", "004")


@dataclass(frozen=True, order=True)
class Named:
    """A finding without its words."""

    plan: str
    rule: str
    field: str
    quote: str


@dataclass(frozen=True)
class Judgement:
    """What a person said of a finding; `slip` numbers a slip known before the rule was written."""

    finding: Named
    is_wanted: bool
    slip: str


def read_judgements() -> list[Judgement]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [
            Judgement(
                Named(row["plan"], row["rule"], row["field"], row["quote"]),
                row["wanted"] == "yes",
                row["slip"],
            )
            for row in csv.DictReader(lines, delimiter=";")
        ]


def findings_of(path: Path) -> list[Finding]:
    form = form_for_year(2023)
    file = import_document(path.read_bytes(), path.name, form).file
    return check_plan(file.plan, file.work, form)


def named(plan: str, finding: Finding) -> Named:
    digest = hashlib.sha256(finding.quote.encode()).hexdigest()[:16]
    return Named(plan, finding.rule, str(Address.parse(finding.where).field), digest)


def findings_of_all(seeds: dict[str, Path]) -> Iterator[tuple[Named, Finding]]:
    for plan in PLANS:
        for finding in findings_of(seeds[plan]):
            yield named(plan, finding), finding


def main() -> int:
    folder = Path(sys.argv[1])
    seeds = {path.name[:3]: path for path in folder.glob("*.txt")}
    known = {each.finding for each in read_judgements()} if TABLE.exists() else set()
    for name, finding in findings_of_all(seeds):
        if name not in known:
            sys.stdout.write(f"{name.plan};{name.rule};{name.field};{name.quote};?;\n")
            sys.stdout.write(f"    {finding.level}: {finding.quote[:120]!r} {finding.message}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
