"""The verdict on the bytes of a PDF: unchanged, lengthened, cut, damaged, or made anew."""

from __future__ import annotations

from lpd_desktop.pdf.checksum import has_valid_checksum, length_of_original
from lpd_desktop.pdf.inspection.deviation import Deviation
from lpd_desktop.pdf.inspection.original import bytes_that_differ
from lpd_desktop.release.verdicts import FILE, Verdict
from lpd_desktop.runtime.german import counted, grouped

_END = b"%%EOF"
_END_ROOM = 1024
_FEW = 1000
"""One byte in so many: a damage; programs that save anew change most of them."""


def file_verdict(data: bytes, original: bytes | None) -> tuple[Verdict, tuple[Deviation, ...]]:
    """Whether every byte is the same, else what happened to them as far as bytes can tell.

    Args:
        data: The file.
        original: What the program makes of its data, if that was found out.
    """
    if has_valid_checksum(data):
        sentence = "Die Prüfsumme passt: Die Datei ist Byte für Byte so, wie sie geschrieben wurde."
        return Verdict(FILE, "yes", sentence), ()
    length = length_of_original(data)
    if length is not None:
        added = counted(len(data) - length, "Byte", "Bytes")
        sentence = f"Hinter dem unveränderten Original stehen {added}, die nicht dazugehören."
        return Verdict(FILE, "no", sentence), ()
    damage = _damage(data, original)
    if damage is not None:
        return Verdict(FILE, "no", damage.sentence), (damage,)
    sentence = (
        "Die Datei wurde nach dem Schreiben verändert oder von einem anderen Programm "
        "neu gespeichert; verlangen Sie das Original."
    )
    return Verdict(FILE, "no", sentence), ()


def _damage(data: bytes, original: bytes | None) -> Deviation | None:
    """Bytes that were lost or changed on the way, not by a program that saves documents."""
    if _END not in data[-_END_ROOM:] or (original is not None and original.startswith(data)):
        sentence = "Die Datei ist abgeschnitten: Ihr Ende fehlt; verlangen Sie sie noch einmal."
        return Deviation("truncated", None, sentence)
    if original is None or len(original) != len(data):
        return None
    number, first = bytes_that_differ(data, original)
    if number * _FEW > len(data) and number > 1:
        return None
    what = f"{counted(number, 'Byte', 'Bytes')} von {grouped(len(data))}"
    differ = "weicht" if number == 1 else "weichen"
    sentence = f"{what} {differ} vom Original ab, zuerst an Stelle {grouped(first)}."
    return Deviation("damaged", None, sentence)
