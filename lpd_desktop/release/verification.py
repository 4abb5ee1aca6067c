"""Verification: separate verdicts on file, data, page text and state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from lpd_desktop.pdf.attachment import extract_published
from lpd_desktop.pdf.checksum import has_checksum_field, has_valid_checksum
from lpd_desktop.pdf.edition_marks import Kind, kind_without_data
from lpd_desktop.plan.file import LpdFile, read_lpd, seal_digest
from lpd_desktop.plan.work import STATE_NAMES
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.german import german_date

_PRODUCER = b"LPD Desktop"
"""Stands in the uncompressed metadata of every PDF of this program, also of a damaged one."""

_WITHOUT_DATA: dict[Kind, tuple[str, str]] = {
    "publishing": (
        "Das ist eine Veröffentlichungsfassung: Ihr liegen keine Daten bei.",
        "Wer freigegeben hat, steht nur auf der Seite „Freigabe“; belegen kann es das "
        "freigegebene PDF.",
    ),
    "blank": (
        "Das ist ein leeres Formular: Ihm liegen keine Daten bei.",
        "Ein leeres Formular hat keinen Zustand.",
    ),
    "changes": (
        "Das ist ein Änderungsdokument: Ihm liegen keine Daten bei.",
        "Ein Änderungsdokument hat keinen Zustand; den der Pläne sagen deren Dateien.",
    ),
}
"""For editions without data: what is said of the data and of the state."""

Answer = Literal["yes", "no", "not_applicable"]


class Verdict(msgspec.Struct, frozen=True):
    """One question that verification answers, in one German sentence."""

    title: str
    answer: Answer
    sentence: str


class Verdicts(msgspec.Struct, frozen=True, kw_only=True):
    """The verdicts, kept apart; `is_sound` only when none is `no`."""

    file_unchanged: Verdict
    data_sealed: Verdict
    text_equals_data: Verdict
    state: Verdict
    is_sound: bool

    def each(self) -> Iterator[Verdict]:
        """The verdicts in the order in which people read them."""
        return iter((self.file_unchanged, self.data_sealed, self.text_equals_data, self.state))


def verify(data: bytes) -> Verdicts:
    """The verdicts on the bytes of a PDF or a .lpd file.

    Raises:
        LpdError: the bytes are neither.
    """
    if data.lstrip()[:5] == b"%PDF-" or has_checksum_field(data):
        return _verify_pdf(data)
    file = read_lpd(data)
    absent = "Eine .lpd-Datei hat keine Seiten und keine eigene Prüfsumme."
    return _verdicts(
        Verdict("Datei", "not_applicable", absent),
        _sealed(file),
        Verdict("Seitentext", "not_applicable", absent),
        _state(file),
    )


def _verify_pdf(data: bytes) -> Verdicts:
    unchanged = _unchanged(data)
    kind = kind_without_data(data)
    if kind is not None:
        return _without_data(unchanged, kind)
    try:
        file = read_lpd(extract_published(data))
    except LpdError as error:
        if _PRODUCER not in data:
            raise
        lost = Verdict("Daten", "no", f"Die Daten im PDF sind nicht lesbar: {error}")
        unknown = Verdict("Seitentext", "no", "Ohne Daten ist der Seitentext nicht vergleichbar.")
        state = Verdict("Zustand", "no", "Der Zustand ist ohne die Daten nicht bestimmbar.")
        return _verdicts(unchanged, lost, unknown, state)
    return _verdicts(unchanged, _sealed(file), _same_text(data, file), _state(file))


def _without_data(unchanged: Verdict, kind: Kind) -> Verdicts:
    """An edition that never had data: only its file can be judged."""
    data, state = _WITHOUT_DATA[kind]
    absent = "Ohne Daten lässt sich der Seitentext mit nichts vergleichen."
    return _verdicts(
        unchanged,
        Verdict("Daten", "not_applicable", data),
        Verdict("Seitentext", "not_applicable", absent),
        Verdict("Zustand", "not_applicable", state),
    )


def _verdicts(unchanged: Verdict, sealed: Verdict, text: Verdict, state: Verdict) -> Verdicts:
    sound = all(each.answer != "no" for each in (unchanged, sealed, text, state))
    return Verdicts(
        file_unchanged=unchanged,
        data_sealed=sealed,
        text_equals_data=text,
        state=state,
        is_sound=sound,
    )


def _unchanged(data: bytes) -> Verdict:
    if has_valid_checksum(data):
        return Verdict("Datei", "yes", "Die Datei ist Byte für Byte so, wie sie geschrieben wurde.")
    sentence = (
        "Die Datei wurde nach dem Schreiben verändert oder von einem anderen Programm "
        "neu gespeichert; verlangen Sie das Original."
    )
    return Verdict("Datei", "no", sentence)


def _sealed(file: LpdFile) -> Verdict:
    release = file.release
    if release is None:
        sentence = "Die Daten sind lesbar, aber nicht besiegelt: Das ist ein Entwurf."
        return Verdict("Daten", "not_applicable", sentence)
    if seal_digest(file) == release.seal:
        sentence = f"Die Daten sind vollständig und tragen das Siegel {release.seal[:16]}…."
        return Verdict("Daten", "yes", sentence)
    sentence = "Die Daten passen nicht zu ihrem Siegel: Sie wurden nach der Freigabe verändert."
    return Verdict("Daten", "no", sentence)


def _same_text(data: bytes, file: LpdFile) -> Verdict:
    from lpd_desktop.pdf.comparison import text_differences

    try:
        differences = text_differences(data, file)
    except LpdError:
        sentence = "Die Seiten sind beschädigt, ihr Text lässt sich nicht vergleichen."
        return Verdict("Seitentext", "no", sentence)
    if not differences:
        return Verdict("Seitentext", "yes", "Der Text der Seiten ist der Text der Daten.")
    sentence = f"Der Text der Seiten weicht von den Daten ab, zuerst bei „{differences[0]}“."
    return Verdict("Seitentext", "no", sentence)


def _state(file: LpdFile) -> Verdict:
    release = file.release
    if release is None:
        return Verdict("Zustand", "not_applicable", f"{STATE_NAMES['draft']}, nicht freigegeben.")
    names = ", ".join(f"{each.name} ({each.role})" for each in release.signatories)
    sentence = (
        f"Fassung {release.version}, freigegeben von {names}, "
        f"{release.place}, {german_date(release.date)}."
    )
    return Verdict("Zustand", "yes", sentence)
