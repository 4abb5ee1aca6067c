"""What can be done with remarks: made, changed, answered, settled, taken back."""

from __future__ import annotations

from msgspec.structs import replace as changed

from lpd_desktop.plan.remark import Author, Remark, Remarks, Reply, shown_remarks
from lpd_desktop.plan.remark_anchor import Anchor
from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.runtime.foreign_text import clean_line, clean_text
from lpd_desktop.runtime.identity import new_id

MOST_LETTERS = 10_000
"""Of one remark or answer; what is longer belongs into a letter."""

MOST_REMARKS = 2_000
MOST_REPLIES = 500


class UnknownRemarkError(LpdError):
    """There is no remark with this id."""


class RemarkRefusedError(NotAllowedError):
    """A step that its content or author does not allow."""


class EmptyRemarkError(RemarkRefusedError):
    """Nothing is said, or nobody says it."""

    exit_status = 2


def with_added(
    remarks: Remarks, anchor: Anchor, text: str, author: Author, *, time: str, ident: str = ""
) -> Remarks:
    """The remarks with a new one; `time` is ISO in UTC.

    Raises:
        RemarkRefusedError: nothing is said, too much, or there are too many.
    """
    if len(remarks) >= MOST_REMARKS:
        message = (
            f"Mehr als {MOST_REMARKS} Anmerkungen nimmt ein Planungsdokument nicht auf; "
            "bitte fassen Sie zusammen."
        )
        raise RemarkRefusedError(message)
    author = tidy_author(author)
    remark = Remark(
        id=ident or new_id(),
        where=anchor.where,
        text=tidy_text(text),
        name=author.name,
        role=author.role,
        kind=author.kind,
        time=time,
    )
    return (*remarks, anchor.attach(remark))


def with_changed_text(
    remarks: Remarks, ident: str, text: str, author: Author, *, time: str
) -> Remarks:
    """The remarks in which an author said something else.

    Raises:
        UnknownRemarkError, RemarkRefusedError: not one's own, or nothing is said.
    """
    remark = remark_with(remarks, ident)
    _require_own(remark, author, "ändern")
    text = tidy_text(text)
    if text == remark.text:
        return remarks
    return _with(remarks, _reworded(remark, text, time))


def with_answer(
    remarks: Remarks, ident: str, text: str, author: Author, *, time: str, reply: str = ""
) -> Remarks:
    """The remarks with an answer to one of them.

    Raises:
        UnknownRemarkError, RemarkRefusedError: nothing is said, too much, or too many answers.
    """
    remark, author = remark_with(remarks, ident), tidy_author(author)
    if len(remark.replies) >= MOST_REPLIES:
        message = f"Mehr als {MOST_REPLIES} Antworten nimmt eine Anmerkung nicht auf."
        raise RemarkRefusedError(message)
    answer = Reply(
        id=reply or new_id(),
        text=tidy_text(text),
        name=author.name,
        role=author.role,
        kind=author.kind,
        time=time,
    )
    return _with(remarks, changed(remark, replies=(*remark.replies, answer)))


def with_standing(
    remarks: Remarks, ident: str, author: Author, *, resolved: bool, time: str
) -> Remarks:
    """The remarks in which one is settled or open again; as it was where it is so already.

    Raises:
        UnknownRemarkError: there is none.
    """
    remark = remark_with(remarks, ident)
    if remark.resolved == resolved:
        return remarks
    turned = changed(
        remark,
        resolved=resolved,
        resolved_by=tidy_author(author).name,
        resolved_at=time,
        turns=remark.turns + 1,
    )
    return _with(remarks, turned)


def with_deleted(remarks: Remarks, ident: str, author: Author, *, time: str) -> Remarks:
    """The remarks without the words of one; its id stays so that no older file brings it back.

    Raises:
        UnknownRemarkError, RemarkRefusedError: not one's own, or it was answered.
    """
    remark = remark_with(remarks, ident)
    _require_own(remark, author, "löschen")
    if remark.replies:
        message = (
            "Eine beantwortete Anmerkung lässt sich nicht löschen; "
            "setzen Sie sie stattdessen auf erledigt."
        )
        raise RemarkRefusedError(message)
    emptied = changed(remark, quote="", before="", after="", at=0, place="", heading="")
    return _with(remarks, _reworded(emptied, "", time))


def remark_with(remarks: Remarks, ident: str) -> Remark:
    """The remark with an id, or the only one whose id ends so.

    Raises:
        UnknownRemarkError: none, or several.
    """
    shown = shown_remarks(remarks)
    found = [each for each in shown if each.id == ident]
    found = found or [each for each in shown if ident and each.id.endswith(ident)]
    if len(found) == 1:
        return found[0]
    problem = "gibt es nicht" if not found else "steht für mehrere"
    message = f"Die Anmerkung „{ident[:60]}“ {problem}; „lpd remarks list“ nennt die Kennungen."
    raise UnknownRemarkError(message)


def tidy_author(author: Author) -> Author:
    """Name and function on one line, without blanks around them.

    Raises:
        EmptyRemarkError: nobody can tell who speaks.
    """
    name, role = (clean_line(part) for part in (author.name, author.role))
    if not name:
        message = "Bitte geben Sie an, von wem die Anmerkung ist (Name)."
        raise EmptyRemarkError(message)
    _require_short(name + role)
    return Author(name=name, role=role, kind=author.kind)


def tidy_text(text: str) -> str:
    """What is said, without blanks around it.

    Raises:
        EmptyRemarkError: it says nothing.
        RemarkRefusedError: it is too long.
    """
    text = clean_text(text).strip()
    if not text:
        message = "Bitte schreiben Sie, was Sie anmerken möchten."
        raise EmptyRemarkError(message)
    _require_short(text)
    return text


def _require_short(text: str) -> None:
    if len(text) > MOST_LETTERS:
        message = f"Eine Anmerkung hat höchstens {MOST_LETTERS} Zeichen; diese ist länger."
        raise RemarkRefusedError(message)


def _require_own(remark: Remark, author: Author, verb: str) -> None:
    if not remark.author.is_same(author):
        message = (
            f"Die Anmerkung ist von {remark.author.shown}; {verb} kann sie nur, wer sie "
            "geschrieben hat. Sie können ihr antworten."
        )
        raise RemarkRefusedError(message)


def _reworded(remark: Remark, text: str, time: str) -> Remark:
    return changed(remark, text=text, revision=remark.revision + 1, changed_at=time)


def _with(remarks: Remarks, remark: Remark) -> Remarks:
    return tuple(remark if each.id == remark.id else each for each in remarks)
