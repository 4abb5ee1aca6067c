"""The four published plans: imported, checked, printed, read back out of the PDF."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest

from lpd_desktop.plan.addresses import text_fields
from lpd_desktop.plan.file import LpdFile, load_lpd
from lpd_desktop.plan.rich_text import footnotes_of, plain_text, walk_runs
from lpd_desktop.plan.words import words_of
from tests.end_to_end.command_line import Outcome, run_lpd

Lpd = Callable[..., Outcome]
PLANS = {
    "000": ("Kreis Kleve", ["long_term", "equality", "migration"], 3),
    "001": ("Ennepe-Ruhr-Kreis", ["long_term", "migration", "counselling"], 2),
    "002": ("Kreis Coesfeld", ["long_term", "migration", "counselling"], 2),
    "004": ("Mülheim an der Ruhr", ["long_term", "equality", "counselling"], 2),
}


@pytest.fixture
def lpd(monkeypatch: pytest.MonkeyPatch) -> Lpd:
    return lambda *arguments: run_lpd(monkeypatch, *arguments)


@pytest.fixture(params=PLANS)
def number(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def imported(lpd: Lpd, seeds: dict[str, Path], number: str, tmp_path: Path) -> Path:
    target = tmp_path / f"{number}.lpd"
    outcome = lpd("import", seeds[number], "-o", target, "--jobcenter", PLANS[number][0])
    assert outcome.status == 0, outcome.err
    return target


def stretches(file: LpdFile) -> list[tuple[str, list[str]]]:
    """Each stretch of text in the order of the document, with its footnotes."""
    return [
        (plain_text(runs), [plain_text(note) for note in footnotes_of(runs)])
        for _place, text in text_fields(file.form, file.plan)
        for _block, runs in walk_runs(text)
    ]


def page_text(pdf: Path) -> str:
    if which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def without_line_ends(text: str) -> str:
    joined = text.replace("\u00ad\n", "").replace("-\n", "-")
    return "".join(joined.split()).replace("\u00ad", "").replace("\u00a0", "")


def test_at_least_99_percent_of_the_planners_words_find_their_place(
    lpd: Lpd, seeds: dict[str, Path], number: str, tmp_path: Path
) -> None:
    outcome = lpd("import", seeds[number], "-o", tmp_path / "x.lpd", "--json").json
    unplaced = sum(len(words_of(part["text"])) for part in outcome["unplaced"])
    assert outcome["words_in"] == outcome["words_placed"] + outcome["words_form"] + unplaced
    assert outcome["words_placed"] >= 0.99 * (outcome["words_in"] - outcome["words_form"])
    in_file = len(words_of(seeds[number].read_text("utf-8")))
    assert abs(outcome["words_in"] - in_file) <= 1


def test_topics_and_potentials_are_those_of_the_document(imported: Path, number: str) -> None:
    plan = load_lpd(imported).plan
    name, topics, potentials = PLANS[number]
    assert plan.jobcenter.name == name
    assert [topic.key for topic in plan.topics] == topics
    assert sum(not potential.is_empty for potential in plan.potentials) == potentials


EXPECTED = {
    "000": [("B.topics/equality", "Frage")],
    "001": [
        ("A.budget/table", "100.0000"),
        ("A.budget/table", "50.0000"),
        ("B.topics/long_term", "Langzeitleistungsbezug vermeiden und verringern"),
        ("B.topics/migration", "Menschen mit Migrationshintergrund in Arbeit"),
        ("B.topics/counselling", "B.3 3."),
    ],
    "002": [("C.potentials/3", None)],
    "004": [],
}


def test_the_findings_name_the_slips_that_are_known(lpd: Lpd, imported: Path, number: str) -> None:
    findings = lpd("check", imported, "--json").json
    for where, quote in EXPECTED[number]:
        assert any(
            finding["where"].startswith(where) and (quote is None or quote in finding["message"])
            for finding in findings
        ), (where, quote, findings)


def test_the_printed_draft_holds_the_plans_words_in_order(
    lpd: Lpd, imported: Path, tmp_path: Path
) -> None:
    pdf = tmp_path / "draft.pdf"
    assert lpd("export", imported, "-o", pdf, "--draft").status == 0
    text = page_text(pdf)
    pages = text.split("\f")
    assert all("ENTWURF" in page for page in pages if page.strip())
    printed = without_line_ends(text)
    place, lost = 0, []
    for text, notes in stretches(load_lpd(imported)):
        for word in words_of(text):
            found = printed.find(without_line_ends(word), place)
            place, lost = (found, lost) if found >= 0 else (place, [*lost, word])
        lost += [note for note in notes if without_line_ends(note) not in printed]
    assert lost == []


def test_the_draft_gives_its_plan_back(lpd: Lpd, imported: Path, tmp_path: Path) -> None:
    pdf, back = tmp_path / "draft.pdf", tmp_path / "back.lpd"
    assert lpd("export", imported, "-o", pdf, "--draft").status == 0
    assert lpd("extract", pdf, "-o", back).status == 0
    assert load_lpd(back).plan == load_lpd(imported).plan
    assert lpd("verify", pdf).status == 0
