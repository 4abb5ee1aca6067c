"""Accepting a finding with a reason, and taking that back."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.check.acknowledgement import acknowledgement_of
from lpd_desktop.check.finding import Finding
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.work import Acknowledgement
from lpd_desktop.runtime.errors import NotAllowedError

_MIN_LETTERS = 4
"""`ok`, `-` and `x` are no reasons that a colleague can follow next year."""


class NotAcceptableError(NotAllowedError):
    """An error, which must be mended, or an acceptance without a reason."""


def acknowledge(
    file: LpdFile, finding: Finding, *, reason: str, name: str = "", time: str = ""
) -> LpdFile:
    """The file with a warning or hint accepted; `time` is ISO in UTC.

    Raises:
        NotAcceptableError: the finding is an error, or the reason says nothing.
    """
    if finding.level == "error":
        message = "Einen Fehler kann man nicht zur Kenntnis nehmen; bitte beheben Sie ihn."
        raise NotAcceptableError(message)
    if sum(char.isalpha() for char in reason) < _MIN_LETTERS:
        message = "Bitte geben Sie an, warum der Befund so bleiben kann."
        raise NotAcceptableError(message)
    reason, name = " ".join(reason.split()), " ".join(name.split())
    note = acknowledgement_of(finding, file.form, file.plan, reason=reason, name=name, time=time)
    others = (each for each in file.work.acknowledged if not _is_same(each, note))
    return _with(file, (*others, note))


def withdraw_acknowledgement(file: LpdFile, note: Acknowledgement) -> LpdFile:
    """The file in which the finding is open again."""
    return _with(file, tuple(each for each in file.work.acknowledged if each != note))


def _is_same(left: Acknowledgement, right: Acknowledgement) -> bool:
    return (left.rule, left.where, left.digest) == (right.rule, right.where, right.digest)


def _with(file: LpdFile, notes: tuple[Acknowledgement, ...]) -> LpdFile:
    return replace(file, work=changed(file.work, acknowledged=notes))
