"""Who changed a plan last, as far as a program can see it."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.work import Editor, Work

EDITORS_AT_MOST = 10
_TEN_MINUTES = len("2022-11-08T09:3")
"""So much of a time is told anew: a note with every letter would be written with every letter."""


def with_editor(before: LpdFile | None, after: LpdFile, editor: Editor | None) -> LpdFile:
    """The changed file with the one who changed it as last editor.

    Args:
        before: The file before the change, None for a new one; a change of the work alone is none.
        after: The file after it.
        editor: Who did it; None where nobody is to be noted.
    """
    if editor is None or not (editor.account or editor.name):
        return after
    if before is not None and (before.plan, before.form) == (after.plan, after.form):
        return after
    work = noted(after.work, editor)
    return after if work is after.work else replace(after, work=work)


def noted(work: Work, editor: Editor) -> Work:
    """The work with this editor as the last one; the same person stands in it once."""
    last = work.editors[-1:]
    if last and _same(last[0], editor) and _moment(last[0]) == _moment(editor):
        return work
    others = tuple(each for each in work.editors if not _same(each, editor))
    return changed(work, editors=(*others, editor)[-EDITORS_AT_MOST:])


def _same(one: Editor, other: Editor) -> bool:
    return (one.account, one.name) == (other.account, other.name)


def _moment(editor: Editor) -> str:
    return editor.time[:_TEN_MINUTES]
