"""What is handed out is read back from its final bytes first, and refused if anything differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from lpd_desktop.pdf.attachment import ATTACHMENT_NAME
from lpd_desktop.pdf.checksum import has_valid_checksum
from lpd_desktop.pdf.comparison import first_difference, shown_words
from lpd_desktop.runtime.errors import LpdError

if TYPE_CHECKING:
    from lpd_desktop.pdf.reading import Element

_QUOTED_WORDS = 6


class SelfCheckError(LpdError):
    """A file that was just made does not say what its data say; it is not handed out."""


class Said(msgspec.Struct, frozen=True):
    """What a document must say, for comparison with what its bytes say.

    Attributes:
        texts: Role and text of everything that was meant to be drawn, in logical order.
        stretches: Texts straight from the data, each of which must stand in the document without
            a gap, one after the other; so an answer that was never drawn is noticed as well.
        somewhere: Likewise, but anywhere and perhaps before a comma, such as who approved.
        attachment: The bytes that the file carries as `lpd.json`; None where it carries nothing.
    """

    texts: tuple[tuple[str, str], ...]
    stretches: tuple[str, ...] = ()
    somewhere: tuple[str, ...] = ()
    attachment: bytes | None = None


def require_said(data: bytes, said: Said) -> None:
    """Reads a finished file back and compares it with what it must say.

    Args:
        data: The file's final bytes; nothing else of how it was made is looked at.
        said: What it must say.

    Raises:
        SelfCheckError: a word, number, label, cell or note is missing, changed or doubled, the
            contents name a wrong page, the data attached are others, or the checksum is wrong.
    """
    fault = next(_faults(data, said), None)
    if fault is not None:
        message = (
            f"Das PDF wurde nicht ausgegeben, weil es beim Zurücklesen nicht mit den Daten "
            f"übereinstimmte ({fault}); bitte versuchen Sie es noch einmal und melden Sie den "
            "Fehler, wenn er wiederkommt."
        )
        raise SelfCheckError(message)


def _faults(data: bytes, said: Said) -> Iterator[str]:
    from lpd_desktop.pdf.packed_reading import read_packed
    from lpd_desktop.pdf.reading import UnreadablePdfError

    if not has_valid_checksum(data):
        yield "die Prüfsumme der Datei ist falsch"
    try:
        document = read_packed(data)
    except UnreadablePdfError:
        yield "die Datei lässt sich nicht lesen"
        return
    if document.attachments != _attachments(said):
        yield "die beigefügten Daten sind andere"
    if document.stray:
        yield f"„{document.stray[0]}“ steht außerhalb der Gliederung"
    yield from _text_faults(document.root, said)
    yield from _wrong_page_numbers(document.root)


def _attachments(said: Said) -> dict[str, bytes]:
    return {} if said.attachment is None else {ATTACHMENT_NAME: said.attachment}


def _text_faults(root: Element, said: Said) -> Iterator[str]:
    texts = list(root.texts())
    expected = [word for _role, text in said.texts for word in text.split()]
    difference = first_difference(list(shown_words(texts)), expected)
    if difference:
        yield f"ab „{difference}“"
    missing = first_missing(texts, said)
    if missing is not None:
        words = missing.split()
        rest = " …" if len(words) > _QUOTED_WORDS else ""
        yield f"es fehlt „{' '.join(words[:_QUOTED_WORDS])}{rest}“"


def first_missing(texts: Iterable[tuple[str, str]], said: Said) -> str | None:
    """The first stretch that does not stand behind the one before it; None where all do."""
    words = (word for role, text in texts if role != "TOCI" for word in text.split())
    body = f" {' '.join(words)} "
    position = 0
    for stretch in _joined(said.stretches):
        found = body.find(stretch, position)
        if found < 0:
            return stretch
        position = found + len(stretch) - 1
    return next((each for each in _joined(said.somewhere) if each.strip() not in body), None)


def _joined(stretches: Iterable[str]) -> Iterator[str]:
    """Each stretch that has words, with single blanks between and around them."""
    return (f" {' '.join(words)} " for text in stretches if (words := text.split()))


def _wrong_page_numbers(root: Element) -> Iterator[str]:
    """Entries of the contents whose number is not that of the page to which they lead."""
    for entry in root.of_role("TOCI"):
        *title, number = entry.text.split() or ["", ""]
        pages = {each.destination for each in entry.of_role("Link")}
        if pages != {int(number) - 1 if number.isdecimal() else None}:
            yield f"die Seitenzahl von „{' '.join(title)}“ im Inhaltsverzeichnis ist falsch"
