"""Verification: separate verdicts on file, data, page text, look, state and log."""

from __future__ import annotations

from lpd_desktop.pdf.attachment import extract_published
from lpd_desktop.pdf.checksum import has_checksum_field
from lpd_desktop.pdf.edition_marks import Kind, kind_without_data
from lpd_desktop.pdf.inspection.deviation import Deviation
from lpd_desktop.pdf.inspection.facts import foreign_parts_of, is_of_this_program
from lpd_desktop.plan.file import LpdFile, read_lpd, seal_digest
from lpd_desktop.plan.log_chain import chain_fault, chain_head, life_entries
from lpd_desktop.plan.work import STATE_NAMES
from lpd_desktop.release.consistency import (
    BROKEN_SEAL,
    is_like_from_pdf,
    lacks_release,
    lost_log,
    release_fault,
)
from lpd_desktop.release.file_verdicts import file_findings
from lpd_desktop.release.page_verdicts import (
    PageVerdicts,
    pages_compared,
    pages_not_examined,
    pages_of_broken_data,
)
from lpd_desktop.release.summing_up import Findings, summed_up
from lpd_desktop.release.verdicts import (
    DATA,
    FILE,
    LOG,
    LOOK,
    STATE,
    TEXT,
    Verdict,
    Verdicts,
    not_applicable,
    unknown,
)
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.german import german_date

__all__ = ["Verdict", "Verdicts", "verify"]

_WITHOUT_DATA: dict[Kind, tuple[str, str, str]] = {
    "publishing": (
        "Veröffentlichungsfassung ohne Daten",
        "Das ist eine Veröffentlichungsfassung: Ihr liegen keine Daten bei.",
        "Wer freigegeben hat, steht nur auf der Seite „Freigabe“; belegen kann es das "
        "freigegebene PDF.",
    ),
    "blank": (
        "leeres Formular",
        "Das ist ein leeres Formular: Ihm liegen keine Daten bei.",
        "Ein leeres Formular hat keinen Zustand.",
    ),
    "changes": (
        "Änderungsdokument ohne Plandaten",
        "Das ist ein Änderungsdokument: Ihm liegen keine Daten bei.",
        "Ein Änderungsdokument hat keinen Zustand; den der Pläne sagen deren Dateien.",
    ),
    "remarks": (
        "Liste von Anmerkungen ohne Plandaten",
        "Das ist eine Liste von Anmerkungen: Ihr liegen keine Daten bei.",
        "Eine Liste von Anmerkungen hat keinen Zustand; den des Plans sagt dessen Datei.",
    ),
}
"""For editions without data: what it is, what is said of the data and of the state."""

_NOT_EXAMINED = "Bei der schnellen Prüfung werden die Seiten nicht verglichen."
_NO_LOG = "Ein PDF enthält keine Historie."
_NO_LOG_IN_FILE = "Die Datei enthält keine Historie, wie ein Plan, der aus einem PDF geholt wurde."


def verify(data: bytes, *, thorough: bool = True) -> Verdicts:
    """The verdicts on the bytes of a PDF or a .lpd file.

    They stop accidents, not forgers: nothing in them needs a secret, so somebody who computes
    seal, pages and checksum anew leaves no trace.

    Args:
        data: The file.
        thorough: Makes the document anew from the data and compares text, look and everything
            else with it; otherwise only checksum, seal and state are looked at.

    Raises:
        LpdError: the bytes are neither, or protected by a password.
    """
    if data.lstrip()[:5] == b"%PDF-" or has_checksum_field(data):
        return summed_up(_of_pdf(data, thorough=thorough))
    return summed_up(_of_plan_file(read_lpd(data)))


def _of_plan_file(file: LpdFile) -> Findings:
    absent = "Eine .lpd-Datei hat keine Seiten und keine eigene Prüfsumme."
    return Findings(
        file=not_applicable(FILE, absent),
        data=_sealed(file),
        text=not_applicable(TEXT, absent),
        look=not_applicable(LOOK, absent),
        state=_state(file),
        log=_log(file),
        deviations=(),
        standing=_standing(file),
        is_pdf=False,
        is_approved=file.release is not None,
    )


def _of_pdf(data: bytes, *, thorough: bool) -> Findings:
    kind = kind_without_data(data)
    if kind is not None:
        return _without_data(data, kind, thorough=thorough)
    try:
        file = read_lpd(extract_published(data, among_several=True))
    except LpdError as error:
        if not is_of_this_program(data):
            raise
        return _with_lost_data(data, error)
    sealed = _sealed(file)
    pages = _pages(data, file, sealed) if thorough else pages_not_examined(_NOT_EXAMINED)
    by_bytes = file_findings(data, pages.original)
    foreign = _foreign(data) if thorough and sealed.answer == "no" else ()
    return Findings(
        file=by_bytes.verdict,
        addition=by_bytes.addition,
        data=sealed,
        text=pages.text,
        look=pages.look,
        state=_state(file),
        log=not_applicable(LOG, _NO_LOG),
        deviations=(*by_bytes.damages, *pages.deviations, *foreign),
        standing=_standing(file),
        is_pdf=True,
        is_approved=file.release is not None,
    )


