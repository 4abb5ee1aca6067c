"""What verification answers: several questions apart, and one sentence over all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from lpd_desktop.pdf.inspection.deviation import Deviation

Answer = Literal["yes", "no", "unknown", "not_applicable"]
"""`unknown`: it was not examined, or cannot be; the sentence says why."""

Outcome = Literal[
    "original",
    "draft",
    "without_data",
    "lengthened",
    "resaved",
    "unclear",
    "changed",
    "data_missing",
]

NO_FORGERS = (
    "Die Prüfung deckt Versehen und nachträgliche Änderungen auf, keine Fälschung: Wer alles neu "
    "berechnet, hinterlässt in der Datei keine Spur. Vergleichen Sie im Zweifel den SHA-256-Wert "
    "des PDF mit dem Verzeichnis der Einreichungen oder mit SHA256SUMS.txt des Pakets. Gleiche "
    "Siegel zeigen nur, dass Form und Plan gleich sind, nicht wer wo und wann freigegeben hat."
)
"""The limit of all verdicts; shown wherever they are."""


class Verdict(msgspec.Struct, frozen=True):
    """One question that verification answers, in one German sentence."""

    title: str
    answer: Answer
    sentence: str


class Verdicts(msgspec.Struct, frozen=True, kw_only=True):
    """The verdicts, kept apart.

    Attributes:
        outcome: The whole in a word. `original`: unchanged, for a .lpd file: data and seal fit;
            `draft`: likewise, not approved; `without_data`: an unchanged edition without data;
            `lengthened`: the original with bytes before or behind it that change nothing;
            `resaved`: only saved anew by another program; `unclear`: not the original, and what
            changed was not compared; `changed`; `data_missing`: data lost or unreadable.
        summary: The whole in one German sentence.
        is_sound: Whether no answer is `no`.
        file_unchanged: Whether every byte is as the program wrote it.
        only_resaved: Where bytes differ: whether all that can be seen and read is the same.
        data_sealed: Whether the data are whole and fit the seal of the approval.
        text_equals_data: Whether the pages say what the data say.
        look_as_made: Whether the pages look as the program makes them of the data.
        state: Version, who approved, where and when.
        log_whole: Whether the log of a .lpd file is a whole chain.
        deviations: What was changed, added or lost, each named for what it is.
    """

    outcome: Outcome
    summary: str
    is_sound: bool
    file_unchanged: Verdict
    only_resaved: Verdict
    data_sealed: Verdict
    text_equals_data: Verdict
    look_as_made: Verdict
    state: Verdict
    log_whole: Verdict
    deviations: tuple[Deviation, ...] = ()

    def each(self) -> Iterator[Verdict]:
        """The verdicts in the order in which people read them."""
        yield from (self.file_unchanged, self.only_resaved, self.data_sealed)
        yield from (self.text_equals_data, self.look_as_made, self.state, self.log_whole)

    def shown(self) -> Iterator[Verdict]:
        """Those that say something of this file."""
        return (each for each in self.each() if each.answer != "not_applicable")


def lines_of(verdicts: Verdicts) -> Iterator[str]:
    """What people read: the whole in one sentence, then each verdict, what differs, the limit."""
    yield verdicts.summary
    yield from (f"{each.title}: {each.sentence}" for each in verdicts.each())
    yield from (f"– {each.sentence}" for each in verdicts.deviations)
    yield NO_FORGERS


FILE = "Datei"
RESAVED = "Neu gespeichert"
DATA = "Daten"
TEXT = "Seitentext"
LOOK = "Aussehen"
STATE = "Zustand"
LOG = "Historie"
"""The titles of the verdicts."""


def not_applicable(title: str, sentence: str) -> Verdict:
    """A question that does not arise."""
    return Verdict(title, "not_applicable", sentence)


def unknown(title: str, sentence: str) -> Verdict:
    """A question that was not answered."""
    return Verdict(title, "unknown", sentence)
