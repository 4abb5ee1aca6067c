"""Changing words in many places at once, as one step; the style of what stays is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.editing.budget_rows import rename_row
from lpd_desktop.editing.potentials import name_potential
from lpd_desktop.plan.addresses import Address, blocks_at, with_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.passages import passages
from lpd_desktop.plan.rich_text import Block, Run, Runs, plain_text
from lpd_desktop.plan.run_mapping import replaced_in_runs, with_runs_changed
from lpd_desktop.plan.search import Match
from lpd_desktop.plan.word_change import WordChange
from lpd_desktop.runtime.errors import NotAllowedError


class PlaceChangedError(NotAllowedError):
    """The text is another one than that in which the places were found."""

    def __init__(self) -> None:
        """Says so."""
        super().__init__(
            "Der Text wurde inzwischen geändert, deshalb wurde nichts ersetzt; bitte suchen Sie "
            "noch einmal."
        )


def replacements(matches: Iterable[Match], new: str) -> list[WordChange]:
    """What replacing all matches changes; places that say it already are left out."""
    made = (WordChange(each.passage, each.start, each.words, new) for each in matches)
    return [change for change in made if change.old != change.new]


def with_changes(file: LpdFile, changes: Sequence[WordChange]) -> LpdFile:
    """The file with all changes made; ids of blocks and the style of the words stay.

    Raises:
        PlaceChangedError: a place does not say any more what it said; nothing is changed then.
    """
    by_field: dict[Address, list[WordChange]] = defaultdict(list)
    for change in changes:
        by_field[change.passage.where.field].append(change)
    for field, in_field in by_field.items():
        file = _with_changes_in(file, field, in_field)
    return file


def _with_changes_in(file: LpdFile, field: Address, changes: Sequence[WordChange]) -> LpdFile:
    if changes[0].passage.kind in ("title", "label"):
        return _with_line(file, field, changes)
    blocks = blocks_at(file.form, file.plan, field)
    if blocks is None:
        raise PlaceChangedError
    making = _Making(changes)
    written = with_runs_changed(blocks, making.in_runs)
    making.require_all()
    return replace(file, plan=with_blocks(file.form, file.plan, field, written))


class _Making:
    """Counts the passages of a field as `plan.passages` does and changes those concerned."""

    def __init__(self, changes: Iterable[WordChange]) -> None:
        self._waiting: dict[int, list[WordChange]] = defaultdict(list)
        for change in changes:
            self._waiting[change.passage.number].append(change)
        self._number = -1

    def in_runs(self, _block: Block, runs: Runs) -> Runs:
        """The runs of a block or cell, its footnotes included."""
        own = self._due()
        noted = tuple(
            _with_note(run, _in_passage(run.note, self._due())) if run.is_footnote else run
            for run in runs
        )
        return _in_passage(noted, own)

    def require_all(self) -> None:
        if self._waiting:
            raise PlaceChangedError

    def _due(self) -> list[WordChange]:
        self._number += 1
        return self._waiting.pop(self._number, [])


def _with_note(run: Run, note: Runs) -> Run:
    """The run of a footnote with another text."""
    return run if note is run.note else changed(run, footnote=note)


def _in_passage(runs: Runs, changes: Sequence[WordChange]) -> Runs:
    if not changes:
        return runs
    text = plain_text(runs)
    for change in sorted(changes, key=lambda each: each.start, reverse=True):
        _require_unchanged(text, change)
        start, end, new = _narrowed(text, change)
        runs = replaced_in_runs(runs, (start, end), new)
    return _joined(runs)


def _narrowed(text: str, change: WordChange) -> tuple[int, int, str]:
    """Only what differs, so that the letters that stay keep their style; at least one letter."""
    start, end, new = change.start, change.end, change.new
    while end - start > 1 and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while end - start > 1 and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return start, end, new


def _joined(runs: Runs) -> Runs:
    """Neighbours of one style are one run, as the editor has them."""
    result: list[Run] = []
    for run in runs:
        last = result[-1] if result else None
        if last is None or run.is_footnote or last.is_footnote or not _same_style(last, run):
            result.append(run)
        else:
            result[-1] = changed(last, text=last.words + run.words)
    return tuple(result)


def _same_style(one: Run, other: Run) -> bool:
    return (one.bold, one.italic) == (other.bold, other.italic)


def _with_line(file: LpdFile, where: Address, changes: Sequence[WordChange]) -> LpdFile:
    """The file with changes in a title or in the label of a budget row."""
    text = _line_at(file, where)
    for change in sorted(changes, key=lambda each: each.start, reverse=True):
        _require_unchanged(text, change)
        text = text[: change.start] + change.new + text[change.end :]
    if where.parts[:1] == ("table",):
        return rename_row(file, where.item, where.parts[1], text)
    if where.parts[1:] == ("topic",):
        return name_potential(file, int(where.parts[0]) - 1, text)
    topic = file.plan.topic(where.parts[0])
    if topic is None:
        raise PlaceChangedError
    return replace(file, plan=file.plan.with_topic(changed(topic, title=text)))


def _line_at(file: LpdFile, where: Address) -> str:
    found = (each.text for each in passages(file.form, file.plan) if each.where == where)
    line = next(found, None)
    if line is None:
        raise PlaceChangedError
    return line


def _require_unchanged(text: str, change: WordChange) -> None:
    if text[change.start : change.end] != change.old:
        raise PlaceChangedError