def _pages(data: bytes, file: LpdFile, sealed: Verdict) -> PageVerdicts:
    if sealed.answer == "no":
        return pages_of_broken_data(data, file)
    return pages_compared(data, file)


def _foreign(data: bytes) -> tuple[Deviation, ...]:
    try:
        return foreign_parts_of(data)
    except LpdError:
        return ()


def _without_data(data: bytes, kind: Kind, *, thorough: bool) -> Findings:
    """An edition that never had data: only its file can be judged, and what was added to it."""
    what, said, state = _WITHOUT_DATA[kind]
    absent = "Ohne Daten lassen sich die Seiten mit nichts vergleichen."
    by_bytes = file_findings(data, None)
    return Findings(
        file=by_bytes.verdict,
        addition=by_bytes.addition,
        data=not_applicable(DATA, said),
        text=not_applicable(TEXT, absent),
        look=not_applicable(LOOK, absent),
        state=not_applicable(STATE, state),
        log=not_applicable(LOG, _NO_LOG),
        deviations=(*by_bytes.damages, *(_foreign(data) if thorough else ())),
        standing=what,
        is_pdf=True,
        is_approved=None,
    )


def _with_lost_data(data: bytes, error: LpdError) -> Findings:
    by_bytes = file_findings(data, None)
    absent = "Ohne die Daten sind die Seiten nicht vergleichbar."
    return Findings(
        file=by_bytes.verdict,
        addition=by_bytes.addition,
        data=Verdict(DATA, "no", f"Die Daten im PDF sind nicht lesbar: {error}"),
        text=unknown(TEXT, absent),
        look=unknown(LOOK, absent),
        state=unknown(STATE, "Der Zustand ist ohne die Daten nicht bestimmbar."),
        log=not_applicable(LOG, _NO_LOG),
        deviations=by_bytes.damages,
        standing="",
        is_pdf=True,
        is_approved=None,
        has_lost_data=True,
    )


def _sealed(file: LpdFile) -> Verdict:
    release = file.release
    if lacks_release(file):
        return Verdict(DATA, "no", release_fault(file))
    if release is None:
        sentence = "Die Daten sind lesbar, aber nicht besiegelt: Das ist ein Entwurf."
        return not_applicable(DATA, sentence)
    if seal_digest(file) == release.seal:
        sentence = (
            f"Form und Plan sind vollständig und tragen das Siegel {release.seal[:16]}…; Namen, "
            "Ort und Datum der Freigabe gehören nicht dazu."
        )
        return Verdict(DATA, "yes", sentence)
    return Verdict(DATA, "no", BROKEN_SEAL)


def _state(file: LpdFile) -> Verdict:
    release, state = file.release, STATE_NAMES[file.work.state]
    fault = release_fault(file)
    if fault:
        return Verdict(STATE, "no", fault)
    if release is None:
        return not_applicable(STATE, f"{state[0].upper()}{state[1:]}, nicht freigegeben.")
    names = ", ".join(f"{each.name} ({each.role})" for each in release.signatories)
    later = f"; inzwischen {state}" if file.work.state in ("submitted", "returned") else ""
    sentence = (
        f"Fassung {release.version}, freigegeben von {names}, "
        f"{release.place}, {german_date(release.date)}{later}."
    )
    return Verdict(STATE, "yes", sentence)


def _standing(file: LpdFile) -> str:
    """The document in a few words."""
    release = file.release
    whose = file.plan.jobcenter.own_name or file.plan.jobcenter.name or "ohne Jobcenter"
    name = f"{file.form.text(file.form.title)}, {whose}"
    if release is None:
        return f"{name}, {STATE_NAMES[file.work.state]}, nicht freigegeben"
    return f"{name}, Fassung {release.version}, freigegeben am {german_date(release.date)}"


def _log(file: LpdFile) -> Verdict:
    """Whether the entries of the log follow from each other."""
    fault = chain_fault(file) or lost_log(file)
    if fault:
        return Verdict(LOG, "no", fault)
    if is_like_from_pdf(file) and not any(life_entries(file.work.log)):
        return not_applicable(LOG, _NO_LOG_IN_FILE)
    if not chain_head(file.work.log):
        return not_applicable(LOG, "Die Datei enthält keine verkettete Historie.")
    return Verdict(LOG, "yes", "Die Einträge der Historie passen lückenlos zueinander.")
