"""Which answer of last year is shown beside a question, and why. No Qt."""

from __future__ import annotations

from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.earlier.answers import EarlierAnswer, answer_at
from lpd_desktop.plan.earlier.matching import counterpart
from lpd_desktop.plan.file import LpdFile

_EMPTY = "Zu dieser Frage steht im Plan des Vorjahrs nichts. Eine andere Antwort wählen Sie oben."
_NO_PAGE = "Diese Seite hat keine Frage. Eine Antwort des Vorjahrs wählen Sie oben."


class EarlierChoice:
    """Remembers what somebody picked for a question while the plan is open."""

    def __init__(self) -> None:
        self._picked: dict[Address, Address] = {}

    def pick(self, question: Address, where: Address) -> None:
        """Another answer is wanted beside a question."""
        self._picked[question] = where

    def forget(self) -> None:
        """Another plan is last year's now."""
        self._picked.clear()

    def answer_to(
        self, file: LpdFile, before: LpdFile, question: Address
    ) -> tuple[EarlierAnswer | None, str]:
        """The answer, None for none, and a sentence about how it was found."""
        where, told = self._picked.get(question), ""
        if where is None:
            found = counterpart(file, before, question)
            where = found.where if found is not None else None
            if found is not None and found.wording:
                told = f"Zugeordnet nach dem ähnlichen Titel „{found.wording}“."
        answer = answer_at(before, where) if where is not None else None
        if answer is None or not answer.parts:
            return None, _EMPTY if question.item else _NO_PAGE
        return answer, told
