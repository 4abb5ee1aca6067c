"""Words of the law that are right for some years only."""

from __future__ import annotations

from lpd_desktop.form.part import FormPart


class Term(FormPart, frozen=True):
    """A word and the time in which it is right.

    Attributes:
        words: Its spellings; a star at the end stands for any ending of the word.
        since, until: First and last day (ISO) on which it is right; empty for no limit.
        draft: It stood in a bill and never became law.
        instead: What to write where it is not right; empty for nothing of the kind.
        explanation: One German sentence for the planner.
    """

    key: str
    words: tuple[str, ...]
    explanation: str
    since: str = ""
    until: str = ""
    draft: bool = False
    instead: str = ""
