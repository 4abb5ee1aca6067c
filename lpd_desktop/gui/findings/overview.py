"""What is still missing and what is wrong, step by step; told apart from what is merely empty."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lpd_desktop.check.acknowledgement import AcceptedFinding
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.summary import completeness
from lpd_desktop.gui.findings.finding_lines import (
    ACCEPTED,
    Folds,
    accepted_line,
    finding_line,
    folded,
    missing_line,
)
from lpd_desktop.gui.findings.lines import Line
from lpd_desktop.gui.look.marks import mark
from lpd_desktop.gui.steps.step_states import StepState, is_gap, step_states
from lpd_desktop.gui.steps.steps import Step, Steps
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.german import counted

Kind = Literal["missing", "error", "warning", "hint"]
KINDS: tuple[Kind, ...] = ("missing", "error", "warning", "hint")
_NAMES: dict[Kind, tuple[str, str]] = {
    "missing": ("Angabe fehlt noch", "Angaben fehlen noch"),
    "error": ("Fehler", "Fehler"),
    "warning": ("Warnung", "Warnungen"),
    "hint": ("Hinweis", "Hinweise"),
}
_WHOLE = "Ganzes Dokument"


@dataclass(frozen=True)
class Part:
    """A step with what the check says about it; no step: what belongs to no page."""

    step: Step | None
    state: StepState | None
    findings: tuple[Finding, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nobody has written here yet."""
        return self.state is not None and self.state.progress == "empty"

    @property
    def is_done(self) -> bool:
        """Whether all is written here."""
        return self.state is not None and self.state.progress == "done"

    @property
    def is_wrong(self) -> bool:
        """Whether an error is more than something that is not there yet."""
        return self.state is not None and self.state.wrong > 0

    @property
    def may_stay(self) -> bool:
        """Whether nothing is asked for here although not all is written."""
        asked = self.of("missing") or self.of("error")
        return self.state is not None and not self.is_done and not asked

    def kind_of(self, finding: Finding) -> Kind:
        """Missing is what is not there; of an untouched part nothing is wrong."""
        return "missing" if is_gap(finding, self.state) else finding.level

    def of(self, kind: Kind) -> list[Finding]:
        """Its findings of one kind."""
        return [each for each in self.findings if self.kind_of(each) == kind]


