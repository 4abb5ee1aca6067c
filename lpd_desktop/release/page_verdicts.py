"""The verdicts on the pages of a PDF: what they say and how they look, measured by its data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lpd_desktop import __version__
from lpd_desktop.pdf.comparison import missing_stretch, text_differences
from lpd_desktop.pdf.inspection.comparing import Comparison
from lpd_desktop.pdf.inspection.deviation import OF_TEXT, Deviation, DeviationKind
from lpd_desktop.pdf.inspection.original import original_of
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.release.verdicts import LOOK, TEXT, Verdict, unknown
from lpd_desktop.runtime.errors import LpdError

_OF_ANY_VERSION: frozenset[DeviationKind] = frozenset(
    {
        "damaged",
        "oversized",
        "data_swapped",
        "redrawn",
        "annotation",
        "signature",
        "form",
        "script",
        "layers",
        "attachment",
        "encryption",
    }
)
"""What no version of the program writes; all else may be its own way of setting a page."""

_WITHOUT_ORDER: frozenset[DeviationKind] = frozenset({"tags", "page_moved", "page_added"})
"""Where these occur, the text is compared page by page and not through the tags."""

_SHORT_SEAL = 8
_SAME_TEXT = "Der Text der Seiten ist der Text der Daten."
_UNREADABLE = "Die Seiten sind beschädigt, ihr Text lässt sich nicht vergleichen."


@dataclass(frozen=True)
class PageVerdicts:
    """What was found out about the pages.

    Attributes:
        original: The file that the program makes of the data; None where that is not known.
    """

    text: Verdict
    look: Verdict
    deviations: tuple[Deviation, ...] = ()
    original: bytes | None = None


def pages_not_examined(sentence: str) -> PageVerdicts:
    """The pages where they were not looked at."""
    return PageVerdicts(unknown(TEXT, sentence), unknown(LOOK, sentence))


def pages_of_broken_data(data: bytes, file: LpdFile) -> PageVerdicts:
    """The pages beside data that do not fit their seal: only their texts are compared."""
    sentence = "Ein Vergleich des Aussehens setzt Daten voraus, die zu ihrem Siegel passen."
    return PageVerdicts(_text(data, file), unknown(LOOK, sentence))


def pages_compared(data: bytes, file: LpdFile) -> PageVerdicts:
    """The pages compared with those that the program makes of the data."""
    try:
        original, comparison = original_of(data, file)
    except LpdError as error:
        look = unknown(LOOK, f"Das Aussehen lässt sich nicht vergleichen: {error}")
        return PageVerdicts(_text(data, file), look)
    if comparison is None:
        sentence = "Die Seiten sind genau die, die das Programm aus den Daten macht."
        return PageVerdicts(
            Verdict(TEXT, "yes", _SAME_TEXT), Verdict(LOOK, "yes", sentence), (), original
        )
    if comparison.is_redrawn:
        sentence = "Die Seiten wurden neu gezeichnet und lassen sich nicht vergleichen."
        return replace(pages_not_examined(sentence), deviations=comparison.deviations)
    if comparison.version == __version__:
        return _by_same_version(data, file, original, comparison)
    return _by_other_version(data, file, comparison)


def _by_same_version(
    data: bytes, file: LpdFile, original: bytes, comparison: Comparison
) -> PageVerdicts:
    deviations = (*_swapped(file, comparison), *comparison.deviations)
    said = next((each.sentence for each in deviations if each.kind in OF_TEXT), "")
    if said or not comparison.same_text:
        text = Verdict(TEXT, "no", said or _UNREADABLE)
    elif any(each.kind in _WITHOUT_ORDER for each in deviations):
        text = Verdict(TEXT, "yes", _SAME_TEXT)
    else:
        text = _text(data, file)
    return PageVerdicts(text, _look(comparison), deviations, original)


def _look(comparison: Comparison) -> Verdict:
    if comparison.same_look:
        sentence = "Die Seiten sehen aus wie die, die das Programm aus den Daten macht."
        return Verdict(LOOK, "yes", sentence)
    sentence = "Die Seiten sehen anders aus als die, die das Programm aus den Daten macht."
    return Verdict(LOOK, "no", sentence)


def _by_other_version(data: bytes, file: LpdFile, comparison: Comparison) -> PageVerdicts:
    """What a page says may be worded and set otherwise by another version; the data must stand."""
    swapped = _swapped(file, comparison)
    kept = (each for each in comparison.deviations if each.kind in _OF_ANY_VERSION)
    deviations = (*swapped, *kept)
    version = comparison.version or "nicht genannt"
    text = _text(data, file)
    if swapped:
        text = Verdict(TEXT, "no", swapped[0].sentence)
    elif text.answer == "no":
        text = _data_on_pages(data, file, version)
    if comparison.same_look:
        return PageVerdicts(text, _look(comparison), deviations)
    sentence = f"Mit anderer Programmfassung geschrieben ({version}), Aussehen nicht verglichen."
    return PageVerdicts(text, unknown(LOOK, sentence), deviations)


def _data_on_pages(data: bytes, file: LpdFile, version: str) -> Verdict:
    try:
        missing = missing_stretch(data, file)
    except LpdError:
        return Verdict(TEXT, "no", _UNREADABLE)
    if missing:
        return Verdict(TEXT, "no", f"Auf den Seiten fehlt „{missing}“ aus den Daten.")
    sentence = (
        f"Jedes Wort der Daten steht auf den Seiten; weil eine andere Programmfassung ({version}) "
        "sie geschrieben hat, wurde nicht geprüft, ob andere Wörter dazugekommen sind."
    )
    return Verdict(TEXT, "yes", sentence)


def _swapped(file: LpdFile, comparison: Comparison) -> tuple[Deviation, ...]:
    """Pages name the seal of their data in the footer; other data have another one."""
    own = file.release.seal[:_SHORT_SEAL] if file.release is not None else ""
    if not comparison.seals or own in comparison.seals:
        return ()
    named = ", ".join(sorted(comparison.seals))
    standing = f"tragen {own}" if own else "sind nicht besiegelt"
    sentence = (
        f"Die Seiten nennen das Siegel {named}, die beigefügten Daten {standing}: "
        "Daten und Seiten gehören nicht zusammen."
    )
    return (Deviation("data_swapped", None, sentence),)


def _text(data: bytes, file: LpdFile) -> Verdict:
    try:
        differences = text_differences(data, file)
    except LpdError:
        return Verdict(TEXT, "no", _UNREADABLE)
    if not differences:
        return Verdict(TEXT, "yes", _SAME_TEXT)
    sentence = f"Der Text der Seiten weicht von den Daten ab, zuerst bei „{differences[0]}“."
    return Verdict(TEXT, "no", sentence)
