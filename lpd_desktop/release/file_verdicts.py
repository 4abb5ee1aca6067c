"""The verdict on the bytes of a PDF: unchanged, lengthened, cut, damaged, or made anew."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lpd_desktop.pdf.checksum import has_valid_checksum, place_of_original
from lpd_desktop.pdf.inspection.deviation import Deviation
from lpd_desktop.pdf.inspection.original import bytes_that_differ
from lpd_desktop.release.verdicts import FILE, Verdict
from lpd_desktop.runtime.german import counted, grouped

_END = b"%%EOF"
_END_ROOM = 1024
_BROKEN_END = re.compile(rb"startxref\s+\d+\s(.{1,16})\Z", re.DOTALL)
_START = b"%PDF-"
_START_ROOM = 1024
_UPDATE = b"startxref"
_TABLES = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_LINEARIZED = b"/Linearized"
_FEW = 1000
"""One byte in so many: a damage; programs that save anew change most of them."""

_CUT = Deviation(
    "truncated",
    None,
    "Die Datei ist abgeschnitten: Ihr Ende fehlt; verlangen Sie sie noch einmal.",
)


@dataclass(frozen=True)
class FileFindings:
    """What the bytes tell.

    Attributes:
        verdict: Whether every byte is the same.
        damages: Bytes that were lost or changed on the way.
        addition: What stands before or behind the unchanged original, as a sentence.
    """

    verdict: Verdict
    damages: tuple[Deviation, ...] = ()
    addition: str = ""


def file_findings(data: bytes, original: bytes | None) -> FileFindings:
    """Whether every byte is the same, else what happened to them as far as bytes can tell.

    Args:
        data: The file.
        original: What the program makes of its data, if that was found out.
    """
    if has_valid_checksum(data):
        sentence = "Die Prüfsumme passt: Die Datei ist Byte für Byte so, wie sie geschrieben wurde."
        return FileFindings(Verdict(FILE, "yes", sentence))
    place = place_of_original(data)
    if place is not None:
        sentence = _addition(data, *place)
        return FileFindings(Verdict(FILE, "no", sentence), addition=sentence)
    damage = _damage(data, original) or _earlier_states(data)
    if damage is not None:
        return FileFindings(Verdict(FILE, "no", damage.sentence), (damage,))
    sentence = (
        "Die Datei wurde nach dem Schreiben verändert oder von einem anderen Programm "
        "neu gespeichert; verlangen Sie das Original."
    )
    return FileFindings(Verdict(FILE, "no", sentence))


def _earlier_states(data: bytes) -> Deviation | None:
    """What was saved behind another state, which is not the original, so that it stands there."""
    states = len([each for each in _TABLES.findall(data) if int(each)])
    if states <= (2 if _LINEARIZED in data[:_START_ROOM] else 1):
        return None
    sentence = (
        f"Die Datei enthält {counted(states - 1, 'früheren Stand', 'frühere Stände')} ihres "
        "Inhalts, nicht nur den, den Anzeigeprogramme zeigen."
    )
    return Deviation("revisions", None, sentence)


def _addition(data: bytes, start: int, end: int) -> str:
    before, behind = start, len(data) - end
    if before and behind:
        counts = f"{_bytes(before)} und hinter ihm {_bytes(behind)}"
        return f"Vor dem unveränderten Original {_stand(before)} {counts}, die nicht dazugehören."
    if _UPDATE in data[end:]:
        how = "wie es Programme tun, die Änderungen speichern"
        return f"Hinter dem unveränderten Original {_stand(behind)} {_bytes(behind)}, {how}."
    where, number = ("Vor", before) if before else ("Hinter", behind)
    rest = "das nicht dazugehört" if number == 1 else "die nicht dazugehören"
    return f"{where} dem unveränderten Original {_stand(number)} {_bytes(number)}, {rest}."


def _bytes(number: int) -> str:
    return f"{grouped(number)} {'Byte' if number == 1 else 'Bytes'}"


def _stand(number: int) -> str:
    return "steht" if number == 1 else "stehen"


def _damage(data: bytes, original: bytes | None) -> Deviation | None:
    """Bytes that were lost or changed on the way, not by a program that saves documents."""
    if original is None or len(original) != len(data):
        return _loss(data, original)
    number, first = bytes_that_differ(data, original)
    if number * _FEW > len(data) and number > 1:
        return None
    what = f"{counted(number, 'Byte', 'Bytes')} von {grouped(len(data))}"
    differ = "weicht" if number == 1 else "weichen"
    sentence = f"{what} {differ} vom Original ab, zuerst an Stelle {grouped(first)}."
    return Deviation("damaged", None, sentence)


def _loss(data: bytes, original: bytes | None) -> Deviation | None:
    """What is missing at the beginning or at the end."""
    if _START not in data[:_START_ROOM]:
        lost = len(original) - len(data) if original and original.endswith(data) else 0
        what = f"Ihre ersten {_bytes(lost)} sind verloren" if lost > 1 else "Sie ist beschädigt"
        sentence = f"Der Anfang der Datei fehlt. {what}; verlangen Sie sie noch einmal."
        return Deviation("truncated", None, sentence)
    if original is not None and original.startswith(data):
        return _CUT
    if _END in data[-_END_ROOM:]:
        return None
    broken = _BROKEN_END.search(data[-_END_ROOM:])
    if broken and not (_END + b"\n").startswith(broken[1]):
        sentence = "Das Ende der Datei ist beschädigt; verlangen Sie sie noch einmal."
        return Deviation("damaged", None, sentence)
    return _CUT