class Overview:
    """All steps of one state of a plan."""

    def __init__(self, file: LpdFile, findings: Sequence[Finding]) -> None:
        """Sorts the findings by the step that shows their place."""
        self._file = file
        steps = Steps(file.form, file.plan)
        states = step_states(steps, file, findings)
        self.parts = tuple(_parts(steps, states, findings))
        self.percent = completeness(file.form, file.plan)

    def number(self, kind: Kind) -> int:
        """How many findings of a kind there are."""
        return sum(len(part.of(kind)) for part in self.parts)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing and nothing wrong."""
        return not (self.number("missing") or self.number("error"))

    def counts(self) -> str:
        """`2 Angaben fehlen noch · 1 Fehler`, or that there is nothing."""
        told = [_counted(kind, self.number(kind)) for kind in KINDS]
        return " · ".join(part for part in told if part) or "Keine Befunde"

    def progress(self) -> str:
        """How much is filled in, and how many steps are done; why not all, where some are wrong."""
        written = [part for part in self.parts if part.step is not None]
        done = sum(part.is_done for part in written)
        wrong = sum(part.is_wrong for part in written)
        told = f"{self.percent} % ausgefüllt · {done} von {len(written)} Schritten fertig"
        return f"{told}, {wrong} mit Fehlern" if wrong else told

    def summary(self) -> str:
        """What is to be done, in one or two sentences."""
        counts = {kind: self.number(kind) for kind in KINDS}
        rest = _enumerated([_counted(kind, counts[kind]) for kind in ("warning", "hint")])
        if not self.is_complete:
            gaps = counted(counts["missing"], "fehlende Angabe", "fehlende Angaben")
            open_kinds = [_counted(kind, counts[kind]) for kind in KINDS[1:]]
            return f"Noch zu tun: {_enumerated([gaps if counts['missing'] else '', *open_kinds])}."
        if rest:
            return (
                f"Es fehlt nichts mehr. Ansehen können Sie noch {rest}; der Freigabe steht "
                "nichts im Weg."
            )
        return (
            "Es fehlt nichts mehr, und die Prüfung findet nichts. Auf der Seite „Freigabe“ "
            "können Sie das Dokument freigeben."
        )

    def lines(
        self, accepted: Sequence[AcceptedFinding], kinds: Collection[Kind], folds: Folds
    ) -> Iterator[Line]:
        """Step by step what is open, then what was accepted, may stay empty, and is done."""
        for part in self.parts:
            yield from _part_lines(part, kinds, folds)
        yield from folded(ACCEPTED, [*map(accepted_line, accepted)], folds)
        voluntary = [_voluntary_line(part) for part in self.parts if part.may_stay]
        yield from folded(Line("Kann frei bleiben", fold="voluntary"), voluntary, folds)
        done = [_done_line(part) for part in self.parts if part.is_done and not part.findings]
        yield from folded(Line("Fertig", fold="done"), done, folds)


def _parts(
    steps: Steps, states: Mapping[str, StepState], findings: Sequence[Finding]
) -> Iterator[Part]:
    groups: dict[str, list[Finding]] = {step.key: [] for step in steps if step.item}
    groups[""] = []
    for finding in findings:
        step = steps.showing(Address.parse(finding.where))
        groups[step.key if step and step.item else ""].append(finding)
    for key, group in groups.items():
        if key or group:
            yield Part(steps.with_key(key), states.get(key), tuple(group))


def _part_lines(part: Part, kinds: Collection[Kind], folds: Folds) -> Iterator[Line]:
    shown = {kind: part.of(kind) for kind in KINDS if kind in kinds}
    if not any(shown.values()):
        return
    label, key = (part.step.label, part.step.key) if part.step else (_WHOLE, "")
    header = Line(f"{label} – {_told(part, shown)}", fold=f"page:{key}")
    is_open = folds.is_open(header.fold, True)
    yield replace(header, is_open=is_open)
    if is_open:
        yield from _open_lines(shown, key, folds)


def _told(part: Part, shown: Mapping[Kind, list[Finding]]) -> str:
    told = [_counted(kind, len(found)) for kind, found in shown.items() if found]
    if part.is_empty and shown.get("missing"):
        told[0] = f"noch leer ({counted(len(shown['missing']), 'Angabe', 'Angaben')})"
    return " · ".join(told)


def _open_lines(shown: Mapping[Kind, list[Finding]], key: str, folds: Folds) -> Iterator[Line]:
    yield from map(missing_line, shown.get("missing", ()))
    yield from map(finding_line, shown.get("error", ()))
    yield from map(finding_line, shown.get("warning", ()))
    hints = [*map(finding_line, shown.get("hint", ()))]
    yield from folded(Line("Hinweise", fold=f"hints:{key}", depth=1), hints, folds)


def _voluntary_line(part: Part) -> Line:
    assert part.step is not None
    text = "Noch leer; darf so bleiben." if part.is_empty else "Begonnen; darf so bleiben."
    progress = "empty" if part.is_empty else "started"
    return Line(part.step.label, text, mark(progress), "freiwillig", part.step.key)


def _done_line(part: Part) -> Line:
    assert part.step is not None
    return Line(part.step.label, "Nichts mehr zu tun.", mark("done"), "fertig", part.step.key)


def _counted(kind: Kind, number: int) -> str:
    return counted(number, *_NAMES[kind]) if number else ""


def _enumerated(parts: Sequence[str]) -> str:
    told = [part for part in parts if part]
    return " und ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else "".join(told)
