"""What lists of findings show: grouped, counted, hints and accepted ones folded away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lpd_desktop.check.acknowledgement import AcceptedFinding
from lpd_desktop.check.finding import LEVEL_NAMES, Finding
from lpd_desktop.gui.findings.lines import Line
from lpd_desktop.gui.look.marks import level_icon, mark
from lpd_desktop.gui.steps.step_states import StepState, is_gap
from lpd_desktop.plan.work import Acknowledgement
from lpd_desktop.runtime.german import german_date

ACCEPTED = Line("Zur Kenntnis genommen", fold="accepted")


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


def missing_line(finding: Finding) -> Line:
    """Something that is not there yet as an entry of a list."""
    return replace(finding_line(finding), icon=mark("empty"), level="Fehlt noch")


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
    findings: Sequence[Finding],
    accepted: Sequence[AcceptedFinding],
    folds: Folds,
    state: StepState | None = None,
) -> Iterator[Line]:
    """The findings of one page: hints are folded where something graver stands before them."""
    grave = [each for each in findings if each.level != "hint"]
    hints = [each for each in findings if each.level == "hint"]
    for finding in grave:
        yield missing_line(finding) if is_gap(finding, state) else finding_line(finding)
    header = Line("Hinweise", fold="hints")
    yield from folded(header, [*map(finding_line, hints)], folds, is_open_at_first=not grave)
    yield from folded(ACCEPTED, [*map(accepted_line, accepted)], folds)


def folded(
    header: Line, lines: Sequence[Line], folds: Folds, *, is_open_at_first: bool = False
) -> Iterator[Line]:
    """A group under a heading that opens and closes; nothing where it has no entries."""
    if lines:
        is_open = folds.is_open(header.fold, is_open_at_first)
        yield replace(header, title=f"{header.title} ({len(lines)})", is_open=is_open)
        if is_open:
            yield from lines
