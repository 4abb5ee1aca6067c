"""The rule of four eyes: who approves is another than the last editor.

It holds for the one who approves, named first; who signs along may have written the plan. What the
program can compare are names as they were typed and accounts of the operating system. It checks no
identity, so the rule keeps honest people from a slip and shows it in the log; it proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import Editor, Work
from lpd_desktop.runtime.errors import NotAllowedError

_TITLES = frozenset(
    (
        *("frau", "herr", "prof", "professor", "professorin", "dr", "dipl", "diplom", "habil"),
        *("ing", "jur", "med", "nat", "phil", "pol", "rer"),
    )
)
_HONORARY = re.compile(r"\bh\. ?c\.")
_SPELLINGS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_WHAT_IS_COMPARED = (
    "Verglichen werden nur der eingetippte Name und das Benutzerkonto des Rechners; wer wirklich "
    "davor sitzt, prüft das Programm nicht."
)


Rule = Literal["office", "call"]
"""Who wants four eyes: the setting of the office, or whoever asks for this one approval."""
_RULES: dict[Rule, str] = {
    "office": "Nach der Vier-Augen-Regel Ihres Jobcenters",
    "call": "Nach der Vier-Augen-Regel (--four-eyes)",
}
NOTHING_COMPARED = (
    "Vier-Augen-Regel: Wer den Text zuletzt bearbeitet hat, ist nicht bekannt; verglichen wurde "
    "nichts."
)


class FourEyesError(NotAllowedError):
    """The one who approves is the last editor, as far as names and accounts tell."""


def require_four_eyes(work: Work, approver: Signatory, account: str, rule: Rule = "office") -> None:
    """Refuses an approval by the last editor.

    Args:
        work: Holds who changed the plan. Where nobody is noted, nothing stands against it.
        approver: Who approves; those who sign along are not asked.
        account: Under which the approval is typed, empty where it is not known.
        rule: Who wants it.

    Raises:
        FourEyesError: name or account is that of the last editor.
    """
    reason = editor_conflict(work, approver, account, rule)
    if reason:
        raise FourEyesError(reason)


def can_compare(work: Work) -> bool:
    """Whether a name or an account of the last editor is known."""
    return bool(work.editors) and bool(
        work.editors[-1].account or plain_name(work.editors[-1].name)
    )


def editor_conflict(work: Work, approver: Signatory, account: str, rule: Rule = "office") -> str:
    """Why somebody may not approve by this rule, in German; empty where nothing is against it."""
    if not work.editors:
        return ""
    last = work.editors[-1]
    if _is_named(approver.name, _names_of(last, work.editors)):
        same = f"„{approver.name.strip()}“ hat den Text auch zuletzt bearbeitet"
    elif account and account.casefold() == last.account.casefold():
        same = f"unter dem Benutzerkonto „{account}“ wurde der Text auch zuletzt bearbeitet"
    else:
        return ""
    return f"{_RULES[rule]} muss eine andere Person freigeben: {same}. {_WHAT_IS_COMPARED}"


def _names_of(last: Editor, editors: Iterable[Editor]) -> list[str]:
    """The names typed under the account of the last editor."""
    same = (each for each in editors if last.account and each.account == last.account)
    return [last.name, *(each.name for each in same)]


def _is_named(name: str, known: Iterable[str]) -> bool:
    wanted = plain_name(name)
    return bool(wanted) and any(plain_name(each) == wanted for each in known)


def plain_name(name: str) -> tuple[str, ...]:
    """A name for comparing: without case, titles, marks and order of its words.

    `Dr. Anna Müller-Lüdens`, `MUELLER-LUEDENS, anna` are one.
    """
    bare = _HONORARY.sub(" ", name.casefold()).translate(_SPELLINGS)
    words = re.findall(r"\w+", bare)
    return tuple(sorted(word for word in words if word not in _TITLES))
