"""All verdicts in one word and one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lpd_desktop.pdf.inspection.deviation import OF_TEXT, Deviation, DeviationKind
from lpd_desktop.release.verdicts import RESAVED, Outcome, Verdict, Verdicts, not_applicable
from lpd_desktop.runtime.german import counted

_OF_TEXT: frozenset[DeviationKind] = OF_TEXT | {"damaged", "truncated"}
"""What says already why the text is another one."""


@dataclass(frozen=True)
class Findings:
    """All that was found out about a file, before it is summed up.

    Attributes:
        is_pdf: Whether it has pages and a checksum.
        standing: The document in a few words, such as `freigegeben als Fassung 1`.
        is_approved: None where the file has no data that could tell.
        has_lost_data: Whether data that belong to it are missing or unreadable.
        addition: What stands before or behind the unchanged original, as a sentence.
    """

    file: Verdict
    data: Verdict
    text: Verdict
    look: Verdict
    state: Verdict
    log: Verdict
    deviations: tuple[Deviation, ...]
    standing: str
    is_pdf: bool
    is_approved: bool | None
    has_lost_data: bool = False
    addition: str = ""

    @property
    def is_unchanged(self) -> bool:
        """Whether the checksum fits; a file without pages has none."""
        return self.file.answer != "no"

    def first_fault(self) -> str:
        """What is wrong first of all; empty for nothing."""
        if self.data.answer == "no":
            return self.data.sentence
        if self.deviations:
            return self.deviations[0].sentence
        rest = (self.text, self.look, self.state, self.log)
        return next((each.sentence for each in rest if each.answer == "no"), "")


def summed_up(found: Findings) -> Verdicts:
    """The verdicts with what follows from all of them."""
    found = replace(found, deviations=tuple(_all_deviations(found)))
    resaved = _resaved(found)
    outcome = _outcome(found, resaved)
    questions = (found.file, resaved, found.data, found.text, found.look, found.state, found.log)
    return Verdicts(
        outcome=outcome,
        summary=_summary(found, outcome),
        is_sound=_none_is_no(questions),
        file_unchanged=found.file,
        only_resaved=resaved,
        data_sealed=found.data,
        text_equals_data=found.text,
        look_as_made=found.look,
        state=found.state,
        log_whole=found.log,
        deviations=found.deviations,
    )


def _all_deviations(found: Findings) -> Iterator[Deviation]:
    """Each answer `no` has its deviation, whatever it was found by."""
    told = {each.sentence for each in found.deviations}
    kinds = {each.kind for each in found.deviations}
    if found.data.answer == "no" and not (found.has_lost_data and kinds):
        kind: DeviationKind = "data_missing" if found.has_lost_data else "data_changed"
        yield Deviation(kind, None, found.data.sentence)
        told.add(found.data.sentence)
    yield from found.deviations
    if found.text.answer == "no" and kinds.isdisjoint(_OF_TEXT):
        yield Deviation("text", None, found.text.sentence)
    for verdict, kind in ((found.state, "state"), (found.log, "log")):
        if verdict.answer == "no" and verdict.sentence not in told:
            told.add(verdict.sentence)
            yield Deviation(kind, None, verdict.sentence)


def _none_is_no(verdicts: Sequence[Verdict]) -> bool:
    return all(each.answer != "no" for each in verdicts)


def _resaved(found: Findings) -> Verdict:
    """Whether another program saved the file anew and changed nothing that anybody can notice."""
    fault = found.first_fault()
    if not found.is_pdf:
        return not_applicable(RESAVED, "Eine .lpd-Datei gilt auch neu gespeichert.")
    if fault and found.is_unchanged:
        return Verdict(RESAVED, "no", f"Die Prüfsumme wurde neu berechnet. {fault}")
    if fault and found.addition:
        return Verdict(RESAVED, "no", f"Das Original wurde verlängert und dadurch anders: {fault}")
    if fault:
        return Verdict(RESAVED, "no", f"Mehr als nur neu gespeichert: {fault}")
    if found.is_unchanged:
        return not_applicable(RESAVED, "Die Datei wurde nicht neu gespeichert.")
    if found.text.answer == found.look.answer == "yes":
        if found.addition:
            return not_applicable(RESAVED, "Das Original wurde nicht geändert, nur verlängert.")
        sentence = (
            "Ein anderes Programm hat die Datei neu gespeichert; Daten, Text und Aussehen sind "
            "gleich geblieben."
        )
        return Verdict(RESAVED, "yes", sentence)
    open_question = found.look if found.look.answer == "unknown" else found.text
    return Verdict(RESAVED, "unknown", open_question.sentence)


def _outcome(found: Findings, resaved: Verdict) -> Outcome:
    if found.has_lost_data:
        return "data_missing"
    if found.first_fault():
        return "changed"
    if not found.is_unchanged:
        if found.addition and resaved.answer == "not_applicable":
            return "lengthened"
        return "resaved" if resaved.answer == "yes" else "unclear"
    if found.is_approved is None:
        return "without_data"
    return "original" if found.is_approved else "draft"


def _summary(found: Findings, outcome: Outcome) -> str:
    what = found.standing
    if outcome == "data_missing":
        cut = next((each.sentence for each in found.deviations), "")
        return f"Daten fehlen: {cut or found.data.sentence}"
    if outcome == "changed":
        return _of_changed(found)
    if outcome == "resaved":
        return f"Neu gespeichert, Inhalt gleich: {what}; Byte für Byte das Original ist es nicht."
    if found.addition:
        told = "ist gleich" if outcome == "lengthened" else "wurde nicht verglichen"
        return f"{found.addition.removesuffix('.')}; der Inhalt {told}: {what}."
    if outcome == "unclear":
        return f"Nicht das Original, und der Inhalt ist nicht vollständig verglichen: {what}."
    if not found.is_pdf:
        return f"Die Datei ist in Ordnung: {what}."
    return f"Unverändertes Original: {what}."


def _of_changed(found: Findings) -> str:
    """The first thing that was changed, and how many more there are."""
    how = "Verändert"
    if found.is_pdf and found.is_unchanged:
        how = "Verändert, mit neu berechneter Prüfsumme"
    fault = found.first_fault()
    more = sum(each.sentence != fault for each in found.deviations)
    rest = f" (und {counted(more, 'weitere Abweichung', 'weitere Abweichungen')})"
    if found.addition:
        how = f"{how}. {found.addition.removesuffix('.')}"
    return f"{how}: {fault.removesuffix('.')}{rest if more > 0 else ''}."
