"""What lists of findings show: grouped, counted, hints and accepted ones folded away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lpd_desktop.check.acknowledgement import AcceptedFinding
from lpd_desktop.check.finding import LEVEL_NAMES, LEVELS, Finding, Level
from lpd_desktop.gui.lines import Line
from lpd_desktop.gui.marks import level_icon, mark
from lpd_desktop.gui.step_states import step_states
from lpd_desktop.gui.steps import Steps
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.work import Acknowledgement
from lpd_desktop.runtime.german import counted, german_date

_NAMES: tuple[tuple[Level, str, str], ...] = (
    ("error", "Fehler", "Fehler"),
    ("warning", "Warnung", "Warnungen"),
    ("hint", "Hinweis", "Hinweise"),
)
_ACCEPTED = Line("Zur Kenntnis genommen", fold="accepted")
_MISSING = Line("Was fehlt noch?", fold="missing")
_WHOLE = "Ganzes Dokument"


@dataclass
class Folds:
    """Which groups somebody opened or closed; the others are as they start."""

    changed: dict[str, bool] = field(default_factory=dict)

    def is_open(self, key: str, at_first: bool) -> bool:
        """Whether a group shows its entries."""
        return self.changed.get(key, at_first)

    def turn(self, line: Line) -> None:
        """Opens a closed group and closes an open one."""
        self.changed[line.fold] = not line.is_open

    def open_all(self, lines: Sequence[Line]) -> None:
        """Opens every group that is shown."""
        self.changed.update((line.fold, True) for line in lines if line.fold)


def finding_counts(findings: Sequence[Finding]) -> str:
    """`2 Fehler · 1 Warnung · 3 Hinweise`, or that there is nothing."""
    counts = [(sum(f.level == level for f in findings), one, many) for level, one, many in _NAMES]
    parts = [counted(number, one, many) for number, one, many in counts if number]
    return " · ".join(parts) or "Keine Befunde"


def finding_line(finding: Finding) -> Line:
    """A finding as an entry of a list."""
    return Line(
        title=finding.place,
        text=f"{finding.message} {finding.suggestion}".strip(),
        icon=level_icon(finding.level),
        level=LEVEL_NAMES[finding.level],
        where=finding.where,
        quote=finding.quote,
        subject=finding,
    )


def accepted_line(accepted: AcceptedFinding) -> Line:
    """An accepted finding with the reason."""
    finding = accepted.finding
    return Line(
        title=finding.place,
        text=f"{finding.message}\n{_reason(accepted.note)}",
        icon=mark("done"),
        level=f"{LEVEL_NAMES[finding.level]}, zur Kenntnis genommen",
        where=finding.where,
        quote=finding.quote,
        subject=accepted,
    )


def _reason(note: Acknowledgement) -> str:
    by = ", ".join(part for part in (note.name, german_date(note.time[:10])) if part)
    return f"Grund: {note.reason} ({by})" if by else f"Grund: {note.reason}"


def page_lines(
    findings: Sequence[Finding], accepted: Sequence[AcceptedFinding], folds: Folds
) -> Iterator[Line]:
    """The findings of one page: hints are folded where something graver stands before them."""
    grave = [each for each in findings if each.level != "hint"]
    hints = [each for each in findings if each.level == "hint"]
    yield from map(finding_line, grave)
    header = Line("Hinweise", fold="hints")
    yield from _folded(header, [*map(finding_line, hints)], folds, is_open_at_first=not grave)
    yield from _folded(_ACCEPTED, [*map(accepted_line, accepted)], folds)


def review_lines(
    file: LpdFile,
    findings: Sequence[Finding],
    accepted: Sequence[AcceptedFinding],
    levels: Sequence[Level] = LEVELS,
    folds: Folds | None = None,
) -> Iterator[Line]:
    """The findings page by page, the accepted ones, then the parts that are not finished."""
    folds = folds or Folds()
    wanted = [each for each in findings if each.level in levels]
    for key, label, group in _by_page(file, wanted):
        yield from _page_group(key, label, group, folds)
    yield from _folded(_ACCEPTED, [*map(accepted_line, accepted)], folds)
    yield from _folded(_MISSING, [*_missing(file, findings)], folds, is_open_at_first=True)


def _by_page(
    file: LpdFile, findings: Sequence[Finding]
) -> Iterator[tuple[str, str, list[Finding]]]:
    """Key, label and findings of each page, what belongs to no page at the end."""
    steps = Steps(file.form, file.plan)
    groups: dict[str, list[Finding]] = {key: [] for key in (*(step.key for step in steps), "")}
    for finding in findings:
        step = steps.showing(Address.parse(finding.where))
        groups[step.key if step else ""].append(finding)
    for key, group in groups.items():
        step = steps.with_key(key)
        if group:
            yield key, step.label if step else _WHOLE, group


def _page_group(key: str, label: str, group: list[Finding], folds: Folds) -> Iterator[Line]:
    header = Line(f"{label} – {finding_counts(group)}", fold=f"page:{key}")
    is_open = folds.is_open(header.fold, True)
    yield replace(header, is_open=is_open)
    if not is_open:
        return
    yield from (finding_line(each) for each in group if each.level != "hint")
    hints = [finding_line(each) for each in group if each.level == "hint"]
    yield from _folded(Line("Hinweise", fold=f"hints:{key}", depth=1), hints, folds)


def _folded(
    header: Line, lines: Sequence[Line], folds: Folds, *, is_open_at_first: bool = False
) -> Iterator[Line]:
    """A group under a heading that opens and closes; nothing where it has no entries."""
    if lines:
        is_open = folds.is_open(header.fold, is_open_at_first)
        yield replace(header, title=f"{header.title} ({len(lines)})", is_open=is_open)
        if is_open:
            yield from lines


def _missing(file: LpdFile, findings: Sequence[Finding]) -> Iterator[Line]:
    steps = Steps(file.form, file.plan)
    states = step_states(steps, file, findings)
    for step in steps:
        state = states[step.key]
        if step.item and state.progress in ("empty", "started"):
            text = (
                "Noch leer." if state.progress == "empty" else "Begonnen, noch nicht vollständig."
            )
            yield Line(step.label, text, mark(state.progress), state.name, step.key)
