"""The documents whose conformance is proven: every edition, every element, the real plans."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import msgspec

from lpd_desktop.form.library import form_with_id
from lpd_desktop.pdf.changes.change_document import render_changes
from lpd_desktop.pdf.changes.compared_state import ComparedState
from lpd_desktop.pdf.edition import BLANK, DRAFT, FINAL, PUBLISHING, Edition
from lpd_desktop.pdf.remarks.remark_document import render_remarks
from lpd_desktop.pdf.rendering import render_edition
from lpd_desktop.plan.file import LpdFile, published_text, seal_digest
from lpd_desktop.plan.model import Answer, Potential
from lpd_desktop.plan.remark import Remark
from lpd_desktop.plan.remark_changes import with_answer, with_standing
from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.plan.sample import SAMPLE_FORM, sample_file
from lpd_desktop.plan.work import Replaced, Signatory
from lpd_desktop.release.changes import changes_of
from lpd_desktop.word.importing import import_document
from tests.conformance.subset import SUBSET
from tests.conftest import PROJECT
from tests.logos import with_logo
from tests.unit.pdf.conftest import text_item, with_release
from tests.unit.plan.remarked import JAN, LATER, remarked

_WORKING = Edition("draft", line_numbers=True, wide_margin=True)
_PLANS = ("000", "001", "002", "004")


@dataclass(frozen=True)
class Document:
    """A document of a plan; `plan` makes the plan, which may take a while."""

    plan: Callable[[], LpdFile]
    edition: Edition = DRAFT

    def data(self) -> bytes:
        """The final bytes."""
        return render_edition(self.plan(), self.edition).data


def with_everywhere(blocks: Blocks) -> LpdFile:
    """A plan with the blocks in an answer, below a budget, in a topic and in a potential."""
    file = sample_file()
    plan, form = file.plan, file.form
    key = text_item(form)
    potential = Potential(topic="Überall", background=blocks, development=blocks)
    answers = {**plan.answers, key: Answer(text=blocks)}
    plan = msgspec.structs.replace(plan, answers=answers, potentials=(potential,))
    return replace(file, plan=plan, release=None, as_read={})


def alone(blocks: Blocks) -> LpdFile:
    """A plan with the blocks in one answer and nothing else."""
    file = sample_file()
    plan = msgspec.structs.replace(
        file.plan, answers={text_item(file.form): Answer(text=blocks)}, topics=(), potentials=()
    )
    return replace(file, plan=plan, release=None, as_read={})


def _empty() -> LpdFile:
    file = alone(())
    plan = msgspec.structs.replace(file.plan, answers={}, as_of="")
    return replace(file, plan=plan)


def _signed() -> LpdFile:
    file = sample_file()
    signers = tuple(Signatory(name=f"Dr. Eva Beispiel {n}", role="Leitung") for n in range(9))
    options = msgspec.structs.replace(
        file.plan.options, signature_sheet=True, signers=signers, signature_lines=6
    )
    return with_release(
        replace(file, plan=msgspec.structs.replace(file.plan, options=options), as_read={})
    )


def _charted() -> LpdFile:
    file = sample_file()
    answers = dict(file.plan.answers)
    for item in file.form.budgets:
        answer = answers[item.key]
        if answer.table is not None and not isinstance(answer.table, msgspec.UnsetType):
            table = msgspec.structs.replace(answer.table, chart=True, print=True)
            answers[item.key] = msgspec.structs.replace(answer, table=table)
    return replace(file, plan=msgspec.structs.replace(file.plan, answers=answers), as_read={})


def _next_version() -> LpdFile:
    """A plan that replaces the sample and lists what became of it."""
    before, after = sample_file(), _rewritten()
    replaced = Replaced(version=1, seal=seal_digest(before), content=published_text(before))
    work = msgspec.structs.replace(after.work, replaced=replaced)
    file = with_release(replace(after, work=work))
    release = msgspec.structs.replace(
        file.release, version=2, replaces=replaced.seal, changes=changes_of(file)
    )
    return replace(file, release=release)


@cache
def _real(path: Path) -> LpdFile:
    form = form_with_id(SAMPLE_FORM)
    return import_document(path.read_bytes(), path.name, form).file


def _real_plans() -> dict[str, Document]:
    """The published plans, where they are."""
    folder = Path(os.environ.get("LPD_SEEDS", PROJECT.parent / "shared" / "seeds"))
    paths = {path.name[:3]: path for path in folder.glob("*.txt")} if folder.is_dir() else {}
    return {
        f"plan-{number}": Document(lambda path=paths[number]: _real(path))
        for number in _PLANS
        if number in paths
    }


DOCUMENTS: dict[str, Document] = {
    "sample-draft": Document(sample_file),
    "sample-final": Document(lambda: with_release(sample_file()), FINAL),
    "sample-signature-sheet": Document(_signed, FINAL),
    "sample-publishing": Document(lambda: with_release(sample_file()), PUBLISHING),
    "sample-next-version": Document(_next_version, FINAL),
    "blank": Document(sample_file, BLANK),
    "sample-working": Document(sample_file, _WORKING),
    "sample-logo": Document(lambda: with_logo(sample_file(), accent="#7a1f2b")),
    "sample-with-chart": Document(_charted),
    "empty": Document(_empty),
    "everywhere": Document(lambda: with_everywhere((*SUBSET["footnotes"], *SUBSET["headings"]))),
    **{name: Document(lambda blocks=blocks: alone(blocks)) for name, blocks in SUBSET.items()},
    **_real_plans(),
}


def changes(old: LpdFile, new: LpdFile) -> bytes:
    """The change document of two plans."""
    return render_changes(ComparedState(old, "Alt.lpd"), ComparedState(new, "Neu.lpd")).data


def _rewritten() -> LpdFile:
    """The sample with another answer, another potential and without some topics."""
    file = with_everywhere((*SUBSET["footnotes"], *SUBSET["tables"][:4]))
    return replace(file, plan=msgspec.structs.replace(file.plan, topics=file.plan.topics[1:]))


def _remarked() -> LpdFile:
    """The sample with remarks: answered, settled, without a place."""
    file = remarked(sample_file(), "", text="Siehe https://www.amt.example/x.\n\nBitte prüfen.")
    ident = file.work.remarks[-1].id
    remarks = with_answer(file.work.remarks, ident, "Ist geprüft.", JAN, time=LATER)
    remarks = with_standing(remarks, ident, JAN, resolved=True, time=LATER)
    gone = Remark(id="gone", where="B.topics/gone/why#x", quote="Wörter", text="Wo ist das?")
    return replace(file, work=msgspec.structs.replace(file.work, remarks=(*remarks, gone)))


OTHERS: dict[str, Callable[[], bytes]] = {
    "remarks": lambda: render_remarks(_remarked()),
    "changes": lambda: changes(sample_file(), _rewritten()),
    "changes-none": lambda: changes(sample_file(), sample_file()),
    **(
        {"changes-plans": lambda: changes(_plan("plan-001"), _plan("plan-004"))}
        if {"plan-001", "plan-004"} <= DOCUMENTS.keys()
        else {}
    ),
}
"""Documents that are no plan's."""


def _plan(name: str) -> LpdFile:
    return DOCUMENTS[name].plan()


def damageable() -> Document:
    """A short document that has all that can be damaged: logo, lists, tables, notes, headings."""
    parts = (*SUBSET["footnotes"], *SUBSET["headings"])
    return Document(lambda: with_logo(alone(parts)))
