"""What trials count, and the table that tells it."""

from __future__ import annotations

from dataclasses import dataclass, field

_FAULTS_SHOWN = 40


@dataclass
class Count:
    """Trials of one kind.

    Attributes:
        kind: What was done, and how it was spoilt.
        trials: How often.
        survived: How often everything was as it must be afterwards.
        words: Words, answers or drafts that were reported as saved, or older than a second.
        lost: How many of them were not there.
        note: What else is worth knowing.
        faults: What was wrong, a sentence each.
    """

    kind: str
    trials: int = 0
    survived: int = 0
    words: int = 0
    lost: int = 0
    note: str = ""
    faults: list[str] = field(default_factory=list)

    def add(self, fault: str = "", *, words: int = 0, lost: int = 0) -> None:
        """Counts one trial; an empty fault means that it was survived."""
        self.trials += 1
        self.words += words
        self.lost += lost
        if fault or lost:
            self.faults.append(f"{self.kind}, trial {self.trials}: {fault or f'{lost} words lost'}")
        else:
            self.survived += 1


def table(counts: list[Count]) -> str:
    """One line for each kind, the sum of all, and every fault."""
    width = max(len(each.kind) for each in counts)
    lines = [f"{'':{width}}  trials  survived   words    lost"]
    lines += [_line(each, width) for each in [*counts, total(counts)]]
    faults = [fault for each in counts for fault in each.faults]
    return "\n".join([*lines, *faults[:_FAULTS_SHOWN]])


def total(counts: list[Count]) -> Count:
    """All kinds together."""
    whole = Count("all")
    for name in ("trials", "survived", "words", "lost"):
        setattr(whole, name, sum(getattr(each, name) for each in counts))
    return whole


def _line(count: Count, width: int) -> str:
    figures = f"{count.trials:6}  {count.survived:8}  {count.words:6}  {count.lost:6}"
    return f"{count.kind:{width}}  {figures}  {count.note}".rstrip()
