"""A workbook or list that somebody changed stays; one as it was written gives way to the next."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Lpd

CALLS = {
    "budget": ("xlsx", ("export", "{plan}")),
    "template": ("xlsx", ("form", "template")),
    "list for Word": ("docx", ("remarks", "export", "{plan}")),
    "list as text": ("md", ("remarks", "export", "{plan}")),
}


def _with_openpyxl(path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path)
    book.active["B5"] = 4711
    book.save(path)


def _with_docx(path: Path) -> None:
    from docx import Document

    document = Document(str(path))
    document.paragraphs[0].add_run(" gelesen")
    document.save(str(path))


def _in_the_package(path: Path) -> None:
    """One part with a comment in it; all that the file says of itself stays."""
    target = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            more = b"<!-- -->" if entry.filename.endswith(("sheet1.xml", "document.xml")) else b""
            new.writestr(entry, old.read(entry) + more)
    path.write_bytes(target.getvalue())


def _in_an_editor(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"# Anmerkungen\n", b"# Anmerkungen\n\nErledigt.\n"))


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("budget", _with_openpyxl),
        ("budget", _in_the_package),
        ("template", _with_openpyxl),
        ("list for Word", _with_docx),
        ("list for Word", _in_the_package),
        ("list as text", _in_an_editor),
    ],
)
def test_what_somebody_changed_is_replaced_only_where_that_is_wanted(
    lpd: Lpd, plan: Path, tmp_path: Path, what: str, change: Callable[[Path], None]
) -> None:
    ending, call = CALLS[what]
    target = tmp_path / f"ziel.{ending}"
    command = [word.format(plan=plan) for word in call]
    assert lpd(*command, "-o", target).status == 0
    change(target)
    changed = target.read_bytes()
    refused = lpd(*command, "-o", target)
    assert (refused.status, target.read_bytes()) == (2, changed)
    assert "seither veränderte Datei" in refused.err
    assert "--replace" in refused.err
    assert lpd(*command, "-o", target, "--replace").status == 0
    assert target.read_bytes() != changed


@pytest.mark.parametrize("what", CALLS)
def test_what_nobody_changed_gives_way_to_what_the_plan_says_now(
    lpd: Lpd, plan: Path, tmp_path: Path, what: str
) -> None:
    ending, call = CALLS[what]
    target = tmp_path / f"ziel.{ending}"
    command = [word.format(plan=plan) for word in call]
    assert lpd(*command, "-o", target).status == 0
    remark = ("--at", "A.staff", "--text", "Bitte prüfen.", "--name", "A")
    assert lpd("remarks", "add", plan, *remark).status == 0
    assert lpd(*command, "-o", target).status == 0
