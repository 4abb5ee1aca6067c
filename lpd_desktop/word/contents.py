"""The table of contents: the program makes its own, so that of the document is not taken over."""

from __future__ import annotations

from lpd_desktop.form.model import Form
from lpd_desktop.form.similarity import normalised
from lpd_desktop.word.numbering import without_label
from lpd_desktop.word.source import SourceLine
from lpd_desktop.word.window import Window

_NAMES = frozenset({"inhalt", "inhaltsverzeichnis", "inhaltsübersicht", "gliederung"})
_LONGEST_ENTRY = 260


def is_contents_heading(line: SourceLine) -> bool:
    """Whether a line is the heading of a table of contents."""
    return normalised(line.text) in _NAMES


def contents_end(lines: list[SourceLine], start: int, form: Form) -> int:
    """The index behind the last entry of the table whose heading stands at `start`."""
    headings = [without_label(form.text(each.heading))[1] for each in form.sections if each.heading]
    seen: set[str] = set()
    for index in range(start + 1, len(lines)):
        line = lines[index]
        is_repeated = _is_repeated_heading(lines, index, headings, seen)
        if is_repeated or line.gap == "page" or not _may_be_entry(line, lines[start]):
            return index
    return min(len(lines), start + 1)


def _is_repeated_heading(
    lines: list[SourceLine], index: int, headings: list[str], seen: set[str]
) -> bool:
    """Whether a section's heading comes for the second time: then the document itself starts."""
    window = Window.at(lines, index)
    inner = window.after(len(without_label(window.joined())[0].split()))
    found = next((heading for heading in headings if inner.find(heading)), None)
    if found is None:
        return False
    again = found in seen
    seen.add(found)
    return again


def _may_be_entry(line: SourceLine, heading: SourceLine) -> bool:
    if line.cells or len(line.text) > _LONGEST_ENTRY:
        return False
    return not (line.heading and heading.heading and line.heading <= heading.heading)
