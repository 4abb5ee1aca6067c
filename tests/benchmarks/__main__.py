"""Timings as ratios to a peer in the same run: `python3 dev.py bench`."""

from __future__ import annotations

import io
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.comparing import INSTALLED, Benchmark, compare, python
from tests.benchmarks.drafts import tell_drafts
from tests.benchmarks.keys import tell_keys
from tests.benchmarks.pdf import tell_pdf
from tests.benchmarks.windows import figures


def reads_budget(draft: Path, book: Path) -> Callable[[], object]:
    """The import as a process of its own; a question about a cell gives status 1."""
    command = [sys.executable, "-m", "lpd_desktop", "budget", str(draft), "--from", str(book)]

    def run() -> None:
        done = subprocess.run(
            [*command, "--dry-run"], check=False, capture_output=True, env=INSTALLED
        )
        assert done.returncode in (0, 1), done.stderr

    return run


def openpyxl_alone(book: Path) -> Callable[[], object]:
    """openpyxl as a process of its own, reading values once."""
    return python("-c", "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1])", str(book))


def county_book(target: Path) -> Path:
    """A workbook as a county has it: the budget and eleven sheets of other tables."""
    from openpyxl import load_workbook

    from lpd_desktop.plan.sample import sample_workbook

    book = load_workbook(sample_workbook())
    for number in range(1, 12):
        sheet = book.create_sheet(f"Teilplan {number}")
        sheet.append(["Konto", "Bezeichnung", *(f"Ansatz {year}" for year in range(2019, 2025))])
        for row in range(2, 152):
            amounts = [row * number * year % 99_991 for year in range(2019, 2024)]
            sheet.append([f"{row:05d}", f"Aufwand {row}", *amounts, f"=SUM(C{row}:G{row})"])
    book.save(target)
    return target


def benchmarks(folder: Path) -> list[Benchmark]:
    from openpyxl import load_workbook

    from lpd_desktop.check.engine import check_plan
    from lpd_desktop.excel.budget_import import preview_budget
    from lpd_desktop.pdf.rendering import render_plan
    from lpd_desktop.plan.file import save_lpd, write_lpd
    from lpd_desktop.plan.sample import sample_file, sample_workbook
    from lpd_desktop.store.draft_store import DraftStore

    file = sample_file()
    data = write_lpd(file)
    book = sample_workbook()
    item = next(iter(file.form.budgets))
    store = DraftStore.open(folder)
    draft = store.add(file)
    save_lpd(folder / "draft.lpd", file)
    county = county_book(folder / "county.xlsx")
    raw = sqlite3.connect(folder / "peer.db", isolation_level=None)
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("CREATE TABLE IF NOT EXISTS plans (id INTEGER PRIMARY KEY, data BLOB)")
    return [
        Benchmark("tagged PDF of the sample", lambda: render_plan(file, draft=True),
                  "untagged, reportlab alone", lambda: plain_pdf(file), 5.0),
        Benchmark("check of the sample", lambda: check_plan(file.plan, file.work, file.form),
                  "its tagged PDF", lambda: render_plan(file, draft=True), 0.8),
        Benchmark("budget out of a workbook",
                  lambda: preview_budget(book.read_bytes(), book.name, item, file.form),
                  "openpyxl, values and formulas",
                  lambda: [load_workbook(book, data_only=flag) for flag in (True, False)], 3.0),
        Benchmark("lpd budget, sample, as a process", reads_budget(folder / "draft.lpd", book),
                  "openpyxl alone as a process", openpyxl_alone(book), 1.5),
        Benchmark("lpd budget, twelve sheets, as a process",
                  reads_budget(folder / "draft.lpd", county),
                  "openpyxl alone as a process", openpyxl_alone(county), 1.5),
        Benchmark("saving a draft, flushed", lambda: store.save(draft, file),
                  "one row by sqlite3, flushed",
                  lambda: raw.execute("INSERT INTO plans (data) VALUES (?)", (data,)), 12.0),
        Benchmark("lpd amount 5 as a process", python("-m", "lpd_desktop", "amount", "5"),
                  "python -c 'import sqlite3, json'", python("-c", "import sqlite3, json"), 10.0),
    ]  # fmt: skip


def plain_pdf(file: object) -> bytes:
    """The same words by reportlab's own paragraphs, without tags."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    from lpd_desktop.plan.addresses import text_fields
    from lpd_desktop.plan.rich_text import plain_text, walk_runs

    style = getSampleStyleSheet()["BodyText"]
    story = [
        Paragraph(plain_text(runs).replace("&", "&amp;"), style)
        for _place, text in text_fields(file.form, file.plan)  # type: ignore[attr-defined]
        for _block, runs in walk_runs(text)
    ]
    sink = io.BytesIO()
    SimpleDocTemplate(sink).build(story)
    return sink.getvalue()


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    with tempfile.TemporaryDirectory() as name:
        results = [compare(benchmark) for benchmark in benchmarks(Path(name))]
        results += [figure.tell() for figure in figures(Path(name) / "window")]
        results += tell_keys()
        results += tell_drafts(Path(name))
        results += tell_pdf(Path(name))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
