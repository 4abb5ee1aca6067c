"""How long texts are: words, characters, and about how many printed pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lpd_desktop.form.model import Form, RichTextItem, TopicsItem
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.rich_text import Blocks, footnotes_of, plain_text, walk_runs
from lpd_desktop.plan.words import words_of
from lpd_desktop.runtime.german import grouped

WORDS_ON_A_PAGE = 370
"""Measured on set documents with their headings, lists and tables: 280 to 450."""

_B = "[ \u00a0\u202f\u2009]"
_ONE_WORD = re.compile(
    rf"\b[^\W\d_]\.(?:{_B}[^\W\d_]\.)+"  # z. B., i. d. R.
    rf"|\b[ÜUO]{_B}(?=\d)"  # Ü 25
    rf"|(?<!\d)\d{{1,2}}\.{_B}\d{{1,2}}\.(?:{_B}\d{{4}})?(?!\d)"  # 24. 10. 2021
    rf"|(?<!\d)\d{{1,3}}(?:{_B}\d{{3}})+(?!\d)"  # 1 400 000
    rf"|\d{_B}:{_B}(?=\d)"  # 1 : 152
)
_BLANK = re.compile(r"\s")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\n"))


@dataclass(frozen=True)
class Count:
    """The length of a text; line breaks and soft hyphens are no characters."""

    words: int = 0
    characters: int = 0
    characters_without_blanks: int = 0

    def __add__(self, other: Count) -> Count:
        """Both together."""
        return Count(
            self.words + other.words,
            self.characters + other.characters,
            self.characters_without_blanks + other.characters_without_blanks,
        )


NOTHING = Count()


def count_text(text: str) -> Count:
    """The length of a text.

    A word is what stands between blanks and holds a letter or a digit: `Kund*innen`, `§ 16i`,
    `24.10.2021` and `Jobcenter-Team` are one. So are `z. B.`, `Ü 25`, `1 400 000` and `1 : 152`,
    which have blanks inside.
    """
    joined = _ONE_WORD.sub(lambda found: _BLANK.sub("", found[0]), text)
    seen = unicodedata.normalize("NFC", text).translate(_UNSEEN)
    return Count(len(words_of(joined)), len(seen), len(_BLANK.sub("", seen)))


def count_blocks(blocks: Blocks) -> Count:
    """The length of a rich text, its footnotes included."""
    return sum((count_text(text) for text in _texts(blocks)), NOTHING)


def _texts(blocks: Blocks) -> Iterator[str]:
    for _block, runs in walk_runs(blocks):
        yield plain_text(runs)
        yield from map(plain_text, footnotes_of(runs))


class BlockCounter:
    """Counts one text again and again while it is written: a paragraph that stayed is not read."""

    def __init__(self) -> None:
        """Knows no paragraph yet."""
        self._known: dict[str, Count] = {}

    def count(self, blocks: Blocks) -> Count:
        """The length of the text as it is now."""
        texts = list(_texts(blocks))
        known = self._known
        self._known = {text: known.get(text) or count_text(text) for text in texts}
        return sum((self._known[text] for text in texts), NOTHING)


def about_pages(words: int) -> str:
    """About how much room words take in print: `etwa 1½ Seiten`; empty for none."""
    if not words:
        return ""
    halves = (4 * words + WORDS_ON_A_PAGE) // (2 * WORDS_ON_A_PAGE)
    if not halves:
        return "weniger als ½ Seite"
    whole, half = divmod(halves, 2)
    number = f"{grouped(whole) if whole else ''}{'½' if half else ''}"
    return f"etwa {number} {'Seite' if halves <= 2 else 'Seiten'}"


@dataclass(frozen=True)
class Limits:
    """How many words the form wishes for and how many it allows at most; 0 for no such number."""

    target: int = 0
    most: int = 0


def limits_at(form: Form, where: Address) -> Limits:
    """What the form says about the length of one field."""
    item = form.item(where.item)
    if isinstance(item, RichTextItem) and not where.parts:
        return Limits(item.word_target, item.word_limit)
    if isinstance(item, TopicsItem) and len(where.parts) == 2:
        topic, key = where.parts
        found = (each for each in item.questions_of(topic) if each.key == key)
        return next((Limits(each.word_target, each.word_limit) for each in found), Limits())
    return Limits()


def total(counts: Iterable[Count]) -> Count:
    """All together."""
    return sum(counts, NOTHING)
