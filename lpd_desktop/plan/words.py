"""The words of a text one by one, for the import's balance; `plan.counting` says how long it is."""

from __future__ import annotations

from lpd_desktop.plan.rich_text import Blocks, footnotes_of, plain_text, walk_runs

_SOFT_HYPHEN = "\u00ad"


def words_of(text: str) -> list[str]:
    """The words of a text: what stands between blanks and holds a letter or a digit.

    `Kund*innen`, `16i`, `29.521.177` and `(Weiter-)Bildung` are one word each; `§`, `–` and the
    point of a list are none.
    """
    tokens = text.replace(_SOFT_HYPHEN, "").split()
    return [token for token in tokens if any(sign.isalnum() for sign in token)]


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(words_of(text))


def block_words(blocks: Blocks) -> list[str]:
    """The words of blocks in reading order; those of a footnote after the text it stands in."""
    words: list[str] = []
    for _block, runs in walk_runs(blocks):
        words += words_of(plain_text(runs))
        for note in footnotes_of(runs):
            words += words_of(plain_text(note))
    return words
