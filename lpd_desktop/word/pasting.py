"""What a clipboard brings into a text: blocks, and one line about what it did not."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from lpd_desktop.plan.rich_text import Block, Blocks, Paragraph, Run, is_blank, plain_text
from lpd_desktop.plan.text_lines import text_of
from lpd_desktop.runtime.typed_data import decoder
from lpd_desktop.word.html import blocks_from_html
from lpd_desktop.word.left_out import LeftOut
from lpd_desktop.word.pasted_lines import blocks_from_text, lines_as_they_are

JOINED = (
    "Zeilen wurden zu Absätzen verbunden; mit Strg+Umschalt+V bleiben sie, wie sie sind, und "
    "Strg+Z nimmt das Einfügen zurück."
)
NOTHING = "Die Zwischenablage enthält keinen Text, der sich einfügen lässt."
ONLY_PICTURE = "Die Zwischenablage enthält nur ein Bild; Bilder stehen nicht im Planungsdokument."

_BLOCKS = decoder(tuple[Block, ...])
_BLANKS = " \u00a0"


@dataclass(frozen=True)
class Clip:
    """The contents of a clipboard that matter.

    Attributes:
        own: What the program itself put there, as JSON.
        html: Empty for none.
        text: Empty for none.
        has_picture: Whether there is a picture.
    """

    own: bytes = b""
    html: str = ""
    text: str = ""
    has_picture: bool = False

    @property
    def size(self) -> int:
        """How much there is to read, in characters; what stands before the body costs little."""
        body = self.html.find("<body")
        return len(self.own) + len(self.html) - max(0, body) + len(self.text)


@dataclass(frozen=True)
class Pasted:
    """Blocks with ids that may occur elsewhere, and what to tell."""

    blocks: Blocks
    told: str = ""

    def sentence(self) -> str:
        """What to tell the person who pasted; empty for nothing."""
        return self.told


def read_clip(clip: Clip) -> Pasted:
    """The blocks of a clipboard: its own format before HTML before text.

    Raises:
        TooMuchToPasteError: more than can be taken in at once.
    """
    own = _own_blocks(clip.own)
    if own is not None:
        return Pasted(own)
    left_out = LeftOut()
    if clip.html:
        content = blocks_from_html(clip.html)
        left_out = content.left_out
        if not is_blank(content.blocks):
            return Pasted(_with_edges(content.blocks, clip.text), left_out.sentence())
    if left_out or not clip.text.strip():
        picture = ONLY_PICTURE if clip.has_picture else NOTHING
        return Pasted((), left_out.sentence() or picture)
    plain = blocks_from_text(clip.text)
    return Pasted(plain.blocks, JOINED if plain.was_joined else "")


def read_clip_plain(clip: Clip) -> Pasted:
    """The text of a clipboard line by line, without any style.

    The plain text that programs offer may still have struck, hidden and commented words; where the
    HTML beside it shows that there are any, its words are taken.

    Raises:
        TooMuchToPasteError: more than can be taken in at once.
    """
    if clip.html:
        content = blocks_from_html(clip.html)
        if content.left_out.holds_words or not clip.text.strip():
            lines = lines_as_they_are(text_of(content.blocks))
            return Pasted(lines, content.left_out.sentence())
    if clip.text.strip():
        return Pasted(lines_as_they_are(clip.text))
    return Pasted((), ONLY_PICTURE if clip.has_picture else NOTHING)


def _own_blocks(data: bytes) -> Blocks | None:
    try:
        return _BLOCKS.decode(data) if data else None
    except (msgspec.DecodeError, ValueError):
        return None


def _with_edges(blocks: Blocks, text: str) -> Blocks:
    """Words out of a sentence with the blanks at both ends, which HTML does not keep."""
    if len(blocks) != 1 or not isinstance(blocks[0], Paragraph) or "\n" in text.strip("\r\n"):
        return blocks
    runs, bare = blocks[0].runs, text.strip("\r\n\0")
    if _words(plain_text(runs)) != _words(bare):
        return blocks
    before = Run(text=" ") if bare[:1] in _BLANKS and bare else None
    after = Run(text=" ") if bare[-1:] in _BLANKS and bare else None
    kept = (*([before] if before else []), *runs, *([after] if after else []))
    return (Paragraph(blocks[0].id, kept),)


def _words(text: str) -> list[str]:
    return text.replace("\u00ad", "").split()
