"""The three parts of a potential while its lines come in."""

from __future__ import annotations

from dataclasses import dataclass, field

from lpd_desktop.word.joining import has_ended
from lpd_desktop.word.source import SourceLine

_LONGEST_TOPIC = 250
_LONGEST_TOPIC_WITHOUT_CAPTION = 120
_LINES_OF_A_TOPIC = 3


@dataclass
class PotentialDraft:
    """The lines of one potential, part by part; `part` is the one that is being filled."""

    heading: str
    line: int
    topic: list[SourceLine] = field(default_factory=list)
    background: list[SourceLine] = field(default_factory=list)
    development: list[SourceLine] = field(default_factory=list)
    part: str = ""

    def settle(self) -> None:
        """What runs on for too many lines behind the topic's caption is no topic."""
        if len(self.topic) > _LINES_OF_A_TOPIC:
            self.background = [*self.topic[1:], *self.background]
            self.topic = self.topic[:1]


def is_of_topic(topic: list[SourceLine], line: SourceLine) -> bool:
    """The rest of the caption's line, the next line after a bare caption, or a wrapped line."""
    if line.cells or sum(len(each.text) for each in topic) + len(line.text) > _LONGEST_TOPIC:
        return False
    return not topic or line.gap in ("wrap", "break")


def may_be_topic(line: SourceLine) -> bool:
    """Whether a line without a caption may name the topic: short and no sentence."""
    text = line.text.strip()
    short = len(text) <= _LONGEST_TOPIC_WITHOUT_CAPTION and not line.cells
    return short and not has_ended(text) and line.marker is None
