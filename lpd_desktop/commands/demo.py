"""`lpd demo`: the story of the sample, from a plan with slips to a verified document."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace as changed

from lpd_desktop.check.engine import check_plan
from lpd_desktop.commands.arguments import CONTENT, DONE, Console, Verbs, add_verb
from lpd_desktop.commands.budget import budget_item, cell_lines
from lpd_desktop.commands.checking import show_findings
from lpd_desktop.commands.targets import add_replace, refuse_taken
from lpd_desktop.form.model import BudgetItem
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.amounts import format_euro
from lpd_desktop.plan.budget import BasisOfColumns
from lpd_desktop.plan.file import LpdFile, save_lpd, write_lpd
from lpd_desktop.plan.run_mapping import with_text_replaced
from lpd_desktop.plan.sample import sample_file, sample_story, sample_workbook
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.runtime.files import make_folder, write_atomically
from lpd_desktop.runtime.typed_data import converted

DEFAULT_FOLDER = Path("lpd-demo")
_EXAMPLE = "beispiel.lpd"
_WRITTEN = ("plan.lpd", "plan.pdf", "veraendert.pdf")
"""Where the example lies, these are of an earlier call."""


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    demo = add_verb(verbs, "demo", "erzählt an einem Beispiel, was das Programm kann", _demo)
    demo.add_argument(
        "-o", "--output", type=Path, default=DEFAULT_FOLDER, metavar="ORDNER", help="Ordner"
    )
    add_replace(demo)


def _demo(options: argparse.Namespace, console: Console) -> int:
    folder: Path = options.output
    make_folder(folder)
    story = _Story(sample_story(), console, folder)
    file = sample_file()
    _refuse_others(folder, write_lpd(file), replace=options.replace)
    save_lpd(folder / _EXAMPLE, file)
    story.chapter(f"Ein Plan mit Fehlern, wie sie vorkommen: {file.plan.jobcenter.name}")
    story.show_check(file)
    file = story.import_budget(file)
    file = story.mend_replaced_amounts(file)
    file = story.mend_slips(file)
    pdf = story.sign_off(file)
    sound = story.verify(pdf)
    noticed = story.change_one_byte(pdf)
    return DONE if sound and noticed else CONTENT


def _refuse_others(folder: Path, example: bytes, *, replace: bool) -> None:
    """A folder with files of these names that no earlier call has written."""
    refuse_taken(folder / _EXAMPLE, example, replace=replace)
    if not (folder / _EXAMPLE).exists():
        for name in _WRITTEN:
            refuse_taken(folder / name, b"", replace=replace)


@dataclass
class _Story:
    story: dict[str, Any]
    console: Console
    folder: Path
    chapters: int = 0

    def chapter(self, title: str) -> None:
        self.chapters += 1
        self.console.lines(f"\n{self.chapters}. {title}")

    def tell(self, text: str) -> None:
        self.console.data(f"   {text}")

    def show_check(self, file: LpdFile) -> None:
        show_findings(check_plan(file.plan, file.work, file.form), self.console)

    def import_budget(self, file: LpdFile) -> LpdFile:
        """Reads the workbook; takes the reading of the refused cell that the sums prove."""
        from lpd_desktop.excel.applying import apply_preview
        from lpd_desktop.excel.budget_import import preview_budget
        from lpd_desktop.excel.preview import with_reading

        self.chapter("Das Budget kommt aus einer Arbeitsmappe")
        workbook = sample_workbook()
        item = budget_item(file.form, self.story["item"])
        preview = preview_budget(workbook.read_bytes(), workbook.name, item, file.form)
        for line in cell_lines(preview):
            self.tell(line)
        for repair in preview.repairs:
            self.tell(f"„{repair.typed}“ ist kein Betrag und wird nicht geraten.")
            self.tell(f"Vorschlag: {format_euro(repair.cents)}, denn damit geht auf:")
            for line in repair.proof:
                self.tell(f"    {line}")
            preview = with_reading(preview, repair.row, repair.column, repair.cents)
            self.tell("Der Vorschlag wird angenommen.")
        time = f"{self.story['sign_off']['date']}T08:00:00Z"
        file = apply_preview(file, item.key, preview, time=time, source=workbook.name)
        return self._with_basis(file, item)

    def _with_basis(self, file: LpdFile, item: BudgetItem) -> LpdFile:
        basis = converted(self.story["basis"], BasisOfColumns)
        answer = file.plan.answer(item.key)
        if answer.table is None:
            return file
        merged = changed(answer.table.basis, plan=basis.plan)
        table = changed(answer.table, basis=merged)
        plan = file.plan.with_answer(item.key, changed(answer, table=table))
        return replace(file, plan=plan)

    def mend_replaced_amounts(self, file: LpdFile) -> LpdFile:
        """Finds the sentences that still name an old amount and mends each."""
        from lpd_desktop.check.replaced_amounts import find_replaced, mend_all

        self.chapter("Sätze, die noch einen alten Betrag nennen")
        now = file.plan.answer(self.story["item"]).table
        before = file.work.budget_versions[0].table
        found = find_replaced(file.form, file.plan, before, now) if now else []
        for each in found:
            self.tell(f"{each.where}: „{each.quote}“ → „{each.new_text}“")
        return replace(file, plan=mend_all(file.form, file.plan, found))

    def mend_slips(self, file: LpdFile) -> LpdFile:
        """Mends the slips that a person has to decide on, then checks again."""
        self.chapter("Was ein Mensch entscheiden muss")
        for slip in self.story["mends"]:
            if slip["kind"] == "old_amount":
                continue
            address = Address.parse(slip["where"])
            old, new = slip["old"], slip["new"]
            self.tell(f"{slip['where']}: „{old}“ → „{new}“")
            file = replace(file, plan=with_text_replaced(file.form, file.plan, address, old, new))
        self.show_check(file)
        return file

    def sign_off(self, file: LpdFile) -> Path:
        """Approves and writes PDF and file."""
        from lpd_desktop.release.approval import Approval
        from lpd_desktop.release.sign_off import sign_off, write_signed_off

        self.chapter("Freigabe")
        words = self.story["sign_off"]
        signatory = Signatory(name=words["name"], role=words["role"])
        time = f"{words['date']}T10:00:00Z"
        approval = Approval((signatory,), words["place"], words["date"], time)
        result = sign_off(file, approval)
        pdf = self.folder / "plan.pdf"
        write_signed_off(result, pdf, partial(save_lpd, self.folder / "plan.lpd"))
        self.tell(f"{signatory.name}, {signatory.role}, {words['place']}")
        self.tell(f"Das PDF liegt unter „{pdf}“, der Plan unter „{self.folder / 'plan.lpd'}“.")
        return pdf

    def verify(self, pdf: Path) -> bool:
        """Says what verification finds; True when everything is sound."""
        from lpd_desktop.release.verification import verify

        self.chapter("Prüfung des PDFs")
        verdicts = verify(pdf.read_bytes())
        self.tell(verdicts.summary)
        for verdict in verdicts.shown():
            self.tell(f"{verdict.title}: {verdict.sentence}")
        return verdicts.is_sound

    def change_one_byte(self, pdf: Path) -> bool:
        """Changes one byte in the middle of a copy; True when verification notices."""
        self.chapter("Ein einziges Byte wird geändert")
        data = bytearray(pdf.read_bytes())
        data[len(data) // 2] ^= 1
        damaged = self.folder / "veraendert.pdf"
        write_atomically(damaged, bytes(data))
        return not self.verify(damaged)
