"""Which of the words that were typed are still there, and who was allowed to take the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random

from lpd_desktop.plan.addresses import text_fields
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import Blocks, footnotes_of, plain_text, walk_runs

LETTERS = "bcdfghjklmnprstv"
START, LENGTH = "wq", 9


def words_in(text: str) -> Iterator[str]:
    """The marked words in a text, whatever stands around them."""
    place = text.find(START)
    while place >= 0:
        word = text[place : place + LENGTH]
        if len(word) == LENGTH and set(word[2:]) <= set(LETTERS):
            yield word
        place = text.find(START, place + 1)


def kept_words(file: LpdFile) -> set[str]:
    """The marked words of a file: in the plan, and in what lies ready beside it."""
    found: set[str] = set()
    for _address, blocks in text_fields(file.form, file.plan):
        found |= _in_blocks(blocks)
    for topic in file.work.put_away_topics:
        for blocks in topic.answers.values():
            found |= _in_blocks(blocks)
    for potential in file.plan.potentials:
        found |= set(words_in(potential.topic))
    for waiting in file.work.put_away_potentials:
        found |= set(words_in(waiting.topic))
        found |= _in_blocks(waiting.background) | _in_blocks(waiting.development)
    for text in file.work.unplaced:
        found |= set(words_in(text.text))
    return found


def _in_blocks(blocks: Blocks) -> set[str]:
    found: set[str] = set()
    for _block, runs in walk_runs(blocks):
        found |= set(words_in(plain_text(runs)))
        for note in footnotes_of(runs):
            found |= set(words_in(plain_text(note)))
    return found


class Ledger:
    """Words come in when they are typed; they leave only when somebody takes them out."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._made = 0
        self.live: set[str] = set()
        self.undone: set[str] = set()

    def new_word(self) -> str:
        """A word that stands nowhere yet."""
        self._made += 1
        number, letters = self._made, ""
        for _ in range(LENGTH - len(START)):
            number, place = divmod(number, len(LETTERS))
            letters += LETTERS[place]
        return START + letters

    def settle(self, now: LpdFile, may_go: Iterable[str] = ()) -> set[str]:
        """Takes stock; returns the words that vanished though nobody took them out."""
        kept = kept_words(now)
        lost = self.live - kept - set(may_go)
        self.live = kept
        return lost
