"""Which finding comes next, seen from where the cursor stands. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lpd_desktop.check.finding import Finding
from lpd_desktop.check.order import Position, document_positions
from lpd_desktop.plan.addresses import Address, blocks_at
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import Block, Heading, Paragraph, Runs, Table, walk_blocks


@dataclass(frozen=True)
class Stand:
    """Where the cursor stands; without an address it stands behind the whole document."""

    where: str = ""
    offset: int = 0


@dataclass(frozen=True)
class Next:
    """The finding to go to: its number from 1, how many there are, whether the end was passed."""

    finding: Finding
    number: int
    total: int
    is_wrapped: bool

    def sentence(self) -> str:
        """For the line below the page."""
        count = f"Befund {self.number} von {self.total}"
        if not self.is_wrapped:
            return count
        return f"{count} – weiter {'vom Anfang' if self.number == 1 else 'vom Ende'} her"


class FindingWalk:
    """The findings of one state of a plan as they follow one another in the document."""

    def __init__(self, file: LpdFile, findings: Sequence[Finding]) -> None:
        """Sorts them once; inside of a block by the words they name."""
        self._file = file
        self._position = document_positions(file.form, file.plan)
        places = [(self._place_of(finding), finding) for finding in findings]
        places.sort(key=lambda each: each[0])
        self._places = [place for place, _finding in places]
        self.findings = tuple(finding for _place, finding in places)

    def from_finding(self, finding: Finding, direction: int) -> Next | None:
        """The one after (1) or before (-1) another finding."""
        if finding not in self.findings:
            return None
        return self._at(self.findings.index(finding) + direction)

    def from_cursor(self, stand: Stand, direction: int) -> Next | None:
        """The first one behind the cursor (1), or the last one before it (-1)."""
        if not stand.where:
            return self._at(0 if direction > 0 else len(self.findings) - 1)
        here = self._place(Address.parse(stand.where), stand.offset)
        before = sum(place < here for place in self._places)
        return self._at(before if direction > 0 else before - 1)

    def _at(self, index: int) -> Next | None:
        total = len(self.findings)
        if not total:
            return None
        place = index % total
        return Next(self.findings[place], place + 1, total, place != index)

    def _place_of(self, finding: Finding) -> Position:
        address = Address.parse(finding.where)
        return self._place(address, self._offset(address, finding.quote))

    def _place(self, address: Address, offset: int) -> Position:
        return (*self._position(address), offset)

    def _offset(self, address: Address, quote: str) -> int:
        """Letters before the quote in its block."""
        blocks = blocks_at(self._file.form, self._file.plan, address.field) if quote else None
        for block in walk_blocks(blocks or ()):
            if block.id == address.block:
                return max(0, _text_of(block).find(quote))
        return 0


def _text_of(block: Block) -> str:
    """The words of a block with one sign for each end of a cell, as a text document counts."""
    if isinstance(block, Paragraph | Heading):
        return _words(block.runs)
    if isinstance(block, Table):
        return "\n".join(_words(cell) for row in block.rows for cell in row)
    return ""


def _words(runs: Runs) -> str:
    return "".join(run.words or "\ufffc" for run in runs)
