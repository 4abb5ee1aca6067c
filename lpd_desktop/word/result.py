"""What an import tells: the plan, the balance of words, what was left over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.words import count_words
from lpd_desktop.plan.work import ImportNote, UnplacedText
from lpd_desktop.word.source import SourceDocument, SourceLine, Span, spans_text


@dataclass(frozen=True)
class ImportResult:
    """The outcome of an import.

    Attributes:
        words_in: Words of the document; always `words_placed + words_form` and those unplaced.
        words_placed: Words that now stand in the plan.
        words_form: Words that are the form's own, which the program prints itself.
        unplaced: What belongs to no place of the form.
    """

    file: LpdFile
    words_in: int
    words_placed: int
    words_form: int
    unplaced: tuple[UnplacedText, ...]
    notes: tuple[ImportNote, ...]

    @property
    def words_unplaced(self) -> int:
        """Words that could not be placed."""
        return sum(count_words(each.text) for each in self.unplaced)


@dataclass
class Ledger:
    """Counts the words of lines by where they went."""

    document: SourceDocument
    placed: int = 0
    form: int = 0
    unplaced: list[UnplacedText] = field(default_factory=list)
    _used: set[int] = field(default_factory=set)
    _last_line: int = -1

    def place(self, lines: list[SourceLine], *, with_footnotes: bool = True) -> None:
        """These lines stand in the plan, and the footnotes that they mark."""
        self.placed += sum(count_words(line.text) for line in lines)
        marks = {span.note for line in lines for span in _all_spans(line) if span.note}
        for mark in sorted(marks & self.document.footnotes.keys() if with_footnotes else ()):
            self._used.add(mark)
            self.placed += count_words(spans_text(self.document.footnotes[mark].spans))

    def belongs_to_form(self, lines: list[SourceLine]) -> None:
        """These lines are the form's own words."""
        self.form += sum(count_words(line.text) for line in lines)

    def leave(self, lines: list[SourceLine]) -> None:
        """These lines could not be placed; wrapped ones are told as one text."""
        for line in lines:
            if not count_words(line.text):
                continue
            text = " ".join(line.text.split())
            last = self.unplaced[-1] if self.unplaced else None
            goes_on = line.gap == "wrap" and self._last_line == line.number - 1
            self._last_line = line.number
            if last is not None and goes_on and not line.cells:
                self.unplaced[-1] = UnplacedText(text=f"{last.text} {text}", line=last.line)
            else:
                self.unplaced.append(UnplacedText(text=text, line=line.number))

    def leave_footnotes(self) -> None:
        """Footnotes whose marks stand nowhere in the plan."""
        for number, footnote in self.document.footnotes.items():
            text = " ".join(spans_text(footnote.spans).split())
            if number not in self._used and count_words(text):
                self.unplaced.append(UnplacedText(text=text, line=footnote.line))

    def words_in(self) -> int:
        """All words of the document, counted from the document itself."""
        lines = sum(count_words(line.text) for line in self.document.lines)
        notes = self.document.footnotes.values()
        return lines + sum(count_words(spans_text(note.spans)) for note in notes)


def _all_spans(line: SourceLine) -> Iterator[Span]:
    yield from line.spans
    for cell in line.cells:
        yield from cell
